"""Dates in words, and the little arithmetic that the pages need. The day is always passed in."""

import calendar
import datetime

from django.utils.dateformat import format as formatted
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from rules.dates import DAY, MONTH, PartialDate, Period


def words(date: PartialDate | datetime.date) -> str:
    """A date in words, as precise as it is known."""
    if isinstance(date, datetime.date):
        date = PartialDate(date)
    if date.precision == DAY:
        return formatted(date.first, pgettext("a day, in Django's letters for dates", "j F Y"))
    if date.precision == MONTH:
        return formatted(date.first, pgettext("a month, in Django's letters for dates", "F Y"))
    return formatted(date.first, pgettext("a year, in Django's letters for dates", "Y"))


def short(date: datetime.date) -> str:
    """A day in few letters."""
    return formatted(date, pgettext("a short day, in Django's letters for dates", "j M Y"))


def period(span: Period) -> str:
    """From when until when; empty where neither is known."""
    start, end = span.start, span.end
    if start and end:
        return _("%(start)s to %(end)s") % {"start": words(start), "end": words(end)}
    if start:
        return _("since %(start)s") % {"start": words(start)}
    return _("until %(end)s") % {"end": words(end)} if end else ""


def months_later(day: datetime.date, months: int) -> datetime.date:
    """The same day of a later month, or that month's last day where it is shorter. ``months`` may be negative."""
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return datetime.date(years, month + 1, min(day.day, calendar.monthrange(years, month + 1)[1]))
