"""What the advice side keeps, a module for each subject."""

from .drafts import SubmissionDraft
from .editions import Edition, Publication, Weight
from .saved import GivenAdvice, SavedAdvice

__all__ = ["Edition", "GivenAdvice", "Publication", "SavedAdvice", "SubmissionDraft", "Weight"]
