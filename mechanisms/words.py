"""Days, periods, numbers and lists as they stand in sentences, in the language that is active: each by one function, for all pages,
mails and files.

What a language has to say about dates stands in its catalogue, as formats in Django's letters, beside the names of the months that
Django brings. How it strings a list together, Babel knows.
"""

import datetime
from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

from django.utils import timezone
from django.utils.dateformat import format as formatted
from django.utils.formats import number_format
from django.utils.translation import get_language, ngettext, pgettext, to_locale
from django.utils.translation import gettext as _

from rules.dates import DAY, MONTH, PartialDate, Period

BRITISH = {"en": "en_GB"}
"""English as we write it: no comma before the "and" of a list."""

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

Style = Literal["standard", "or"]


def day(date: PartialDate | datetime.date) -> str:
    """A date in words, as precise as it is known. Of a moment, the day where we are."""
    if not isinstance(date, PartialDate):
        date = PartialDate(timezone.localdate(date) if isinstance(date, datetime.datetime) else date)
    if date.precision == DAY:
        return formatted(date.first, pgettext("a day, in Django's letters for dates", "j F Y"))
    if date.precision == MONTH:
        return formatted(date.first, pgettext("a month, in Django's letters for dates", "F Y"))
    return formatted(date.first, pgettext("a year, in Django's letters for dates", "Y"))


def short_day(date: PartialDate | datetime.date) -> str:
    """A day in few letters; what is known less precisely, as `day` says it."""
    if isinstance(date, PartialDate):
        if date.precision != DAY:
            return day(date)
        date = date.first
    return formatted(date, pgettext("a short day, in Django's letters for dates", "j M Y"))


def short_month(date: datetime.date) -> str:
    """A month in few letters."""
    return formatted(date, pgettext("a month beside a time line, in Django's letters for dates", "M Y"))


def moment(when: datetime.datetime) -> str:
    """A day with its time, where we are."""
    words = pgettext("a day with its time, in Django's letters for dates", "j F Y, H:i")
    return formatted(timezone.localtime(when), words)


def period(span: Period) -> str:
    """From when until when; empty where neither is known."""
    start, end = span.start, span.end
    if start and end:
        return _("%(start)s to %(end)s") % {"start": day(start), "end": day(end)}
    if start:
        return _("since %(start)s") % {"start": day(start)}
    return _("until %(end)s") % {"end": day(end)} if end else ""


class Number(int):
    """A number that sentences show as their language writes it, and that still chooses between one and many."""

    def __str__(self) -> str:
        return number_format(int(self), use_l10n=True, force_grouping=True)


def counted(sentence: "StrPromise", number: int) -> str:
    """A sentence that counts what it calls ``number``."""
    return str(sentence % {"number": Number(number)})


def listed(names: Iterable[object]) -> str:
    """Names in a row: "a, b and c"."""
    return _joined(names, "standard")


def either(names: Iterable[object]) -> str:
    """Names of which one is meant: "a, b or c"."""
    return _joined(names, "or")


def separated(parts: Iterable[object]) -> str:
    """What stands side by side and is no sentence: "a, b, c"; what is empty is left out."""
    return pgettext("between parts of a line", ", ").join(str(part) for part in parts if part)


def set_apart(parts: Iterable[object]) -> str:
    """The same where the parts have commas of their own: "a, b; c"."""
    return pgettext("between parts of a line that have commas of their own", "; ").join(
        str(part) for part in parts if part
    )


def dashed(parts: Iterable[object]) -> str:
    """The parts of a title: "a – b – c"; what is empty is left out. Every language of ours writes it so."""
    return " – ".join(str(part) for part in parts if part)


def dotted(parts: Iterable[object]) -> str:
    """Short facts in one line, no sentence: "a · b · c"; what is empty is left out. Every language of ours writes it so."""
    return " · ".join(str(part) for part in parts if part)


def few(names: Iterable[object], most: int = 2) -> str:
    """The first names in a row and how many more there are: "a, b and 3 more"."""
    every = [str(name) for name in names]
    more = len(every) - most
    if more <= 0:
        return listed(every)
    words = ngettext("%(some)s and %(more)s more", "%(some)s and %(more)s more", more)
    return words % {"some": separated(every[:most]), "more": Number(more)}


def sentences(parts: Iterable[object]) -> str:
    """Whole sentences one after the other; what is empty is left out."""
    return pgettext("between two sentences", " ").join(str(part) for part in parts if part)


def _joined(names: Iterable[object], style: Style) -> str:
    every = [str(name) for name in names]
    if len(every) < 2:
        return "".join(every)
    # Babel takes a while to load, and most runs of a command string no list together.
    from babel.lists import format_list

    language = get_language() or "en"
    return format_list(every, style, BRITISH.get(language) or to_locale(language))
