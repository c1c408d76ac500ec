"""What the Council decided on the States named, and which mandates and bodies fall due again at its coming sessions."""

from .facts.addresses import Door
from .facts.council import CouncilSession
from .facts.resolutions import Adoption, Resolution
from .ground import Situation
from .renewals import BODY, Renewed
from .result import Action, KeyDate, Params
from .vocabulary import ActionSlug, DateCode, DateStatus

COOPERATION = 10
"""The item of the agenda under which the Council helps a State with its consent; under the others it speaks on what happens there."""


def resolution_on(s: Situation, country: str) -> Resolution | None:
    """The resolution that counts on a State: one on that State before one that also names it, one on what happens there before one on
    help, the latest first."""
    rows = [row for row in s.ground.resolutions if country in row.states]
    return max(
        rows,
        key=lambda row: (row.states[0] == country, row.agenda_item != COOPERATION, row.adopted_on.first, row.symbol),
        default=None,
    )


def due(s: Situation) -> tuple[tuple[Renewed, int], ...]:
    """What falls due again of all that works on the States and the rights named, each with the session, as far as that is known."""
    return tuple((row, row.renewal.due_session) for row in s.ground.renewed if row.renewal.due_session is not None)


LOBBY = {
    Adoption.RECORDED: "lobby-council.after-vote",
    Adoption.WITHOUT_VOTE: "lobby-council.after-consensus",
    Adoption.UNKNOWN: "lobby-council.after-resolution",
}


def lobbying(s: Situation) -> list[Action]:
    """On each State named on which the Council has spoken: the resolution, its vote and who tabled it."""
    found = []
    for country in s.scenario.countries or ():
        row = resolution_on(s, country)
        if row is not None:
            params = {"symbol": row.symbol, "country": country}
            found.append(
                Action(ActionSlug.LOBBY_COUNCIL, LOBBY[row.adoption], row.source, country=country, params=params)
            )
    return found


def renewing(s: Situation, coming: CouncilSession | None) -> list[Action]:
    """On each State named: what falls due next, or what fell due so that its fate has to be looked up first."""
    found = []
    for country in s.scenario.countries or ():
        on_it = [(row, number) for row, number in due(s) if row.country == country]
        if on_it:
            first = min(number for _, number in on_it)
            these = [row for row, number in on_it if number == first]
            is_over = coming is not None and first < coming.number
            code = "seek-resolution.was-due" if is_over else "seek-resolution.renewal"
            params = {"due": _named(these), "session": str(first), "country": country}
            source = these[0].renewal.source
            found.append(Action(ActionSlug.SEEK_RESOLUTION, code, source, country=country, params=params))
    return found


def _named(rows: list[Renewed]) -> str:
    return " ".join(row.subject for row in rows)


def renewal_dates(s: Situation, *sessions: CouncilSession | None) -> list[KeyDate]:
    """For each of these sessions, what falls due at it: the days of the session, as certain as the less certain of the two."""
    found = []
    for session in sessions:
        rows = [row for row, number in due(s) if session is not None and number == session.number]
        if session is None or not rows:
            continue
        status = session.dates_status
        if status is DateStatus.CONFIRMED and any(row.renewal.due_status is not status for row in rows):
            status = DateStatus.ESTIMATED
        countries = {row.country for row in rows}
        found.append(
            KeyDate(
                DateCode.MANDATE_RENEWAL,
                session.start,
                status,
                rows[0].renewal.source,
                next(iter(countries)) if len(countries) == 1 else None,
                params={"due": _named(rows), "session": session.number},
                end=session.end,
            )
        )
    return found


def evidence_code(s: Situation, door: Door) -> tuple[str, Params]:
    """How to say that a body of inquiry takes evidence: with the session at which it falls due, or its last day, where one is known."""
    sessions = {row.subject: number for row, number in due(s)}
    number = sessions.get(f"{BODY}:{door.slug}")
    if number is not None:
        return "submit-evidence.to-session", {"door": door.slug, "session": str(number)}
    return ("submit-evidence.to-day", {"door": door.slug}) if door.span.end else ("submit-evidence", {})
