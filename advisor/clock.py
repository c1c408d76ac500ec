"""The day. Nothing else in the product asks the computer what day it is."""

import datetime

from django.conf import settings
from django.utils import timezone


def today() -> datetime.date:
    """The present day, or the day that the installation is fixed to (for demonstrations and tests)."""
    fixed: str | None = settings.FIXED_DAY
    return datetime.date.fromisoformat(fixed) if fixed else timezone.localdate()
