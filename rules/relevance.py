"""Which open questions can still matter: what the wizard leaves out, and what the advice says makes no difference.

A question matters if some answer to it changes a verdict, something to do, a warning, or a condition of a route that is not closed for
good, with what is known so far. Conditions of a route that stays closed whatever is answered change nothing, so nobody is asked for them.

Two levels. `Relevance.may_matter` is cheap and sound: it lets each route look at answers that note when they are read, so a question that
was not read cannot have changed the result. It may say yes once too often, never no. `no_difference` also tries the answers.
"""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from rules.facts.edition import Edition

from .factors import Reading
from .ground import Situation, situate
from .questions import BY_SLUG, QUESTIONS, Question
from .result import GateResult
from .route import Option, Route
from .scenario import Scenario
from .scoring import ROUTES, tried
from .vocabulary import Result, RouteSlug, Verdict

ALWAYS = frozenset({"countries", "regions", "themes", "information", "scale", "urgency", "outcomes"})
"""What everything else hangs on: not judged, always taken to matter."""


class _Watched(Scenario):
    """Answers that note which of them are looked at."""

    __slots__ = ("_seen",)
    _seen: set[str]

    def __getattribute__(self, name: str) -> Any:
        if name in BY_SLUG:
            object.__getattribute__(self, "_seen").add(name)
        return object.__getattribute__(self, name)


def _watched(s: Situation) -> tuple[Situation, set[str]]:
    """The same situation with answers that are watched, and what was looked at so far: nothing."""
    seen: set[str] = set()
    scenario = object.__new__(_Watched)
    object.__setattr__(scenario, "_seen", seen)
    for question in QUESTIONS:
        object.__setattr__(scenario, question.slug, getattr(s.scenario, question.slug))
    # Nothing is shared: what was worked out before would not be looked at again.
    return replace(s, scenario=scenario, memo={}, shared=None), seen


@dataclass(frozen=True, slots=True)
class _Look:
    """What one route looks at, as things stand. ``sealed``: no answer opens it any more."""

    verdict: Verdict
    value: int
    sealed: bool
    in_gates: frozenset[str]
    in_points: frozenset[str]
    in_actions: frozenset[str]
    options: tuple[Option, ...]
    tables: Mapping[str, Mapping[str, int]]
    thresholds: Mapping[str, int]

    def touched_by(self, question: str) -> bool | None:
        """Whether an answer may change this route's verdict, conditions, warnings or what there is to do.

        ``None``: it was looked at for the points, but stands open in no reading, since it was taken as said (as "goes on" is from the
        danger). An answer may say otherwise.
        """
        if question in self.in_actions:
            return True
        if self.sealed:
            return False
        if question in self.in_gates:
            return True
        if self.verdict is Verdict.CLOSED or question not in self.in_points:
            return False
        if not any(question in reading.questions for option in self.options for reading in option.readings):
            return None
        return self._moves(question)

    def _moves(self, question: str) -> bool:
        """Whether the points of an answer may carry the score over a threshold. However it is capped, it moves no further than they do."""
        down = up = 0
        for option in self.options:
            less, more = _span(option.readings, question, self.tables)
            down, up = max(down, less), max(up, more)
        return self._step(self.value - down) != self._step(self.value + up)

    def _step(self, value: int) -> int:
        return sum(value >= points for points in self.thresholds.values())


def _span(readings: Iterable[Reading], question: str, tables: Mapping[str, Mapping[str, int]]) -> tuple[int, int]:
    """How many points fewer and more the answers to a question could give than now."""
    less = more = 0
    for reading in readings:
        if question in reading.questions:
            table = tables[reading.table]
            open_to = [0 if key is None else table[key] for key in reading.possible]
            less += max(0, table[reading.key] - min(open_to))
            more += max(0, max(open_to) - table[reading.key])
    return less, more


def _look(route: RouteSlug, s: Situation) -> _Look:
    own: Route = ROUTES[route]
    assessed = tried(route, s)
    closed = assessed.verdict is Verdict.CLOSED
    watched, seen = _watched(s)
    options = tuple(own.options(watched))
    watched, in_caps = _watched(s)
    own.gives(watched)
    watched, in_actions = _watched(s)
    own.actions(watched, not closed)
    if not closed:
        own.warnings(watched)
    return _Look(
        verdict=assessed.verdict,
        value=assessed.score.value,
        sealed=closed and all(_shut(option.gates) for option in options),
        in_gates=(own.reads.gates & seen) | in_caps,
        in_points=own.reads.points & seen,
        in_actions=frozenset(in_actions),
        options=options,
        tables=s.edition.weights.tables[route],
        thresholds=s.edition.weights.thresholds,
    )


def _shut(gates: Iterable[GateResult]) -> bool:
    """Whether a gate fails that no open answer can change."""
    return any(gate.possible == {Result.FAIL} for gate in gates)


class Relevance:
    """What can still matter for some answers on a day. Each part is worked out once, on first use."""

    def __init__(self, scenario: Scenario, edition: Edition, day: datetime.date, s: Situation | None = None) -> None:
        """``s`` is the situation of these answers, where it is there already."""
        self.situation = s or situate(scenario.applicable()[0], edition, day)
        self.scenario = self.situation.scenario
        self._outcomes: dict[RouteSlug, object] = {}

    @cached_property
    def _answers(self) -> dict[str, Any]:
        return self.scenario.answers()

    @cached_property
    def looks(self) -> Mapping[RouteSlug, _Look]:
        """What each route looks at."""
        return {route: _look(route, self.situation) for route in ROUTES}

    def may_matter(self, slug: str) -> bool:
        """Whether some answer to a question may change something. Cheap; a no is certain, a yes is not."""
        question = BY_SLUG[slug]
        if question.asked_when(self._answers) is False:
            return False
        if slug in ALWAYS or self._sets_aside(question):
            return True
        for route, look in self.looks.items():
            touched = look.touched_by(slug)
            if touched or (touched is None and self._says_otherwise(route, question)):
                return True
        return False

    def _says_otherwise(self, route: RouteSlug, question: Question) -> bool:
        """Whether an answer to what was taken as said changes a verdict. A date is never taken as said."""
        if question.kind == "date":
            return False
        if question.kind != "choice":
            return True
        now = tried(route, self.situation).verdict
        return any(tried(route, self._with(question, answer)).verdict is not now for answer in question.choices or ())

    def _sets_aside(self, question: Question) -> bool:
        """Whether an answer would set another answer aside."""
        others = [other for other in self._answers if other != question.slug]
        return any(
            BY_SLUG[other].asked_when({**self._answers, question.slug: answer}) is False
            for answer in (question.choices or ())
            for other in others
        )

    def open_questions(self) -> Iterator[Question]:
        """Questions that apply, or may, and are not answered."""
        for question in QUESTIONS:
            if question.slug not in self._answers and question.asked_when(self._answers) is not False:
                yield question

    def no_difference(self) -> tuple[str, ...]:
        """Open questions of which no answer changes anything: the cheap no, or every answer tried where there are few."""
        return tuple(
            question.slug
            for question in self.open_questions()
            if not self.may_matter(question.slug) or (question.slug not in ALWAYS and self._tried_in_vain(question))
        )

    def _tried_in_vain(self, question: Question) -> bool:
        """Whether every answer gives the same on each route that looks at it. Lists and dates have too many answers to try."""
        if question.kind != "choice" or self._sets_aside(question):
            return False
        looked = [
            (route, look.sealed) for route, look in self.looks.items() if look.touched_by(question.slug) is not False
        ]
        for answer in question.choices or ():
            after = self._with(question, answer)
            if any(outcome(route, after, sealed=sealed) != self._now(route) for route, sealed in looked):
                return False
        return True

    def _now(self, route: RouteSlug) -> object:
        if route not in self._outcomes:
            self._outcomes[route] = outcome(route, self.situation, sealed=self.looks[route].sealed)
        return self._outcomes[route]

    def _with(self, question: Question, answer: Any) -> Situation:
        s = self.situation
        return situate(replace(self.scenario, **{question.slug: answer}).applicable()[0], s.edition, s.day, s)


def outcome(route: RouteSlug, s: Situation, *, sealed: bool) -> object:
    """What a question can matter for on one route."""
    assessed, own = tried(route, s), ROUTES[route]
    closed = assessed.verdict is Verdict.CLOSED
    gates = () if sealed else tuple((gate.gate, gate.result) for gate in assessed.gates)
    return assessed.verdict, gates, own.actions(s, not closed), () if closed else own.warnings(s)


def may_matter(scenario: Scenario, edition: Edition, day: datetime.date, question: str) -> bool:
    """Whether some answer to a question may change a gate, a verdict or an action. In: the answers so far."""
    return Relevance(scenario, edition, day).may_matter(question)


def no_difference(s: Situation) -> tuple[str, ...]:
    """Open questions of which every answer gives the same gates, verdicts and actions."""
    return Relevance(s.scenario, s.edition, s.day, s).no_difference()
