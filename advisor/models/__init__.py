"""What the advice side keeps, a module for each subject."""

from .editions import Edition, Publication, Weight
from .expert_cases import ExpertCase
from .saved import GivenAdvice, SavedAdvice

__all__ = ["Edition", "ExpertCase", "GivenAdvice", "Publication", "SavedAdvice", "Weight"]
