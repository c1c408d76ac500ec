"""What the advice side keeps, a module for each subject."""

from .editions import Edition, Publication, Weight
from .living import AdviceChange, AdviceSeen, Reassessment
from .notices import Notice, NoticePreference
from .saved import GivenAdvice, SavedAdvice, Status

__all__ = [
    "AdviceChange",
    "AdviceSeen",
    "Edition",
    "GivenAdvice",
    "Notice",
    "NoticePreference",
    "Publication",
    "Reassessment",
    "SavedAdvice",
    "Status",
    "Weight",
]
