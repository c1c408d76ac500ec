"""Which drafts can be begun on an advice: those that its actions end in, and every other outline for the body that fits best."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from rules.dates import PartialDate
from rules.facts.edition import Edition
from rules.result import Action, Advice
from rules.scoring import failing
from rules.vocabulary import ActionSlug, RouteSlug

from .outline import Outline
from .outlines import BY_ACTION, OUTLINES

Place = tuple[str, str]
"""State and treaty; empty where a text concerns no single one."""

NO_PLACE: Place = ("", "")


@dataclass(frozen=True)
class Suggestion:
    """A draft that could be begun. ``country`` and ``treaty`` are empty where it concerns no single one."""

    kind: str
    country: str
    treaty: str
    actions: tuple[ActionSlug, ...]
    mandates: tuple[str, ...]
    by: PartialDate | None
    first: Action | None
    """The action that suggests it; none where no action does."""

    @property
    def key(self) -> str:
        """Its name in a form."""
        return f"{self.kind}/{self.country}/{self.treaty}"

    @property
    def outline(self) -> Outline:
        """What the text holds."""
        return OUTLINES[self.kind]


def suggested(advice: Advice) -> tuple[Suggestion, ...]:
    """The drafts that the advice suggests, in its order."""
    found: dict[str, Suggestion] = {}
    for action in _actions(advice):
        one = _suggestion(action)
        earlier = found.get(one.key)
        found[one.key] = replace(earlier, actions=(*earlier.actions, *one.actions)) if earlier else one
    return tuple(found.values())


def others(advice: Advice, edition: Edition) -> tuple[Suggestion, ...]:
    """Every other draft: all kinds, each for the State or the committee that fits best first."""
    mine = suggested(advice)
    there, kinds = {one.key for one in mine}, {one.kind for one in mine}
    every = (
        _other(outline, place, advice) for outline in OUTLINES.values() for place in _places(outline, advice, edition)
    )
    return tuple(one for one in every if one.key not in there and not (one.kind in kinds and _is_nowhere(one)))


def chosen(key: str, advice: Advice, edition: Edition) -> Suggestion | None:
    """The draft of a key; none where there is no such draft on this advice."""
    return next((one for one in (*suggested(advice), *others(advice, edition)) if one.key == key), None)


def parties(outline: Outline, advice: Advice, edition: Edition) -> tuple[str, ...]:
    """The States named that are bound by the treaty of an outline."""
    found = []
    for country in advice.scenario.countries or ():
        party = edition.commitment(country, outline.treaty, "treaty", advice.as_of)
        if party is not None and party.binds(advice.as_of):
            found.append(country)
    return tuple(found)


def _places(outline: Outline, advice: Advice, edition: Edition) -> tuple[Place, ...]:
    """For whom a text of this kind could be, the best fitting first."""
    if outline.treaty:
        bound = parties(outline, advice, edition)
        return tuple((country, outline.treaty) for country in bound) or (("", outline.treaty),)
    route = advice.route(outline.route)
    if outline.route is RouteSlug.TREATY_BODY_COMPLAINT:
        able = [row for row in route.committees if not failing(row.gates)]
        return tuple((row.country, row.treaty) for row in able or route.committees) or (NO_PLACE,)
    if outline.route is RouteSlug.TREATY_BODY_REVIEW:
        return tuple((pair.country, pair.treaty) for pair in route.treaties) or (NO_PLACE,)
    if outline.route in (RouteSlug.UPR, RouteSlug.COMPLAINT_PROCEDURE):
        return tuple((country, "") for country in advice.scenario.countries or ()) or (NO_PLACE,)
    return (NO_PLACE,)


def _is_nowhere(one: Suggestion) -> bool:
    """Whether it names no State: nothing to add to a kind that the advice suggests for some."""
    return not one.country


def _actions(advice: Advice) -> Iterator[Action]:
    for route in advice.routes:
        yield from (action for action in route.actions if action.action in BY_ACTION)


def _suggestion(action: Action) -> Suggestion:
    return Suggestion(
        kind=BY_ACTION[action.action].kind,
        country=action.country or "",
        treaty=action.treaty or "",
        actions=(action.action,),
        mandates=action.mandates,
        by=action.by,
        first=action,
    )


def _other(outline: Outline, place: Place, advice: Advice) -> Suggestion:
    country, treaty = place
    mandates = advice.route(outline.route).mandates
    return Suggestion(outline.kind, country, treaty, outline.actions[:1], mandates, None, None)
