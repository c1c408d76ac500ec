"""The Universal Periodic Review: States review the whole human-rights record of every UN Member.

Source: Council resolutions 5/1 and 16/21. Anyone may submit, without UN status; a submission concerns one State.
"""

import datetime

from ..dates import PartialDate, months_later
from ..factors import Reading, common, outcomes, status
from ..gates import gate, not_needed, source_of
from ..ground import Situation
from ..names import learns_name
from ..result import Action, CountryStage, GateResult, KeyDate, Warned
from ..route import Option, Reads, Route, gives
from ..timetable import UprPosition
from ..vocabulary import ActionSlug, DateCode, DateStatus, GateSlug, Outcome, Result, RouteSlug, Stage, YesNo

ROUTE = RouteSlug.UPR
NGOS, FOLLOW_UP, LOBBYING, ADOPTION = "upr-ngos", "upr-mid-term", "upr-lobbying", "upr-adoption"
SOURCES = (NGOS, FOLLOW_UP, LOBBYING, ADOPTION)
MID_TERM, PRE_SESSION_LEAD = "upr-mid-term", "upr-pre-session-lead"
RULES = (MID_TERM, PRE_SESSION_LEAD)
"""Sourced numbers: months from the adoption to a mid-term report, weeks from a pre-session to the review."""


def one_country(s: Situation) -> GateResult:
    """A submission concerns one State: it fails only where the answer is no particular State, and no region."""
    slug, source = GateSlug.ONE_COUNTRY, source_of(s, ROUTE, GateSlug.ONE_COUNTRY, NGOS)
    countries, regions = s.scenario.countries, s.scenario.regions
    if countries:
        code = "pass" if len(countries) == 1 else "several"
        return gate(slug, Result.PASS, code, source, params={"count": len(countries)})
    if regions:
        return gate(slug, Result.PASS, "region", source)
    if countries is None:
        return gate(slug, Result.UNKNOWN, "unknown", source, (Result.PASS, Result.FAIL), questions=("countries",))
    if regions is None:
        return gate(slug, Result.FAIL, "fail", source, (Result.PASS, Result.FAIL), questions=("regions",))
    return gate(slug, Result.FAIL, "fail", source)


def gates(s: Situation) -> tuple[GateResult, ...]:
    """One State; neither remedies nor ratification."""
    return (
        one_country(s),
        not_needed(s, ROUTE, GateSlug.DOMESTIC_REMEDIES, NGOS),
        not_needed(s, ROUTE, GateSlug.TREATY_RATIFIED, NGOS),
    )


STAGE_KEYS = ("submission", "submission-too-late", "advocacy", "adoption", "follow-up", "unscheduled", "no-state")


def ready_in_time(s: Situation, position: UprPosition) -> bool:
    """Whether the information is ready by the stakeholder deadline; not knowing either counts as in time."""
    deadline = position.ahead.stakeholder_deadline if position.ahead else None
    return deadline is None or s.scenario.ready_on is None or s.scenario.ready_on <= deadline.last


def _stage_key(s: Situation, position: UprPosition) -> str:
    late = position.stage is Stage.SUBMISSION and not ready_in_time(s, position)
    return "submission-too-late" if late else position.stage.value


def _timing(s: Situation) -> Reading:
    """The best stage among the States named."""
    if s.scenario.countries is None:
        return Reading("stage", "unknown", STAGE_KEYS, ("countries", "ready_on"))
    if not s.ground.positions:
        return Reading("stage", "no-state", ("no-state",))
    table = s.edition.weights.tables[ROUTE]["stage"]
    best = max((_stage_key(s, p) for p in s.ground.positions), key=lambda key: (table[key], key))
    late_too = s.scenario.ready_on is None and best == Stage.SUBMISSION
    possible = {best, *(_stage_key(s, p) for p in s.ground.positions), "submission-too-late"} if late_too else {best}
    return Reading("stage", best, tuple(sorted(possible)), ("ready_on",) if late_too else ())


def _spread(s: Situation) -> Reading:
    """One State suits a route that looks at one State; several split the work."""
    countries = s.scenario.countries
    if countries is None:
        return Reading("spread", "unknown", ("none", "one", "few", "many"), ("countries",))
    key = "none" if not countries else "one" if len(countries) == 1 else "few" if len(countries) <= 3 else "many"
    return Reading("spread", key, (key,))


def readings(s: Situation) -> list[Reading]:
    """What speaks for and against this route."""
    tables = ("information", "scale", "evidence", "urgency", "reprisals", "effort", "coalition", "geneva")
    return [_timing(s), _spread(s), *common(s, *tables), status(s), outcomes(s)]


def actions(s: Situation, open_: bool) -> list[Action]:
    """What to do for each State, by its stage. A deadline that is gone changes what to do, not only the score."""
    return [action for position in s.ground.positions for action in _for_state(s, position)] if open_ else []


def _for_state(s: Situation, position: UprPosition) -> list[Action]:
    session, country = position.ahead, position.country
    match position.stage:
        case Stage.SUBMISSION if session is not None:
            found = []
            report = session.national_report
            if report is None or not report.is_past(s.day):
                found.append(
                    Action(ActionSlug.NATIONAL_CONSULTATION, "national-consultation", NGOS, by=report, country=country)
                )
            if ready_in_time(s, position):
                found += _submissions(s, position)
            return [*found, *_before_review(s, position)]
        case Stage.ADVOCACY:
            return _before_review(s, position)
        case Stage.ADOPTION:
            by = position.adoption.start if position.adoption and not position.postponed else None
            code = "adoption-statement.postponed" if position.postponed else "adoption-statement"
            statement = Action(ActionSlug.ADOPTION_STATEMENT, code, ADOPTION, by=_ahead(by, s), country=country)
            return [statement, Action(ActionSlug.FOLLOW_UP, "follow-up.adoption", FOLLOW_UP, country=country)]
        case Stage.FOLLOW_UP:
            by = _ahead(_mid_term(s, position), s)
            code = "follow-up" if by else "follow-up.late"
            return [Action(ActionSlug.FOLLOW_UP, code, FOLLOW_UP, by=by, country=country)]
        case _:
            code = "follow-up.not-scheduled" if position.held else "follow-up.never-reviewed"
            return [Action(ActionSlug.FOLLOW_UP, code, NGOS, country=country)]


def _submissions(s: Situation, position: UprPosition) -> list[Action]:
    assert position.ahead is not None
    deadline, country = position.ahead.stakeholder_deadline, position.country
    code = "" if deadline else ".not-published"
    joint = Action(ActionSlug.JOINT_SUBMISSION, f"joint-submission{code}", NGOS, by=deadline, country=country)
    single = Action(ActionSlug.SUBMISSION, f"submission{code}", NGOS, by=deadline, country=country)
    match s.scenario.coalition:
        case YesNo.YES:
            return [joint]
        case YesNo.NO:
            return [single]
        case _:
            return [joint, single]


def _before_review(s: Situation, position: UprPosition) -> list[Action]:
    """Pre-session and lobbying: recommendations are won before the review, not in it."""
    session, country = position.ahead, position.country
    assert session is not None
    found = []
    start = position.next_review
    if not _pre_session_is_over(s, position):
        code = "pre-session" if session.pre_session else "pre-session.not-published"
        found.append(Action(ActionSlug.PRE_SESSION, code, LOBBYING, by=session.pre_session, country=country))
    found.append(Action(ActionSlug.LOBBY_STATES, "lobby-states", LOBBYING, by=start, country=country))
    return found


def _pre_session_is_over(s: Situation, position: UprPosition) -> bool:
    """By its published day; where none is published, by the weeks that usually lie between it and the review's last possible start."""
    session, start = position.ahead, position.next_review
    published = session and (session.pre_session_end or session.pre_session)
    if published:
        return published.is_past(s.day)
    return start is not None and s.day > start.last - datetime.timedelta(weeks=s.edition.rule(PRE_SESSION_LEAD))


def _ahead(date: PartialDate | None, s: Situation) -> PartialDate | None:
    return None if date is None or date.is_past(s.day) else date


def _mid_term(s: Situation, position: UprPosition) -> PartialDate | None:
    adopted = position.adoption.start if position.adoption else None
    return months_later(adopted, s.edition.rule(MID_TERM)) if adopted else None


def dates(s: Situation) -> list[KeyDate]:
    """The published dates of each State's next steps, and an estimated review where nothing is published. Never a guessed deadline."""
    return [date for position in s.ground.positions for date in _dates(s, position)]


def _dates(s: Situation, position: UprPosition) -> list[KeyDate]:
    found: list[KeyDate] = []
    session, country = position.ahead, position.country

    def add(code: DateCode, date: PartialDate | None, state: DateStatus, source: str) -> None:
        if date is not None and not date.is_past(s.day):
            found.append(KeyDate(code, date, state, source, country))

    if session is not None:
        deadline, state = session.stakeholder_deadline, session.stakeholder_status
        if deadline is None and position.stage is Stage.SUBMISSION:
            found.append(KeyDate(DateCode.UPR_STAKEHOLDER_DEADLINE, None, DateStatus.UNKNOWN, session.source, country))
        known = session.dates_status
        add(DateCode.UPR_STAKEHOLDER_DEADLINE, deadline, state, session.source)
        add(DateCode.UPR_NATIONAL_REPORT, session.national_report, known, session.source)
        add(DateCode.UPR_PRE_SESSION, session.pre_session, known, session.source)
    source = session.source if session else s.edition.cycles[max(s.edition.cycles)].source
    add(DateCode.UPR_REVIEW, position.next_review, position.review_status, source)
    if position.stage is Stage.ADOPTION and position.adoption is not None and not position.postponed:
        add(DateCode.UPR_ADOPTION, position.adoption.start, DateStatus.TENTATIVE, position.adoption.source)
    if position.stage is Stage.FOLLOW_UP:
        add(DateCode.FOLLOW_UP, _mid_term(s, position), DateStatus.ESTIMATED, FOLLOW_UP)
    return found


def stages(s: Situation) -> tuple[CountryStage, ...]:
    """Where each State stands."""
    return tuple(CountryStage(p.country, p.stage, p.session) for p in s.ground.positions)


def options(s: Situation) -> list[Option]:
    """One way: the review."""
    return [Option(gates(s), readings(s))]


def warnings(s: Situation) -> list[Warned]:
    """Submissions are published under the organisation's name."""
    return learns_name(s, ROUTE, NGOS, victim=True, ours=True)


READS = Reads.of(
    points="coalition ecosoc effort evidence geneva information outcomes ready_on reprisals scale sponsor urgency",
    actions="coalition identification information our_name ready_on scale",
)

SELF = Route(
    reads=READS,
    options=options,
    gives=gives(Outcome.RECOMMENDATIONS, Outcome.STATE_COMMITMENT, Outcome.LAW_CHANGE),
    actions=actions,
    dates=dates,
    stages=stages,
    warnings=warnings,
)
