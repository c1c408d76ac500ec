"""The calendar of committees in the small world: sessions, what is done about which State, editions that hold them."""

from collections.abc import Iterable
from dataclasses import replace

from rules.dates import PartialDate
from rules.facts.committees import CommitteeReview, CommitteeSession, ReviewKind, StateReport
from rules.facts.edition import Edition
from rules.vocabulary import DateStatus

from . import world


def sitting(
    treaty: str,
    number: int,
    start: str = "",
    end: str = "",
    *,
    reports: str = "",
    lists: str = "",
    time: str = "",
    status: str = "confirmed",
) -> CommitteeSession:
    """A session of a committee, with the days by which organisations write to it."""
    return CommitteeSession(
        slug=f"{treaty}-{number}",
        treaty=treaty,
        number=number,
        start=PartialDate.parse(start) if start else None,
        end=PartialDate.parse(end) if end else None,
        dates_status=DateStatus(status) if start else DateStatus.UNKNOWN,
        report_deadline=PartialDate.parse(reports) if reports else None,
        list_deadline=PartialDate.parse(lists) if lists else None,
        deadlines_status=DateStatus.CONFIRMED if reports or lists else DateStatus.UNKNOWN,
        report_deadline_time=time if reports else "",
        report_deadline_zone="Europe/Zurich" if time and reports else "",
        **world.PROOF,
    )


def on_the_list(
    session: CommitteeSession | None, kind: str = "review", *, treaty: str = "", day: str = "", confidence: str = "high"
) -> CommitteeReview:
    """What a committee does about a State, at a session or at one that is not published."""
    return CommitteeReview(
        treaty=session.treaty if session else treaty,
        kind=ReviewKind(kind),
        session=session.slug if session else "",
        day=PartialDate.parse(day) if day else None,
        status=DateStatus.CONFIRMED if session else DateStatus.UNKNOWN,
        confidence=confidence,
        **world.PROOF,
    )


def with_calendar(
    edition: Edition,
    sessions: Iterable[CommitteeSession],
    reviews: dict[str, tuple[CommitteeReview, ...]],
    owed: dict[str, tuple[StateReport, ...]] | None = None,
) -> Edition:
    """An edition with a calendar of committees."""
    found = {session.slug: session for session in sessions}
    return replace(edition, committee_sessions=found, committee_reviews=reviews, state_reports=owed or {})


def with_reviews(edition: Edition) -> Edition:
    """An edition in which every committee reviews every State, with a last day for reports."""
    sessions = [sitting(slug, 90, "2027-04-12", "2027-04-30", reports="2027-03-15") for slug in edition.treaties]
    reviews = tuple(on_the_list(session) for session in sessions)
    return with_calendar(edition, sessions, dict.fromkeys(edition.states, reviews))
