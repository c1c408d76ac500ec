"""Sessions of the Human Rights Council: 47 States debate and vote; accredited NGOs speak, write and hold side events.

Source: ECOSOC resolution 1996/31 and the Council's rules of procedure. Any State can be raised, whatever it ratified.
"""

import datetime

from .. import vocabulary as v
from ..dates import PartialDate, next_yearly
from ..factors import Reading, common, outcomes, status
from ..gates import gate, not_needed, source_of
from ..ground import Situation
from ..names import learns_name
from ..result import Action, GateResult, KeyDate, Warned
from ..route import Gives, Option, Reads, Route
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
SOURCES = (ACCESS, LOBBYING, WRITTEN, STATUS_FACTS)


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
    """Whether the information is ready before the next session opens."""
    session, ready = s.ground.council, s.scenario.ready_on
    if session is None or session.start is None:
        return Reading("session", "not-published", ("not-published",))
    if ready is None:
        return Reading("session", "unknown", ("ready", "too-late"), ("ready_on",))
    key = "ready" if ready < session.start.first else "too-late"
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


def written_deadline(s: Situation) -> tuple[PartialDate | None, DateStatus]:
    """The published deadline for written statements, or two weeks before a session whose first day is known, as an estimate."""
    session = s.ground.council
    if session is None:
        return None, DateStatus.UNKNOWN
    if session.written_deadline is not None:
        return session.written_deadline, DateStatus.CONFIRMED
    if session.start is None or session.start.precision != "day":
        return None, DateStatus.UNKNOWN
    return PartialDate(session.start.first - datetime.timedelta(days=14)), DateStatus.ESTIMATED


def actions(s: Situation, open_: bool) -> list[Action]:
    """Statements, a side event, lobbying; and a sponsor or status where access is missing."""
    scenario, found = s.scenario, []
    own = scenario.ecosoc is not None and scenario.ecosoc not in NO_STATUS
    if open_:
        found += _on_the_floor(s)
    if not own and scenario.sponsor is not YesNo.YES:
        found.insert(0, Action(ActionSlug.FIND_SPONSOR, "find-sponsor", ACCESS))
    if scenario.ecosoc is Ecosoc.NONE and scenario.effort is not v.Effort.DAYS:
        by = PartialDate(next_yearly(6, 1, s.day))
        found.append(Action(ActionSlug.APPLY_ECOSOC, "apply-ecosoc", STATUS_FACTS, by=by))
    return found


def _on_the_floor(s: Situation) -> list[Action]:
    scenario, session = s.scenario, s.ground.council
    start = session.start if session else None
    start = None if start is None or start.is_past(s.day) else start
    deadline, _ = written_deadline(s)
    gone = deadline is not None and deadline.is_past(s.day)
    found = []
    if not gone:
        code = "written-statement" if deadline else "written-statement.not-published"
        found.append(Action(ActionSlug.WRITTEN_STATEMENT, code, WRITTEN, by=deadline))
    oral = "oral-statement.video" if scenario.geneva is v.Geneva.REMOTE else "oral-statement"
    found.append(Action(ActionSlug.ORAL_STATEMENT, oral, ACCESS, by=start))
    if scenario.geneva is not v.Geneva.REMOTE:
        side = session.side_event_deadline if session else None
        found.append(Action(ActionSlug.SIDE_EVENT, "side-event", ACCESS, by=side or start))
    found.append(Action(ActionSlug.LOBBY_COUNCIL, "lobby-council", LOBBYING, by=start))
    if v.Outcome.COUNCIL_ACTION in (scenario.outcomes or ()):
        found.append(Action(ActionSlug.SEEK_RESOLUTION, "seek-resolution", LOBBYING, by=start))
    return found


def dates(s: Situation) -> list[KeyDate]:
    """The next session and its deadlines; and the yearly closing day for status applications where there is none."""
    found, session = [], s.ground.council
    if session is not None:
        params = {"session": session.number}
        found.append(
            KeyDate(DateCode.COUNCIL_SESSION, session.start, session.dates_status, session.source, params=params)
        )
        deadline, certainty = written_deadline(s)
        if deadline is not None and not deadline.is_past(s.day):
            found.append(KeyDate(DateCode.COUNCIL_WRITTEN_STATEMENT, deadline, certainty, WRITTEN, params=params))
        side = session.side_event_deadline
        if side is not None and not side.is_past(s.day):
            found.append(
                KeyDate(DateCode.COUNCIL_SIDE_EVENT, side, DateStatus.CONFIRMED, session.source, params=params)
            )
    if s.scenario.ecosoc is Ecosoc.NONE:
        day = PartialDate(next_yearly(6, 1, s.day))
        found.append(KeyDate(DateCode.ECOSOC_APPLICATION, day, DateStatus.CONFIRMED, STATUS_FACTS))
    return found


def options(s: Situation) -> list[Option]:
    """One way: the session."""
    return [Option(gates(s), readings(s))]


SURELY = frozenset({Outcome.COUNCIL_ACTION, Outcome.PUBLIC_ATTENTION})


def gives(s: Situation) -> Gives:
    """Attention and the Council's own decisions; evidence is kept only where a body of inquiry works on a State named."""
    evidence = frozenset({Outcome.ACCOUNTABILITY})
    if any(door.pointer is PointerSlug.INVESTIGATION for door in s.ground.doors):
        return Gives(SURELY | evidence, SURELY | evidence)
    return Gives(SURELY, SURELY if s.scenario.countries is not None else SURELY | evidence)


def warnings(s: Situation) -> list[Warned]:
    """What is said and handed out in the Council is public, under the name of who says it."""
    return learns_name(s, ROUTE, ACCESS, victim=True, ours=True)


READS = Reads.of(
    gates="ecosoc sponsor",
    points="coalition ecosoc effort evidence geneva identification information outcomes ready_on reprisals "
    "scale sponsor urgency",
    actions="ecosoc effort geneva identification information our_name outcomes scale sponsor",
)

SELF = Route(reads=READS, options=options, gives=gives, actions=actions, dates=dates, warnings=warnings)
