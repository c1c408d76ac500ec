"""How a mandate ends: it gets a last day and stays, with its holders and contacts."""

from dataclasses import dataclass

from django.db import transaction

from mechanisms.remembered import Change
from rules.dates import PartialDate

from .models import Mandate, Source


@dataclass(frozen=True)
class Ending:
    """The last day, where it is written, and whether holders and contacts end with it."""

    last_day: PartialDate
    source: Source
    note: str = ""
    with_people: bool = True


@transaction.atomic
def end_mandate(mandate: Mandate, ending: Ending, change: Change) -> None:
    """Set the last day. Raises ``ValidationError`` if it is before the start, and then changes nothing."""
    mandate = Mandate.objects.select_for_update().order_by().get(pk=mandate.pk)
    rows = [mandate]
    if ending.with_people:
        rows += [*mandate.holders.filter(valid_to=None), *mandate.contacts.filter(valid_to=None)]
    for row in rows:
        row.valid_to, row.valid_to_precision = ending.last_day.first, ending.last_day.precision
        row.source = ending.source
        if ending.note:
            row.note = "\n".join(filter(None, [row.note, ending.note]))
        row.full_clean()
        change.save(row)
