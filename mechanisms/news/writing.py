"""What a piece of news writes: rows as they will be, beside the rows as they are saved. Looked at first, then written in one act."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction

from mechanisms.history.versions import FieldChange, text_of
from mechanisms.models import DatedFact, Named, PartialDates
from mechanisms.models.dated import Together, in_saving_order
from mechanisms.remembered import Change
from rules.dates import PartialDate


@dataclass(frozen=True)
class Line:
    """A row that is added or changed, and what changes in it. Before an addition there is nothing: ``before`` is empty."""

    row: Named
    is_new: bool
    changes: tuple[FieldChange, ...]


def known(model: type[Named], **key: Any) -> Any:
    """The saved row of this name, or a new one of it. So news that comes twice is written once."""
    return model._default_manager.filter(**key).first() or model(**key)


def dated(row: PartialDates, name: str, date: PartialDate | None) -> None:
    """Set a date together with how much of it is known."""
    setattr(row, name, date.first if date else None)
    setattr(row, f"{name}_precision", date.precision if date else "day")


@dataclass(frozen=True)
class Proof:
    """Where news stands, when somebody read it there, and how clear it is."""

    source: Any
    checked_on: Any
    confidence: str = "high"
    note: str = ""


def proven(row: Any, proof: "Proof") -> None:
    """Set where a row comes from and when that was read."""
    row.source, row.checked_on, row.confidence = proof.source, proof.checked_on, proof.confidence
    if proof.note:
        row.note = proof.note


def lines(rows: Iterable[Named]) -> list[Line]:
    """What would be written: only rows that are new or differ from what is saved."""
    found = []
    for row in rows:
        saved = type(row)._default_manager.filter(pk=row.pk).first() if row.pk else None
        if changes := tuple(_changes(saved, row)):
            found.append(Line(row, saved is None, changes))
    return found


def token(found: Iterable[Line]) -> str:
    """A name for exactly these changes: who confirms one has seen them."""
    seen = [[str(line.row), [[one.name, one.before, one.after] for one in line.changes]] for line in found]
    return hashlib.sha256(json.dumps(seen).encode()).hexdigest()[:32]


def check(rows: Sequence[Named]) -> None:
    """Refuse rows that do not fit, by themselves or together. Raises ``ValidationError``."""
    for row in rows:
        if isinstance(row, DatedFact):
            row.together = Together([other for other in rows if type(other) is type(row)])
        row.full_clean()


@transaction.atomic
def write(rows: Sequence[Named], change: Change) -> int:
    """Save what is new or differs, in one act. Raises ``ValidationError`` and then writes nothing. Out: how many rows."""
    check(rows)
    wanted = [line.row for line in lines(rows)]
    for row in in_saving_order(wanted):
        change.save(row)
    return len(wanted)


def _changes(saved: Any, row: Named) -> Iterable[FieldChange]:
    partial = row.partial_dates() if isinstance(row, PartialDates) else []
    hidden = {f"{name}_precision" for name in partial}
    for item in row._meta.concrete_fields:
        if not item.editable or item.primary_key or item.name in hidden:
            continue
        before, after = "" if saved is None else _text(saved, item), _text(row, item)
        if before != after:
            yield FieldChange(item.name, str(item.verbose_name), before, after)


def _text(row: Any, item: "models.Field[Any, Any]") -> str:
    if isinstance(row, PartialDates) and item.name in row.partial_dates():
        return str(row.partial(item.name) or "")
    value = getattr(row, item.name if isinstance(item, models.ForeignKey) else item.attname)
    if value is None or value == "":
        return ""
    return str(value) if isinstance(value, models.Model) else text_of(item, value)


def refused(**faults: Any) -> ValidationError:
    """What is wrong with the news itself, by field of its form."""
    return ValidationError(faults)
