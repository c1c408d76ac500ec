"""The Universal Periodic Review: its cycles, its sessions, and each State's place in them."""

from dataclasses import dataclass

from rules.dates import PartialDate
from rules.vocabulary import DateStatus


@dataclass(frozen=True, slots=True)
class UprCycle:
    """A cycle of the Universal Periodic Review; ``months`` is the planned time between two reviews of a State."""

    number: int
    months: int
    source: str
    starts: PartialDate | None = None
    ends: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class UprSession:
    """A session of the UPR Working Group with its dates, each as precise as its source."""

    number: int
    cycle: int
    start: PartialDate | None
    end: PartialDate | None
    stakeholder_deadline: PartialDate | None
    stakeholder_status: DateStatus
    national_report: PartialDate | None
    pre_session: PartialDate | None
    pre_session_end: PartialDate | None
    adoption_session: int | None
    dates_status: DateStatus
    source: str
    checked_on: str
    recheck_by: str = ""


@dataclass(frozen=True, slots=True)
class UprReview:
    """A State's place in a cycle; ``session`` is ``None`` where it is not published. ``adoption`` may be ``postponed``."""

    cycle: int
    session: int | None
    adoption: str
    source: str
    confidence: str
    note: str
