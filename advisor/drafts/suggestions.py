"""Which drafts an advice suggests: one for each action that ends in a text, and for each State or committee that it concerns."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from rules.dates import PartialDate
from rules.result import Action, Advice
from rules.vocabulary import ActionSlug

from .outline import Outline
from .outlines import BY_ACTION, OUTLINES


@dataclass(frozen=True)
class Suggestion:
    """A draft that could be begun. ``country`` and ``treaty`` are empty where it concerns no single one."""

    kind: str
    country: str
    treaty: str
    actions: tuple[ActionSlug, ...]
    mandates: tuple[str, ...]
    by: PartialDate | None
    first: Action
    """The action that suggests it."""

    @property
    def key(self) -> str:
        """Its name in a form."""
        return f"{self.kind}/{self.country}/{self.treaty}"

    @property
    def outline(self) -> Outline:
        """What the text holds."""
        return OUTLINES[self.kind]


def suggested(advice: Advice) -> tuple[Suggestion, ...]:
    """The drafts, in the order of the advice."""
    found: dict[str, Suggestion] = {}
    for action in _actions(advice):
        one = _suggestion(action)
        earlier = found.get(one.key)
        found[one.key] = replace(earlier, actions=(*earlier.actions, *one.actions)) if earlier else one
    return tuple(found.values())


def chosen(key: str, advice: Advice) -> Suggestion | None:
    """The draft of a key; none where the advice does not suggest it."""
    return next((one for one in suggested(advice) if one.key == key), None)


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
