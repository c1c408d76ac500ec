"""The calendar of the treaty bodies: their sessions, what they do about which State, and the reports that States owe."""

from dataclasses import dataclass
from enum import StrEnum

from rules.dates import PartialDate
from rules.vocabulary import DateStatus


class ReviewKind(StrEnum):
    """What a committee does about a State at a session: a review, its questions before or instead of a report, a follow-up."""

    REVIEW = "review"
    LIST_OF_ISSUES = "list-of-issues"
    LIST_PRIOR = "list-of-issues-prior"
    FOLLOW_UP = "follow-up"


@dataclass(frozen=True, slots=True)
class CommitteeSession:
    """A session of a treaty's committee. ``report_deadline`` is for organisations' reports on the States under review, ``list_deadline``
    for what they propose for lists of issues; their hours (HH:MM) and clocks are empty where none is published."""

    slug: str
    treaty: str
    number: int
    start: PartialDate | None
    end: PartialDate | None
    dates_status: DateStatus
    report_deadline: PartialDate | None
    list_deadline: PartialDate | None
    deadlines_status: DateStatus
    source: str
    checked_on: str
    recheck_by: str = ""
    report_deadline_time: str = ""
    report_deadline_zone: str = ""
    list_deadline_time: str = ""
    list_deadline_zone: str = ""


@dataclass(frozen=True, slots=True)
class CommitteeReview:
    """What a committee does about a State: ``session`` is empty where it is not published, ``day`` is the State's own."""

    treaty: str
    kind: ReviewKind
    session: str
    day: PartialDate | None
    status: DateStatus
    source: str
    checked_on: str
    confidence: str


@dataclass(frozen=True, slots=True)
class StateReport:
    """A report that a State owes to a committee."""

    treaty: str
    document: str
    number: str
    due: PartialDate | None
    status: DateStatus
    source: str
    checked_on: str
