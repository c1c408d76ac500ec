"""What the advice side keeps, a module for each subject."""

from .calendars import CalendarEntry, CalendarFeed
from .editions import Edition, Publication, Weight
from .experience import Experience, ExperienceCount
from .expert_cases import ExpertCase
from .lab import CaseResult, Moved, Proposal
from .saved import GivenAdvice, SavedAdvice, Status

__all__ = [
    "CalendarEntry",
    "CalendarFeed",
    "CaseResult",
    "Edition",
    "Experience",
    "ExperienceCount",
    "ExpertCase",
    "GivenAdvice",
    "Moved",
    "Proposal",
    "Publication",
    "SavedAdvice",
    "Status",
    "Weight",
]
