"""From gates and readings to a score, a range, a verdict and an order. The only place, with ``sequence``, that sees all six routes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from .factors import Reading
from .ground import Situation
from .result import Factor, GateResult, Score
from .route import Gives, Option, Route
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

OPEN_CONDITIONS = CONDITIONS | {(RouteSlug.SPECIAL_PROCEDURES, GateSlug.OWN_KNOWLEDGE)}
"""The same while they are not answered: most who write know more than the newspapers."""


def in_gates(route: RouteSlug, question: str) -> bool:
    """Whether an answer can change a gate of a route."""
    return question in ROUTES[route].reads.gates


def touches(route: RouteSlug, question: str) -> bool:
    """Whether an answer can change a gate or the score of a route."""
    reads = ROUTES[route].reads
    return question in reads.gates or question in reads.points


MOST = 100
NO_CEILING = MOST * 3


@dataclass(frozen=True, slots=True)
class Assessment:
    """One route assessed: its gates, its factors, its score and its verdict. ``options`` are all ways to take it, the best first, where a
    route has several."""

    route: RouteSlug
    gates: tuple[GateResult, ...]
    factors: tuple[Factor, ...]
    score: Score
    verdict: Verdict
    options: tuple["Assessment", ...] = ()


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
    """Assess one route by its best option. ``override`` puts other results in the place of gates, to ask what a changed fact would do."""
    own = ROUTES[route]
    gives = own.gives(s)
    found = [assess_option(route, option, gives, s, override) for option in own.options(s)]
    if len(found) == 1:
        return found[0]
    return replace(found[0], score=_together(found), options=tuple(found))


def _together(options: list[Assessment]) -> Score:
    """The score of the best option, in a range that holds whichever option an answer may make the best."""
    possible = [option for option in options if not _surely_fails(option.gates)] or options
    sure = any(not _may_fail(option.gates) for option in possible)
    low = min((option.score.low for option in possible if not (sure and _may_fail(option.gates))), default=0)
    best = options[0].score
    return Score(min(low, best.value), best.value, max(best.value, *(option.score.high for option in possible)))


def _surely_fails(gates: Iterable[GateResult]) -> bool:
    return any(gate.possible == {Result.FAIL} for gate in gates)


def _may_fail(gates: Iterable[GateResult]) -> bool:
    return any(Result.FAIL in gate.possible for gate in gates)


def assess_option(
    route: RouteSlug,
    option: Option,
    gives: Gives,
    s: Situation,
    override: Mapping[GateSlug, GateResult] | None = None,
) -> Assessment:
    """Assess one way to take a route: add up its points, hold them where a gate or the wanted outcomes hold them."""
    gates = option.gates
    if override:
        gates = tuple(override.get(gate.gate, gate) for gate in gates)
    weights = s.edition.weights
    tables = weights.tables[route]
    low = high = total = weights.base[route]
    scored = []
    for reading in option.readings:
        table = tables[reading.table]
        value = points(table, reading)
        least, most = (value, value) if len(reading.possible) <= 1 else spread(table, reading)
        total, low, high = total + value, low + least, high + most
        scored.append((reading, value))
    thresholds = weights.thresholds
    ceiling, reason = _ceiling(route, gates, gives, s, thresholds)
    most_ceiling, least_ceiling = _open_ceilings(route, gates, gives, s, thresholds)
    least_score = 0 if _may_fail(gates) else _clamp(min(low, least_ceiling))
    most_score = 0 if _surely_fails(gates) else _clamp(min(high, most_ceiling))
    if failing(gates):
        return Assessment(route, gates, (), Score(0, 0, most_score), Verdict.CLOSED)
    factors = [Factor("base", weights.base[route], "base", "base", weights.source)]
    factors += [
        Factor(f"{reading.table}-{reading.key}", value, reading.table, reading.key, weights.source, reading.params)
        for reading, value in scored
        if value or reading.questions
    ]
    if total > ceiling:
        factors.append(_held_back(ceiling - total, reason, weights.source))
        total = ceiling
    value = _clamp(total)
    return Assessment(
        route,
        gates,
        tuple(factors),
        Score(min(least_score, value), value, max(most_score, value)),
        verdict(value, thresholds),
    )


def _held_back(by: int, reason: GateResult | None, source: str) -> Factor:
    """The points that a ceiling takes away, by the gate that holds them, or because the route gives nothing of what is wanted."""
    if reason is None:
        return Factor("held-back-outcomes", by, "held-back", "outcomes", source)
    odds = "-low" if reason.odds else ""
    return Factor(f"held-back-{reason.result}{odds}", by, "held-back", reason.gate, reason.source)


def _clamp(value: int) -> int:
    return max(0, min(MOST, value))


def verdict(value: int, thresholds: Mapping[str, int]) -> Verdict:
    """The verdict on an open route of this score."""
    for step in (Verdict.STRONG, Verdict.GOOD, Verdict.POSSIBLE):
        if value >= thresholds[step]:
            return step
    return Verdict.WEAK


def _ceiling(
    route: RouteSlug, gates: Iterable[GateResult], gives: Gives, s: Situation, thresholds: Mapping[str, int]
) -> tuple[int, GateResult | None]:
    """How high a route may score: what is arguable keeps it below strong; low odds, what may yet fail, and giving none of the outcomes
    wanted keep it below good. The lowest ceiling holds."""
    good, strong = thresholds[Verdict.GOOD] - 1, thresholds[Verdict.STRONG] - 1
    wanted = s.scenario.outcomes
    lowest: tuple[int, GateResult | None] = (NO_CEILING, None)
    if wanted and not gives.surely & {*wanted}:
        lowest = (good, None)
    for gate in gates:
        if gate.result is Result.UNKNOWN and Result.FAIL in gate.possible:
            at = NO_CEILING if (route, gate.gate) in OPEN_CONDITIONS else good
        elif gate.result is Result.ARGUABLE:
            at = NO_CEILING if (route, gate.gate) in CONDITIONS else good if gate.odds else strong
        else:
            continue
        if at < lowest[0]:
            lowest = (at, gate)
    return lowest


def _open_ceilings(
    route: RouteSlug, gates: Iterable[GateResult], gives: Gives, s: Situation, thresholds: Mapping[str, int]
) -> tuple[int, int]:
    """The ceilings at best and at worst, over all that the open questions could give."""
    good, strong = thresholds[Verdict.GOOD] - 1, thresholds[Verdict.STRONG] - 1
    best = worst = NO_CEILING
    wanted = s.scenario.outcomes
    if wanted is None:
        worst = good
    elif wanted:
        if not gives.perhaps & {*wanted}:
            best = worst = good
        elif not gives.surely & {*wanted}:
            worst = good
    for gate in gates:
        if (route, gate.gate) in CONDITIONS or not gate.possible & {Result.ARGUABLE, Result.UNKNOWN}:
            continue
        # which of the arguable results has low odds is only known once it is answered
        worst = min(worst, good if gate.odds or len(gate.possible) > 1 or Result.UNKNOWN in gate.possible else strong)
        if not gate.possible & {Result.PASS, Result.NOT_NEEDED, Result.UNKNOWN}:
            best = min(best, good if gate.odds and len(gate.possible) == 1 else strong)
    return best, worst


def assess_all(s: Situation) -> tuple[Assessment, ...]:
    """All six, ranked: closed ones last; first the complaint where its interim measures are the one step that stops what is about to
    happen; then by score; equal scores in the order of ``RouteSlug``."""
    order = list(ROUTES)
    found = [assess(route, s) for route in ROUTES]
    first = RouteSlug.TREATY_BODY_COMPLAINT if treaty_body_complaint.protects_now(s) else None
    return tuple(
        sorted(
            found,
            key=lambda a: (a.verdict is Verdict.CLOSED, a.route is not first, -a.score.value, order.index(a.route)),
        )
    )


def tie(ranked: tuple[Assessment, ...], margin: int) -> tuple[RouteSlug, ...]:
    """The leading routes whose scores lie within the margin of the first; empty where one leads clearly, or leads by rule."""
    top = ranked[0]
    if top.verdict is Verdict.CLOSED or any(a.score.value > top.score.value for a in ranked[1:]):
        return ()
    leaders = tuple(
        a.route for a in ranked if a.verdict is not Verdict.CLOSED and top.score.value - a.score.value <= margin
    )
    return leaders if len(leaders) > 1 else ()
