"""Reviews by the treaty bodies: committees of independent experts look at each party's report; NGOs send alternative reports.

Every party is reviewed, because reporting is a treaty duty: no acceptance, no exhaustion, no UN status.
"""

from collections.abc import Mapping

from .. import committee_reports
from .. import vocabulary as v
from ..committee_calendar import CommitteePosition
from ..committees import GROUPS
from ..factors import Reading, common, outcomes
from ..gates import gate, not_needed, source_of, treaty_ratified
from ..ground import Pair, Situation
from ..named import CAT, CED, CEDAW, CERD, CRC, CRPD, ICESCR, RACE
from ..names import learns_name
from ..result import Action, CountryTreaty, GateResult, KeyDate, Warned
from ..route import Option, Reads, Route, gives
from ..vocabulary import ActionSlug, GateSlug, Outcome, Result, RouteSlug

ROUTE = RouteSlug.TREATY_BODY_REVIEW
REPORTS, INQUIRIES = "tb-alternative-reports", "tb-inquiries"
SOURCES = (REPORTS, INQUIRIES)
PATTERN, SEVERAL = v.Scale.CONSISTENT_PATTERN, v.Scale.SEVERAL_CASES
GRAVE_OR_SYSTEMATIC = (PATTERN, SEVERAL)

INQUIRY_ON: Mapping[str, tuple[v.Scale, ...]] = {
    CAT: (PATTERN,),
    CEDAW: GRAVE_OR_SYSTEMATIC,
    CRPD: GRAVE_OR_SYSTEMATIC,
    CRC: GRAVE_OR_SYSTEMATIC,
    ICESCR: GRAVE_OR_SYSTEMATIC,
    CED: GRAVE_OR_SYSTEMATIC,
}
"""What an inquiry asks for. CAT art. 20: torture systematically practised; OP-CEDAW art. 8, OP-CRPD art. 6, OP-CRC-IC art. 13, OP-ICESCR
art. 11: grave or systematic; CED art. 33: a visit on serious violation. Which State accepts it is a fact of its own."""


def right_covered(s: Situation) -> GateResult:
    """A treaty that binds names a right concerned, or it can be reported on under one that binds; a theme closes no review."""
    slug, source = GateSlug.RIGHT_COVERED, source_of(s, ROUTE, GateSlug.RIGHT_COVERED, REPORTS)
    pairs = bound(s)
    main = next((pair for pair in pairs if pair.main), None)
    if main is not None and main.cover is not None:
        asked = s.scenario.people is None and s.about_cases is not False
        either = (Result.PASS, Result.ARGUABLE)
        if asked and all(pair.treaty.slug in GROUPS for pair in pairs if pair.main):
            params = main.params
            return gate(slug, Result.PASS, "pass", main.cover.source, either, questions=("people",), params=params)
        return gate(slug, Result.PASS, "pass", main.cover.source, params=main.params)
    # whether it matters who suffered it is open while it is not known whether there is a case
    set_aside = s.about_cases is None and s.scenario.people is not None
    open_to = (Result.PASS, Result.ARGUABLE) if set_aside else ()
    asks = tuple(q for q in ("information", "scale") if set_aside and getattr(s.scenario, q) is None)
    if pairs and pairs[0].cover is not None:
        first, cover = pairs[0], pairs[0].cover
        params = {**first.params, "condition": cover.condition}
        return gate(slug, Result.ARGUABLE, "framed", cover.source, open_to, questions=asks, params=params)
    if pairs:
        code = "framed.covenant" if s.ground.themes else "name-the-right"
        return gate(slug, Result.ARGUABLE, code, source, open_to, questions=asks, params=pairs[0].params)
    questions = tuple(q for q in ("countries", "themes") if getattr(s.scenario, q) is None)
    if questions:
        return gate(slug, Result.PASS, "unknown.committee", source, (Result.PASS, Result.ARGUABLE), questions=questions)
    return gate(slug, Result.PASS, "no-treaty", source)


def gates(s: Situation) -> tuple[GateResult, ...]:
    """A treaty that binds and covers the right; nothing else."""
    return (
        treaty_ratified(s, ROUTE, REPORTS),
        right_covered(s),
        not_needed(s, ROUTE, GateSlug.DOMESTIC_REMEDIES, REPORTS),
    )


def options(s: Situation) -> list[Option]:
    """One way: a report."""
    return [Option(gates(s), readings(s))]


def bound(s: Situation) -> tuple[Pair, ...]:
    """The State and treaty pairs under which a report can be sent: those that name the right and are about those who suffered it; where a
    State has none, those under which it can be framed."""
    by_country: dict[str, list[Pair]] = {}
    for pair in s.ground.pairs:
        if pair.bound:
            by_country.setdefault(pair.country, []).append(pair)
    found = []
    for pairs in by_country.values():
        about = [pair for pair in pairs if concerns(s, pair)] or pairs
        found += [pair for pair in about if pair.main] or about
    return tuple(found)


def _coverage(s: Situation) -> Reading:
    """Whether the State is bound at all, and by one treaty on the themes or by several."""
    questions = tuple(q for q in ("countries", "themes") if getattr(s.scenario, q) is None)
    if questions:
        return Reading("treaties", "unknown", ("one", "several"), questions)
    key = "several" if len({pair.treaty.slug for pair in bound(s)}) > 1 else "one"
    return Reading("treaties", key, (key,))


def readings(s: Situation) -> list[Reading]:
    """What speaks for and against this route."""
    tables = ("information", "scale", "evidence", "urgency", "reprisals", "effort", "coalition")
    return [_coverage(s), *common(s, *tables), outcomes(s)]


def actions(s: Situation, open_: bool) -> list[Action]:
    """CERD's urgent procedure, a report and input to the list of issues under each treaty, the earliest first, and an inquiry where a
    committee can make one.

    The urgent procedure and the inquiry ask for a party of their own, so they do not hang on the route.
    """
    return [*_early_warning(s), *(committee_reports.actions(s, positions(s), REPORTS) if open_ else ()), *_inquiries(s)]


def positions(s: Situation) -> list[CommitteePosition]:
    """What the committees to which a report can be sent do about each State."""
    reported = {(pair.country, pair.treaty.slug) for pair in bound(s)}
    return [position for position in s.ground.committees if (position.country, position.treaty) in reported]


def dates(s: Situation) -> list[KeyDate]:
    """Sessions, reviews, deadlines of organisations and reports due, as far as they are published."""
    return committee_reports.dates(s, positions(s))


def _early_warning(s: Situation) -> list[Action]:
    """The early-warning and urgent action procedure of CERD: every party, no remedies, no declaration."""
    concerned = v.People.RACE_OR_ORIGIN in (s.scenario.people or ()) or bool(RACE & {*(s.scenario.themes or ())})
    if not concerned:
        return []
    slug = ActionSlug.CERD_URGENT_PROCEDURE
    return [Action(slug, slug.value, source, country=country, treaty=CERD) for country, source in s.ground.cerd_parties]


def _inquiries(s: Situation) -> list[Action]:
    slug = ActionSlug.INQUIRY_REQUEST
    return [
        Action(slug, f"{slug}.{pair.treaty.slug}", INQUIRIES, country=pair.country, treaty=pair.treaty.slug)
        for pair in s.ground.pairs
        if pair.inquiry_open
        and pair.main
        and s.scenario.scale in INQUIRY_ON.get(pair.treaty.slug, ())
        and concerns(s, pair)
    ]


def concerns(s: Situation, pair: Pair) -> bool:
    """Whether those who suffered it, where that was answered, are among those whom the treaty is about."""
    group, people = GROUPS.get(pair.treaty.slug), s.scenario.people
    return group is None or people is None or group in people


def named_treaties(s: Situation) -> tuple[CountryTreaty, ...]:
    """The treaties that bind."""
    return tuple(CountryTreaty(pair.treaty.slug, pair.country) for pair in bound(s))


def warnings(s: Situation) -> list[Warned]:
    """Reports are published with the name of who sent them, unless a committee agrees to keep one back."""
    return learns_name(s, ROUTE, REPORTS, victim=True, ours=True)


READS = Reads.of(
    gates="people",
    points="coalition effort evidence information outcomes people reprisals scale urgency",
    actions="identification information our_name people ready_on scale",
)

SELF = Route(
    reads=READS,
    options=options,
    gives=gives(Outcome.RECOMMENDATIONS, Outcome.LAW_CHANGE, Outcome.PUBLIC_ATTENTION),
    actions=actions,
    dates=dates,
    treaties=named_treaties,
    warnings=warnings,
)
