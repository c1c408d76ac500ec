"""Where a State stands before a committee: the review or list of issues that comes, what was held lately, the report that it owes.

Only what is published counts: no date is worked out from an earlier one. The day is always an argument.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from rules.facts.committees import CommitteeReview, CommitteeSession, ReviewKind, StateReport
from rules.facts.edition import Edition

from .dates import DAY, PartialDate, Position, add_months, over_after
from .vocabulary import DateStatus

COMMITTEE_LENGTH = datetime.timedelta(days=21)
"""Sessions of committees last two to three weeks: used only where the first day is known and the last was not found."""

LATELY_MONTHS = 24
"""So long what a committee has done says what to do now: after a review it asks for a report on some recommendations within one to three
years, and after a list of issues the review comes."""

LISTS = frozenset({ReviewKind.LIST_OF_ISSUES, ReviewKind.LIST_PRIOR})


@dataclass(frozen=True, slots=True)
class Appointment:
    """What a committee does about a State, and the session at which it does, where that is published."""

    review: CommitteeReview
    session: CommitteeSession | None

    @property
    def start(self) -> PartialDate | None:
        """The State's own day, or the first day of the session."""
        return self.review.day or (self.session.start if self.session else None)

    @property
    def end(self) -> PartialDate | None:
        """The last day of the session, where the State's own is not known."""
        return self.session.end if self.session and self.review.day is None else None

    @property
    def until(self) -> datetime.date | None:
        """The last day on which it can take place: the State's own, or the last of the session."""
        if self.review.day is not None:
            return self.review.day.last
        return over_after(self.start, self.end, COMMITTEE_LENGTH)

    @property
    def deadline(self) -> PartialDate | None:
        """The last day on which organisations write for it."""
        if self.session is None:
            return None
        return self.session.list_deadline if self.review.kind in LISTS else self.session.report_deadline

    @property
    def hour(self) -> tuple[str, str]:
        """Until which hour, and by the clock of which place; empty where none is published."""
        if self.session is None:
            return "", ""
        if self.review.kind in LISTS:
            return self.session.list_deadline_time, self.session.list_deadline_zone
        return self.session.report_deadline_time, self.session.report_deadline_zone

    @property
    def last(self) -> PartialDate | None:
        """When it took place, as far as that is known."""
        return self.review.day or self.end or self.start

    @property
    def is_sure(self) -> bool:
        """Whether its source leaves no doubt that the State is on the list."""
        return self.review.status is DateStatus.CONFIRMED and self.review.confidence == "high"

    def has_begun(self, day: datetime.date) -> bool:
        """Whether its session may be going on: the first day, or the month that alone is known, has come."""
        first = (self.session.start if self.session else None) or self.start
        return first is not None and first.seen_from(day) is not Position.AHEAD

    def is_over(self, day: datetime.date) -> bool:
        """Whether it surely is over; never where no day is known."""
        return self.until is not None and self.until < day

    def was_lately(self, day: datetime.date) -> bool:
        """Whether it is over, and not for so long that it says nothing of what to do now."""
        return self.until is not None and self.until < day <= add_months(self.until, LATELY_MONTHS)

    def status(self, day: datetime.date) -> DateStatus:
        """How certain its date is: no more than the session and the State's place in it. Within its month a date is tentative."""
        start = self.start
        if start is None:
            return DateStatus.UNKNOWN
        own_day = self.session is None or self.review.day is not None
        certain = own_day or (self.session is not None and self.session.dates_status is DateStatus.CONFIRMED)
        coarse = start.precision != DAY and start.seen_from(day) is Position.WITHIN
        return DateStatus.CONFIRMED if self.is_sure and certain and not coarse else DateStatus.TENTATIVE


@dataclass(frozen=True, slots=True)
class CommitteePosition:
    """A State before a committee on a day. ``review`` and ``questions`` are the next review and the next list of issues, ``held`` the last
    review and ``listed`` a list of issues after it, if either was lately; ``follow_up`` is what the committee does about an earlier review,
    ``report`` what the State owes next."""

    country: str
    treaty: str
    review: Appointment | None = None
    questions: Appointment | None = None
    follow_up: Appointment | None = None
    held: Appointment | None = None
    listed: Appointment | None = None
    report: StateReport | None = None


def committee_position(edition: Edition, country: str, treaty: str, day: datetime.date) -> CommitteePosition:
    """What is published about a State before the committee of a treaty, seen from a day."""
    every = [
        Appointment(row, edition.committee_sessions.get(row.session))
        for row in edition.committee_reviews.get(country, ())
        if row.treaty == treaty
    ]
    reviews = [one for one in every if one.review.kind is ReviewKind.REVIEW]
    lists = [one for one in every if one.review.kind in LISTS]
    held = _latest(reviews, day)
    listed = _latest(lists, day)
    if listed is not None and held is not None and _until(listed) <= _until(held):
        listed = None
    return CommitteePosition(
        country=country,
        treaty=treaty,
        review=_next(reviews, day),
        questions=_next(lists, day),
        follow_up=_next((one for one in every if one.review.kind is ReviewKind.FOLLOW_UP), day),
        held=held,
        listed=listed,
        report=_next_report(edition, country, treaty, day),
    )


def _next(found: Iterable[Appointment], day: datetime.date) -> Appointment | None:
    """The first that is not over; one without a date comes last."""
    ahead = [one for one in found if not one.is_over(day)]
    return min(ahead, key=lambda one: one.start.first if one.start else datetime.date.max, default=None)


def _latest(found: Iterable[Appointment], day: datetime.date) -> Appointment | None:
    return max((one for one in found if one.was_lately(day)), key=_until, default=None)


def _until(one: Appointment) -> datetime.date:
    assert one.until is not None
    return one.until


def _next_report(edition: Edition, country: str, treaty: str, day: datetime.date) -> StateReport | None:
    rows = [row for row in edition.state_reports.get(country, ()) if row.treaty == treaty]
    ahead = [(row.due.first, place, row) for place, row in enumerate(rows) if row.due and not row.due.is_past(day)]
    return min(ahead, default=(None, 0, None))[2]
