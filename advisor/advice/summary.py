"""What every summary says of an advice: what protects life now, why a route fits and what speaks against it, by when, and what has to be
known before its first step. The page, the text message, the list, the PDF and whatever else sums up take it from here."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from advisor.words import labels, names
from advisor.words.actions import action_title
from advisor.words.because import because_sentence
from advisor.words.reasons import against_text, because_texts
from advisor.words.undated import undated_text
from advisor.words.warnings import warning_text
from mechanisms.words import dotted, few, separated
from rules.facts.edition import Edition
from rules.result import Action, Advice, KeyDate, RouteAdvice
from rules.vocabulary import RouteSlug, Verdict

from . import now
from .citations import Citations, Cite
from .days import TAKES_PLACE, Day, clock, shown

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True)
class Next:
    """The next date of a route: its day, what it is, how certain, and by which hour where that matters."""

    day: Day
    what: str
    status: str
    certainty: "StrOrPromise"
    clock: str
    due: bool
    """Whether something is due then; else something takes place."""


@dataclass(frozen=True)
class Warned:
    """What has to be known before the first step."""

    text: str
    cite: Cite


@dataclass(frozen=True)
class Summary:
    """A route in short. ``sentence`` says why in one sentence what ``because`` says in several. ``against`` is empty where nothing speaks
    against it, ``next`` is ``None`` where no date is known, and ``undated`` says what to go by where nothing is due on a day."""

    slug: str
    name: "StrOrPromise"
    verdict: str
    verdict_label: "StrOrPromise"
    because: tuple[str, ...]
    sentence: str
    against: str
    next: Next | None
    undated: str
    warnings: tuple[Warned, ...]

    @property
    def reason(self) -> str:
        """The one reason that says most: what speaks against a route that hardly fits, else what speaks for it."""
        for_it = self.because[0] if self.because else ""
        return (self.against or for_it) if self.verdict in (Verdict.CLOSED, Verdict.WEAK) else (for_it or self.against)

    @property
    def closed(self) -> bool:
        """Whether a condition shuts the route."""
        return self.verdict == Verdict.CLOSED


@dataclass(frozen=True)
class UrgentStep:
    """A step that protects life now, with the route that it belongs to."""

    title: str
    route: "StrOrPromise"
    slug: str


def of_route(route: RouteAdvice, advice: Advice, edition: Edition, cite: Citations) -> Summary:
    """A route in short, in the language that is active."""
    return Summary(
        slug=route.route.value,
        name=labels.ROUTES[route.route],
        verdict=route.verdict.value,
        verdict_label=labels.VERDICTS[route.verdict],
        because=because_texts(route, edition),
        sentence=because_sentence(route, edition),
        against=against_text(route, edition),
        next=next_of(route.next, advice, edition),
        undated=undated_text(route, advice),
        warnings=tuple(Warned(warning_text(row, edition), cite(row.source)) for row in route.warnings),
    )


def subject(advice: Advice, edition: Edition) -> str:
    """Where it is and what it is about, in one line; empty where neither is known."""
    scenario = advice.scenario
    states = [names.state(code, edition) for code in scenario.countries or ()]
    regions = [labels.ANSWERS["regions", region.value].label for region in scenario.regions or ()]
    themes = [edition.themes[slug].label for slug in scenario.themes or ()]
    return dotted((few(states or regions), few(themes)))


def kind(advice: Advice) -> "StrOrPromise":
    """How large it is, or what kind of information; empty where neither is known."""
    scenario = advice.scenario
    asked = ("scale", scenario.scale) if scenario.scale is not None else ("information", scenario.information)
    return labels.ANSWERS[asked[0], asked[1].value].label if asked[1] is not None else ""


def considered(advice: Advice) -> tuple[RouteSlug, ...]:
    """The routes that the organisation had in mind, in the order of the advice: they are spoken of first."""
    wanted = advice.scenario.considered or ()
    return tuple(route.route for route in advice.routes if route.route in wanted)


def urgent_actions(advice: Advice) -> tuple[tuple[RouteSlug, tuple[Action, ...]], ...]:
    """What protects life now, in the order of doing: each kind of step once, with all that it is done for."""
    kinds = dict.fromkeys((step.route, step.action) for step in advice.urgent)
    return tuple(
        (slug, tuple(action for action in advice.route(slug).actions if action.action is kind)) for slug, kind in kinds
    )


def urgent_steps(advice: Advice) -> tuple[UrgentStep, ...]:
    """The same in a few words each."""
    return tuple(
        UrgentStep(action_title(actions[0].action), labels.ROUTES[slug], slug.value)
        for slug, actions in urgent_actions(advice)
    )


def next_row(advice: Advice) -> KeyDate | None:
    """The next date of the route that leads; of several that lead, of the first that has one. It belongs to that route alone."""
    return _first(route.next for route in now.leaders(advice))


def next_of(row: KeyDate | None, advice: Advice, edition: Edition) -> Next | None:
    """A date that comes next, in words."""
    day = shown(row.date, advice.as_of, row.end) if row else None
    if row is None or day is None:
        return None
    what = separated(
        (
            labels.DATES[row.code],
            names.state(row.country, edition) if row.country else "",
            names.about(row.params, edition),
        )
    )
    return Next(day, what, row.status.value, labels.DATE_STATUS[row.status], clock(row), row.code not in TAKES_PLACE)


def _first(rows: Iterable[KeyDate | None]) -> KeyDate | None:
    return next((row for row in rows if row is not None), None)
