"""Special procedures mandates, and what their holders ask for."""

from dataclasses import dataclass

from rules.dates import PartialDate, Period
from rules.vocabulary import DateStatus, MandateRoleKind


@dataclass(frozen=True, slots=True)
class Mandate:
    """A special procedures mandate; a thematic one covers its themes, a country one everything in its State."""

    slug: str
    kind: str
    short_name: str
    full_title: str
    country: str | None
    themes: tuple[str, ...]
    span: Period
    takes_cases: bool | None
    page_url: str
    source: str
    checked_on: str
    confidence: str
    note: str


@dataclass(frozen=True, slots=True)
class CallForInput:
    """A mandate holder's call for contributions to a report."""

    mandate: str
    title: str
    url: str
    deadline: PartialDate | None
    status: DateStatus
    source: str
    checked_on: str
    deadline_time: str = ""
    deadline_zone: str = ""


@dataclass(frozen=True, slots=True)
class MandateRole:
    """Why a mandate holder is written to: on a theme, in a kind of danger, or about a State that holds its territory (one of the three).

    ``condition`` completes "also, if …" where the role is ``if``.
    """

    mandate: str
    theme: str
    danger: str
    state: str
    role: MandateRoleKind
    condition: str
    source: str
    checked_on: str
    position: int = 0
    """Its place among its like, as editors put them."""
