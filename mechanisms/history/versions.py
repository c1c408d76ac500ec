"""The history of a row in words: who changed what, when, from what to what; and the way back to an earlier version."""

import datetime
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db import models, transaction
from django.utils.translation import gettext as _

from mechanisms.load.tables import ListColumn, table_of
from mechanisms.models import PartialDates
from mechanisms.remembered import Change
from rules.dates import PartialDate

ADDED, CHANGED, DELETED = "+", "~", "-"

_TELLERS: dict[tuple[type[models.Model], str], Callable[[Any], str]] = {}


def register_words(model: type[models.Model], field: str, words: Callable[[Any], str]) -> None:
    """How the history shows the value of a field that no form shows as plain text; a line for each part."""
    _TELLERS[model, field] = words


@dataclass(frozen=True)
class FieldChange:
    """What changed in one field. ``before`` is ``None`` if nothing earlier is known."""

    name: str
    label: str
    before: str | None
    after: str


@dataclass(frozen=True)
class Version:
    """One change in the history. ``number`` is the library's, and names the version in addresses."""

    number: int
    moment: datetime.datetime
    by: Any
    reason: str
    kind: str
    changes: tuple[FieldChange, ...]
    is_latest: bool


def versions_of(model: type[models.Model], pk: Any) -> list[Version]:
    """All versions of a row, the latest first; of a deleted row too."""
    records = list(_records(model, pk))
    told = _Told(model, pk, records)
    found: list[Version] = []
    before: dict[str, str] | None = None
    for record in records:
        after = told.state(record)
        changes = tuple(
            FieldChange(name, told.labels[name], None if before is None else before[name], text)
            for name, text in after.items()
            if (before is None and text) or (before is not None and before[name] != text)
        )
        if changes or record.history_type == DELETED:
            found.append(
                Version(
                    record.history_id,
                    record.history_date,
                    record.history_user,
                    record.history_change_reason or "",
                    record.history_type,
                    changes if record.history_type != DELETED else (),
                    record is records[-1],
                )
            )
        before = after
    return found[::-1]


def changes_since(model: type[models.Model], pk: Any, number: int) -> tuple[list[FieldChange], Any]:
    """What changed in a row after a version, and the latest version itself."""
    records = list(_records(model, pk))
    if not records or records[-1].history_id <= number:
        return [], None
    told = _Told(model, pk, records)
    after = told.state(records[-1])
    base = next((record for record in records if record.history_id == number), None)
    before = told.state(base) if base else None
    changes = [
        FieldChange(name, told.labels[name], None if before is None else before[name], text)
        for name, text in after.items()
        if before is None or before[name] != text
    ]
    return changes, records[-1]


def compared(model: type[models.Model], pk: Any, number: int) -> list[FieldChange]:
    """What restoring a version would change in a row as it is now."""
    records = list(_records(model, pk))
    record = next((record for record in records if record.history_id == number), None)
    if record is None:
        return []
    told = _Told(model, pk, records)
    then, now = told.state(record), told.state(records[-1])
    gone = records[-1].history_type == DELETED
    return [
        FieldChange(name, told.labels[name], "" if gone else now[name], text)
        for name, text in then.items()
        if (gone and text) or now[name] != text
    ]


@transaction.atomic
def restore(model: type[models.Model], pk: Any, number: int, change: Change) -> Any:
    """Make a row again what it was, as a new change.

    Raises ``ValidationError`` if it no longer fits, ``ObjectDoesNotExist`` if there is no such version.
    """
    records = list(_records(model, pk))
    record = next((record for record in records if record.history_id == number), None)
    if record is None:
        raise ObjectDoesNotExist(number)
    row = model._default_manager.select_for_update().order_by().filter(pk=pk).first() or model(pk=pk)
    for item in model._meta.concrete_fields:
        setattr(row, item.attname, getattr(record, item.attname))
    row.full_clean(validate_unique=True)
    change.save(row)
    for column in _lists(model):
        _restore_list(column, row, _until(records, record), change)
    return row


def _restore_list(column: ListColumn, row: Any, moment: datetime.datetime, change: Change) -> None:
    wanted = {
        link.target: link.position for link in _links_at(list(_link_records(column, row.pk)), column, moment).values()
    }
    manager = column.through._default_manager
    for link in manager.filter(**{column.parent: row}):
        position = wanted.pop(getattr(link, f"{column.target}_id"), None)
        if position is None:
            change.delete(link)
        elif position != link.position:  # type: ignore[attr-defined]
            link.position = position  # type: ignore[attr-defined]
            change.save(link)
    known = set(column.target_model._default_manager.filter(pk__in=wanted).values_list("pk", flat=True))
    for target, position in wanted.items():
        if target in known:
            change.save(
                column.through(**{f"{column.parent}_id": row.pk, f"{column.target}_id": target, "position": position})
            )


@dataclass(frozen=True)
class _Link:
    target: int
    position: int


class _Told:
    """Puts versions into words, with few queries for all of them."""

    def __init__(self, model: type[models.Model], pk: Any, records: list[Any]) -> None:
        self.model, self.records = model, records
        self.partial = set(model.partial_dates()) if issubclass(model, PartialDates) else set()
        self.links = {column: list(_link_records(column, pk)) for column in _lists(model)}
        shown = [*self._fields(), *(model._meta.get_field(column.name) for column in self.links)]
        self.labels = {item.name: str(item.verbose_name) for item in shown}
        self.names: dict[type[models.Model], dict[Any, str]] = {}
        for target, keys in self._pointed_at().items():
            found = target._default_manager.in_bulk(keys)
            self.names[target] = {key: str(found[key]) if key in found else _("(deleted)") for key in keys}

    def _pointed_at(self) -> dict[type[models.Model], set[Any]]:
        wanted: dict[type[models.Model], set[Any]] = defaultdict(set)
        for item in self._fields():
            if isinstance(item, models.ForeignKey):
                keys = {getattr(record, item.attname) for record in self.records}
                wanted[item.related_model].update(keys - {None})
        for column, records in self.links.items():
            wanted[column.target_model].update(getattr(record, f"{column.target}_id") for record in records)
        return wanted

    def _fields(self) -> Iterator[Any]:
        hidden = {f"{name}_precision" for name in self.partial}
        fields = self.model._meta.concrete_fields
        return (f for f in fields if f.editable and not f.primary_key and f.name not in hidden)

    def state(self, record: Any) -> dict[str, str]:
        """The row as it was, by the names of its fields."""
        state = {item.name: self._text(record, item) for item in self._fields()}
        for column, records in self.links.items():
            links = _links_at(records, column, _until(self.records, record))
            ordered = sorted(links.values(), key=lambda link: link.position)
            state[column.name] = "; ".join(self.names[column.target_model][link.target] for link in ordered)
        return state

    def _text(self, record: Any, item: Any) -> str:
        value = getattr(record, item.attname)
        if value is None or value == "":
            return ""
        if isinstance(item, models.ForeignKey):
            return self.names[item.related_model][value]
        if item.name in self.partial:
            return str(PartialDate(value, getattr(record, f"{item.name}_precision")))
        return text_of(item, value)


def text_of(item: "models.Field[Any, Any]", value: Any) -> str:
    """A plain value in the words of a form."""
    if (item.model, item.name) in _TELLERS:
        return _TELLERS[item.model, item.name](value)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if item.choices:
        return str(dict(item.flatchoices).get(value, value))
    return value.isoformat() if isinstance(value, datetime.date) else str(value)


def _lists(model: type[models.Model]) -> tuple[ListColumn, ...]:
    table = table_of(model)
    return table.lists if table else ()


def _records(model: type[models.Model], pk: Any) -> "models.QuerySet[Any]":
    history: Any = model.history  # type: ignore[attr-defined]
    found: models.QuerySet[Any] = history.filter(id=pk).select_related("history_user")
    return found.order_by("history_date", "history_id")


def _link_records(column: ListColumn, pk: Any) -> Iterable[Any]:
    history: Any = column.through.history  # type: ignore[attr-defined]
    found: Iterable[Any] = history.filter(**{f"{column.parent}_id": pk}).order_by("history_date", "history_id")
    return found


def _until(records: list[Any], record: Any) -> datetime.datetime:
    """The last moment before the next version of the row: until then its links belong to this one."""
    later = next((other.history_date for other in records if other.history_date > record.history_date), None)
    return later - datetime.timedelta(microseconds=1) if later else datetime.datetime.max.replace(tzinfo=datetime.UTC)


def _links_at(records: list[Any], column: ListColumn, moment: datetime.datetime) -> dict[int, _Link]:
    """The links that there were at a moment, replayed from their own history."""
    end = bisect_right(records, moment, key=lambda record: record.history_date)
    links: dict[int, _Link] = {}
    for record in records[:end]:
        if record.history_type == DELETED:
            links.pop(record.id, None)
        else:
            links[record.id] = _Link(getattr(record, f"{column.target}_id"), record.position)
    return links
