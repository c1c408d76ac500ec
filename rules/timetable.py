"""Where a State stands in the Universal Periodic Review, and when time limits end. The day is always an argument.

Sources: Council resolutions 5/1 and 16/21 for the cycle; the sessions, deadlines and adoptions are rows of the edition.
"""

import datetime
from dataclasses import dataclass

from rules.facts.council import CouncilSession
from rules.facts.edition import Edition
from rules.facts.upr import UprReview, UprSession

from .dates import PartialDate, Position, add_months, months_later
from .vocabulary import DateStatus, Stage

SESSION_LENGTH = datetime.timedelta(days=14)
"""A session of the working group lasts two weeks: used only where the last day was not found."""

ADOPTION_AT_LATEST_MONTHS = 9
"""Outcomes were adopted 4 to 5.5 months after the review; after nine a missing date of the Council session is no longer waited for."""

SUBMISSION_LEAD_MONTHS = 7
"""Deadlines lay 6 to 7.3 months before the review. Where the deadline was not found, nearer than this counts as past."""

PREPARATION_MONTHS = 18
"""A review further away than this, without a published deadline, is not yet in its submission stage."""


@dataclass(frozen=True, slots=True)
class UprPosition:
    """A State's stage on a day: the session that it refers to, the one after, and the dates with their status."""

    country: str
    stage: Stage
    held: UprSession | None
    ahead: UprSession | None
    review_status: DateStatus
    next_review: PartialDate | None
    adoption: CouncilSession | None
    postponed: bool

    @property
    def session(self) -> int | None:
        """The number of the session that the stage refers to."""
        chosen = self.ahead if self.stage in (Stage.SUBMISSION, Stage.ADVOCACY) else self.held
        return chosen.number if chosen and self.stage is not Stage.UNSCHEDULED else None


def session_end(session: UprSession) -> datetime.date | None:
    """The last day of a session, taken as two weeks where only the first day is known."""
    if session.end is not None:
        return session.end.last
    return session.start.last + SESSION_LENGTH if session.start else None


def upr_position(edition: Edition, country: str, day: datetime.date) -> UprPosition:
    """The stage of a State in the UPR on a day."""
    held: tuple[UprReview, UprSession] | None = None
    ahead: tuple[UprReview, UprSession] | None = None
    blank_after_held = False
    for review in edition.reviews.get(country, ()):
        session = edition.upr_sessions.get(review.session) if review.session is not None else None
        end = session_end(session) if session else None
        if session is None or end is None:
            blank_after_held = True
        elif end < day:
            held, blank_after_held = (review, session), False
        elif ahead is None:
            ahead = (review, session)
    postponed = held is not None and held[0].adoption == "postponed"
    adoption = _council_session(edition, held[1].adoption_session) if held else None
    stage = _stage(day, held, ahead, adoption, blank=blank_after_held)
    next_review, status = _next_review(edition, held, ahead, day, stage)
    return UprPosition(
        country=country,
        stage=stage,
        held=held[1] if held else None,
        ahead=ahead[1] if ahead else None,
        review_status=status,
        next_review=next_review,
        adoption=adoption,
        postponed=postponed,
    )


def _stage(
    day: datetime.date,
    held: tuple[UprReview, UprSession] | None,
    ahead: tuple[UprReview, UprSession] | None,
    adoption: CouncilSession | None,
    *,
    blank: bool,
) -> Stage:
    if ahead is not None:
        near = _preparing(ahead[1], day)
        if near is not None:
            return near
    if held is not None and held[0].adoption == "postponed":
        return Stage.ADOPTION
    if held is not None and not _adopted(held[1], adoption, day):
        return Stage.ADOPTION
    if held is None or (blank and ahead is None):
        return Stage.UNSCHEDULED
    return Stage.FOLLOW_UP


def _preparing(session: UprSession, day: datetime.date) -> Stage | None:
    """Submission or advocacy for a review that is ahead; ``None`` while it is still far away."""
    if session.stakeholder_deadline is not None:
        return Stage.ADVOCACY if session.stakeholder_deadline.is_past(day) else Stage.SUBMISSION
    assert session.start is not None
    if add_months(day, SUBMISSION_LEAD_MONTHS) > session.start.first:
        return Stage.ADVOCACY
    return Stage.SUBMISSION if add_months(day, PREPARATION_MONTHS) >= session.start.first else None


def _adopted(session: UprSession, council: CouncilSession | None, day: datetime.date) -> bool:
    if council is not None and council.end is not None:
        return council.end.is_past(day)
    end = session_end(session)
    return end is not None and add_months(end, ADOPTION_AT_LATEST_MONTHS) < day


def _next_review(
    edition: Edition,
    held: tuple[UprReview, UprSession] | None,
    ahead: tuple[UprReview, UprSession] | None,
    day: datetime.date,
    stage: Stage,
) -> tuple[PartialDate | None, DateStatus]:
    """The next review: as published, or estimated from the order of the last cycle, or not known."""
    if ahead is not None:
        review, session = ahead
        start = session.start
        certain = review.confidence == "high" and session.dates_status is DateStatus.CONFIRMED
        return start, DateStatus.CONFIRMED if certain else DateStatus.TENTATIVE
    if held is None or held[1].start is None or stage is Stage.UNSCHEDULED:
        return None, DateStatus.UNKNOWN
    cycle = edition.cycles.get(held[0].cycle + 1) or edition.cycles.get(held[0].cycle)
    if cycle is None:
        return None, DateStatus.UNKNOWN
    estimate = months_later(held[1].start, cycle.months)
    if estimate.seen_from(day) is Position.PAST:
        return None, DateStatus.UNKNOWN
    return estimate, DateStatus.ESTIMATED


def _council_session(edition: Edition, number: int | None) -> CouncilSession | None:
    return next((session for session in edition.council_sessions if session.number == number), None)


def next_council_session(edition: Edition, day: datetime.date) -> CouncilSession | None:
    """The first session that starts on or after a day, or else the first one without a published date."""
    dated = [session for session in edition.council_sessions if session.start and session.start.last >= day]
    if dated:
        return min(dated, key=lambda session: session.number)
    return next((session for session in edition.council_sessions if session.start is None), None)


def petition_limit(final_decision: datetime.date, months: int) -> datetime.date:
    """The last day to file, itself included: the same day of the month, ``months`` after the last domestic decision."""
    return add_months(final_decision, months)
