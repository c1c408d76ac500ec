"""What a session of the Council made of the mandates: renewed, ended, in other hands, or as before."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from mechanisms.remembered import Change
from rules.dates import DAY, PartialDate

from .endings import Ending, end_mandate
from .events import Why
from .models import Confidence, Mandate, MandateContact, MandateHolder, Source
from .staleness import Dues


class Outcome(StrEnum):
    """What became of a mandate."""

    AS_BEFORE = "as-before"
    RENEWED = "renewed"
    ENDED = "ended"


@dataclass(frozen=True)
class Line:
    """A mandate on the sheet: who holds it now, and whether it is to be looked at."""

    mandate: Mandate
    holders: tuple[MandateHolder, ...]
    due: bool

    @property
    def is_open(self) -> bool:
        """Whether it was due for renewal, and nobody has found what became of it."""
        return bool(self.mandate.renewal_status == Mandate.Renewal.OUTCOME_UNKNOWN)


@dataclass(frozen=True)
class Told:
    """What somebody read of a mandate. ``symbol`` goes with a renewal, ``last_day`` with an end, ``since`` with a new holder."""

    mandate: Mandate
    outcome: Outcome
    symbol: str = ""
    last_day: PartialDate | None = None
    holder: str = ""
    since: PartialDate | None = None


def lines(day: datetime.date) -> list[Line]:
    """The mandates of a day: first those whose renewal was not found, then those that are due, then the others."""
    dues = Dues()
    holders: dict[int, list[MandateHolder]] = {}
    for holder in MandateHolder.objects.on(day):
        holders.setdefault(holder.mandate_id, []).append(holder)
    found = []
    for mandate in Mandate.objects.on(day).select_related("source", "state"):
        event, held = dues.event(mandate, day), tuple(holders.get(mandate.pk, ()))
        late = [dues.event(row, day) for row in held]
        due = any(one and one.why in (Why.COUNCIL_CLOSED, Why.LAST_DAY, Why.LONGEST_TERM) for one in (event, *late))
        found.append(Line(mandate, held, due))
    return sorted(found, key=lambda line: (not line.is_open, not line.due, line.mandate.short_name))


@transaction.atomic
def close(told: Sequence[Told], source: Source, day: datetime.date, change: Change) -> int:
    """Write what was read on a day, all or nothing; the same once more writes nothing. Out: how many rows changed.

    Raises ``ValidationError`` with the name of the mandate before what is wrong with it.
    """
    written = 0
    for item in told:
        try:
            written += _close(item, source, day, change)
        except ValidationError as error:
            raise ValidationError([f"{item.mandate}: {text}" for text in error.messages]) from error
    return written


def check_general_contacts(day: datetime.date, change: Change) -> int:
    """The addresses that serve all mandates were seen on a day. Out: how many rows changed."""
    rows = MandateContact.objects.on(day).filter(mandate=None).select_for_update().order_by()
    return sum(_saved(row, change, checked_on=max(day, row.checked_on)) for row in rows)


def _close(told: Told, source: Source, day: datetime.date, change: Change) -> int:
    mandate = Mandate.objects.select_for_update().order_by().get(pk=told.mandate.pk)
    if told.outcome is Outcome.ENDED:
        if told.last_day is None:
            raise ValidationError(_("Give its last day."))
        if mandate.valid_to:
            return 0
        end_mandate(mandate, Ending(told.last_day, source), change)
        return 1
    written = sum(_saved(row, change, checked_on=max(day, row.checked_on)) for row in _people(mandate, day))
    if told.holder:
        written += _replace_holder(mandate, told, source, day, change)
    if told.outcome is Outcome.RENEWED:
        if not told.symbol:
            raise ValidationError(_("Give the symbol of the resolution that renewed it."))
        known = {"last_renewal": told.symbol, "renewal_status": Mandate.Renewal.KNOWN}
        if any(getattr(mandate, name) != value for name, value in known.items()):
            return written + _saved(mandate, change, source=source, checked_on=day, **known)
    return written + _saved(mandate, change, checked_on=max(day, mandate.checked_on))


def _people(mandate: Mandate, day: datetime.date) -> Iterator[Any]:
    """Its holders and addresses, which are looked up together with it."""
    yield from MandateHolder.objects.on(day).filter(mandate=mandate).select_for_update().order_by()
    yield from MandateContact.objects.on(day).filter(mandate=mandate).select_for_update().order_by()


def _replace_holder(mandate: Mandate, told: Told, source: Source, day: datetime.date, change: Change) -> int:
    """The new holder follows the one before, whose last day is the day before where it is known to the day."""
    if told.since is None:
        raise ValidationError(_("Say since when the new holder serves: a day, a month or a year."))
    if MandateHolder.objects.filter(mandate=mandate, name=told.holder).exists():
        return 0
    written, since = 0, told.since
    last = PartialDate(since.first - datetime.timedelta(days=1)) if since.precision == DAY else since
    for holder in _open_holders(mandate):
        written += _saved(holder, change, valid_to=last.first, valid_to_precision=last.precision, source=source)
    new = MandateHolder(
        mandate=mandate,
        name=told.holder,
        valid_from=since.first,
        valid_from_precision=since.precision,
        source=source,
        checked_on=day,
        confidence=Confidence.HIGH,
    )
    new.full_clean()
    change.save(new)
    return written + 1


def _open_holders(mandate: Mandate) -> Iterable[MandateHolder]:
    return MandateHolder.objects.filter(mandate=mandate, valid_to=None).select_for_update().order_by()


def _saved(row: Any, change: Change, **values: Any) -> int:
    """Save a row if anything changes. Out: 1 if so, else 0."""
    if all(getattr(row, name) == value for name, value in values.items()):
        return 0
    for name, value in values.items():
        setattr(row, name, value)
    row.full_clean()
    change.save(row)
    return 1
