"""Regular sessions of the Human Rights Council."""

from dataclasses import dataclass

from rules.dates import PartialDate
from rules.facts.sources import DateSource
from rules.vocabulary import DateStatus


@dataclass(frozen=True, slots=True)
class CouncilSession:
    """A regular session of the Human Rights Council. ``oral_statement_registration`` is the day on which the list of speakers opens."""

    number: int
    start: PartialDate | None
    end: PartialDate | None
    written_deadline: PartialDate | None
    side_event_deadline: PartialDate | None
    dates_status: DateStatus
    source: str
    checked_on: str
    oral_statement_registration: PartialDate | None = None
    written_statement_deadline_time: str = ""
    written_statement_deadline_zone: str = ""
    oral_statement_registration_time: str = ""
    oral_statement_registration_zone: str = ""
    side_event_request_deadline_time: str = ""
    side_event_request_deadline_zone: str = ""
    date_sources: tuple[DateSource, ...] = ()
