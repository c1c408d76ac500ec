"""From gates and readings to a score, a range, a verdict and an order. The only place, with ``sequence``, that sees all six routes."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from .factors import Reading
from .facts.weights import Weights
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
from .scenario import Scenario
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


RESTS_ON: Mapping[RouteSlug, Callable[[Scenario], object]] = {
    slug: attrgetter(*sorted(route.reads.gates | route.reads.points | {"information", "scale", "outcomes"}))
    for slug, route in ROUTES.items()
}
"""The answers that an assessment rests on, beside the ground; whether it is about cases follows from two of them."""


def ways(route: RouteSlug, s: Situation) -> Sequence[Option]:
    """The options of a route, the best first."""
    key = (route, "options")
    if key not in s.memo:
        s.memo[key] = ROUTES[route].options(s)
    found: Sequence[Option] = s.memo[key]
    return found


def tried(route: RouteSlug, s: Situation) -> Assessment:
    """The best option of a route alone, without reasons: its gates, value and verdict are those of the route, its range is its own.

    For answers that are only tried: the same ones, as far as the route looks at them, are assessed once.
    """
    return s.once(
        ("tried", route),
        RESTS_ON[route],
        lambda: assess_option(route, ways(route, s)[0], ROUTES[route].gives(s), s, told=False),
    )


def assess(route: RouteSlug, s: Situation) -> Assessment:
    """Assess one route by its best option. Reasons are told of the best option alone."""
    gives, options = ROUTES[route].gives(s), ways(route, s)
    if len(options) == 1:
        return assess_option(route, options[0], gives, s)
    known: Known = {}
    found = [
        assess_option(route, option, gives, s, known=known, told=not place) for place, option in enumerate(options)
    ]
    return replace(found[0], score=_together(found), options=tuple(found))


def _together(options: list[Assessment]) -> Score:
    """The score of the best option, in a range that holds whichever option an answer may make the best."""
    best = options[0].score
    if not any(len(gate.possible) > 1 for option in options for gate in option.gates):
        return best
    possible = [option for option in options if not _surely_fails(option.gates)] or options
    sure = any(not _may_fail(option.gates) for option in possible)
    low = min((option.score.low for option in possible if not (sure and _may_fail(option.gates))), default=0)
    return Score(min(low, best.value), best.value, max(best.value, *(option.score.high for option in possible)))


def _surely_fails(gates: Iterable[GateResult]) -> bool:
    return any(gate.result is Result.FAIL and len(gate.possible) == 1 for gate in gates)


def _may_fail(gates: Iterable[GateResult]) -> bool:
    return any(Result.FAIL in gate.possible for gate in gates)


Known = dict[int, tuple[int, int, int]]
"""The points of readings that several options share: what they are, the least and the most."""


def _counted(reading: Reading, tables: Mapping[str, Mapping[str, int]]) -> tuple[int, int, int]:
    table = tables[reading.table]
    value = points(table, reading)
    return (value, value, value) if len(reading.possible) <= 1 else (value, *spread(table, reading))


def assess_option(
    route: RouteSlug,
    option: Option,
    gives: Gives,
    s: Situation,
    override: Mapping[GateSlug, GateResult] | None = None,
    *,
    known: Known | None = None,
    told: bool = True,
) -> Assessment:
    """Assess one way to take a route: add up its points, hold them where a gate or the wanted outcomes hold them.

    ``known`` keeps what readings count that several options share; without ``told`` no reasons are given.
    """
    gates = option.gates
    if override:
        gates = tuple(override.get(gate.gate, gate) for gate in gates)
    weights = s.edition.weights
    tables = weights.tables[route]
    low = high = total = weights.base[route]
    scored = []
    for reading in option.readings:
        counted = known.get(id(reading)) if known is not None else None
        if counted is None:
            counted = _counted(reading, tables)
            if known is not None:
                known[id(reading)] = counted
        value, least, most = counted
        total, low, high = total + value, low + least, high + most
        scored.append((reading, value))
    thresholds = weights.thresholds
    held = _hold(route, gates, gives, s, thresholds)
    least_score = 0 if held.may_fail else _clamp(min(low, held.least))
    most_score = 0 if held.surely_fails else _clamp(min(high, held.most))
    if held.closed:
        return Assessment(route, gates, (), Score(0, 0, most_score), Verdict.CLOSED)
    value = _clamp(min(total, held.now))
    factors = _factors(route, scored, total, held, weights) if told else ()
    score = Score(min(least_score, value), value, max(most_score, value))
    return Assessment(route, gates, factors, score, verdict(value, thresholds))


def _factors(
    route: RouteSlug, scored: Iterable[tuple[Reading, int]], total: int, held: "Held", weights: Weights
) -> tuple[Factor, ...]:
    """The reasons with their points, the base first, what is held back last."""
    factors = [Factor("base", weights.base[route], "base", "base", weights.source)]
    factors += [
        Factor(f"{reading.table}-{reading.key}", value, reading.table, reading.key, weights.source, reading.params)
        for reading, value in scored
        if value or reading.questions
    ]
    if total > held.now:
        factors.append(_held_back(held.now - total, held.reason, weights.source))
    return tuple(factors)


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


@dataclass(slots=True)
class Held:
    """How high gates and wanted outcomes let a route score: now, and at the least and the most that open answers could make of it."""

    closed: bool = False
    may_fail: bool = False
    surely_fails: bool = False
    now: int = NO_CEILING
    reason: GateResult | None = None
    least: int = NO_CEILING
    most: int = NO_CEILING


PLAIN = frozenset({Result.PASS, Result.NOT_NEEDED})


def _hold(
    route: RouteSlug, gates: Iterable[GateResult], gives: Gives, s: Situation, thresholds: Mapping[str, int]
) -> Held:
    """What is arguable keeps a route below strong; low odds, what may yet fail, and giving none of the outcomes wanted keep it below good.
    The lowest ceiling holds; two do not add up."""
    good, strong = thresholds[Verdict.GOOD] - 1, thresholds[Verdict.STRONG] - 1
    held, wanted = Held(), s.scenario.outcomes
    if wanted is None:
        held.least = good
    elif wanted and not gives.surely & {*wanted}:
        held.now = held.least = good
        if not gives.perhaps & {*wanted}:
            held.most = good
    for gate in gates:
        result, possible = gate.result, gate.possible
        if result in PLAIN and len(possible) == 1:
            continue
        fails = Result.FAIL in possible
        held.closed = held.closed or result is Result.FAIL
        held.may_fail = held.may_fail or fails
        held.surely_fails = held.surely_fails or (fails and len(possible) == 1)
        at = NO_CEILING
        if result is Result.UNKNOWN and fails:
            at = NO_CEILING if (route, gate.gate) in OPEN_CONDITIONS else good
        elif result is Result.ARGUABLE:
            at = NO_CEILING if (route, gate.gate) in CONDITIONS else good if gate.odds else strong
        if at < held.now:
            held.now, held.reason = at, gate
        if (route, gate.gate) in CONDITIONS or not (Result.ARGUABLE in possible or Result.UNKNOWN in possible):
            continue
        # which of the arguable results has low odds is only known once it is answered
        sure = len(possible) == 1 and not gate.odds
        held.least = min(held.least, strong if sure else good)
        if not possible & HARMLESS:
            surely_low = gate.odds is not None and len(possible) == 1 and not gate.questions
            held.most = min(held.most, good if surely_low else strong)
    return held


HARMLESS = frozenset({Result.PASS, Result.NOT_NEEDED, Result.UNKNOWN})
"""Results that hold nothing back, or that an answer may turn into such."""


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
