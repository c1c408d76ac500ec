"""What the advice side keeps, a module for each subject."""

from .calendars import CalendarEntry, CalendarFeed
from .editions import Edition, Publication, Weight
from .saved import GivenAdvice, SavedAdvice, Status

__all__ = [
    "CalendarEntry",
    "CalendarFeed",
    "Edition",
    "GivenAdvice",
    "Publication",
    "SavedAdvice",
    "Status",
    "Weight",
]
