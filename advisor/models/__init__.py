"""What the advice side keeps, a module for each subject."""

from .editions import Edition, Publication, Weight
from .guests import GuestDraft
from .saved import GivenAdvice, SavedAdvice, Status
from .sharing import ShareLink

__all__ = ["Edition", "GivenAdvice", "GuestDraft", "Publication", "SavedAdvice", "ShareLink", "Status", "Weight"]
