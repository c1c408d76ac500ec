"""What the advice side keeps, a module for each subject."""

from .editions import Edition, Publication, Weight
from .expert_cases import ExpertCase
from .lab import CaseResult, Moved, Proposal
from .saved import GivenAdvice, SavedAdvice, Status

__all__ = [
    "CaseResult",
    "Edition",
    "ExpertCase",
    "GivenAdvice",
    "Moved",
    "Proposal",
    "Publication",
    "SavedAdvice",
    "Status",
    "Weight",
]
