"""Complaints by or for a victim to a treaty body, where the State has accepted that committee's competence.

Sources: OP-ICCPR; OP-ICESCR; OP-CEDAW; OP-CRC-IC; OP-CRPD; ICERD art. 14; CAT art. 22; CED arts 30 and 31. Each committee is judged alone
(`rules.committees`); the route is its best committee, and the others are alternatives.
"""

import datetime
from dataclasses import replace
from operator import attrgetter

from .. import vocabulary as v
from ..committees import FAIL, PASS, ROUTE, RULES, UNKNOWN, Filing, bests, filings, is_a_case
from ..complaint_time import continues
from ..dates import PartialDate
from ..factors import Reading, common, outcomes
from ..gates import domestic_remedies, gate, identified_author, source_of, treaty_ratified, victim_consent
from ..ground import Situation
from ..named import CED, CRC, DISAPPEARANCE, ICESCR
from ..names import learns_name
from ..result import Action, CountryTreaty, GateResult, KeyDate, Params, Warned
from ..route import Gives, Option, Reads, Route
from ..vocabulary import ActionSlug, DateCode, GateSlug, Outcome, Result

CED_ACTION, INTERIM = "ced-urgent-action", "tb-interim-measures"
SOURCES = (RULES, CED_ACTION, INTERIM)
ONE_COMMITTEE = (
    GateSlug.RIGHT_COVERED,
    GateSlug.COMPETENCE_ACCEPTED,
    GateSlug.VICTIM_GROUP,
    GateSlug.FACTS_IN_TIME,
    GateSlug.TIME_LIMIT,
    GateSlug.SAME_MATTER,
)
"""Gates that only a committee can answer, beside the treaty itself."""


def judged(s: Situation) -> tuple[Filing, ...]:
    """Every committee judged, the best first; once for the same answers, as far as the committees look at them."""
    if ROUTE not in s.memo:
        s.memo[ROUTE] = s.once("filings", FILED_BY, lambda: filings(s))
    found: tuple[Filing, ...] = s.memo[ROUTE]
    return found


def usable(s: Situation) -> tuple[Filing, ...]:
    """The committees that may be written to, the best first."""
    return tuple(filing for filing in judged(s) if filing.usable)


def options(s: Situation) -> list[Option]:
    """One option a committee; where no State or no theme is known, what is not known of any."""
    tables = ("information", "scale", "evidence", "urgency", "consent", "remedies", "effort")
    shared = [*common(s, *tables), outcomes(s)]
    found = [Option(f.gates, [*_clock(s, f.clock), *shared]) for f in judged(s)]
    return found or [Option(_no_committee(s), [*_clock(s, None), *shared])]


def _no_committee(s: Situation) -> tuple[GateResult, ...]:
    """The gates before it is known which committee: open where a State or a theme is, shut where there is none."""
    scenario = s.scenario
    questions = tuple(q for q in ("countries", "themes") if getattr(scenario, q) is None)
    if not scenario.countries and scenario.regions:
        questions = ("countries", *(q for q in questions if q != "countries"))
    maybe = questions or (("regions",) if scenario.countries == () and scenario.regions is None else ())
    own: dict[GateSlug, GateResult] = {GateSlug.TREATY_RATIFIED: treaty_ratified(s, ROUTE, RULES)}
    open_to = (PASS, Result.ARGUABLE, FAIL) if maybe else ()
    for slug in ONE_COMMITTEE:
        own[slug] = gate(slug, UNKNOWN, "unknown.committee", source_of(s, ROUTE, slug, RULES), open_to, questions=maybe)
    return (
        own[GateSlug.TREATY_RATIFIED],
        own[GateSlug.RIGHT_COVERED],
        own[GateSlug.COMPETENCE_ACCEPTED],
        own[GateSlug.VICTIM_GROUP],
        own[GateSlug.FACTS_IN_TIME],
        domestic_remedies(s, ROUTE, RULES, stays=True),
        own[GateSlug.TIME_LIMIT],
        own[GateSlug.SAME_MATTER],
        victim_consent(s, ROUTE, RULES, closes=True),
        _author(s, maybe),
        is_a_case(s),
    )


def _author(s: Situation, maybe: tuple[str, ...]) -> GateResult:
    """Whether the odds are low hangs on the committee: under ICERD art. 14(6)(a) the State need not know the name."""
    found = identified_author(s, ROUTE, RULES, withheld=Result.ARGUABLE, low=True)
    return replace(found, questions=(*found.questions, *maybe)) if found.odds else found


CLOCK_KEYS = ("no-limit", "no-clock", "time-left", "last-weeks", "ready-too-late")


def _clock(s: Situation, key: str | None) -> list[Reading]:
    """How much time is left at this committee."""
    if s.about_cases is False:
        return []
    scenario = s.scenario
    asked = ("countries", "themes", "remedies", "final_decision_on", "ready_on")
    questions = tuple(q for q in asked if getattr(scenario, q) is None)
    if key in ("no-limit", "no-clock") and s.about_cases:
        return [Reading("clock", key, (key,))]
    if key is None:
        return [Reading("clock", "unknown", (*CLOCK_KEYS, None), questions)]
    if scenario.ready_on is None or s.about_cases is None:
        maybe = (key, "ready-too-late") if s.about_cases else (*CLOCK_KEYS, None)
        return [
            Reading(
                "clock",
                key,
                maybe,
                tuple(q for q in ("ready_on", "information", "scale") if getattr(scenario, q) is None),
            )
        ]
    return [Reading("clock", key, (key,))]


SURELY = frozenset({Outcome.LEGAL_FINDING, Outcome.LAW_CHANGE, Outcome.PROTECTION})
FRIENDLY = frozenset({ICESCR, CRC})
"""Committees that offer a friendly settlement: OP-ICESCR art. 7, OP-CRC-IC art. 9."""


def gives(s: Situation) -> Gives:
    """A finding, a changed law, interim measures; and a friendly settlement at two committees."""
    first = judged(s)[:1]
    friendly = bool(first) and first[0].pair.treaty.slug in FRIENDLY
    mediation = frozenset({Outcome.MEDIATION})
    maybe = not first or any(f.pair.treaty.slug in FRIENDLY for f in judged(s))
    return Gives(SURELY | mediation if friendly else SURELY, SURELY | mediation if maybe else SURELY)


def in_danger(s: Situation) -> bool:
    """Whether something is about to happen that a State can be asked to wait with."""
    return s.threatens_more_than(v.Danger.OTHER)


def protects_now(s: Situation) -> bool:
    """Whether interim measures come before everything else: a committee is open, and the remedies left, if any, would not stop it.

    Contract, section 2: the one step that States treat as a stay.
    """
    sure = (PASS, Result.ARGUABLE)
    return in_danger(s) and any(f.gate(GateSlug.DOMESTIC_REMEDIES).result in sure for f in usable(s))


def actions(s: Situation, open_: bool) -> list[Action]:
    """Interim measures where harm is near, the search for a missing person, and one complaint a State, to its best committee.

    The search needs neither acceptance nor exhaustion (CED art. 30), so it stands even where complaints are closed.
    """
    best = bests(usable(s)) if open_ else ()
    interim = [_interim(f) for f in best] if in_danger(s) else []
    return [*interim, *_search(s), *(_communication(s, f) for f in best)]


def _interim(filing: Filing) -> Action:
    remedies = filing.gate(GateSlug.DOMESTIC_REMEDIES).result
    code = "interim-measures.if-it-does-not-stop" if remedies is UNKNOWN else "interim-measures"
    pair = filing.pair
    return Action(ActionSlug.INTERIM_MEASURES, code, INTERIM, country=pair.country, treaty=pair.treaty.slug)


def _communication(s: Situation, filing: Filing) -> Action:
    pair, limit = filing.pair, filing.limit
    code = "communication" if limit else "communication.no-limit"
    if s.scenario.consent is v.Consent.NOT_ASKED:
        code += ".ask-first"
    source, treaty = pair.treaty.source, pair.treaty.slug
    return Action(ActionSlug.COMMUNICATION, code, source, by=limit, country=pair.country, treaty=treaty)


def _search(s: Situation) -> list[Action]:
    """CED art. 30 and CED/C/4/Rev.1, paras 2 to 4: who vanished after the Convention bound the State and is still missing."""
    danger = s.scenario.danger or ()
    missing = s.about_cases and (DISAPPEARANCE in (s.scenario.themes or ()) or v.Danger.DISAPPEARANCE in danger)
    if not missing or continues(s) is False:
        return []
    first = s.scenario.began_on or s.scenario.happened_on
    return [
        _urgent_action(s, country, since)
        for country, since in s.ground.ced_parties
        if since is None or first is None or first >= since
    ]


def _urgent_action(s: Situation, country: str, since: datetime.date | None) -> Action:
    params: Params = {"since": PartialDate(since)} if since else {}
    code = "ced-urgent-action"
    if s.scenario.began_on is None:
        code = "ced-urgent-action.if-it-began-since"
    elif s.scenario.remedies is v.Remedies.NOT_STARTED:
        code = "ced-urgent-action.report-first"
    return Action(ActionSlug.CED_URGENT_ACTION, code, CED_ACTION, country=country, treaty=CED, params=params)


def dates(s: Situation) -> list[KeyDate]:
    """The last day to file at each committee that has one and may be written to."""
    return [
        KeyDate(
            DateCode.PETITION_LIMIT,
            filing.limit,
            filing.limit_status,
            filing.gate(GateSlug.TIME_LIMIT).source,
            filing.pair.country,
            {"treaty": filing.pair.treaty.slug},
        )
        for filing in usable(s)
        if filing.limit is not None and not filing.limit.is_past(s.day)
    ]


def named_treaties(s: Situation) -> tuple[CountryTreaty, ...]:
    """The committees that may be written to, the best first, with the State's own limits on them."""
    return tuple(
        CountryTreaty(f.pair.treaty.slug, f.pair.country, tuple(limit.summary for limit in f.pair.limits))
        for f in usable(s)
    )


def warnings(s: Situation) -> list[Warned]:
    """The State is sent the complaint, so that it can answer it."""
    return learns_name(s, ROUTE, RULES, victim=True, ours=True)


READS = Reads.of(
    gates="began_on consent continues elsewhere elsewhere_ended_on final_decision_on happened_on identification information people "
    "remedies remedy_stops_it scale urgency",
    points="began_on consent continues effort elsewhere elsewhere_ended_on evidence final_decision_on happened_on identification "
    "information outcomes people ready_on remedies remedy_stops_it scale urgency",
    actions="began_on consent continues danger elsewhere elsewhere_ended_on final_decision_on happened_on identification information "
    "our_name people ready_on remedies remedy_stops_it scale urgency",
)

FILED_BY = attrgetter(*sorted(READS.gates | {"ready_on"}))
"""The answers that a filing rests on: its gates, and the time that is left."""

SELF = Route(
    reads=READS,
    options=options,
    gives=gives,
    actions=actions,
    dates=dates,
    treaties=named_treaties,
    warnings=warnings,
)
