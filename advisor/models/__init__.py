"""What the advice side keeps, a module for each subject."""

from .editions import Edition, Publication, Weight
from .notices import Notice, NoticePreference
from .saved import GivenAdvice, SavedAdvice

__all__ = ["Edition", "GivenAdvice", "Notice", "NoticePreference", "Publication", "SavedAdvice", "Weight"]
