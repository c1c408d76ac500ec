"""Dates known to the day, the month or the year, and the periods between two of them.

A month is not its first day: whoever reads a date must see how precise it is. As text a date is ``YYYY-MM-DD``,
``YYYY-MM`` or ``YYYY``.
"""

import calendar
import datetime
import re
from dataclasses import dataclass

DAY, MONTH, YEAR = "day", "month", "year"
_SHAPES = {DAY: r"\d{4}-\d{2}-\d{2}", MONTH: r"\d{4}-\d{2}", YEAR: r"\d{4}"}


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """``first`` is the first day that the date can be, ``precision`` how much of it is known."""

    first: datetime.date
    precision: str = DAY

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Read the text form. Raises ``ValueError`` on anything else."""
        for precision, shape in _SHAPES.items():
            if re.fullmatch(shape, text, re.ASCII):
                return cls(datetime.date.fromisoformat(text + "-01-01"[: 10 - len(text)]), precision)
        raise ValueError(f"not a date: {text!r}")

    @property
    def last(self) -> datetime.date:
        """The last day that the date can be."""
        if self.precision == MONTH:
            return self.first.replace(day=calendar.monthrange(self.first.year, self.first.month)[1])
        return self.first.replace(month=12, day=31) if self.precision == YEAR else self.first

    @property
    def is_normal(self) -> bool:
        """Whether ``first`` is indeed the first day of its month or year."""
        return PartialDate.parse(str(self)) == self

    def __str__(self) -> str:
        return self.first.isoformat()[: {DAY: 10, MONTH: 7, YEAR: 4}[self.precision]]


@dataclass(frozen=True, slots=True)
class Period:
    """From a date until a date, both included; ``None`` is open or unknown."""

    start: PartialDate | None = None
    end: PartialDate | None = None

    def covers(self, day: datetime.date) -> bool:
        """A coarse start counts from its first day, a coarse end until its last."""
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
