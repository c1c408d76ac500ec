"""What can change a fact, and on which day that is known: a session ends, a deadline comes near, a term runs out.

Pure: a row is read by its fields, the days of the world are passed in, and nothing asks what day it is.
"""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from rules.dates import PartialDate, add_months

AFTERWARDS = datetime.timedelta(days=7)
"""How long after a session or an election its results are there to be read."""
BEFOREHAND = datetime.timedelta(days=14)
"""How long before a date that is not confirmed somebody looks once more."""
COUNCIL_BEFOREHAND = datetime.timedelta(weeks=8)
"""When the Council's deadlines for NGOs are out."""
COMMITTEE_BEFOREHAND = datetime.timedelta(weeks=10)
"""When a committee's note for NGOs with its deadlines is out."""
YEARLY_BEFOREHAND = datetime.timedelta(days=60)
"""When a deadline that comes each year is announced for the year."""
LONGEST_TERM = 6
"""Years that one person can hold a mandate."""
ELECTED_BY = (10, 31)
"""The General Assembly elects members of the Council in October, for terms that begin in January."""
SETTLED = "confirmed"


class Why(StrEnum):
    """What calls for a look at the source."""

    PAGE = "page"
    COUNCIL_CLOSED = "council-closed"
    REVIEWED = "reviewed"
    ADOPTED = "adopted"
    DATE_NEAR = "date-near"
    DEADLINE_NEAR = "deadline-near"
    NO_DATE = "no-date"
    LAST_DAY = "last-day"
    LONGEST_TERM = "longest-term"
    ELECTION = "election"
    YEARLY = "yearly"


@dataclass(frozen=True)
class Event:
    """Something after which a fact may be another. A check on ``day`` or later has seen it; whoever looked before is to look again.

    ``number`` is that of the session, if it is one. After ``until`` nothing can come of it any more.
    """

    day: datetime.date
    why: Why
    number: int = 0
    until: datetime.date | None = None


@dataclass(frozen=True)
class Calendar:
    """The days of the world on which facts change: the last day of each session, which of the Council's were held, and the last days of
    each mandate's holders."""

    council: Mapping[int, datetime.date] = field(default_factory=dict)
    upr: Mapping[int, datetime.date] = field(default_factory=dict)
    held: frozenset[int] = frozenset()
    holders: Mapping[int, tuple[datetime.date, ...]] = field(default_factory=dict)

    def council_closings(self) -> Iterator[Event]:
        """A week after each session of the Council."""
        for number, day in self.council.items():
            yield Event(day + AFTERWARDS, Why.COUNCIL_CLOSED, number)

    def was_adopted(self, closed: datetime.date, session: int | None) -> bool:
        """Whether the outcomes of a UPR session are adopted. In: its last day, and the session of the Council that was to do it. What came
        before the first session of the Council that we know is long past."""
        if session is not None and session in self.held:
            return True
        return bool(self.council) and closed + AFTERWARDS < min(self.council.values())


@dataclass(frozen=True)
class Known:
    """What is known beside the row itself: the days of the world, and the day up to which its page counts as looked at, where its kind has
    an interval."""

    calendar: Calendar
    page: Event | None = None


Events = Callable[[Any, Known], Iterator[Event]]
"""What can change a row."""


def pending(row: Any, checked: datetime.date, of_kind: Events, calendar: Calendar, days: int | None) -> list[Event]:
    """What comes after a row's check and can change it, in order. In: the day of the check, and how many days the page of such a fact may
    go unread, if that counts for its kind. What comes after the row's own last day can't."""
    page = None if days is None else Event(checked + datetime.timedelta(days=days), Why.PAGE)
    end = last_day(row) or datetime.date.max
    found = (
        event
        for event in of_kind(row, Known(calendar, page))
        if checked < event.day <= end and event.day < (event.until or datetime.date.max)
    )
    return sorted(found, key=lambda event: (event.day, event.number))


def calling(events: Iterable[Event], end: datetime.date | None, day: datetime.date) -> Event | None:
    """The latest event for which a row is to be looked at on a day; ``None`` if it is not due. In: what is pending, and the row's last day.
    What is over is history, and never due."""
    if end is not None and end < day:
        return None
    return next(
        (event for event in reversed([*events]) if event.day < day and (event.until is None or event.until >= day)),
        None,
    )


def last_day(row: Any) -> datetime.date | None:
    """The last day on which a row says something; ``None`` where it has none."""
    date: PartialDate | None = row.partial("valid_to") if hasattr(row, "valid_to") else None
    return date.last if date else None


def closing(session: Any) -> datetime.date | None:
    """The last day of a session, or the last that it can be; of a session whose last day is not known, its first."""
    date = session.partial("end") or session.partial("start")
    return date.last if date else None


def _is_long_past(session: Any, sessions: Mapping[int, datetime.date]) -> bool:
    """Whether a later session was over already when this one was last looked at."""
    return any(day <= session.checked_on for number, day in sessions.items() if number > session.number)


def _page(_row: Any, known: Known) -> Iterator[Event]:
    if known.page:
        yield known.page


def _upr_session(row: Any, known: Known) -> Iterator[Event]:
    """Until it begins its dates may come or move; when it is over, its results are to be entered. Once they are in, it is history."""
    start, over, deadline = row.partial("start"), closing(row), row.partial("stakeholder_deadline")
    if known.page and (start is None or deadline is None) and not _is_long_past(row, known.calendar.upr):
        yield Event(known.page.day, Why.NO_DATE, until=start and start.first)
    if start and row.dates_status != SETTLED:
        yield Event(start.first - BEFOREHAND, Why.DATE_NEAR)
    if deadline and row.stakeholder_deadline_status != SETTLED:
        yield Event(deadline.first - BEFOREHAND, Why.DEADLINE_NEAR, until=deadline.last)
    dated = row.partial("end") and row.dates_status == SETTLED
    if over and not (dated and known.calendar.was_adopted(over, row.adoption_council_session)):
        yield Event(over + AFTERWARDS, Why.REVIEWED, row.number)


def _upr_review(row: Any, known: Known) -> Iterator[Event]:
    """A review is held, and half a year later adopted. Who has no session may be given one at any."""
    if row.session is None:
        for number, day in known.calendar.upr.items():
            yield Event(day + AFTERWARDS, Why.REVIEWED, number)
        return
    if row.session.number in known.calendar.upr:
        yield Event(known.calendar.upr[row.session.number] + AFTERWARDS, Why.REVIEWED, row.session.number)
    if row.session.adoption_council_session in known.calendar.council:
        adopted = known.calendar.council[row.session.adoption_council_session]
        yield Event(adopted + AFTERWARDS, Why.ADOPTED, row.session.number)


def _upr_cycle(row: Any, known: Known) -> Iterator[Event]:
    if known.page and not (row.starts and row.ends):
        yield known.page


def _council_session(row: Any, known: Known) -> Iterator[Event]:
    start, over = row.partial("start"), closing(row)
    if known.page and start is None and not _is_long_past(row, known.calendar.council):
        yield Event(known.page.day, Why.NO_DATE)
    if start and row.deadlines_status != SETTLED:
        yield Event(start.first - COUNCIL_BEFOREHAND, Why.DEADLINE_NEAR, until=start.last)
    if start and row.dates_status != SETTLED:
        yield Event(start.first - BEFOREHAND, Why.DATE_NEAR, until=start.last)
    if over:
        yield Event(over + AFTERWARDS, Why.COUNCIL_CLOSED, row.number)


def _mandate(row: Any, known: Known) -> Iterator[Event]:
    yield from known.calendar.council_closings()
    for day in known.calendar.holders.get(row.pk, ()):
        yield Event(day, Why.LAST_DAY)


def _holder(row: Any, known: Known) -> Iterator[Event]:
    yield from known.calendar.council_closings()
    if start := row.partial("valid_from"):
        yield Event(add_months(start.last, 12 * LONGEST_TERM), Why.LONGEST_TERM)


def _with_mandates(_row: Any, known: Known) -> Iterator[Event]:
    """What is looked up together with the mandates."""
    yield from known.calendar.council_closings()


def _call(row: Any, known: Known) -> Iterator[Event]:
    deadline = row.partial("deadline")
    if deadline is None:
        yield from _page(row, known)
    elif row.status != SETTLED:
        yield Event(deadline.first - BEFOREHAND, Why.DEADLINE_NEAR, until=deadline.last)


def _membership(row: Any, _known: Known) -> Iterator[Event]:
    start, end = row.partial("valid_from"), last_day(row)
    if start and end:
        for year in range(start.first.year, end.year + 1):
            yield Event(datetime.date(year, *ELECTED_BY) + AFTERWARDS, Why.ELECTION, year)


def _number(row: Any, known: Known) -> Iterator[Event]:
    """A number of a route; one that is the month of a yearly date is looked up before each."""
    yield from _page(row, known)
    if known.page and row.unit == "calendar-month":
        yearly = datetime.date(known.page.day.year, row.value, 1) - YEARLY_BEFOREHAND
        yield Event(yearly, Why.YEARLY)
        yield Event(add_months(yearly, 12), Why.YEARLY)


def _committee_session(row: Any, known: Known) -> Iterator[Event]:
    """Until it begins its dates and deadlines may come or move. When it is over, what was done stands with each State."""
    start = row.partial("start")
    if known.page and closing(row) is None:
        yield Event(known.page.day, Why.NO_DATE)
    if start and row.dates_status != SETTLED:
        yield Event(start.first - BEFOREHAND, Why.DATE_NEAR, until=start.last)
    if start and row.deadlines_status != SETTLED:
        yield Event(start.first - COMMITTEE_BEFOREHAND, Why.DEADLINE_NEAR, until=start.last)


def _committee_review(row: Any, known: Known) -> Iterator[Event]:
    """A State may be put off until its session is over; without a session, one may come."""
    over = closing(row.session) if row.session else None
    if over is None:
        yield from _page(row, known)
    else:
        yield Event(over + AFTERWARDS, Why.PAGE)


def _state_report(row: Any, known: Known) -> Iterator[Event]:
    due = row.partial("due")
    if due is None:
        yield from _page(row, known)
    else:
        yield Event(due.last + AFTERWARDS, Why.PAGE)


def _resolution(row: Any, known: Known) -> Iterator[Event]:
    """What was adopted is history; one of which the vote was not found may still be found."""
    if row.adoption == "unknown":
        yield from _page(row, known)


def _history(_row: Any, _known: Known) -> Iterator[Event]:
    """What once was decided stays so: what becomes of it is a row of its own, and the mandate itself is looked at after each session."""
    yield from ()


EVENTS: Mapping[str, Events] = {
    "upr_sessions": _upr_session,
    "upr_reviews": _upr_review,
    "upr_cycles": _upr_cycle,
    "committee_sessions": _committee_session,
    "committee_reviews": _committee_review,
    "state_reports": _state_report,
    "council_sessions": _council_session,
    "council_memberships": _membership,
    "mandates": _mandate,
    "mandate_holders": _holder,
    "mandate_contacts": _with_mandates,
    "calls_for_input": _call,
    "council_resolutions": _resolution,
    "renewals": _history,
    "route_rules": _number,
}
"""By kind of fact: what can change it. Every other kind stands on pages, which are looked at as a whole, each after its interval."""


def events_of(kind: str) -> Events:
    """What can change a fact of this kind."""
    return EVENTS.get(kind, _page)
