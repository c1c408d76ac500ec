"""The day. Only here the product asks the computer what day it is for people and for the UN.

Time limits of the UN end in Geneva, and members in different places must read one advice: so the present day is Geneva's
(`TIME_ZONE` in the settings).
"""

import datetime

from django.conf import settings
from django.utils import timezone

from rules.dates import latest_day_anywhere


def today() -> datetime.date:
    """The present day in Geneva, or the day that the installation is fixed to (for demonstrations and tests)."""
    return _fixed() or timezone.localdate()


def latest_day() -> datetime.date:
    """The last day that somebody can honestly enter as past: in Kiribati it is tomorrow when Geneva has lunch."""
    return _fixed() or latest_day_anywhere(timezone.now())


def _fixed() -> datetime.date | None:
    fixed: str | None = settings.FIXED_DAY
    return datetime.date.fromisoformat(fixed) if fixed else None
