"""What a State has at home, or has promised, that bears on these routes."""

from dataclasses import dataclass
from enum import StrEnum

from rules.dates import Period


class Accreditation(StrEnum):
    """Whether a national human rights institution complies with the Paris Principles: fully (A) or in part (B)."""

    A = "A"
    B = "B"
    NONE = "none"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class NationalInstitution:
    """A national human rights institution; the span is that of its accreditation."""

    state: str
    name: str
    status: Accreditation
    url: str
    span: Period
    source: str
    checked_on: str


@dataclass(frozen=True, slots=True)
class StandingInvitation:
    """That a State has invited every thematic expert in advance."""

    state: str
    span: Period
    source: str
    checked_on: str
