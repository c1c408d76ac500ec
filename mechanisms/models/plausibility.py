"""Whether dates can be so: what must come before what, and what lies further away than such dates usually do."""

import datetime
from collections.abc import Iterable, Iterator
from typing import Any

from django.db import models
from django.db.models.functions import Abs
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from rules.dates import MONTH, PartialDate

Said = Iterator[tuple[str, str | Promise]]
"""Field and message."""

FAR = datetime.timedelta(days=2 * 366)
"""Dates of a session lie within two years of it."""
EVER = datetime.timedelta(days=10 * 366)
"""Nothing that is announced lies further ahead."""
SEASON = datetime.timedelta(days=122)
"""Between the numbers of sessions that are held three times a year."""


def must_come_before(row: Any, limit: str, names: Iterable[str], words: str | Promise) -> Said:
    """Dates that lie surely on or after the day before which they must come. In: that day's field, and the words that refuse."""
    start = row.partial(limit)
    for name in names:
        date = row.partial(name)
        if start and date and date.first >= start.last:
            yield name, words


def must_not_end_early(row: Any, first: str, last: str, words: str | Promise) -> Said:
    """An end that lies surely before its beginning."""
    start, end = row.partial(first), row.partial(last)
    if start and end and end.last < start.first:
        yield last, words


def far_from_session(row: Any, names: Iterable[str]) -> Said:
    """Dates more than two years from the session; where its days are not known, from when it comes by its number."""
    around = row.partial("start") or _by_number(row)
    for name in names:
        date = row.partial(name)
        if around and date and (date.first > around.last + FAR or date.last < around.first - FAR):
            yield (
                name,
                _("%(date)s is more than two years away from the session (%(session)s).")
                % {
                    "date": date,
                    "session": around,
                },
            )


def far_ahead(row: Any, names: Iterable[str]) -> Said:
    """Dates more than ten years after the day on which the row was checked."""
    for name in names:
        date = row.partial(name)
        if date and row.checked_on and date.first > row.checked_on + EVER:
            yield name, _("%(date)s is more than ten years ahead.") % {"date": date}


def _by_number(row: Any) -> PartialDate | None:
    """Roughly when a session without days comes: counted from the dated one with the nearest number."""
    dated = type(row)._default_manager.filter(start__isnull=False).exclude(pk=row.pk)
    nearest = dated.annotate(away=Abs(models.F("number") - row.number)).order_by("away").first()
    if nearest is None:
        return None
    about: datetime.date = nearest.start + SEASON * (row.number - nearest.number)
    return PartialDate(about.replace(day=1), MONTH)
