"""Sessions of the Human Rights Council: 47 States debate and vote; accredited NGOs speak, write and hold side events.

Source: ECOSOC resolution 1996/31 and the Council's rules of procedure. Any State can be raised, whatever it ratified.
"""

import datetime
from dataclasses import replace

from .. import vocabulary as v
from ..dates import PartialDate, next_yearly
from ..decisions import evidence_code, lobbying, renewal_dates, renewing
from ..factors import Reading, common, outcomes, status
from ..facts.addresses import Door
from ..facts.council import CouncilSession
from ..facts.sources import date_source
from ..gates import gate, not_needed, source_of
from ..ground import Situation
from ..named import COUNTRY
from ..names import learns_name
from ..result import Action, Addressee, GateResult, KeyDate, Warned
from ..route import Gives, Option, Reads, Route
from ..timetable import council_end
from ..vocabulary import (
    ActionSlug,
    DateCode,
    DateStatus,
    Ecosoc,
    GateSlug,
    Outcome,
    PointerSlug,
    Result,
    RouteSlug,
    YesNo,
)

ROUTE = RouteSlug.COUNCIL_SESSIONS
ACCESS, LOBBYING, WRITTEN = "council-ngo-access", "council-lobbying", "council-written-statements"
NO_STATUS = (Ecosoc.NONE, Ecosoc.APPLIED)
STATUS_FACTS = "ecosoc-application"
SPECIAL_SESSIONS = "council-special-sessions"
SOURCES = (ACCESS, LOBBYING, WRITTEN, STATUS_FACTS, SPECIAL_SESSIONS)
WRITTEN_BY = "written_statement_deadline"
"""What the facts call the last day for written statements."""
WRITTEN_LEAD, WRITTEN_WEEKS = "written-statement-lead", 2
"""Written statements are due so many weeks before the session: the edition's number or, in one without it, that of older guidance."""
SIDE_EVENT_LEAD = datetime.timedelta(weeks=3)
"""Requests for rooms close weeks before the session, and no rule says how many. Nearer than this we do not send anybody to ask: our own
mark, one week before written statements close."""


def access(s: Situation) -> GateResult:
    """Own status or a sponsor passes; no status and no sponsor fails; not knowing is unknown."""
    slug, source = GateSlug.ECOSOC_ACCESS, source_of(s, ROUTE, GateSlug.ECOSOC_ACCESS, ACCESS)
    ecosoc, sponsor = s.scenario.ecosoc, s.scenario.sponsor
    if ecosoc is not None and ecosoc not in NO_STATUS:
        return gate(slug, Result.PASS, "own", source)
    if sponsor is YesNo.YES:
        return gate(slug, Result.PASS, "sponsor", source)
    if ecosoc is not None and sponsor is YesNo.NO:
        return gate(slug, Result.FAIL, "fail", source)
    questions = tuple(q for q in ("ecosoc", "sponsor") if getattr(s.scenario, q) is None)
    code = "unknown" if ecosoc is None else "sponsor-unknown"
    return gate(slug, Result.UNKNOWN, code, source, (Result.PASS, Result.FAIL), questions=questions)


def gates(s: Situation) -> tuple[GateResult, ...]:
    """Access; neither remedies nor ratification."""
    return (
        access(s),
        not_needed(s, ROUTE, GateSlug.DOMESTIC_REMEDIES, ACCESS),
        not_needed(s, ROUTE, GateSlug.TREATY_RATIFIED, ACCESS),
    )


SESSION_KEYS = ("ready", "too-late", "not-published")


def _session(s: Situation) -> Reading:
    """Whether the information is ready before the next session opens, or before the one that is running ends."""
    session, ready = s.ground.council, s.scenario.ready_on
    if session is None or session.start is None:
        return Reading("session", "not-published", ("not-published",))
    if ready is None:
        return Reading("session", "unknown", ("ready", "too-late"), ("ready_on",))
    end = council_end(session)
    running = has_begun(s, session)
    in_time = end is not None and ready <= end if running else ready < session.start.first
    key = "ready" if in_time else "too-late"
    if session.dates_status is not DateStatus.CONFIRMED:
        return Reading("session", key, ("ready", "too-late"))
    return Reading("session", key, (key,))


def readings(s: Situation) -> list[Reading]:
    """What speaks for and against this route."""
    tables = (
        "information",
        "scale",
        "evidence",
        "urgency",
        "identification",
        "reprisals",
        "effort",
        "geneva",
        "coalition",
    )
    return [status(s), _session(s), *common(s, *tables), outcomes(s)]


def session_for(s: Situation) -> CouncilSession | None:
    """The session that the advice is on: the one that is running or next, or the one after if the information is ready only then."""
    session, ready, after = s.ground.council, s.scenario.ready_on, s.ground.council_after
    end = council_end(session) if session else None
    return after if after is not None and ready is not None and end is not None and ready > end else session


def has_begun(s: Situation, session: CouncilSession | None) -> bool:
    """Whether a session is running; one whose first day is not known surely is at the end of that month."""
    return session is not None and session.start is not None and session.start.last <= s.day


def last_day(s: Situation) -> PartialDate | None:
    """Until when something can be done at the session: the last day of one that is running, else its first day."""
    session = session_for(s)
    if session is None or session.start is None:
        return None
    date = session.end if has_begun(s, session) and session.end else session.start
    return None if date.is_past(s.day) else date


def written_deadline(s: Situation) -> tuple[PartialDate | None, DateStatus]:
    """The published deadline for written statements, or two weeks before a session whose first day is known, as an estimate."""
    session = session_for(s)
    if session is None:
        return None, DateStatus.UNKNOWN
    if session.written_deadline is not None:
        return session.written_deadline, DateStatus.CONFIRMED
    if session.start is None or session.start.precision != "day":
        return None, DateStatus.UNKNOWN
    return PartialDate(session.start.first - _written_lead(s)), DateStatus.ESTIMATED


def _written_lead(s: Situation) -> datetime.timedelta:
    return datetime.timedelta(weeks=s.edition.rules.get(WRITTEN_LEAD, (WRITTEN_WEEKS, WRITTEN))[0])


def _closes(
    session: CouncilSession | None, published: PartialDate | None, lead: datetime.timedelta
) -> datetime.date | None:
    """The last day on which a request can be in time: as published, or by the weeks that practice needs before the session at its latest
    start."""
    if published is not None:
        return published.last
    return session.start.last - lead if session is not None and session.start is not None else None


def _in_time(s: Situation, last: datetime.date | None) -> bool:
    """Whether a request can still be made, with information that is ready by then."""
    ready = s.scenario.ready_on
    return last is None or (s.day <= last and (ready is None or ready <= last))


def can_write(s: Situation) -> bool:
    """Whether a written statement can still be in time."""
    session = session_for(s)
    return _in_time(s, _closes(session, session.written_deadline if session else None, _written_lead(s)))


def can_book(s: Situation) -> bool:
    """Whether a room for a side event can still be had. It is asked for before the information has to be ready."""
    session = session_for(s)
    last = _closes(session, session.side_event_deadline if session else None, SIDE_EVENT_LEAD)
    return last is None or s.day <= last


def is_crisis(s: Situation) -> bool:
    """Whether the Council may be called together: grave harm that goes on, as a pattern or all over a State, and the Council is to act."""
    scenario = s.scenario
    going_on = scenario.urgency in (v.Urgency.IMMINENT, v.Urgency.ONGOING)
    wide = scenario.scale is v.Scale.CONSISTENT_PATTERN or COUNTRY in (scenario.themes or ())
    return going_on and wide and bool({Outcome.COUNCIL_ACTION, Outcome.ACCOUNTABILITY} & {*(scenario.outcomes or ())})


def actions(s: Situation, open_: bool) -> list[Action]:
    """In a crisis first what needs no status; then a sponsor or status where access is missing, statements, a side event, lobbying."""
    scenario = s.scenario
    own = scenario.ecosoc is not None and scenario.ecosoc not in NO_STATUS
    found = [*_special_session(s), *_evidence(s)]
    if not own and scenario.sponsor is not YesNo.YES:
        found.append(Action(ActionSlug.FIND_SPONSOR, "find-sponsor", ACCESS))
    if open_:
        found += sorted(_on_the_floor(s), key=_by_day)
        if Outcome.COUNCIL_ACTION in (scenario.outcomes or ()):
            found += renewing(s, session_for(s))
    if scenario.ecosoc is Ecosoc.NONE and scenario.effort is not v.Effort.DAYS:
        by = PartialDate(next_yearly(6, 1, s.day))
        found.append(Action(ActionSlug.APPLY_ECOSOC, "apply-ecosoc", STATUS_FACTS, by=by))
    return found


def _by_day(action: Action) -> datetime.date:
    """By its last day; what has none is for now."""
    return action.by.last if action.by else datetime.date.min


def _special_session(s: Situation) -> list[Action]:
    """A special session on each State; while a regular session runs, an urgent debate is the shorter way."""
    if not is_crisis(s):
        return []
    running = has_begun(s, s.ground.council)
    code = "call-special-session.session-runs" if running else "call-special-session"
    places: tuple[str | None, ...] = s.scenario.countries or (None,)
    return [Action(ActionSlug.CALL_SPECIAL_SESSION, code, SPECIAL_SESSIONS, country=country) for country in places]


def _inquiries(s: Situation) -> list[tuple[str, Door]]:
    """The States named on which a body of inquiry works, each with the body."""
    doors = [door for door in s.ground.doors if door.pointer is PointerSlug.INVESTIGATION]
    return [(country, door) for country in s.scenario.countries or () for door in doors if country in door.states]


def _evidence(s: Situation) -> list[Action]:
    """What was documented goes to each body of inquiry that works on a State named, where evidence is to be kept or the Council to act."""
    if Outcome.ACCOUNTABILITY not in (s.scenario.outcomes or ()) and not is_crisis(s):
        return []
    found = []
    for country, door in _inquiries(s):
        code, params = evidence_code(s, door)
        to = (Addressee(door.name, door.kind, door.value, door.source, door.summary),)
        found.append(Action(ActionSlug.SUBMIT_EVIDENCE, code, door.source, country=country, params=params, to=to))
    return found


def _on_the_floor(s: Situation) -> list[Action]:
    scenario, session = s.scenario, session_for(s)
    by, running, remote = last_day(s), has_begun(s, session), scenario.geneva is v.Geneva.REMOTE
    found = []
    if can_write(s):
        deadline, _ = written_deadline(s)
        code = "written-statement" if deadline else "written-statement.not-published"
        found.append(Action(ActionSlug.WRITTEN_STATEMENT, _by_status(s, code), WRITTEN, by=deadline))
    oral = "oral-statement.video" if remote else "oral-statement"
    found.append(Action(ActionSlug.ORAL_STATEMENT, oral, ACCESS, by=by))
    if not remote and can_book(s):
        asked_by = session.side_event_deadline if session else None
        code = "side-event.published" if asked_by else "side-event"
        found.append(Action(ActionSlug.SIDE_EVENT, code, ACCESS, by=asked_by))
    lobby = "lobby-council.running" if running else "lobby-council.too-late" if not can_write(s) else "lobby-council"
    found.append(Action(ActionSlug.LOBBY_COUNCIL, lobby, LOBBYING, by=by))
    found += [replace(action, by=by) for action in lobbying(s)]
    if Outcome.COUNCIL_ACTION in (scenario.outcomes or ()):
        code = "seek-resolution.running" if running else "seek-resolution"
        found.append(Action(ActionSlug.SEEK_RESOLUTION, code, LOBBYING, by=by))
    return found


def _by_status(s: Situation, code: str) -> str:
    """The sentence with the length that the status held allows; both lengths where it is not known, or the status is a partner's."""
    kind = {Ecosoc.GENERAL: ".general", Ecosoc.SPECIAL: ".special", Ecosoc.ROSTER: ".roster"}
    return code + kind.get(s.scenario.ecosoc or Ecosoc.NONE, "")


def dates(s: Situation) -> list[KeyDate]:
    """The session that is running or the next one, its deadlines, and once it is too late for these the session that follows; and the
    yearly closing day for status applications where there is none."""
    found, session, first = [], session_for(s), s.ground.council
    if first is not None and first is not session:
        found.append(_session_date(first))
    if session is not None:
        found.append(_session_date(session))
        deadline, certainty = written_deadline(s)
        if deadline is not None and can_write(s):
            own = date_source(session, WRITTEN_BY, WRITTEN)
            found.append(_deadline(session, DateCode.COUNCIL_WRITTEN_STATEMENT, deadline, WRITTEN_BY, certainty, own))
        for code, date, field in (
            (DateCode.COUNCIL_SIDE_EVENT, session.side_event_deadline, "side_event_request_deadline"),
            (DateCode.COUNCIL_SPEAKERS_LIST, session.oral_statement_registration, "oral_statement_registration"),
        ):
            if date is not None and not date.is_past(s.day):
                own = date_source(session, field)
                found.append(_deadline(session, code, date, field, DateStatus.CONFIRMED, own))
        if s.ground.council_after is not None and session is first and not can_write(s):
            found.append(_session_date(s.ground.council_after))
    found += renewal_dates(s, first, s.ground.council_after)
    if s.scenario.ecosoc is Ecosoc.NONE:
        day = PartialDate(next_yearly(6, 1, s.day))
        found.append(KeyDate(DateCode.ECOSOC_APPLICATION, day, DateStatus.ESTIMATED, STATUS_FACTS))
    return found


def _deadline(
    session: CouncilSession, code: DateCode, date: PartialDate, field: str, status: DateStatus, source: str
) -> KeyDate:
    """A day with the hour and the clock that stand beside it. In: what the facts call this date."""
    hour = {name: getattr(session, f"{field}_{name}") for name in ("time", "zone")}
    return KeyDate(code, date, status, source, params={"session": session.number}, **hour)


def _session_date(session: CouncilSession) -> KeyDate:
    return KeyDate(
        DateCode.COUNCIL_SESSION,
        session.start,
        session.dates_status,
        date_source(session, "start"),
        params={"session": session.number},
        end=session.end,
    )


def options(s: Situation) -> list[Option]:
    """One way: the session."""
    return [Option(gates(s), readings(s))]


SURELY = frozenset({Outcome.COUNCIL_ACTION, Outcome.PUBLIC_ATTENTION})


def gives(s: Situation) -> Gives:
    """Attention and the Council's own decisions; evidence is kept only where a body of inquiry works on a State named."""
    evidence = frozenset({Outcome.ACCOUNTABILITY})
    if _inquiries(s):
        return Gives(SURELY | evidence, SURELY | evidence)
    return Gives(SURELY, SURELY if s.scenario.countries is not None else SURELY | evidence)


def warnings(s: Situation) -> list[Warned]:
    """What is said and handed out in the Council is public, under the name of who says it."""
    return learns_name(s, ROUTE, ACCESS, victim=True, ours=True)


READS = Reads.of(
    gates="ecosoc sponsor",
    points="coalition ecosoc effort evidence geneva identification information outcomes ready_on reprisals "
    "scale sponsor urgency",
    actions="ecosoc effort geneva identification information our_name outcomes ready_on scale sponsor urgency",
)

SELF = Route(reads=READS, options=options, gives=gives, actions=actions, dates=dates, warnings=warnings)
