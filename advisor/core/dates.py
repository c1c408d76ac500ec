"""Day arithmetic. The day is always an argument; nothing here asks what day it is.

A ``PartialDate`` keeps the precision that its source has: a month is not its first day.
"""

import calendar
import datetime
from dataclasses import dataclass
from enum import StrEnum


class Position(StrEnum):
    """Where a date lies, seen from a day."""

    AHEAD = "ahead"
    WITHIN = "within"
    PAST = "past"


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date known to the day, the month or the year: ``first`` is the first day that it can be, ``precision`` the rest."""

    first: datetime.date
    precision: str = "day"

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """``YYYY-MM-DD``, ``YYYY-MM`` or ``YYYY``. Raises ``ValueError`` on anything else."""
        match len(text):
            case 10:
                return cls(datetime.date.fromisoformat(text), "day")
            case 7:
                return cls(datetime.date.fromisoformat(f"{text}-01"), "month")
            case 4:
                return cls(datetime.date(int(text), 1, 1), "year")
        raise ValueError(f"not a date: {text!r}")

    @property
    def last(self) -> datetime.date:
        """The last day that it can be."""
        if self.precision == "month":
            return self.first.replace(day=calendar.monthrange(self.first.year, self.first.month)[1])
        if self.precision == "year":
            return self.first.replace(month=12, day=31)
        return self.first

    def seen_from(self, day: datetime.date) -> Position:
        """Ahead before its first day, past after its last, otherwise within. A day is within on that very day."""
        if day < self.first:
            return Position.AHEAD
        return Position.PAST if day > self.last else Position.WITHIN

    def is_past(self, day: datetime.date) -> bool:
        """True only when its last possible day is over: within its month, a month counts as not yet past."""
        return day > self.last

    def __str__(self) -> str:
        text = self.first.isoformat()
        return text if self.precision == "day" else text[:7] if self.precision == "month" else text[:4]


@dataclass(frozen=True, slots=True)
class Span:
    """From when to when something holds; ``None`` is open. Coarse dates count from their first and until their last day."""

    start: PartialDate | None = None
    end: PartialDate | None = None

    def covers(self, day: datetime.date) -> bool:
        """Whether it holds on a day."""
        return (self.start is None or self.start.first <= day) and (self.end is None or day <= self.end.last)


def add_months(day: datetime.date, months: int) -> datetime.date:
    """The same day of the month ``months`` later, or that month's last day where it is shorter."""
    total = day.year * 12 + day.month - 1 + months
    year, month = divmod(total, 12)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def months_later(date: PartialDate, months: int) -> PartialDate:
    """A month-precise date ``months`` after another; the precision of the result is never finer than a month."""
    return PartialDate(add_months(date.first.replace(day=1), months), "month" if date.precision != "year" else "year")


def next_yearly(month: int, day: int, after: datetime.date) -> datetime.date:
    """The next ``month``-``day`` on or after a day."""
    this_year = datetime.date(after.year, month, day)
    return this_year if this_year >= after else datetime.date(after.year + 1, month, day)
