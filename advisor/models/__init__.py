"""What the advice side keeps, a module for each subject."""

from .editions import Edition, Publication, Weight
from .guests import GuestDraft
from .saved import GivenAdvice, SavedAdvice, Status

__all__ = ["Edition", "GivenAdvice", "GuestDraft", "Publication", "SavedAdvice", "Status", "Weight"]
