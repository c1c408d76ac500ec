"""What the Human Rights Council decided on a State or a mandate, how it voted, and when that falls due again."""

from dataclasses import dataclass
from enum import StrEnum

from rules.dates import PartialDate
from rules.vocabulary import DateStatus


class Adoption(StrEnum):
    """How the Council adopted a resolution."""

    WITHOUT_VOTE = "without-vote"
    RECORDED = "recorded"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Resolution:
    """A resolution of the Council. ``session`` is a number, or ``S-39`` for a special session; the numbers of votes and the States that
    cast them are there for a recorded vote only, the States only where the roll-call is known."""

    symbol: str
    title: str
    adopted_on: PartialDate
    session: str
    agenda_item: int | None
    adoption: Adoption
    yes: int | None
    no: int | None
    abstentions: int | None
    voted_yes: tuple[str, ...]
    voted_no: tuple[str, ...]
    abstained: tuple[str, ...]
    sponsors: str
    record_url: str
    states: tuple[str, ...]
    source: str
    checked_on: str


@dataclass(frozen=True, slots=True)
class Renewal:
    """That a resolution made or extended a mandate, or a body of inquiry that is a ``door``; one of the two is empty.

    ``due_session`` is the last regular session at which it can be extended in time, where that is known.
    """

    resolution: str
    mandate: str
    door: str
    years: int | None
    due_session: int | None
    due_status: DateStatus
    source: str
    checked_on: str
