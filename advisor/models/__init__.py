"""What the advice side keeps, a module for each subject."""

from .calendars import CalendarEntry, CalendarFeed
from .drafts import SubmissionDraft
from .editions import Edition, Publication, Weight
from .experience import Experience, ExperienceCount
from .expert_cases import ExpertCase
from .guests import GuestDraft
from .lab import CaseResult, Moved, Proposal
from .living import AdviceChange, AdviceSeen, Reassessment
from .notices import Notice, NoticePreference
from .plans import Answer, Correspondence, Direction, Outcome, Plan, Task
from .saved import GivenAdvice, SavedAdvice, Status
from .sharing import ShareLink

__all__ = [
    "AdviceChange",
    "AdviceSeen",
    "Answer",
    "CalendarEntry",
    "CalendarFeed",
    "CaseResult",
    "Correspondence",
    "Direction",
    "Edition",
    "Experience",
    "ExperienceCount",
    "ExpertCase",
    "GivenAdvice",
    "GuestDraft",
    "Moved",
    "Notice",
    "NoticePreference",
    "Outcome",
    "Plan",
    "Proposal",
    "Publication",
    "Reassessment",
    "SavedAdvice",
    "ShareLink",
    "Status",
    "SubmissionDraft",
    "Task",
    "Weight",
]
