"""Read a date as people write it, to the day, the month or the year. What could be two days is asked, never guessed."""

import datetime
import re
import unicodedata
from typing import TYPE_CHECKING

from django.utils.dates import MONTHS, MONTHS_3, MONTHS_ALT
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from rules.dates import DAY, MONTH, YEAR, PartialDate
from rules.scenario import EARLIEST, LATEST

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

NO_DATE = _("Write a date, for example 27 March 2026. A month (March 2026) or a year (2026) is enough.")
NO_SUCH_DAY = _("There is no such day in this month. Write a date like 27 March 2026.")
NO_SUCH_MONTH = _("The month must be a number from 1 to 12, or a name. Write a date like 27 March 2026.")
NO_YEAR = _("The year must have four digits, in the international calendar. Write a date like 27 March 2026.")
TWO_DAYS = _("“%(typed)s” can be two days. Write the month as a word, for example 27 March 2026.")
ORDINAL = re.compile(r"(?<=\d)(st|nd|rd|th)\b")


class BadDate(ValueError):
    """Raised by ``read_date``; ``message`` says what to write instead."""

    def __init__(self, message: "StrPromise | str") -> None:
        super().__init__(str(message))
        self.message = message


def read_date(typed: str) -> PartialDate:
    """The date typed: “27 March 2026”, “27.3.2026”, “27/03/2026”, “2026-03-27”, “March 2026”, “3/2026”, “2026”, in digits of any script.

    A month may be named in English or in the language of the page. Raises ``BadDate``; also for “3/4/2026”, which is one day to some and
    another to others. With dots the day always comes first.
    """
    text = ORDINAL.sub("", _plain(typed))
    parts = re.findall(r"\d+|[^\W\d_]+", text)
    named = [month for part in parts if (month := _month_named(part))]
    numbers = [part for part in parts if part.isdecimal()]
    if len(named) > 1 or len(numbers) + len(named) > 3 or not numbers:
        raise BadDate(NO_DATE)
    words = [part for part in parts if not part.isdecimal() and not _month_named(part)]
    if words and not _only_signs_of_a_date(words):
        raise BadDate(NO_SUCH_MONTH if len(numbers) == 2 else NO_DATE)
    return _with_month(named[0], numbers) if named else _of_numbers(numbers, text, typed)


def written(date: PartialDate) -> str:
    """A date as ``read_date`` reads it, and as the hint shows it: to say again what was typed."""
    year, month = str(date.first.year), str(MONTHS[date.first.month])
    return {YEAR: year, MONTH: f"{month} {year}", DAY: f"{date.first.day} {month} {year}"}[date.precision]


def _plain(typed: str) -> str:
    """Digits of any script as 0 to 9, small letters, no marks of direction."""
    shown = (sign for sign in typed if unicodedata.category(sign) != "Cf")
    return "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in shown).casefold().strip()


def _only_signs_of_a_date(words: list[str]) -> bool:
    """Whether what stands between the numbers is how some languages write dates: “年”, “de”."""
    return all(word in {"年", "月", "日", "de", "del", "г", "года", "le", "the", "of", "on"} for word in words)


def _with_month(month: int, numbers: list[str]) -> PartialDate:
    years = [number for number in numbers if len(number) > 2]
    days = [number for number in numbers if len(number) <= 2]
    if len(years) != 1:
        raise BadDate(NO_YEAR)
    return _date(years[0], month, days[0] if days else None)


def _of_numbers(numbers: list[str], text: str, typed: str) -> PartialDate:
    if len(numbers) == 1:
        return _date(numbers[0], None, None)
    if len(numbers[0]) > 2:
        return _date(numbers[0], int(numbers[1]), numbers[2] if len(numbers) == 3 else None)
    if len(numbers) == 2:
        return _date(numbers[1], int(numbers[0]), None)
    first, second, year = numbers
    a, b = int(first), int(second)
    if "." not in text and a != b and a <= 12 and b <= 12:
        raise BadDate(TWO_DAYS % {"typed": typed.strip()})
    if "." not in text and a <= 12 < b:
        a, b = b, a
    return _date(year, b, str(a))


def _date(year: str, month: int | None, day: str | None) -> PartialDate:
    whole = int(year) if len(year) == 4 else 0
    if not EARLIEST.year <= whole <= LATEST.year:
        raise BadDate(NO_YEAR)
    if month is None:
        return PartialDate(datetime.date(whole, 1, 1), YEAR)
    if not 1 <= month <= 12:
        raise BadDate(NO_SUCH_MONTH)
    if day is None:
        return PartialDate(datetime.date(whole, month, 1), MONTH)
    try:
        return PartialDate(datetime.date(whole, month, int(day)), DAY)
    except ValueError as wrong:
        raise BadDate(NO_SUCH_DAY) from wrong


def _month_named(text: str) -> int | None:
    with override("en"):
        english = _called(text)
    return english or _called(text)


def _called(text: str) -> int | None:
    wanted = text.rstrip(".")
    for names in (MONTHS, MONTHS_3, MONTHS_ALT):
        for number, name in names.items():
            if str(name).casefold().rstrip(".") == wanted:
                return number
    return None
