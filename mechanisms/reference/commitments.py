"""What a State did about a treaty, and from when that counts."""

import datetime
from dataclasses import dataclass
from typing import Any

from mechanisms.models import Treaty, TreatyStatus

from .dates import months_later

INSTRUMENT, STATUS = TreatyStatus.Instrument, TreatyStatus.Status


@dataclass(frozen=True)
class Commitment:
    """A row, and the first day on which it takes effect; ``None`` for an act that does not bind, or of an unknown day."""

    row: TreatyStatus
    works_from: datetime.date | None

    def works(self, day: datetime.date) -> bool:
        """Whether the State is bound, or has accepted, on a day."""
        return self.works_from is not None and self.works_from <= day


def commitment(row: TreatyStatus, treaty: Treaty) -> Commitment:
    """A deposit takes effect after the treaty's delay, and never before the treaty is in force; a later declaration on its own day."""
    start = row.period.start
    if row.status not in (STATUS.PARTY, STATUS.ACCEPTED) or start is None:
        return Commitment(row, None)
    about_treaty = row.instrument == INSTRUMENT.TREATY
    months, days = (
        (treaty.binding_delay_months, treaty.binding_delay_days)
        if about_treaty or row.action.startswith("declaration with")
        else (treaty.complaint_delay_months, treaty.complaint_delay_days)
    )
    if row.action == "declaration":
        months, days = 0, 0
    works_from = months_later(start.first, months) + datetime.timedelta(days=days)
    in_force = treaty.complaint_in_force if row.instrument == INSTRUMENT.INDIVIDUAL_COMMUNICATIONS else treaty.in_force
    return Commitment(row, max(works_from, in_force) if in_force else works_from)


def on_day(day: datetime.date, **narrowed: Any) -> list[TreatyStatus]:
    """The rows of a day, ready to be shown."""
    rows = TreatyStatus.objects.on(day).filter(**narrowed).select_related("state", "treaty", "source")
    return list(rows.order_by("state__name", "treaty__slug", "instrument"))
