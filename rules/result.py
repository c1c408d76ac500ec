"""What an assessment returns: codes, numbers and dates, never sentences. ``advisor/wording.py`` puts them into words.

``code`` picks the sentence and ``params`` fill it; both are data, so that editors and translators can reword without touching a rule.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from .dates import PartialDate
from .facts.at_home import Accreditation
from .scenario import Scenario
from .version import RULES
from .vocabulary import (
    ActionSlug,
    AddressKind,
    DateCode,
    DateStatus,
    GateSlug,
    Odds,
    PointerSlug,
    Result,
    RouteSlug,
    SequenceReason,
    Side,
    Stage,
    Verdict,
    WarningSlug,
)

Param = str | int | PartialDate | tuple[str, ...]
Params = Mapping[str, Param]
NO_PARAMS: Params = {}


@dataclass(frozen=True, slots=True)
class GateResult:
    """What a gate says, and why. ``possible`` is every result that some answer to the open questions could give."""

    gate: GateSlug
    result: Result
    code: str
    source: str
    possible: frozenset[Result]
    questions: tuple[str, ...] = ()
    params: Params = field(default_factory=dict)
    odds: Odds | None = None
    """``low`` where settled practice mostly decides against the author; only on what is arguable."""


@dataclass(frozen=True, slots=True)
class Factor:
    """Points for one reason. ``factor`` is its code, such as ``urgency-imminent``; ``table`` and ``key`` name the weight."""

    factor: str
    points: int
    table: str
    key: str
    source: str
    params: Params = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Score:
    """``value`` is the clamped sum of the points; ``low`` and ``high`` what the open questions could make of it."""

    low: int
    value: int
    high: int


@dataclass(frozen=True, slots=True)
class Addressee:
    """To whom or where: a form, an e-mail address, a postal address, a page or a telephone line; ``kind`` is empty where none is known."""

    name: str
    kind: AddressKind | None
    value: str
    source: str
    summary: str = ""
    accreditation: Accreditation | None = None
    """Of a national human rights institution."""


@dataclass(frozen=True, slots=True)
class Action:
    """Something to do, by when, to whom, and about which State, mandates or treaty. ``code`` picks the sentence."""

    action: ActionSlug
    code: str
    source: str
    by: PartialDate | None = None
    country: str | None = None
    mandates: tuple[str, ...] = ()
    treaty: str | None = None
    params: Params = field(default_factory=dict)
    to: tuple[Addressee, ...] = ()


@dataclass(frozen=True, slots=True)
class KeyDate:
    """A date that matters on a route. ``date`` is ``None`` where it is not published, ``end`` the last day of a session or a span.

    ``time`` (HH:MM) and ``zone`` (IANA) are given where a source gives them. An end that says no more than the date, and an hour that the
    facts leave empty, are none.
    """

    code: DateCode
    date: PartialDate | None
    status: DateStatus
    source: str
    country: str | None = None
    params: Params = field(default_factory=dict)
    end: PartialDate | None = None
    time: str | None = None
    zone: str | None = None

    def __post_init__(self) -> None:
        if self.end == self.date:
            object.__setattr__(self, "end", None)
        object.__setattr__(self, "time", self.time or None)
        object.__setattr__(self, "zone", self.zone or None)


@dataclass(frozen=True, slots=True)
class Warned:
    """What has to be known before the first step of a route."""

    warning: WarningSlug
    code: str
    source: str
    params: Params = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MandateIf:
    """A mandate holder to write to only under a condition; without one, where the letter is mainly about a theme named."""

    mandate: str
    condition: str
    theme: str = ""


@dataclass(frozen=True, slots=True)
class Committee:
    """One committee judged for one State: its own gates, score and limit. ``code`` says why it is the best, or why it is second."""

    treaty: str
    country: str
    verdict: Verdict
    score: Score
    gates: tuple[GateResult, ...]
    by: PartialDate | None
    by_status: DateStatus
    code: str
    source: str
    params: Params = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Urgent:
    """An action that protects life now, and its route, which may be closed."""

    route: RouteSlug
    action: ActionSlug
    country: str | None = None
    treaty: str | None = None


@dataclass(frozen=True, slots=True)
class CountryStage:
    """Where a State stands in the UPR, and the session of the working group that this refers to."""

    country: str
    stage: Stage
    session: int | None


@dataclass(frozen=True, slots=True)
class CountryTreaty:
    """A treaty that matters for a State on this route, with the State's own limits on it."""

    treaty: str
    country: str
    limits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RouteAdvice:
    """One route, ranked, with the whole trace of why."""

    rank: int
    route: RouteSlug
    verdict: Verdict
    side: Side
    score: Score
    gates: tuple[GateResult, ...]
    factors: tuple[Factor, ...]
    actions: tuple[Action, ...]
    dates: tuple[KeyDate, ...]
    stages: tuple[CountryStage, ...]
    mandates: tuple[str, ...]
    treaties: tuple[CountryTreaty, ...]
    mandates_if: tuple[MandateIf, ...] = ()
    committees: tuple[Committee, ...] = ()
    warnings: tuple[Warned, ...] = ()
    because: tuple[Factor, ...] = ()
    """The strongest reasons for it, at most three."""
    against: Factor | GateResult | None = None
    """The strongest reason against it."""
    next: KeyDate | None = None
    """The next date of this route, whatever else is due elsewhere."""


@dataclass(frozen=True, slots=True)
class Change:
    """What would change the verdict on a route: answers to set, or (not both) a fact that would have to change."""

    route: RouteSlug
    before: Verdict
    after: Verdict
    answers: Mapping[str, object] = field(default_factory=dict)
    fact: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Unknown:
    """An open question and how many points its answer can move some route by."""

    question: str
    spread: int


@dataclass(frozen=True, slots=True)
class Step:
    """One route before (or instead of) another, and why."""

    first: str
    then: str
    why: SequenceReason


@dataclass(frozen=True, slots=True)
class Pointer:
    """A door outside the six routes."""

    pointer: PointerSlug
    code: str
    source: str
    params: Params = field(default_factory=dict)
    bodies: tuple[Addressee, ...] = ()


@dataclass(frozen=True, slots=True)
class Advice:
    """The whole answer. ``scenario`` holds the answers that counted; ``given`` all of them; ``rules`` is the version of the rules."""

    as_of: datetime.date
    edition: str
    given: Scenario
    scenario: Scenario
    set_aside: tuple[str, ...]
    routes: tuple[RouteAdvice, ...]
    tie: tuple[RouteSlug, ...]
    changes: tuple[Change, ...]
    unknowns: tuple[Unknown, ...]
    sequence: tuple[Step, ...]
    pointers: tuple[Pointer, ...]
    urgent: tuple[Urgent, ...] = ()
    no_difference: tuple[str, ...] = ()
    """Questions not answered of which no answer changes a gate, a verdict or an action."""
    rules: str = RULES

    def route(self, slug: RouteSlug) -> RouteAdvice:
        """The advice on one route."""
        return next(route for route in self.routes if route.route == slug)
