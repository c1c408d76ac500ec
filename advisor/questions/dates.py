"""Read a day that someone typed into three boxes, and say which box is wrong."""

import datetime
from typing import TYPE_CHECKING

from django.utils.dates import MONTHS, MONTHS_3
from django.utils.translation import gettext_lazy as _

from rules.scenario import EARLIEST, LATEST

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise


class BadDay(ValueError):
    """Raised by ``read_day``; ``part`` is the box to put right."""

    def __init__(self, part: str, message: "StrPromise") -> None:
        super().__init__(part)
        self.part, self.message = part, message


def read_day(day: str, month: str, year: str) -> datetime.date:
    """The day typed. The month may be a number or its name in the language of the page. Raises ``BadDay``."""
    for part, text, message in (
        ("day", day, _("The date must include a day.")),
        ("month", month, _("The date must include a month.")),
        ("year", year, _("The date must include a year.")),
    ):
        if not text:
            raise BadDay(part, message)
    number = _number(month) or _month_named(month)
    if number is None or not 1 <= number <= 12:
        raise BadDay("month", _("The month must be a number from 1 to 12, or a name."))
    whole_year = _number(year)
    if whole_year is None or not EARLIEST.year <= whole_year <= LATEST.year:
        raise BadDay("year", _("The year must have four digits, for example 2024."))
    try:
        return datetime.date(whole_year, number, _number(day) or 0)
    except ValueError as wrong:
        raise BadDay("day", _("There is no such day in this month.")) from wrong


def _number(text: str) -> int | None:
    """A whole number in digits of any script."""
    return int(text) if text.isdecimal() and len(text) <= 4 else None


def _month_named(text: str) -> int | None:
    wanted = text.casefold().rstrip(".")
    for names in (MONTHS, MONTHS_3):
        for number, name in names.items():
            if str(name).casefold().rstrip(".") == wanted:
                return number
    return None
