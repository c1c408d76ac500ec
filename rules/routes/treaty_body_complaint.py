"""Complaints by or for a victim to a treaty body, where the State has accepted that committee's competence.

Sources: OP-ICCPR; OP-ICESCR; OP-CEDAW; OP-CRC-IC; OP-CRPD; ICERD art. 14; CAT art. 22; CED arts 30 and 31.
Each gate looks only at the committees that survive the gates before it, so that what passes together is one and the same committee.
"""

from ..committees import Filing, best, filings
from ..factors import Reading, common, outcomes
from ..gates import domestic_remedies, gate, identified_author, source_of, treaty_ratified, victim_consent
from ..ground import Situation
from ..named import CED, DISAPPEARANCE
from ..result import Action, CountryTreaty, GateResult, KeyDate
from ..route import Reads, Route
from ..vocabulary import ActionSlug, DateCode, DateStatus, GateSlug, Result, RouteSlug, Urgency

ROUTE = RouteSlug.TREATY_BODY_COMPLAINT
RULES, CED_ACTION, INTERIM = "tb-communications", "ced-urgent-action", "tb-interim-measures"
SOURCES = (RULES, CED_ACTION, INTERIM)


def is_a_case(s: Situation) -> GateResult:
    """Cases only: thematic information or a law without a victim is not examined."""
    slug, source = GateSlug.IS_A_CASE, source_of(s, ROUTE, GateSlug.IS_A_CASE, RULES)
    if s.about_cases is None:
        questions = tuple(q for q in ("information", "scale") if getattr(s.scenario, q) is None)
        return gate(slug, Result.UNKNOWN, "unknown", source, (Result.PASS, Result.FAIL), questions=questions)
    return gate(slug, Result.PASS, "pass", source) if s.about_cases else gate(slug, Result.FAIL, "fail", source)


def gates(s: Situation) -> tuple[GateResult, ...]:
    """Bound, accepted, exhausted, in time, not elsewhere, with consent, by a known author, about a case."""
    return _judged(s)[0]


def _with_filings(s: Situation) -> tuple[tuple[GateResult, ...], tuple[Filing, ...]]:
    ratified = treaty_ratified(s, ROUTE, RULES)
    all_ = filings(s)
    bound = tuple(f for f in all_ if f.pair.bound)
    accepted = tuple(f for f in bound if f.competence.result is not Result.FAIL)
    in_time = tuple(f for f in accepted if f.time.result is not Result.FAIL)
    usable = tuple(f for f in in_time if f.same.result is not Result.FAIL)
    chosen = usable or in_time or accepted or bound or all_
    found = (
        ratified,
        best(GateSlug.COMPETENCE_ACCEPTED, tuple((f.pair, f.competence) for f in bound or all_), s, ROUTE, RULES),
        domestic_remedies(s, ROUTE, RULES),
        best(GateSlug.TIME_LIMIT, tuple((f.pair, f.time) for f in accepted or bound or all_), s, ROUTE, RULES),
        best(GateSlug.SAME_MATTER, tuple((f.pair, f.same) for f in in_time or accepted or chosen), s, ROUTE, RULES),
        victim_consent(s, ROUTE, RULES, closes=True),
        identified_author(s, ROUTE, RULES),
        is_a_case(s),
    )
    return found, usable


def usable(s: Situation) -> tuple[Filing, ...]:
    """The committees that may be written to."""
    return _judged(s)[1]


def _judged(s: Situation) -> tuple[tuple[GateResult, ...], tuple[Filing, ...]]:
    if ROUTE not in s.memo:
        s.memo[ROUTE] = _with_filings(s)
    judged: tuple[tuple[GateResult, ...], tuple[Filing, ...]] = s.memo[ROUTE]
    return judged


CLOCK_KEYS = ("no-limit", "no-clock", "time-left", "last-weeks", "ready-too-late")


def _clock(s: Situation) -> Reading | None:
    """How much time is left at the committee that leaves most of it."""
    if s.about_cases is False:
        return None
    keys = {f.clock_key(s) for f in usable(s)}
    sure = bool(keys) and s.scenario.ready_on is not None and None not in keys and s.about_cases is True
    table = s.edition.weights.tables[ROUTE]["clock"]
    known = sorted((key for key in keys if key), key=lambda key: (-table[key], key))
    if sure and s.scenario.remedies is not None:
        return Reading("clock", known[0], (known[0],))
    questions = ("countries", "themes", "remedies", "final_decision_on", "ready_on")
    still_open = tuple(q for q in questions if getattr(s.scenario, q) is None)
    return Reading("clock", "unknown", (*CLOCK_KEYS, None), still_open)


def readings(s: Situation) -> list[Reading]:
    """What speaks for and against this route."""
    tables = ("information", "scale", "evidence", "urgency", "consent", "remedies", "effort")
    clock = _clock(s)
    return [*([clock] if clock else []), *common(s, *tables), outcomes(s)]


def actions(s: Situation, open_: bool) -> list[Action]:
    """A complaint to each committee that is open, interim measures where harm is near, and CED's search for a missing person.

    The last needs neither acceptance nor exhaustion (CED art. 30), so it stands even where complaints are closed.
    """
    found = []
    for filing in usable(s) if open_ else ():
        treaty, country, limit = filing.pair.treaty.slug, filing.pair.country, filing.limit(s)
        code = "communication" if limit else "communication.no-limit"
        found.append(
            Action(ActionSlug.COMMUNICATION, code, filing.pair.treaty.source, by=limit, country=country, treaty=treaty)
        )
        if s.scenario.urgency is Urgency.IMMINENT:
            found.append(
                Action(ActionSlug.INTERIM_MEASURES, "interim-measures", INTERIM, country=country, treaty=treaty)
            )
    return [*_search(s), *found]


def _search(s: Situation) -> list[Action]:
    missing = DISAPPEARANCE in (s.scenario.themes or ()) and s.about_cases
    if not missing or s.scenario.urgency is Urgency.PAST:
        return []
    pairs = [pair for pair in s.ground.pairs if pair.treaty.slug == CED and pair.bound]
    return [
        Action(ActionSlug.CED_URGENT_ACTION, "ced-urgent-action", CED_ACTION, country=pair.country, treaty=CED)
        for pair in pairs
    ]


def dates(s: Situation) -> list[KeyDate]:
    """The last day to file at each committee that has one."""
    found = []
    for filing in usable(s):
        limit = filing.limit(s)
        if limit is not None and not limit.is_past(s.day):
            params = {"treaty": filing.pair.treaty.slug}
            source = filing.pair.treaty.source
            found.append(
                KeyDate(DateCode.PETITION_LIMIT, limit, DateStatus.CONFIRMED, source, filing.pair.country, params)
            )
    return found


def named_treaties(s: Situation) -> tuple[CountryTreaty, ...]:
    """The committees that may be written to, with the State's own limits on them."""
    return tuple(
        CountryTreaty(f.pair.treaty.slug, f.pair.country, tuple(limit.summary for limit in f.pair.limits))
        for f in usable(s)
    )


READS = Reads.of(
    gates="consent elsewhere final_decision_on happened_on identification information ready_on remedies scale urgency",
    points="consent effort elsewhere evidence final_decision_on happened_on identification information "
    "outcomes ready_on remedies scale urgency",
    actions="consent elsewhere final_decision_on happened_on identification information remedies scale urgency",
)

SELF = Route(reads=READS, gates=gates, readings=readings, actions=actions, dates=dates, treaties=named_treaties)
