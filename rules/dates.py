"""Day arithmetic. The day is always an argument; nothing here asks what day it is.

A ``PartialDate`` keeps the precision that its source has: a month is not its first day.
"""

import calendar
import datetime
import re
from dataclasses import dataclass
from enum import StrEnum


class Position(StrEnum):
    """Where a date lies, seen from a day."""

    AHEAD = "ahead"
    WITHIN = "within"
    PAST = "past"


DAY, MONTH, YEAR = "day", "month", "year"
_SHAPES = {DAY: r"\d{4}-\d{2}-\d{2}", MONTH: r"\d{4}-\d{2}", YEAR: r"\d{4}"}


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date known to the day, the month or the year: ``first`` is the first day that it can be, ``precision`` the rest."""

    first: datetime.date
    precision: str = DAY

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """``YYYY-MM-DD``, ``YYYY-MM`` or ``YYYY``. Raises ``ValueError`` on anything else."""
        for precision, shape in _SHAPES.items():
            if re.fullmatch(shape, text, re.ASCII):
                return cls(datetime.date.fromisoformat(text + "-01-01"[: 10 - len(text)]), precision)
        raise ValueError(f"not a date: {text!r}")

    @property
    def last(self) -> datetime.date:
        """The last day that it can be."""
        if self.precision == MONTH:
            return self.first.replace(day=calendar.monthrange(self.first.year, self.first.month)[1])
        return self.first.replace(month=12, day=31) if self.precision == YEAR else self.first

    @property
    def is_normal(self) -> bool:
        """Whether ``first`` is indeed the first day of its month or year."""
        return PartialDate.parse(str(self)) == self

    def seen_from(self, day: datetime.date) -> Position:
        """Ahead before its first day, past after its last, otherwise within. A day is within on that very day."""
        if day < self.first:
            return Position.AHEAD
        return Position.PAST if day > self.last else Position.WITHIN

    def is_past(self, day: datetime.date) -> bool:
        """True only when its last possible day is over: within its month, a month counts as not yet past."""
        return day > self.last

    def __str__(self) -> str:
        return self.first.isoformat()[: {DAY: 10, MONTH: 7, YEAR: 4}[self.precision]]


@dataclass(frozen=True, slots=True)
class Period:
    """From when until when something holds, both included; ``None`` is open or unknown."""

    start: PartialDate | None = None
    end: PartialDate | None = None

    def covers(self, day: datetime.date) -> bool:
        """Whether it holds on a day. A coarse start counts from its first day, a coarse end until its last."""
        return (self.start is None or self.start.first <= day) and (self.end is None or day <= self.end.last)

    def overlaps(self, other: "Period") -> bool:
        """Whether some day is surely in both: one that ended in a month and one that began in it may be neighbours."""
        return self._surely_begun_by(other.end) and other._surely_begun_by(self.end)

    def _surely_begun_by(self, end: PartialDate | None) -> bool:
        return self.start is None or end is None or self.start.last <= end.first

    @property
    def is_backwards(self) -> bool:
        """Whether it ends before it can have begun."""
        return self.start is not None and self.end is not None and self.end.last < self.start.first

    def __str__(self) -> str:
        return f"{self.start or '…'} – {self.end or '…'}"


FIRST_TO_SEE_A_DAY = datetime.timezone(datetime.timedelta(hours=14))
"""Where each day begins first: the Line Islands of Kiribati."""


def latest_day_anywhere(now: datetime.datetime) -> datetime.date:
    """The day that it already is somewhere on Earth. In: an aware moment."""
    return now.astimezone(FIRST_TO_SEE_A_DAY).date()


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


def over_after(start: PartialDate | None, end: PartialDate | None, length: datetime.timedelta) -> datetime.date | None:
    """The last day of a session. Where it was not found: ``length`` after the first day, or the end of the month or year that alone is
    known; ``None`` where neither is."""
    if end is not None:
        return end.last
    if start is None:
        return None
    return start.last + length if start.precision == DAY else start.last
