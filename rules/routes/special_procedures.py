"""Special procedures: independent experts whom the Council gives a mandate on a theme or a State.

Neither exhausted remedies nor a ratification is asked for, nor any UN status: Council resolution 5/2 and the experts' own methods.
"""

from .. import vocabulary as v
from ..dates import PartialDate, add_months
from ..factors import Reading, common, outcomes
from ..facts.mandates import Mandate
from ..gates import gate, letter_author, not_needed, source_of, victim_consent
from ..ground import Situation
from ..named import DETENTION, DISAPPEARANCE, WGAD, WGEID
from ..result import Action, GateResult, KeyDate
from ..route import Reads, Route
from ..vocabulary import ActionSlug, DateCode, DateStatus, GateSlug, Result, RouteSlug

ROUTE = RouteSlug.SPECIAL_PROCEDURES
LETTERS, VISITS = "ishr-communications", "sp-country-visits"
WGAD_METHODS, WGEID_METHODS = "wgad-methods", "wgeid-procedures"
CALLS = "sp-calls-for-input"
SOURCES = (LETTERS, WGAD_METHODS, WGEID_METHODS, VISITS, CALLS)


def mandates(s: Situation) -> tuple[Mandate, ...]:
    """All mandates to write to: the country's first, then the thematic ones, the closest first."""
    return (*s.ground.country_mandates, *s.ground.thematic_mandates)


def coverage(s: Situation) -> GateResult:
    """Some mandate covers a theme or a State named."""
    slug, source = GateSlug.MANDATE_COVERAGE, source_of(s, ROUTE, GateSlug.MANDATE_COVERAGE, LETTERS)
    found = mandates(s)
    if found:
        return gate(slug, Result.PASS, "pass", source, params={"mandates": tuple(m.slug for m in found)})
    questions = tuple(q for q in ("countries", "themes") if getattr(s.scenario, q) is None)
    if questions:
        return gate(slug, Result.UNKNOWN, "unknown", source, (Result.PASS, Result.FAIL), questions=questions)
    return gate(slug, Result.FAIL, "fail", source)


def gates(s: Situation) -> tuple[GateResult, ...]:
    """Coverage closes the route; so does an anonymous source that holds cases only. Consent is a condition."""
    return (
        coverage(s),
        victim_consent(s, ROUTE, LETTERS, closes=False),
        letter_author(s, ROUTE, LETTERS),
        not_needed(s, ROUTE, GateSlug.DOMESTIC_REMEDIES, LETTERS),
        not_needed(s, ROUTE, GateSlug.TREATY_RATIFIED, LETTERS),
    )


def readings(s: Situation) -> list[Reading]:
    """What speaks for and against this route."""
    tables = ("information", "scale", "evidence", "urgency", "consent", "identification", "effort")
    return [_covered(s), *common(s, *tables), outcomes(s)]


def _covered(s: Situation) -> Reading:
    theme, country = bool(s.ground.thematic_mandates), bool(s.ground.country_mandates)
    key = {(True, True): "both", (True, False): "theme", (False, True): "country", (False, False): "none"}[
        theme, country
    ]
    questions = tuple(q for q in ("countries", "themes") if getattr(s.scenario, q) is None)
    if not questions:
        return Reading("coverage", key, (key,))
    possible: tuple[str, ...] = ("both", "theme", "country", "none")
    if theme:
        possible = ("both", "theme")
    elif country:
        possible = ("both", "country")
    return Reading("coverage", key if theme or country else "unknown", possible, questions)


def actions(s: Situation, open_: bool) -> list[Action]:
    """Letters on cases and on laws, the two working groups' own procedures, visits and calls for input."""
    if not open_:
        return []
    found = _case_letters(s) if _takes_case(s) else []
    slugs = tuple(m.slug for m in mandates(s))
    laws = []
    if s.scenario.scale is v.Scale.LAW_OR_POLICY:
        laws.append(Action(ActionSlug.LEGISLATION_LETTER, "legislation-letter", LETTERS, mandates=slugs))
    wants = s.scenario.outcomes or ()
    for_report = s.scenario.information is v.Information.THEMES_MANY_COUNTRIES or v.Outcome.EXPERT_REPORT in wants
    thematic = for_report or s.scenario.information is v.Information.THEMES_ONE_COUNTRY
    calls = _calls(s) if s.ground.thematic_mandates and (thematic or not [*found, *laws]) else []
    found += [*calls, *laws] if for_report else [*laws, *calls]
    if v.Outcome.COUNTRY_VISIT in wants or (s.scenario.scale is v.Scale.CONSISTENT_PATTERN and s.ground.countries):
        found.append(Action(ActionSlug.REQUEST_VISIT, "request-visit", VISITS, mandates=slugs))
        found.append(Action(ActionSlug.MEET_ON_VISIT, "meet-on-visit", VISITS, mandates=slugs))
    return found


def _takes_case(s: Situation) -> bool:
    """Whether a letter on a case can be sent: there is a case, and the experts will know who writes."""
    return bool(s.about_cases) and s.scenario.identification is not v.Identification.ANONYMOUS


def _grave(s: Situation) -> bool:
    return any(s.edition.themes[theme].grave for theme in s.scenario.themes or ())


def _case_letters(s: Situation) -> list[Action]:
    urgency = s.scenario.urgency
    slugs = tuple(m.slug for m in mandates(s) if m.takes_cases is not False)
    code = "no-consent" if s.scenario.consent is v.Consent.NOT_GIVEN else "plain"
    found = []
    if urgency is v.Urgency.IMMINENT or (urgency is v.Urgency.ONGOING and _grave(s)):
        found.append(Action(ActionSlug.URGENT_APPEAL, f"urgent-appeal.{code}", LETTERS, mandates=slugs))
    if urgency is not v.Urgency.IMMINENT:
        found.append(Action(ActionSlug.ALLEGATION_LETTER, f"allegation-letter.{code}", LETTERS, mandates=slugs))
    themes = s.scenario.themes or ()
    if DETENTION in themes:
        found.append(Action(ActionSlug.WGAD_COMPLAINT, "wgad-complaint", WGAD_METHODS, mandates=(WGAD,)))
    if DISAPPEARANCE in themes:
        found.append(_disappearance(s))
    return found


def wgeid_limit(s: Situation) -> PartialDate | None:
    """The last day of the urgent procedure: three months after the event. Source: the working group's methods of work."""
    applies = DISAPPEARANCE in (s.scenario.themes or ()) and _takes_case(s)
    if not applies or s.scenario.happened_on is None:
        return None
    return PartialDate(add_months(s.scenario.happened_on, s.edition.rule("wgeid-urgent-months")))


def _disappearance(s: Situation) -> Action:
    limit, group = wgeid_limit(s), (WGEID,)
    if limit is None:
        return Action(ActionSlug.WGEID_STANDARD, "wgeid-standard.date-not-known", WGEID_METHODS, mandates=group)
    if limit.is_past(s.day):
        return Action(ActionSlug.WGEID_STANDARD, "wgeid-standard", WGEID_METHODS, mandates=group)
    return Action(ActionSlug.WGEID_URGENT, "wgeid-urgent", WGEID_METHODS, by=limit, mandates=group)


def _calls(s: Situation) -> list[Action]:
    """Open calls of the mandates concerned; where none is published, the advice to watch for one."""
    thematic = {m.slug for m in s.ground.thematic_mandates}
    calls = [
        call
        for call in s.edition.calls
        if call.mandate in thematic and not (call.deadline and call.deadline.is_past(s.day))
    ]
    if not calls:
        slugs = tuple(m.slug for m in s.ground.thematic_mandates)
        return [Action(ActionSlug.CALL_FOR_INPUT, "call-for-input.none-published", CALLS, mandates=slugs)]
    return [
        Action(
            ActionSlug.CALL_FOR_INPUT,
            "call-for-input",
            call.source,
            by=call.deadline,
            mandates=(call.mandate,),
            params={"title": call.title},
        )
        for call in calls
    ]


def dates(s: Situation) -> list[KeyDate]:
    """The limit of the urgent procedure on disappearances and the deadlines of calls."""
    found = []
    limit = wgeid_limit(s)
    if limit is not None:
        country = s.ground.countries[0] if s.ground.countries and len(s.ground.countries) == 1 else None
        found.append(KeyDate(DateCode.WGEID_URGENT_LIMIT, limit, DateStatus.CONFIRMED, WGEID_METHODS, country))
    thematic = {m.slug for m in s.ground.thematic_mandates}
    for call in s.edition.calls:
        if call.mandate in thematic and call.deadline and not call.deadline.is_past(s.day):
            params = {"mandate": call.mandate, "title": call.title}
            found.append(KeyDate(DateCode.CALL_FOR_INPUT, call.deadline, call.status, call.source, params=params))
    return found


def named_mandates(s: Situation) -> tuple[str, ...]:
    """The mandates to write to."""
    return tuple(mandate.slug for mandate in mandates(s))


READS = Reads.of(
    gates="consent identification information scale",
    points="consent effort evidence identification information outcomes scale urgency",
    actions="consent happened_on identification information outcomes scale urgency",
)

SELF = Route(reads=READS, gates=gates, readings=readings, actions=actions, dates=dates, mandates=named_mandates)
