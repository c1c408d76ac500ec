"""What rows read from a file would change in a table, row by row; and the change itself, with its history."""

from collections import defaultdict
from copy import copy
from dataclasses import dataclass, field
from typing import Any

from django.db import models

from mechanisms.models import Named
from mechanisms.remembered import Change

from .reading import Row, saved_rows
from .tables import ListColumn, Table, plain_text

Names = dict[type[Named], dict[int, Any]]
"""What the rows of other tables are called, by their keys."""


@dataclass(frozen=True)
class Difference:
    """A column that changes, from what to what, as files write it."""

    column: str
    before: str
    after: str


@dataclass
class Planned:
    """A row of a file beside the saved row of the same name. ``row`` is the saved one or the one to be added."""

    read: Row
    row: Named
    is_new: bool
    differing: dict[str, Any] = field(default_factory=dict)
    """Columns of the database whose value changes, with the saved value."""
    relisted: dict[str, list[Any]] = field(default_factory=dict)
    """List columns that change, with the names listed so far."""
    differences: list[Difference] = field(default_factory=list)
    """The same for people."""

    @property
    def is_changed(self) -> bool:
        """Whether a saved row changes."""
        return not self.is_new and bool(self.differing or self.relisted)


def plan(table: Table, rows: list[Row]) -> list[Planned]:
    """Compare sound rows of a file with the table. Everything that they refer to must be saved already."""
    saved = Saved(table)
    return [_planned(read, saved) for read in rows]


def write(table: Table, planned: list[Planned], change: Change) -> None:
    """Save what was planned, each row with its new version."""
    changed = [item for item in planned if item.differing and not item.is_new]
    touched = {name for item in changed for name in item.differing}
    names = [item.name for item in table.model._meta.concrete_fields if item.attname in touched]
    change.update_all(table.model, [item.row for item in changed], names)
    # A row whose list alone changes gets a version too: the history of a list is read along with its row's.
    change.update_all(table.model, [item.row for item in planned if item.is_changed and not item.differing], [])
    # After the old row of a key has been ended.
    change.create_all(table.model, [item.row for item in planned if item.is_new])
    for column in table.lists:
        _relist(column, [item for item in planned if column.name in item.relisted], change)


class Saved:
    """A table as the database holds it: its rows by what they are called, its lists, and the rows that it points to."""

    def __init__(self, table: Table) -> None:
        self.table = table
        pointed = {table.model.target(item.name) for item in table.fields if isinstance(item, models.ForeignKey)}
        self.pks: dict[type[Named], dict[Any, int]] = {
            model: dict(model._default_manager.values_list(model.key_field().name, "pk")) for model in pointed
        }
        self.names: Names = {model: {pk: name for name, pk in found.items()} for model, found in self.pks.items()}
        self.rows = dict(saved_rows(table.model))
        self.lists = {column: _listed(column) for column in table.lists}

    def values(self, read: Row) -> dict[str, Any]:
        """What a row of a file says, by column of the database."""
        refs = {
            f"{name}_id": None if ref is None else self.pks[self.table.model.target(name)][ref]
            for name, ref in read.refs.items()
        }
        return read.values | refs

    def cells(self, row: Any) -> dict[str, str]:
        """The cells of a row, saved or not, as files write them; without its lists."""
        return {column.name: _text(self.table, row, column, self.names) for column in self.table.fields}

    def listed(self, row: Any) -> dict[str, str]:
        """The cells of a saved row's lists."""
        return {column.name: joined(found.get(row.pk, [])) for column, found in self.lists.items()}


def _planned(read: Row, saved: Saved) -> Planned:
    """What one row of a file would do."""
    values, known = saved.values(read), saved.rows.get(read.key(saved.table.model.NATURAL_KEY))
    if known is None:
        item = Planned(read, saved.table.model(**values), is_new=True)
        item.differences = _differences({}, saved.cells(item.row))
    else:
        differing = {name: getattr(known, name) for name, value in values.items() if getattr(known, name) != value}
        item = Planned(read, _changed(known, {name: values[name] for name in differing}), False, differing)
        item.differences = _differences(saved.cells(known), saved.cells(item.row)) if differing else []
    _compare_lists(item, saved)
    return item


def _changed(known: Named, values: dict[str, Any]) -> Named:
    """A saved row with other values; the one that was read stays as it is."""
    row = copy(known)
    for name, value in values.items():
        setattr(row, name, value)
    return row


def _differences(before: dict[str, str], after: dict[str, str]) -> list[Difference]:
    """The cells that differ. What is not there yet is empty."""
    return [
        Difference(name, before.get(name, ""), text) for name, text in after.items() if before.get(name, "") != text
    ]


def _compare_lists(item: Planned, saved: Saved) -> None:
    """Note in the plan which of its lists change."""
    for column, listed in saved.lists.items():
        so_far, read = listed.get(item.row.pk, []), item.read.lists[column.name]
        if so_far != read:
            item.relisted[column.name] = so_far
            item.differences.append(Difference(column.name, joined(so_far), joined(read)))


def joined(names: list[Any]) -> str:
    """The cell of a list."""
    return ";".join(map(str, names))


def _text(table: Table, row: Any, column: "models.Field[Any, Any]", names: Names) -> str:
    """A cell of a row, saved or not, without asking the database."""
    if column.name in table.partial_dates:
        return str(row.partial(column.name) or "")
    if isinstance(column, models.ForeignKey):
        return plain_text(names[table.model.target(column.name)].get(getattr(row, column.attname)))
    return plain_text(getattr(row, column.name))


def _listed(column: ListColumn) -> dict[int, list[Any]]:
    """The names listed so far, by the key of the row that lists them."""
    name = column.target_model.key_field().name
    found: dict[int, list[Any]] = defaultdict(list)
    pairs = column.through._default_manager.order_by("position")
    for parent, target in pairs.values_list(f"{column.parent}_id", f"{column.target}__{name}"):
        found[parent].append(target)
    return found


def _relist(column: ListColumn, items: list[Planned], change: Change) -> None:
    """Bring the links of some rows in line with the names read."""
    if not items:
        return
    key = column.target_model.key_field().name
    pks = dict(column.target_model._default_manager.values_list(key, "pk"))
    for link in column.through._default_manager.filter(**{f"{column.parent}__in": [item.row.pk for item in items]}):
        change.delete(link)
    links = [
        column.through(**{f"{column.parent}_id": item.row.pk, f"{column.target}_id": pks[name], "position": position})
        for item in items
        for position, name in enumerate(item.read.lists[column.name], start=1)
    ]
    change.create_all(column.through, links)
