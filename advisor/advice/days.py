"""Days as pages show them: in words, as ISO text for machines, and how far ahead they lie."""

import datetime
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from advisor.words import names
from rules.dates import PartialDate

COUNTED = 120
"""Days further ahead than this are not counted down: the number would say nothing."""


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


def shown(date: PartialDate | None, today: datetime.date) -> Day | None:
    """A date for a page."""
    return None if date is None else Day(names.day(date), str(date), _left(date, today))


def _left(date: PartialDate, today: datetime.date) -> str:
    days = (date.last - today).days
    if date.precision != "day" or not 0 <= days <= COUNTED:
        return ""
    return ngettext("%(days)s day left", "%(days)s days left", days) % {"days": days} if days else _("today")
