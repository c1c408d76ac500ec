"""What the advice side keeps, a module for each subject."""

from .editions import Edition, Publication, Weight
from .saved import GivenAdvice, SavedAdvice, Status

__all__ = ["Edition", "GivenAdvice", "Publication", "SavedAdvice", "Status", "Weight"]
