"""Special procedures: independent experts whom the Council gives a mandate on a theme or a State.

Neither exhausted remedies nor a ratification is asked for, nor any UN status: Council resolution 5/2 and the experts' own methods.
"""

from .. import vocabulary as v
from ..complaint_time import continues
from ..dates import PartialDate, add_months
from ..factors import Reading, common, outcomes
from ..facts.mandates import Mandate, MandateRole
from ..gates import gate, letter_author, not_needed, source_of, victim_consent
from ..ground import Situation
from ..named import DETENTION, DISAPPEARANCE, WGAD, WGEID
from ..names import learns_name
from ..result import Action, GateResult, KeyDate, MandateIf, Params, Warned
from ..route import Gives, Option, Reads, Route
from ..vocabulary import ActionSlug, DateCode, DateStatus, GateSlug, MandateRoleKind, Outcome, Result, RouteSlug

ROUTE = RouteSlug.SPECIAL_PROCEDURES
LETTERS, VISITS = "ishr-communications", "sp-country-visits"
WGAD_METHODS, WGEID_METHODS = "wgad-methods", "wgeid-procedures"
CALLS = "sp-calls-for-input"
SOURCES = (LETTERS, WGAD_METHODS, WGEID_METHODS, VISITS, CALLS)


Written = tuple[MandateRole, Mandate]
"""A mandate holder, and why to write there."""

AT_MOST = 5
"""Experts in one letter: those whom the matter is about. More names make a letter weaker, and each is a further reader."""


def _chosen(s: Situation) -> tuple[tuple[Mandate, ...], tuple[MandateIf, ...]]:
    """Whom to write to, and whom only under a condition. Worked out once: gates, points and actions all need it."""
    if ROUTE not in s.memo:
        s.memo[ROUTE] = _choose(s)
    found: tuple[tuple[Mandate, ...], tuple[MandateIf, ...]] = s.memo[ROUTE]
    return found


def _choose(s: Situation) -> tuple[tuple[Mandate, ...], tuple[MandateIf, ...]]:
    """The themes' own mandates first, one a theme and then the rest; the State's; those for the danger; those who join in."""
    danger = s.scenario.danger or ()
    firsts: list[Written] = []
    own: list[Written] = []
    near: list[Written] = []
    also: list[Written] = []
    others: list[Written] = []
    begun: set[str] = set()
    for role, mandate in s.ground.roles:
        if role.state:
            continue
        if role.danger:
            if role.danger in danger:
                (near if role.role is not MandateRoleKind.IF else others).append((role, mandate))
        elif role.role is MandateRoleKind.IF:
            others.append((role, mandate))
        elif role.role is MandateRoleKind.ALSO:
            also.append((role, mandate))
        else:
            (own if role.theme in begun else firsts).append((role, mandate))
            begun.add(role.theme)
    territory = [mandate for role, mandate in s.ground.roles if role.state]
    ordered = [*(m for _, m in firsts), *s.ground.country_mandates, *territory, *(m for _, m in (*near, *own, *also))]
    named = tuple({mandate.slug: mandate for mandate in ordered}.values())
    kept = named[:AT_MOST]
    themes = {mandate.slug: role.theme for role, mandate in (*also, *own, *near, *firsts)}
    taken = {mandate.slug for mandate in kept}
    rest = [MandateIf(mandate.slug, "", themes.get(mandate.slug, "")) for mandate in named[AT_MOST:]]
    rest += [MandateIf(mandate.slug, role.condition, role.theme) for role, mandate in others]
    return kept, tuple({row.mandate: row for row in reversed(rest) if row.mandate not in taken}.values())[::-1]


def mandates(s: Situation) -> tuple[Mandate, ...]:
    """The mandate holders to write to: the closest first, at most five."""
    return _chosen(s)[0]


def mandates_if(s: Situation) -> tuple[MandateIf, ...]:
    """The mandate holders to write to only under a condition."""
    return _chosen(s)[1]


def coverage(s: Situation) -> GateResult:
    """Some mandate covers a theme or a State named. Thematic mandates write to every State, so a State alone lacks only the right."""
    slug, source = GateSlug.MANDATE_COVERAGE, source_of(s, ROUTE, GateSlug.MANDATE_COVERAGE, LETTERS)
    if any(_covers(s)):
        return gate(slug, Result.PASS, "pass", source, params={"mandates": tuple(m.slug for m in mandates(s))})
    themes = ("themes",) if s.scenario.themes is None else ()
    if s.scenario.countries:
        open_to = (Result.PASS, Result.ARGUABLE) if themes else ()
        return gate(slug, Result.ARGUABLE, "name-the-rights", source, open_to, questions=themes)
    countries = ("countries",) if s.scenario.countries is None else ()
    if themes or countries:
        maybe = (Result.PASS, Result.ARGUABLE, Result.FAIL)
        return gate(slug, Result.UNKNOWN, "unknown", source, maybe, questions=(*countries, *themes))
    return gate(slug, Result.FAIL, "fail", source)


def own_knowledge(s: Situation) -> GateResult:
    """A letter that rests on mass media alone is not taken up: code of conduct (Council resolution 5/2, annex), art. 9(e)."""
    slug, source = GateSlug.OWN_KNOWLEDGE, source_of(s, ROUTE, GateSlug.OWN_KNOWLEDGE, LETTERS)
    only_cases = s.scenario.information in (v.Information.INDIVIDUAL_CASES, None)
    against = Result.FAIL if only_cases else Result.ARGUABLE
    maybe = (Result.FAIL, Result.ARGUABLE) if s.scenario.information is None else ()
    match s.scenario.evidence:
        case None:
            result = Result.UNKNOWN if only_cases else Result.PASS
            code = "unknown" if only_cases else "if-not-media-only"
            return gate(slug, result, code, source, (Result.PASS, against, *maybe), questions=("evidence",))
        case v.Evidence.MEDIA_ONLY if only_cases:
            code = "fail.in-danger" if s.scenario.urgency is v.Urgency.IMMINENT else "fail"
            return gate(slug, Result.FAIL, code, source, maybe, questions=("information",) if maybe else ())
        case v.Evidence.MEDIA_ONLY:
            return gate(slug, Result.ARGUABLE, "arguable", source)
        case _:
            return gate(slug, Result.PASS, "pass", source)


def gates(s: Situation) -> tuple[GateResult, ...]:
    """Coverage closes the route; so do mass media alone, and an anonymous source that holds cases only. Consent is a condition."""
    return (
        coverage(s),
        own_knowledge(s),
        victim_consent(s, ROUTE, LETTERS, closes=False),
        letter_author(s, ROUTE, LETTERS),
        not_needed(s, ROUTE, GateSlug.DOMESTIC_REMEDIES, LETTERS),
        not_needed(s, ROUTE, GateSlug.TREATY_RATIFIED, LETTERS),
    )


def options(s: Situation) -> list[Option]:
    """One way: letters, visits and reports by the same mandate holders."""
    return [Option(gates(s), readings(s))]


def readings(s: Situation) -> list[Reading]:
    """What speaks for and against this route."""
    tables = ("information", "scale", "evidence", "urgency", "consent", "identification", "effort")
    return [_covered(s), *_age(s), *common(s, *tables), outcomes(s)]


def _covers(s: Situation) -> tuple[bool, bool]:
    """Whether a mandate covers a theme named, and whether one covers a State named. What is about to happen covers neither."""
    theme = any(role.theme and role.role is not MandateRoleKind.IF for role, _ in s.ground.roles)
    country = bool(s.ground.country_mandates) or any(role.state for role, _ in s.ground.roles)
    return theme, country


def _covered(s: Situation) -> Reading:
    theme, country = _covers(s)
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


AGE_KEYS = ("recent", "old")
RECENT, RECENT_MONTHS = "sp-recent-facts-months", 24
"""How old facts may be before mandate holders, in practice, mostly look at newer ones; the Working Group on Disappearances excepted."""


def _age(s: Situation) -> list[Reading]:
    """Whether the last act lies within what mandate holders take in practice; what goes on is never old."""
    if s.about_cases is False or DISAPPEARANCE in (s.scenario.themes or ()):
        return []
    questions = tuple(q for q in ("happened_on", "continues", "urgency") if getattr(s.scenario, q) is None)
    happened, goes_on = s.scenario.happened_on, continues(s)
    months = s.edition.rules.get(RECENT, (RECENT_MONTHS, ""))[0]
    long_ago = happened is not None and add_months(happened, months) < s.day
    # whether it counts at all may be open: it does not where there is no case, or where somebody disappeared
    depends: tuple[str, ...] = ("themes",) if s.scenario.themes is None else ()
    if s.about_cases is None:
        depends += tuple(q for q in ("information", "scale") if getattr(s.scenario, q) is None)
    or_none = (None,) if depends else ()
    if happened is not None and not long_ago:
        return [Reading("age", "recent", ("recent", *or_none), depends)]
    if goes_on and s.scenario.continues is not None:
        return [Reading("age", "recent", ("recent", *or_none), depends)]
    if goes_on:  # taken from the danger: an answer may say otherwise
        return [Reading("age", "recent", (*AGE_KEYS, *or_none), ("continues", *depends))]
    if long_ago and goes_on is False:
        return [Reading("age", "old", ("old", *or_none), depends)]
    return [Reading("age", "unknown", (*AGE_KEYS, *or_none), (*questions, *depends))]


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
    calls = _calls(s) if _thematic(s) and (thematic or not [*found, *laws]) else []
    found += [*calls, *laws] if for_report else [*laws, *calls]
    if v.Outcome.COUNTRY_VISIT in wants or (s.scenario.scale is v.Scale.CONSISTENT_PATTERN and s.ground.countries):
        found.append(_visit(s, slugs))
        found.append(Action(ActionSlug.MEET_ON_VISIT, "meet-on-visit", VISITS, mandates=slugs))
    return found


def _visit(s: Situation, slugs: tuple[str, ...]) -> Action:
    """A visit is by invitation: whether the States named have one standing, as far as that is known."""
    standing = {row.state: row.source for row in s.ground.invitations}
    places = tuple(country for country in s.scenario.countries or () if country in standing)
    if not places:
        return Action(ActionSlug.REQUEST_VISIT, "request-visit", VISITS, mandates=slugs)
    params: Params = {"invited": " ".join(places)}
    return Action(
        ActionSlug.REQUEST_VISIT, "request-visit.standing", standing[places[0]], mandates=slugs, params=params
    )


def _thematic(s: Situation) -> tuple[str, ...]:
    """The thematic mandates among those to write to."""
    return tuple(mandate.slug for mandate in mandates(s) if mandate.kind == "thematic")


def _takes_case(s: Situation) -> bool:
    """Whether a letter on a case can be sent: there is a case, the experts will know who writes, and it does not rest on mass media."""
    known = s.scenario.identification is not v.Identification.ANONYMOUS
    return bool(s.about_cases) and known and s.scenario.evidence is not v.Evidence.MEDIA_ONLY


def _threatened(s: Situation) -> bool:
    """Whether somebody is held, missing or threatened: life, liberty or bodily integrity is at stake."""
    return any(s.edition.themes[theme].grave for theme in s.scenario.themes or ())


LETTER_CODES = {v.Consent.NOT_GIVEN: "no-consent", v.Consent.NOT_ASKED: "ask-first"}


def _case_letters(s: Situation) -> list[Action]:
    urgency, themes = s.scenario.urgency, s.scenario.themes or ()
    danger = s.scenario.danger or ()
    slugs = tuple(m.slug for m in mandates(s) if m.takes_cases is not False)
    code = "plain" if s.scenario.consent is None else LETTER_CODES.get(s.scenario.consent, "plain")
    imminent, detained = urgency is v.Urgency.IMMINENT, DETENTION in themes
    found = []
    if DISAPPEARANCE in themes or v.Danger.DISAPPEARANCE in danger:
        found.append(_disappearance(s))
    if imminent or (urgency is v.Urgency.ONGOING and _threatened(s)):
        found.insert(0, Action(ActionSlug.URGENT_APPEAL, f"urgent-appeal.{code}", LETTERS, mandates=slugs))
    if imminent and (detained or v.Danger.DETENTION in danger):
        found.append(Action(ActionSlug.WGAD_URGENT, "wgad-urgent", WGAD_METHODS, mandates=(WGAD,)))
    if not imminent:
        found.append(Action(ActionSlug.ALLEGATION_LETTER, f"allegation-letter.{code}", LETTERS, mandates=slugs))
    if detained:
        found.append(Action(ActionSlug.WGAD_COMPLAINT, "wgad-complaint", WGAD_METHODS, mandates=(WGAD,)))
    if DISAPPEARANCE in themes and s.scenario.scale is v.Scale.CONSISTENT_PATTERN:
        slug = ActionSlug.WGEID_GENERAL_ALLEGATION
        found.append(Action(slug, slug.value, WGEID_METHODS, mandates=(WGEID,)))
    return found


def wgeid_limit(s: Situation) -> PartialDate | None:
    """The last day of the urgent procedure: three months after it began. Source: the working group's methods of work.

    Counted from the day on which the person was taken; without that day it is not known, whatever happened last.
    """
    themes, danger = s.scenario.themes or (), s.scenario.danger or ()
    applies = (DISAPPEARANCE in themes or v.Danger.DISAPPEARANCE in danger) and _takes_case(s)
    if not applies or s.scenario.began_on is None:
        return None
    return PartialDate(add_months(s.scenario.began_on, s.edition.rule("wgeid-urgent-months")))


def _disappearance(s: Situation) -> Action:
    limit, group = wgeid_limit(s), (WGEID,)
    if limit is None:
        return Action(ActionSlug.WGEID_STANDARD, "wgeid-standard.date-not-known", WGEID_METHODS, mandates=group)
    if limit.is_past(s.day):
        return Action(ActionSlug.WGEID_STANDARD, "wgeid-standard", WGEID_METHODS, mandates=group)
    return Action(ActionSlug.WGEID_URGENT, "wgeid-urgent", WGEID_METHODS, by=limit, mandates=group)


def _calls(s: Situation) -> list[Action]:
    """Open calls of the mandates concerned; where none is published, the advice to watch for one."""
    thematic = _thematic(s)
    calls = [
        call
        for call in s.edition.calls
        if call.mandate in thematic and not (call.deadline and call.deadline.is_past(s.day))
    ]
    if not calls:
        return [Action(ActionSlug.CALL_FOR_INPUT, "call-for-input.none-published", CALLS, mandates=thematic)]
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
    """The limit of the urgent procedure on disappearances, while it runs, and the deadlines of calls."""
    found = []
    limit = wgeid_limit(s)
    if limit is not None and not limit.is_past(s.day):
        country = s.ground.countries[0] if s.ground.countries and len(s.ground.countries) == 1 else None
        found.append(KeyDate(DateCode.WGEID_URGENT_LIMIT, limit, DateStatus.CONFIRMED, WGEID_METHODS, country))
    thematic = _thematic(s)
    for call in s.edition.calls:
        if call.mandate in thematic and call.deadline and not call.deadline.is_past(s.day):
            params = {"mandate": call.mandate, "title": call.title}
            found.append(
                KeyDate(
                    DateCode.CALL_FOR_INPUT,
                    call.deadline,
                    call.status,
                    call.source,
                    params=params,
                    time=call.deadline_time,
                    zone=call.deadline_zone,
                )
            )
    return found


def named_mandates(s: Situation) -> tuple[str, ...]:
    """The mandates to write to."""
    return tuple(mandate.slug for mandate in mandates(s))


ALWAYS = frozenset(
    {
        Outcome.PROTECTION,
        Outcome.MEDIATION,
        Outcome.PUBLIC_ATTENTION,
        Outcome.COUNTRY_VISIT,
        Outcome.RECOMMENDATIONS,
        Outcome.LAW_CHANGE,
        Outcome.EXPERT_REPORT,
    }
)
FINDING = frozenset({Outcome.LEGAL_FINDING})


def gives(s: Situation) -> Gives:
    """Letters, visits and reports; a legal finding only by an opinion of the Working Group on Arbitrary Detention."""
    if s.scenario.themes is not None and DETENTION not in s.scenario.themes:
        return Gives(ALWAYS, ALWAYS)
    perhaps = s.about_cases is not False
    surely = s.scenario.themes is not None and _takes_case(s) and s.scenario.identification is not None
    return Gives(ALWAYS | FINDING if surely else ALWAYS, ALWAYS | FINDING if perhaps else ALWAYS)


def warnings(s: Situation) -> list[Warned]:
    """A letter about a person asks the State about that person; who sent the information is kept back."""
    return learns_name(s, ROUTE, LETTERS, victim=True, ours=False) if s.about_cases else []


READS = Reads.of(
    gates="consent evidence identification information scale urgency",
    points="consent continues danger effort evidence happened_on identification information outcomes scale urgency",
    actions="began_on consent danger evidence identification information outcomes scale urgency",
)

SELF = Route(
    reads=READS,
    options=options,
    gives=gives,
    actions=actions,
    dates=dates,
    mandates=named_mandates,
    mandates_if=mandates_if,
    warnings=warnings,
)
