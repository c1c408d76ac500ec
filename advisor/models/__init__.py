"""What the advice side keeps, a module for each subject."""

from .editions import Edition, Publication, Weight
from .expert_cases import ExpertCase
from .lab import CaseResult, Moved, Proposal
from .living import AdviceChange, AdviceSeen, Reassessment
from .notices import Notice, NoticePreference
from .saved import GivenAdvice, SavedAdvice, Status

__all__ = [
    "AdviceChange",
    "AdviceSeen",
    "CaseResult",
    "Edition",
    "ExpertCase",
    "GivenAdvice",
    "Moved",
    "Notice",
    "NoticePreference",
    "Proposal",
    "Publication",
    "Reassessment",
    "SavedAdvice",
    "Status",
    "Weight",
]
