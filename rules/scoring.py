"""From gates and readings to a score, a range, a verdict and an order. The only place, with ``sequence``, that sees all six routes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .factors import Reading
from .ground import Situation
from .result import Factor, GateResult, Score
from .route import Route
from .routes import (
    complaint_procedure,
    council_sessions,
    special_procedures,
    treaty_body_complaint,
    treaty_body_review,
    upr,
)
from .vocabulary import GateSlug, Result, RouteSlug, Verdict

ROUTES: Mapping[RouteSlug, Route] = {
    RouteSlug.SPECIAL_PROCEDURES: special_procedures.SELF,
    RouteSlug.UPR: upr.SELF,
    RouteSlug.COUNCIL_SESSIONS: council_sessions.SELF,
    RouteSlug.TREATY_BODY_REVIEW: treaty_body_review.SELF,
    RouteSlug.TREATY_BODY_COMPLAINT: treaty_body_complaint.SELF,
    RouteSlug.COMPLAINT_PROCEDURE: complaint_procedure.SELF,
}

CONDITIONS = frozenset(
    {
        (RouteSlug.SPECIAL_PROCEDURES, GateSlug.VICTIM_CONSENT),
        (RouteSlug.SPECIAL_PROCEDURES, GateSlug.IDENTIFIED_AUTHOR),
    }
)
"""Gates that set a condition and don't hold a score down: before a letter goes out, consent can be asked for and a name given."""


def in_gates(route: RouteSlug, question: str) -> bool:
    """Whether an answer can change a gate of a route."""
    return question in ROUTES[route].reads.gates


def touches(route: RouteSlug, question: str) -> bool:
    """Whether an answer can change a gate or the score of a route."""
    reads = ROUTES[route].reads
    return question in reads.gates or question in reads.points


MOST = 100


@dataclass(frozen=True, slots=True)
class Assessment:
    """One route assessed: its gates, its factors, its score and its verdict."""

    route: RouteSlug
    gates: tuple[GateResult, ...]
    factors: tuple[Factor, ...]
    score: Score
    verdict: Verdict


def points(table: Mapping[str, int], reading: Reading) -> int:
    """The points of a reading: its row, or the mean of its shares rounded half up."""
    if not reading.shares:
        return table[reading.key]
    total, count = sum(table[key] for key in reading.shares), len(reading.shares)
    return (2 * total + count) // (2 * count)


def spread(table: Mapping[str, int], reading: Reading) -> tuple[int, int]:
    """The least and the most points that the open questions could make of a reading."""
    if not reading.questions and not (len(reading.possible) > 1):
        fixed = points(table, reading)
        return fixed, fixed
    found = [0 if key is None else table[key] for key in reading.possible]
    return min(found), max(found)


def failing(gates: Iterable[GateResult]) -> bool:
    """Whether a gate closes the route."""
    return any(gate.result is Result.FAIL for gate in gates)


def assess(route: RouteSlug, s: Situation, override: Mapping[GateSlug, GateResult] | None = None) -> Assessment:
    """Assess one route. ``override`` puts other results in the place of gates, to ask what a changed fact would do."""
    own = ROUTES[route]
    gates = own.gates(s)
    if override:
        gates = tuple(override.get(gate.gate, gate) for gate in gates)
    weights = s.edition.weights
    tables = weights.tables[route]
    low = high = total = weights.base[route]
    scored = []
    for reading in own.readings(s):
        table = tables[reading.table]
        value = points(table, reading)
        least, most = (value, value) if len(reading.possible) <= 1 else spread(table, reading)
        total, low, high = total + value, low + least, high + most
        scored.append((reading, value))
    ceiling, reason = _ceiling(route, gates, weights.thresholds)
    most_ceiling, least_ceiling = _open_ceilings(route, gates, weights.thresholds)
    least_score = 0 if any(Result.FAIL in gate.possible for gate in gates) else _clamp(min(low, least_ceiling))
    most_score = 0 if any(gate.possible == {Result.FAIL} for gate in gates) else _clamp(min(high, most_ceiling))
    if failing(gates):
        return Assessment(route, gates, (), Score(0, 0, most_score), Verdict.CLOSED)
    factors = [Factor("base", weights.base[route], "base", "base", weights.source)]
    factors += [
        Factor(f"{reading.table}-{reading.key}", value, reading.table, reading.key, weights.source, reading.params)
        for reading, value in scored
        if value or reading.questions
    ]
    if total > ceiling and reason is not None:
        factors.append(Factor(f"held-back-{reason.result}", ceiling - total, "held-back", reason.gate, reason.source))
        total = ceiling
    value = _clamp(total)
    return Assessment(
        route,
        gates,
        tuple(factors),
        Score(min(least_score, value), value, max(most_score, value)),
        verdict(value, weights.thresholds),
    )


def _clamp(value: int) -> int:
    return max(0, min(MOST, value))


def verdict(value: int, thresholds: Mapping[str, int]) -> Verdict:
    """The verdict on an open route of this score."""
    for step in (Verdict.STRONG, Verdict.GOOD, Verdict.POSSIBLE):
        if value >= thresholds[step]:
            return step
    return Verdict.WEAK


def _ceiling(
    route: RouteSlug, gates: Iterable[GateResult], thresholds: Mapping[str, int]
) -> tuple[int, GateResult | None]:
    """How high a route may score: an arguable gate keeps it below strong, one that may yet fail below good."""
    lowest: tuple[int, GateResult | None] = (MOST * 2, None)
    for gate in gates:
        if (route, gate.gate) in CONDITIONS:
            continue
        if gate.result is Result.UNKNOWN and Result.FAIL in gate.possible:
            at = thresholds[Verdict.GOOD] - 1
        elif gate.result is Result.ARGUABLE:
            at = thresholds[Verdict.STRONG] - 1
        else:
            continue
        if at < lowest[0]:
            lowest = (at, gate)
    return lowest


def _open_ceilings(route: RouteSlug, gates: Iterable[GateResult], thresholds: Mapping[str, int]) -> tuple[int, int]:
    """The ceilings at best and at worst, over all that the open questions could give."""
    arguable = thresholds[Verdict.STRONG] - 1
    best = worst = MOST * 2
    for gate in gates:
        if (route, gate.gate) in CONDITIONS or Result.ARGUABLE not in gate.possible:
            continue
        worst = arguable
        if not gate.possible & {Result.PASS, Result.NOT_NEEDED}:
            best = arguable
    return best, worst


def assess_all(s: Situation) -> tuple[Assessment, ...]:
    """All six, ranked: closed ones last, then by score; equal scores in the order of ``RouteSlug``."""
    order = list(ROUTES)
    found = [assess(route, s) for route in ROUTES]
    return tuple(sorted(found, key=lambda a: (a.verdict is Verdict.CLOSED, -a.score.value, order.index(a.route))))


def tie(ranked: tuple[Assessment, ...], margin: int) -> tuple[RouteSlug, ...]:
    """The leading routes whose scores lie within the margin of the first; empty where one leads clearly."""
    if ranked[0].verdict is Verdict.CLOSED:
        return ()
    leaders = tuple(
        a.route for a in ranked if a.verdict is not Verdict.CLOSED and ranked[0].score.value - a.score.value <= margin
    )
    return leaders if len(leaders) > 1 else ()
