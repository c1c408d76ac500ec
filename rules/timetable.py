"""Where a State stands in the Universal Periodic Review, which Council session counts, and when time limits end. The day is always an
argument.

Sources: Council resolutions 5/1 and 16/21 for the cycle; the sessions, deadlines and adoptions are rows of the edition.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from rules.facts.council import CouncilSession
from rules.facts.edition import Edition
from rules.facts.upr import UprOrder, UprReview, UprSession

from .dates import MONTH, PartialDate, add_months, over_after
from .vocabulary import DateStatus, Region, Stage

SESSION_LENGTH = datetime.timedelta(days=14)
"""A session of the working group lasts two weeks: used only where its first day is known and its last was not found."""

COUNCIL_LENGTH = datetime.timedelta(days=21)
"""A regular session of the Council lasts three weeks at the least (those of 2024 to 2026: 23 to 39 days): used only where its first day
is known and its last was not found."""

ADOPTION_AT_LATEST_MONTHS = 9
"""Outcomes were adopted 4 to 5.5 months after the review; after nine a missing date of the Council session is no longer waited for."""

SUBMISSION_LEAD_MONTHS = 7
"""Deadlines lay 6 to 7.3 months before the review. Where the deadline was not found, nearer than this counts as past."""

PREPARATION_MONTHS = 18
"""A review further away than this, without a published deadline, is not yet in its submission stage. If the deadline can fall within as
many months, it is time to prepare (contract, section 3)."""

AT_MOST = 5
"""So many States of a region are named, the next ones first."""

PLANNED = (Stage.SUBMISSION, Stage.ADVOCACY, Stage.PREPARATION)
"""Stages that look at the review to come."""


@dataclass(frozen=True, slots=True)
class NextReview:
    """A State's next review by the order of the last cycle: the number of the session, and the months between which it is likely to be."""

    session: int
    first: PartialDate
    last: PartialDate


@dataclass(frozen=True, slots=True)
class UprPosition:
    """A State's stage on a day: the session that it refers to, the one after, and the dates with their status.

    ``next_review`` begins and ``next_end`` ends the session of the next review, or the months between which it is estimated.
    ``begun``: that session runs, or it is its month, so that the State's own review may be over.
    ``moved``: the place is not the one that the order gives, or it is doubted, or an outcome was left without a decision, so that the
    review may not take place as planned.
    """

    country: str
    stage: Stage
    held: UprSession | None = None
    ahead: UprSession | None = None
    review_status: DateStatus = DateStatus.UNKNOWN
    next_review: PartialDate | None = None
    next_end: PartialDate | None = None
    next_session: int | None = None
    adoption: CouncilSession | None = None
    postponed: bool = False
    begun: bool = False
    moved: bool = False
    place_is_sure: bool = True

    @property
    def session(self) -> int | None:
        """The number of the session that the stage refers to."""
        if self.stage in PLANNED:
            return self.next_session
        return self.held.number if self.held and self.stage is not Stage.UNSCHEDULED else None


def session_end(session: UprSession) -> datetime.date | None:
    """The last day of a session. Where it was not found: two weeks after the first day, or the end of the month that alone is known."""
    return over_after(session.start, session.end, SESSION_LENGTH)


def upr_position(edition: Edition, country: str, day: datetime.date) -> UprPosition:
    """The stage of a State in the UPR on a day. Only Members of the UN are reviewed."""
    state = edition.states.get(country)
    if state is not None and not state.member:
        return UprPosition(country, Stage.NOT_REVIEWED)
    held: tuple[UprReview, UprSession] | None = None
    ahead: tuple[UprReview, UprSession] | None = None
    undated: UprReview | None = None
    """The latest place of which no day is known, after the last review held."""
    for review in edition.reviews.get(country, ()):
        session = edition.upr_sessions.get(review.session) if review.session is not None else None
        end = _reviewed_by(review, session) if session else None
        if session is None or end is None:
            undated = review
        elif end < day:
            held, undated = (review, session), None
        elif ahead is None:
            ahead = (review, session)
    adoption = _council_session(edition, held[1].adoption_session) if held else None
    estimate = _estimate(edition, held, undated, day) if ahead is None else None
    due = estimate is None and ahead is None and undated is None and held is not None and edition.upr_order is not None
    stage = _stage(day, held, ahead, adoption, estimate, due=due, blank=undated is not None and estimate is None)
    start, end_, number, status = _next(ahead, estimate, day)
    latest = ahead[0] if ahead else held[0] if held else None
    return UprPosition(
        country=country,
        stage=stage,
        held=held[1] if held else None,
        ahead=ahead[1] if ahead else None,
        review_status=status,
        next_review=start,
        next_end=end_,
        next_session=number,
        adoption=adoption,
        postponed=held is not None and held[0].adoption == "postponed",
        begun=ahead is not None and ahead[1].start is not None and ahead[1].start.first <= day,
        moved=latest is not None and _moved(edition, country, latest),
        place_is_sure=ahead is None or ahead[0].confidence == "high",
    )


def _reviewed_by(review: UprReview, session: UprSession) -> datetime.date | None:
    """The day after which the review is over: the State's own day, where it is known, or the end of the session."""
    return review.reviewed_on.last if review.reviewed_on is not None else session_end(session)


def _stage(
    day: datetime.date,
    held: tuple[UprReview, UprSession] | None,
    ahead: tuple[UprReview, UprSession] | None,
    adoption: CouncilSession | None,
    estimate: NextReview | None,
    *,
    due: bool,
    blank: bool,
) -> Stage:
    if ahead is not None:
        near = _near(ahead[1], day)
        if near is not None:
            return near
    if held is not None and (held[0].adoption == "postponed" or not _adopted(held[1], adoption, day)):
        return Stage.ADOPTION
    expected = ahead[1].start if ahead else estimate.first if estimate else None
    if due or (expected is not None and _is_time_to_prepare(expected, day)):
        return Stage.PREPARATION
    if held is None or (blank and ahead is None):
        return Stage.UNSCHEDULED
    return Stage.FOLLOW_UP


def _near(session: UprSession, day: datetime.date) -> Stage | None:
    """Submission or advocacy for a review that is ahead; ``None`` while it is still far away."""
    if session.stakeholder_deadline is not None:
        return Stage.ADVOCACY if session.stakeholder_deadline.is_past(day) else Stage.SUBMISSION
    if session.start is None or add_months(day, SUBMISSION_LEAD_MONTHS) > session.start.first:
        return Stage.ADVOCACY
    return Stage.SUBMISSION if add_months(day, PREPARATION_MONTHS) >= session.start.first else None


def _is_time_to_prepare(review: PartialDate, day: datetime.date) -> bool:
    """Whether the deadline for submissions, which nobody has published, can fall within the months of preparation."""
    return add_months(review.first, -SUBMISSION_LEAD_MONTHS) <= add_months(day, PREPARATION_MONTHS)


def _adopted(session: UprSession, council: CouncilSession | None, day: datetime.date) -> bool:
    if council is not None and council.end is not None:
        return council.end.is_past(day)
    end = session_end(session)
    return end is not None and add_months(end, ADOPTION_AT_LATEST_MONTHS) < day


def _moved(edition: Edition, country: str, latest: UprReview) -> bool:
    """Whether a State's latest place is not the one that the order gives, or is doubted."""
    if latest.confidence == "low" or latest.adoption == "postponed":
        return True
    before = next((row for row in edition.reviews[country] if row.cycle == latest.cycle - 1), None)
    if before is None or before.session is None or latest.session is None:
        return False
    order = edition.upr_order
    return before.adoption == "postponed" or (order is not None and latest.session - before.session != order.step)


def _next(
    ahead: tuple[UprReview, UprSession] | None, estimate: NextReview | None, day: datetime.date
) -> tuple[PartialDate | None, PartialDate | None, int | None, DateStatus]:
    """The next review: as published, or estimated by the order of the last cycle, or not known."""
    if ahead is not None:
        review, session = ahead
        begun_in_month = session.start is not None and session.start.precision != "day" and session.start.first <= day
        certain = review.confidence == "high" and session.dates_status is DateStatus.CONFIRMED and not begun_in_month
        status = DateStatus.CONFIRMED if certain else DateStatus.TENTATIVE
        if review.reviewed_on is not None:
            return review.reviewed_on, None, session.number, status
        return session.start, session.end, session.number, status
    if estimate is not None:
        return estimate.first, estimate.last, estimate.session, DateStatus.ESTIMATED
    return None, None, None, DateStatus.UNKNOWN


def _estimate(
    edition: Edition,
    held: tuple[UprReview, UprSession] | None,
    undated: UprReview | None,
    day: datetime.date,
) -> NextReview | None:
    """The next review of a State that has been reviewed; nothing where its place in the next cycle was left open."""
    if held is None or held[1].start is None or edition.upr_order is None:
        return None
    if undated is not None and undated.session is None:
        return None
    return next_review(
        edition.upr_order, held[1].number, held[1].start, day, placed=undated.session if undated else None
    )


def next_review(
    order: UprOrder, session: int, start: PartialDate, day: datetime.date, placed: int | None = None
) -> NextReview | None:
    """The next review by the order of the last cycle; ``None`` once even the longest wait is over.

    In: the number and the first day of the session in which the State was reviewed last, and its next session where that is published.
    The span goes from the shortest to the longest wait seen, in months in which sessions are held; what of it is past is left out.
    """
    last = _sitting(_number(start.first) + order.longest, order, -1)
    first = _sitting(max(_number(start.first) + order.shortest, _number(day)), order, 1)
    if last < _number(day) or first > last:
        return None
    return NextReview(placed or session + order.step, _month(first), _month(last))


def _number(day: datetime.date) -> int:
    """A month as a number, so that months can be counted."""
    return day.year * 12 + day.month - 1


def _month(number: int) -> PartialDate:
    return PartialDate(datetime.date(number // 12, number % 12 + 1, 1), MONTH)


def _sitting(month: int, order: UprOrder, step: int) -> int:
    """The nearest month in which sessions are held, from this one on or back."""
    return next(number for number in range(month, month + 12 * step, step) if number % 12 + 1 in order.months)


def next_in_regions(edition: Edition, regions: Iterable[Region], day: datetime.date) -> tuple[UprPosition, ...]:
    """The States of regional groups that are reviewed next, the next one first; not those whose review may be over."""
    wanted = frozenset(regions)
    found = [
        upr_position(edition, code, day)
        for code, state in edition.states.items()
        if state.member and state.regional_group in wanted
    ]
    coming = [
        position for position in found if position.stage in PLANNED and position.next_review and not position.begun
    ]
    return tuple(sorted(coming, key=_by_review)[:AT_MOST])


def _by_review(position: UprPosition) -> tuple[datetime.date, str]:
    assert position.next_review is not None
    return position.next_review.first, position.country


def _council_session(edition: Edition, number: int | None) -> CouncilSession | None:
    return next((session for session in edition.council_sessions if session.number == number), None)


def council_end(session: CouncilSession) -> datetime.date | None:
    """The last day of a Council session; where it was not found, three weeks after the first day or the end of the month."""
    return over_after(session.start, session.end, COUNCIL_LENGTH)


def next_council_session(
    edition: Edition, day: datetime.date, after: CouncilSession | None = None
) -> CouncilSession | None:
    """The session that is running or, if none is, the next one; the first without a published date where none is dated.

    With ``after``: the one that follows that session.
    """
    least = after.number if after else 0
    dated = [
        session
        for session in edition.council_sessions
        if session.number > least and (end := council_end(session)) is not None and end >= day
    ]
    if dated:
        return min(dated, key=lambda session: session.number)
    undated = (session for session in edition.council_sessions if session.start is None and session.number > least)
    return min(undated, key=lambda session: session.number, default=None)


def petition_limit(final_decision: datetime.date, months: int) -> datetime.date:
    """The last day to file, itself included: the same day of the month, ``months`` after the last domestic decision."""
    return add_months(final_decision, months)
