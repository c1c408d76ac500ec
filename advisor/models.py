"""Gathers the tables of every subject, so that Django finds them. No subject imports this module."""

from advisor.calendars.models import CalendarEntry, CalendarFeed
from advisor.cases.models import ExpertCase
from advisor.drafts.models import SubmissionDraft
from advisor.editions.models import Edition, Publication, TextPack, TextPublication, Weight
from advisor.experience.models import Experience, ExperienceCount
from advisor.notices.models import Notice, NoticePreference
from advisor.plans.models import Correspondence, Outcome, Plan, Task
from advisor.publishing.events import ProposalEvent
from advisor.publishing.models import CaseResult, Moved, Proposal
from advisor.saved.events import MatterEvent
from advisor.saved.models import AdviceChange, AdviceSeen, GivenAdvice, Reassessment, SavedAdvice
from advisor.sharing.models import GuestDraft, ShareLink

__all__ = [
    "AdviceChange",
    "AdviceSeen",
    "CalendarEntry",
    "CalendarFeed",
    "CaseResult",
    "Correspondence",
    "Edition",
    "Experience",
    "ExperienceCount",
    "ExpertCase",
    "GivenAdvice",
    "GuestDraft",
    "MatterEvent",
    "Moved",
    "Notice",
    "NoticePreference",
    "Outcome",
    "Plan",
    "Proposal",
    "ProposalEvent",
    "Publication",
    "Reassessment",
    "SavedAdvice",
    "ShareLink",
    "SubmissionDraft",
    "Task",
    "TextPack",
    "TextPublication",
    "Weight",
]
