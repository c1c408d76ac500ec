"""The little arithmetic of days that the pages need. The day is always passed in."""

import calendar
import datetime


def months_later(day: datetime.date, months: int) -> datetime.date:
    """The same day of a later month, or that month's last day where it is shorter. ``months`` may be negative."""
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return datetime.date(years, month + 1, min(day.day, calendar.monthrange(years, month + 1)[1]))
