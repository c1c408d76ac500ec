"""What the advice side keeps, a module for each subject."""

from .editions import Edition, Publication, Weight
from .notices import Notice, NoticePreference
from .plans import Answer, Correspondence, Direction, Outcome, Plan, Task
from .saved import GivenAdvice, SavedAdvice, Status

__all__ = [
    "Answer",
    "Correspondence",
    "Direction",
    "Edition",
    "GivenAdvice",
    "Notice",
    "NoticePreference",
    "Outcome",
    "Plan",
    "Publication",
    "SavedAdvice",
    "Status",
    "Task",
    "Weight",
]
