"""Days as pages show them: in words, as ISO text for machines, and how far ahead they lie."""

import datetime
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from advisor.words import names
from advisor.words.clocks import until
from mechanisms.words import period
from rules.dates import DAY, PartialDate, Period
from rules.result import KeyDate
from rules.vocabulary import DateCode

COUNTED = 120
"""Days further ahead than this are not counted down: the number would say nothing."""


TAKES_PLACE = frozenset(
    {
        DateCode.UPR_PRE_SESSION,
        DateCode.UPR_REVIEW,
        DateCode.UPR_ADOPTION,
        DateCode.COUNCIL_SESSION,
        DateCode.TB_SESSION,
        DateCode.TB_REVIEW,
        DateCode.MANDATE_RENEWAL,
    }
)
"""Dates on which something takes place; on all others something is due."""

BY_STATES = frozenset({DateCode.UPR_NATIONAL_REPORT, DateCode.TB_REPORT_DUE, DateCode.FOLLOW_UP})
"""What is due on them no hour ends: a State sends it, or it is our own middle of a cycle."""


@dataclass(frozen=True)
class Day:
    """A day by which something is due, or on which it happens."""

    words: str
    iso: str
    left: str
    """How far ahead it lies, in words; empty where it lies far ahead, in the past, or is not known to the day."""

    @property
    def is_year(self) -> bool:
        """Whether only the year is known."""
        return len(self.iso) == 4


def shown(date: PartialDate | None, today: datetime.date, end: PartialDate | None = None) -> Day | None:
    """A date for a page; with ``end`` it goes on until then, and the days are counted to it once it has begun."""
    if date is None:
        return None
    words = period(Period(date, end)) if end is not None and end != date else names.day(date)
    counted = end if end is not None and date.precision == DAY and date.first <= today else date
    return Day(words, str(date), _left(counted, today))


def clock(row: KeyDate) -> str:
    """Until which hour, where something is due on a day: as the source says, or what to count on where it says none. Else empty."""
    if row.date is None or row.date.precision != DAY or row.code in TAKES_PLACE | BY_STATES:
        return ""
    if row.time:
        return until(row.time, row.zone)
    return _("No hour is published: count on noon in Geneva.")


def _left(date: PartialDate, today: datetime.date) -> str:
    days = (date.last - today).days
    if date.precision != DAY or not 0 <= days <= COUNTED:
        return ""
    return ngettext("%(days)s day left", "%(days)s days left", days) % {"days": days} if days else _("today")
