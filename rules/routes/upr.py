"""The Universal Periodic Review: States review the whole human-rights record of every UN Member.

Sources: General Assembly resolution 60/251, para. 5(e); Council resolutions 5/1 and 16/21. Anyone may submit, without UN status; a
submission concerns one State.
"""

import datetime

from ..dates import MONTH, PartialDate, add_months, months_later
from ..factors import Reading, common, outcomes, status
from ..facts.sources import date_source
from ..gates import gate, not_needed, source_of
from ..ground import Situation
from ..names import learns_name
from ..result import Action, CountryStage, GateResult, KeyDate, Warned
from ..route import Option, Reads, Route, gives
from ..timetable import SUBMISSION_LEAD_MONTHS, UprPosition
from ..vocabulary import ActionSlug, DateCode, DateStatus, GateSlug, Outcome, Result, RouteSlug, Stage, YesNo

ROUTE = RouteSlug.UPR
NGOS, FOLLOW_UP, LOBBYING, ADOPTION = "upr-ngos", "upr-mid-term", "upr-lobbying", "upr-adoption"
SOURCES = (NGOS, FOLLOW_UP, LOBBYING, ADOPTION)
MID_TERM, PRE_SESSION_LEAD, APPLY_LEAD = "upr-mid-term", "upr-pre-session-lead", "upr-pre-session-apply-lead"
RULES = (MID_TERM, PRE_SESSION_LEAD, APPLY_LEAD)
"""Sourced numbers: months from the adoption to a mid-term report, weeks from a pre-session to the review, and from the last day of
applications to the pre-session."""


def un_member(s: Situation) -> GateResult:
    """Members of the UN are reviewed, and nobody else. It fails only where none of the States named is one."""
    slug, source = GateSlug.UN_MEMBER, source_of(s, ROUTE, GateSlug.UN_MEMBER, NGOS)
    scenario = s.scenario
    if not scenario.countries:
        if scenario.countries is None:
            result, code = (Result.PASS, "region") if scenario.regions else (Result.UNKNOWN, "unknown")
            return gate(slug, result, code, source, (Result.PASS, Result.FAIL), questions=("countries",))
        return gate(slug, Result.PASS, "region" if scenario.regions else "no-state", source)
    others = tuple(p.country for p in s.ground.positions if p.stage is Stage.NOT_REVIEWED)
    if not others:
        return gate(slug, Result.PASS, "pass", source)
    params = {"countries": others}
    if len(others) < len(s.ground.positions):
        return gate(slug, Result.PASS, "some", source, params=params)
    return gate(slug, Result.FAIL, "fail", source, params=params)


def members(s: Situation) -> tuple[UprPosition, ...]:
    """The States named that are reviewed."""
    return tuple(position for position in s.ground.positions if position.stage is not Stage.NOT_REVIEWED)


def one_country(s: Situation) -> GateResult:
    """A submission concerns one State: it fails only where the answer is no particular State, and no region. A region alone passes, and
    the States of the region that come next are named."""
    slug, source = GateSlug.ONE_COUNTRY, source_of(s, ROUTE, GateSlug.ONE_COUNTRY, NGOS)
    countries, regions = s.scenario.countries, s.scenario.regions
    if countries:
        count = len(members(s)) or len(countries)
        return gate(slug, Result.PASS, "pass" if count == 1 else "several", source, params={"count": count})
    if regions:
        coming = tuple(position.country for position in s.ground.coming_up)
        return gate(slug, Result.PASS, "region" if coming else "region.none", source, params={"countries": coming})
    if countries is None:
        return gate(slug, Result.UNKNOWN, "unknown", source, (Result.PASS, Result.FAIL), questions=("countries",))
    if regions is None:
        return gate(slug, Result.FAIL, "fail", source, (Result.PASS, Result.FAIL), questions=("regions",))
    return gate(slug, Result.FAIL, "fail", source)


def gates(s: Situation) -> tuple[GateResult, ...]:
    """A Member of the UN, one State; neither remedies nor ratification."""
    return (
        un_member(s),
        one_country(s),
        not_needed(s, ROUTE, GateSlug.DOMESTIC_REMEDIES, NGOS),
        not_needed(s, ROUTE, GateSlug.TREATY_RATIFIED, NGOS),
    )


STAGE_KEYS = (
    "submission",
    "submission-too-late",
    "preparation",
    "advocacy",
    "adoption",
    "follow-up",
    "unscheduled",
    "no-state",
)
TOO_LATE = "submission-too-late"


def reviewed(s: Situation) -> tuple[UprPosition, ...]:
    """The States that this is about, the next date first: those named that are Members, or else those of the region that come next."""
    positions = members(s) if s.ground.positions else s.ground.coming_up
    return tuple(sorted(positions, key=lambda position: _first_due(s, position)))


def _first_due(s: Situation, position: UprPosition) -> tuple[datetime.date, str]:
    """What orders several States: the day of the next thing to do in each; those of which nothing is known come last."""
    date, session = position.next_review, position.ahead
    if position.stage is Stage.ADOPTION:
        date = position.adoption.start if position.adoption and not position.postponed else date
    elif position.stage is Stage.FOLLOW_UP:
        date = _ahead(_mid_term(s, position), s) or date
    elif position.stage in (Stage.SUBMISSION, Stage.PREPARATION):
        published = session.stakeholder_deadline if session else None
        if published is None and date is not None:
            return add_months(date.first, -SUBMISSION_LEAD_MONTHS), position.country
        date = published or date
    return date.first if date else datetime.date.max, position.country


def ready_in_time(s: Situation, position: UprPosition) -> bool:
    """Whether the information is ready by the stakeholder deadline; not knowing either counts as in time."""
    deadline = position.ahead.stakeholder_deadline if position.ahead else None
    return deadline is None or s.scenario.ready_on is None or s.scenario.ready_on <= deadline.last


def _stage_key(s: Situation, position: UprPosition) -> str:
    late = position.stage is Stage.SUBMISSION and not ready_in_time(s, position)
    return TOO_LATE if late else position.stage.value


def _may_be(s: Situation, position: UprPosition) -> set[str]:
    """Every stage in which a State may in truth be: answers are open, or the facts are not sure."""
    found, session = {_stage_key(s, position)}, position.ahead
    if position.stage is Stage.SUBMISSION:
        if s.scenario.ready_on is None:
            found.add(TOO_LATE)
        certain = session is not None and session.stakeholder_deadline and session.stakeholder_status
        if certain is not DateStatus.CONFIRMED or position.review_status is DateStatus.TENTATIVE:
            found.add(Stage.ADVOCACY)
    if position.stage is Stage.ADVOCACY:
        if position.begun:
            found.add(Stage.ADOPTION)
        elif position.review_status is DateStatus.TENTATIVE:
            found.add(Stage.SUBMISSION)
    if position.stage is Stage.PREPARATION:
        found |= {Stage.SUBMISSION, Stage.FOLLOW_UP}
        review = position.next_review
        if review is None or add_months(review.first, -SUBMISSION_LEAD_MONTHS) <= s.day:
            found.add(Stage.ADVOCACY)
    if position.moved:
        found.add(Stage.UNSCHEDULED)
    return found


def _timing(s: Situation) -> Reading:
    """The best stage among the States named. What is open in each of them opens the range."""
    if s.scenario.countries is None:
        return Reading("stage", "unknown", STAGE_KEYS, ("countries", "ready_on"))
    positions = reviewed(s) if s.ground.positions else ()
    if not positions:
        return Reading("stage", "no-state", ("no-state",))
    table = s.edition.weights.tables[ROUTE]["stage"]

    def points(key: str) -> tuple[int, str]:
        return table[key], str(key)

    best = max((_stage_key(s, p) for p in positions), key=points)
    least = max((min(_may_be(s, p), key=points) for p in positions), key=points)
    most = max((max(_may_be(s, p), key=points) for p in positions), key=points)
    late_too = s.scenario.ready_on is None and any(p.stage is Stage.SUBMISSION for p in positions)
    return Reading("stage", best, tuple(sorted({str(best), str(least), str(most)})), ("ready_on",) if late_too else ())


def _spread(s: Situation) -> Reading:
    """One State suits a route that looks at one State; several split the work."""
    countries = s.scenario.countries
    if countries is None:
        return Reading("spread", "unknown", ("none", "one", "few", "many"), ("countries",))
    count = len(members(s)) or len(countries)
    key = "none" if not count else "one" if count == 1 else "few" if count <= 3 else "many"
    return Reading("spread", key, (key,))


def readings(s: Situation) -> list[Reading]:
    """What speaks for and against this route."""
    tables = ("information", "scale", "evidence", "urgency", "reprisals", "effort", "coalition", "geneva")
    return [_timing(s), _spread(s), *common(s, *tables), status(s), outcomes(s)]


def actions(s: Situation, open_: bool) -> list[Action]:
    """What to do for each State, by its stage. A deadline that is gone changes what to do, not only the score."""
    return [action for position in reviewed(s) for action in _for_state(s, position)] if open_ else []


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
            return [*sorted(found, key=_by_day), *_before_review(s, position)]
        case Stage.ADVOCACY:
            return _before_review(s, position)
        case Stage.ADOPTION:
            return _after_review(s, position)
        case Stage.FOLLOW_UP:
            return [_mid_term_report(s, position)]
        case Stage.PREPARATION:
            prepare = Action(ActionSlug.PREPARE_SUBMISSION, "prepare-submission", NGOS, country=country)
            report_now = _mid_term_report(s, position)
            return [prepare, report_now] if report_now.by else [prepare]
        case _:
            code = "follow-up.not-scheduled" if position.held else "follow-up.never-reviewed"
            return [Action(ActionSlug.FOLLOW_UP, code, NGOS, country=country)]


def _by_day(action: Action) -> datetime.date:
    """By its last day; what has none is for now."""
    return action.by.last if action.by else datetime.date.min


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
    """Pre-session and lobbying: recommendations are won before the review, not in it. Once its session has begun, the State's own review
    may be over, and that comes first."""
    session, country = position.ahead, position.country
    assert session is not None
    found = []
    if position.begun:
        found.append(Action(ActionSlug.CHECK_REVIEW_HELD, "check-review-held", NGOS, country=country))
    lobby = "lobby-states"
    if _may_apply(s, position):
        by = _applications_close(s, position)
        code = "pre-session" if session.pre_session else "pre-session.not-published"
        found.append(Action(ActionSlug.PRE_SESSION, code, LOBBYING, by=by, country=country))
    elif not _pre_session_is_over(s, position):
        lobby = "lobby-states.ask-speaker"
    if position.moved:
        lobby = "lobby-states.moved"
    by = (position.next_end or position.next_review) if position.begun else position.next_review
    found.append(Action(ActionSlug.LOBBY_STATES, lobby, LOBBYING, by=_ahead(by, s), country=country))
    return found


def _after_review(s: Situation, position: UprPosition) -> list[Action]:
    """The adoption; and, where the review was out of its turn or is doubted, first whether it was held at all."""
    country, council, found = position.country, position.adoption, []
    if position.moved and not position.postponed:
        found.append(Action(ActionSlug.CHECK_REVIEW_HELD, "check-review-held.moved", NGOS, country=country))
    by = None
    if council is not None and not position.postponed:
        by = _ahead(council.start, s) or _ahead(council.end, s)
    code = "adoption-statement.postponed" if position.postponed else "adoption-statement"
    found.append(Action(ActionSlug.ADOPTION_STATEMENT, code, ADOPTION, by=by, country=country))
    return [*found, Action(ActionSlug.FOLLOW_UP, "follow-up.adoption", FOLLOW_UP, country=country)]


def _pre_session_is_over(s: Situation, position: UprPosition) -> bool:
    """By its published day; where none is published, by the weeks that usually lie between it and the review's last possible start."""
    session, start = position.ahead, position.next_review
    published = session and (session.pre_session_end or session.pre_session)
    if published:
        return published.is_past(s.day)
    return start is not None and s.day > start.last - datetime.timedelta(weeks=s.edition.rule(PRE_SESSION_LEAD))


def _applications_close(s: Situation, position: UprPosition) -> PartialDate | None:
    """The month in which applications to speak at a published pre-session close, by the weeks of practice: no day is made up."""
    session = position.ahead
    if session is None or session.pre_session is None or session.pre_session.precision == "year":
        return None
    last = session.pre_session.last - datetime.timedelta(weeks=s.edition.rule(APPLY_LEAD))
    return PartialDate(last.replace(day=1), MONTH)


def _may_apply(s: Situation, position: UprPosition) -> bool:
    """Whether applications to speak at the pre-session can still be open: until their month is over, and without a published pre-session
    until the weeks of practice before the review's last possible start."""
    close, start = _applications_close(s, position), position.next_review
    if close is not None:
        return not close.is_past(s.day)
    if _pre_session_is_over(s, position):
        return False
    weeks = s.edition.rule(PRE_SESSION_LEAD) + s.edition.rule(APPLY_LEAD)
    return start is None or s.day <= start.last - datetime.timedelta(weeks=weeks)


def _ahead(date: PartialDate | None, s: Situation) -> PartialDate | None:
    return None if date is None or date.is_past(s.day) else date


def _mid_term(s: Situation, position: UprPosition) -> PartialDate | None:
    """The month for a mid-term report, counted from the session that adopted the outcome."""
    adopted = position.adoption.start if position.adoption else None
    return months_later(adopted, s.edition.rule(MID_TERM)) if adopted else None


def _mid_term_report(s: Situation, position: UprPosition) -> Action:
    by = _ahead(_mid_term(s, position), s)
    code = "follow-up" if by else "follow-up.late"
    return Action(ActionSlug.FOLLOW_UP, code, FOLLOW_UP, by=by, country=position.country)


def dates(s: Situation) -> list[KeyDate]:
    """The published dates of each State's next steps, and the months of an estimated review where nothing is published. Never a guessed
    deadline."""
    return [date for position in reviewed(s) for date in _dates(s, position)]


def _dates(s: Situation, position: UprPosition) -> list[KeyDate]:
    found: list[KeyDate] = []
    session, country = position.ahead, position.country

    def add(
        code: DateCode,
        date: PartialDate | None,
        state: DateStatus,
        source: str,
        end: PartialDate | None = None,
        hour: tuple[str, str] = ("", ""),
    ) -> None:
        if date is not None and not (end or date).is_past(s.day):
            found.append(KeyDate(code, date, state, source, country, end=end, time=hour[0], zone=hour[1]))

    def of_session(state: DateStatus) -> DateStatus:
        """A date of the session is that of the State only as surely as the State is in it."""
        return DateStatus.TENTATIVE if state is DateStatus.CONFIRMED and not position.place_is_sure else state

    if session is not None:
        deadline, state = session.stakeholder_deadline, session.stakeholder_status
        of_deadline = date_source(session, "stakeholder_deadline")
        if deadline is None and position.stage is Stage.SUBMISSION:
            found.append(KeyDate(DateCode.UPR_STAKEHOLDER_DEADLINE, None, DateStatus.UNKNOWN, of_deadline, country))
        known = of_session(session.dates_status)
        hour = session.stakeholder_deadline_time, session.stakeholder_deadline_zone
        add(DateCode.UPR_STAKEHOLDER_DEADLINE, deadline, of_session(state), of_deadline, hour=hour)
        of_report = date_source(session, "national_report_deadline")
        add(DateCode.UPR_NATIONAL_REPORT, session.national_report, known, of_report)
        if _may_apply(s, position):
            add(DateCode.UPR_PRE_SESSION_APPLICATION, _applications_close(s, position), DateStatus.ESTIMATED, LOBBYING)
        of_meetings = date_source(session, "pre_session_start")
        add(DateCode.UPR_PRE_SESSION, session.pre_session, known, of_meetings, session.pre_session_end)
    source = date_source(session, "start") if session else s.edition.cycles[max(s.edition.cycles)].source
    add(DateCode.UPR_REVIEW, position.next_review, position.review_status, source, position.next_end)
    if position.stage is Stage.ADOPTION and position.adoption is not None and not position.postponed:
        council = position.adoption
        add(DateCode.UPR_ADOPTION, council.start, DateStatus.TENTATIVE, date_source(council, "start"), council.end)
    if position.stage in (Stage.FOLLOW_UP, Stage.PREPARATION):
        add(DateCode.FOLLOW_UP, _mid_term(s, position), DateStatus.ESTIMATED, FOLLOW_UP)
    return found


def stages(s: Situation) -> tuple[CountryStage, ...]:
    """Where each State stands: those named, or else those of the region that come next."""
    return tuple(CountryStage(p.country, p.stage, p.session) for p in s.ground.positions or s.ground.coming_up)


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
