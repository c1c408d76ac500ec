"""What would change the advice: answers that an organisation can act on, facts that it cannot, and the open questions' weight."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from . import vocabulary as v
from .dates import add_months
from .gates import gate
from .ground import Situation, situate
from .questions import BY_SLUG
from .result import Change, GateResult, Unknown
from .scenario import Scenario, subsets_of_one
from .scoring import ROUTES, Assessment, assess_option, in_gates, spread, touches, tried, ways
from .vocabulary import GateSlug, Result, RouteSlug, Verdict

BETTER = {verdict: place for place, verdict in enumerate(reversed(Verdict))}
"""Closed is the least, strong the most."""

ACTIONABLE: Mapping[str, tuple[Any, ...]] = {
    "evidence": (v.Evidence.SECONDARY, v.Evidence.DIRECT),
    "sponsor": (v.YesNo.YES,),
    "coalition": (v.YesNo.YES,),
    "consent": (v.Consent.GIVEN,),
    "identification": (v.Identification.NAMES_WITHHELD, v.Identification.OPEN),
    "effort": (v.Effort.DAYS, v.Effort.WEEKS, v.Effort.MONTHS),
    "geneva": (v.Geneva.TRAVEL, v.Geneva.PRESENT),
    "remedies": (v.Remedies.INEFFECTIVE, v.Remedies.EXHAUSTED),
    "scale": (v.Scale.SEVERAL_CASES, v.Scale.CONSISTENT_PATTERN),
    "information": (v.Information.THEMES_ONE_COUNTRY, v.Information.COUNTRY_OVERVIEW),
    "ecosoc": (v.Ecosoc.SPECIAL,),
}
"""Answers that an organisation can work towards, the easiest first. Where it happened and what has happened it cannot change."""

BY_DEGREES = frozenset({"effort", "geneva"})
"""More of the same: a further step is only worth naming where it gains more than the step before it."""

FIXES: Mapping[GateSlug, tuple[tuple[str, Any], ...]] = {
    GateSlug.ECOSOC_ACCESS: (("sponsor", v.YesNo.YES),),
    GateSlug.PATTERN: (("scale", v.Scale.CONSISTENT_PATTERN),),
    GateSlug.DIRECT_KNOWLEDGE: (("evidence", v.Evidence.DIRECT),),
    GateSlug.OWN_KNOWLEDGE: (("evidence", v.Evidence.SECONDARY),),
    GateSlug.DOMESTIC_REMEDIES: (("remedies", v.Remedies.EXHAUSTED), ("remedies", v.Remedies.INEFFECTIVE)),
    GateSlug.VICTIM_CONSENT: (("consent", v.Consent.GIVEN),),
    GateSlug.IDENTIFIED_AUTHOR: (("identification", v.Identification.NAMES_WITHHELD),),
    GateSlug.IS_A_CASE: (("information", v.Information.INDIVIDUAL_CASES),),
}
FACTS = frozenset({GateSlug.TREATY_RATIFIED, GateSlug.COMPETENCE_ACCEPTED, GateSlug.MANDATE_COVERAGE})
"""Gates that only a State or the Council can open."""


def _with(scenario: Scenario, **answers: Any) -> Scenario:
    """The scenario with other answers, and without those that no longer apply."""
    return replace(scenario, **answers).applicable()[0]


def _again(given: Scenario, s: Situation, answers: Mapping[str, Any]) -> Situation:
    """The same facts under other answers; the ground stands because no place and no theme changes."""
    return situate(_with(given, **answers), s.edition, s.day, s)


def _plausible(scenario: Scenario, question: str, value: Any) -> bool:
    """Whether an answer is a step that this organisation could take: cases can become more, a law cannot become a case."""
    if getattr(scenario, question) == value:
        return False
    if question == "scale":
        steps = [v.Scale.SINGLE_CASE, v.Scale.SEVERAL_CASES, v.Scale.CONSISTENT_PATTERN]
        return scenario.scale in steps and steps.index(value) > steps.index(scenario.scale)
    if question == "information":
        return scenario.information is not None and scenario.information is not v.Information.INDIVIDUAL_CASES
    if question == "consent":
        return scenario.consent is not v.Consent.VICTIM
    if question == "evidence":
        return scenario.evidence is not v.Evidence.DIRECT
    if question == "ecosoc":
        return scenario.ecosoc in (None, v.Ecosoc.NONE, v.Ecosoc.APPLIED)
    if question == "identification":
        return scenario.identification is not v.Identification.OPEN
    return True


def changes(given: Scenario, s: Situation, ranked: tuple[Assessment, ...]) -> tuple[Change, ...]:
    """Changes that open a route or bring it to good or better: one answer first, then the few that open a closed route, then facts."""
    before = {a.route: a for a in ranked}
    singles = list(_singles(given, s, before))
    opened = {change.route for change in singles if change.before is Verdict.CLOSED}
    several = [
        change
        for a in ranked
        if a.verdict is Verdict.CLOSED and a.route not in opened
        for change in _several(given, s, a)
    ]
    facts = [change for a in ranked for change in _facts(s, a)]
    return (*singles, *several, *facts)


def _singles(given: Scenario, s: Situation, before: Mapping[RouteSlug, Assessment]) -> Iterator[Change]:
    for question, values in ACTIONABLE.items():
        applies = BY_SLUG[question].asked_when(s.scenario.answers())
        if not applies and not (applies is None and question == "sponsor"):
            continue  # a sponsor helps whatever the status turns out to be; the rest would be a guess about a case
        best: dict[RouteSlug, Verdict] = {}
        for value in values:
            if not _plausible(s.scenario, question, value):
                continue
            after = _again(given, s, {question: value})
            for route, old in before.items():
                if not touches(route, question):
                    continue
                new = tried(route, after).verdict
                reached = best.get(route, old.verdict) if question in BY_DEGREES else old.verdict
                if BETTER[new] > BETTER[reached] and _worth_telling(old.verdict, new):
                    best[route] = new
                    yield Change(route, old.verdict, new, {question: value})


def _worth_telling(before: Verdict, after: Verdict) -> bool:
    """Whether it opens a route, or brings one to good or better."""
    return before is Verdict.CLOSED or BETTER[after] >= BETTER[Verdict.GOOD]


def _several(given: Scenario, s: Situation, closed: Assessment) -> Iterator[Change]:
    """The smallest set of answers that opens a closed route, if answers can open it at all."""
    shut = [g for g in closed.gates if g.result is Result.FAIL]
    if not all(g.gate in FIXES for g in shut):
        return
    answers: dict[str, Any] = {}
    for g in shut:
        question, value = FIXES[g.gate][0]
        if not _plausible(s.scenario, question, value) and question != "information":
            return
        answers[question] = value
    new = tried(closed.route, _again(given, s, answers))
    if answers and new.verdict is not Verdict.CLOSED:
        yield Change(closed.route, Verdict.CLOSED, new.verdict, answers)


def _facts(s: Situation, closed: Assessment) -> Iterator[Change]:
    """What would follow if a State ratified or accepted, or the Council gave a mandate: all that shuts an option is such a fact."""
    if closed.verdict is not Verdict.CLOSED:
        return
    route = ROUTES[closed.route]
    for option in ways(closed.route, s):
        shut = [g for g in option.gates if g.result is Result.FAIL]
        if not shut or not all(g.gate in FACTS for g in shut):
            continue
        override = {g.gate: gate(g.gate, Result.PASS, "pass", g.source) for g in shut}
        new = assess_option(closed.route, option, route.gives(s), s, override)
        if new.verdict is not Verdict.CLOSED:
            yield Change(closed.route, Verdict.CLOSED, new.verdict, fact={g.gate.value: _treaties(g) for g in shut})
            return


def _treaties(shut: GateResult) -> str:
    """The State and treaty pairs that a gate is about, in one text."""
    named = shut.params.get("treaties")
    if isinstance(named, tuple):
        return ", ".join(named)
    return f"{shut.params['treaty']}@{shut.params['country']}" if "treaty" in shut.params else ""


def unknowns(given: Scenario, s: Situation, ranked: tuple[Assessment, ...]) -> tuple[Unknown, ...]:
    """Open questions that apply, by how far their answer can move the score of some route, the furthest first."""
    answers = s.scenario.answers()
    found = []
    for slug, question in BY_SLUG.items():
        if getattr(s.scenario, slug) is not None or question.asked_when(answers) is False:
            continue
        if question.choices is not None:
            width = _tried(given, s, slug, subsets_of_one(question), ranked)
        elif question.kind == "date":
            width = _tried(given, s, slug, _days(s.day, slug), ranked)
        else:
            width = _bounded(s, slug, ranked)
        if width:
            found.append(Unknown(slug, width))
    order = list(BY_SLUG)
    return tuple(sorted(found, key=lambda u: (-u.spread, order.index(u.question))))


def _days(day: datetime.date, question: str) -> Iterable[datetime.date]:
    """Days that tell a question's effect: just now, and long ago or far ahead; sixty years ago no State had accepted a complaint."""
    if question == "ready_on":
        return (day, add_months(day, 24))
    return (day, add_months(day, -4), add_months(day, -11), add_months(day, -720))


def _tried(given: Scenario, s: Situation, question: str, values: Iterable[Any], ranked: tuple[Assessment, ...]) -> int:
    """The widest move of a route's score over the answers. Each is tried where it may change a gate, and looked up where it can't."""
    gated = [a for a in ranked if in_gates(a.route, question)]
    widest = max((_width(s, question, a) for a in ranked if a not in gated), default=0)
    if not gated:
        return widest
    lows = {a.route: a.score.value for a in gated}
    highs = dict(lows)
    for value in values:
        after = _again(given, s, {question: value})
        for a in gated:
            score = tried(a.route, after).score.value
            lows[a.route], highs[a.route] = min(lows[a.route], score), max(highs[a.route], score)
    return max(widest, *(highs[route] - lows[route] for route in lows))


def _width(s: Situation, question: str, a: Assessment) -> int:
    """How many points the readings that hang on a question can move, on a route that it can't close."""
    if a.verdict is Verdict.CLOSED:
        return 0
    tables, width = s.edition.weights.tables[a.route], 0
    for reading in ways(a.route, s)[0].readings:
        if question in reading.questions:
            least, most = spread(tables[reading.table], reading)
            width += most - least
    return width


def _bounded(s: Situation, question: str, ranked: tuple[Assessment, ...]) -> int:
    """The widest move that a State or a theme could make: there are too many to try each."""
    widest = 0
    for a in ranked:
        closes = any(question in g.questions and Result.FAIL in g.possible for g in a.gates)
        widest = max(widest, a.score.high if closes else _width(s, question, a))
    return widest
