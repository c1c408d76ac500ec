"""A folder of CSV files → the tables of facts: checked as a whole, written as a whole or not at all.

Rows are recognised by their names (``NATURAL_KEY``): a known row is brought up to date, a new one is added, a second
load changes nothing. Rows that only the database has are left alone, since editors add facts of their own.
"""

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import DatabaseError, models, transaction

from .checks import problems
from .reading import FactsError, Fault, Reading, Row, saved_rows
from .tables import TABLES, Table

FOLDER = Path(__file__).resolve().parent.parent / "fixtures" / "facts"
"""The facts that come with the portal."""
BATCH = 500


@dataclass(frozen=True)
class Count:
    """What became of a file's rows."""

    file: str
    added: int
    changed: int
    unchanged: int

    def __str__(self) -> str:
        return f"{self.file}: {self.added} added, {self.changed} changed, {self.unchanged} unchanged"


def load(folder: Path = FOLDER, tables: tuple[Table, ...] = TABLES) -> list[Count]:
    """Bring the database in line with a folder of facts.

    Raises ``FactsError`` with all faults, and then has written nothing. A load of all tables is also held to the checks
    of the content as a whole.
    """
    reading = Reading.of(folder, tables)
    if reading.faults:
        raise FactsError(reading.faults)
    with transaction.atomic():
        counts = []
        for table in tables:
            try:
                with transaction.atomic():
                    counts.append(_write(table, reading.rows[table]))
            except DatabaseError as error:
                raise FactsError([Fault(table.name, 0, "", f"refused by the database: {error}")]) from error
        if tables == TABLES and (found := problems()):
            raise FactsError(Fault(str(folder), 0, "", problem) for problem in found)
    return counts


def _write(table: Table, rows: list[Row]) -> Count:
    """Save the rows of one table whose references are saved already."""
    pks = {
        model: dict(model._default_manager.values_list(model.key_field().name, "pk"))
        for model in {
            *(table.model.target(field.name) for field in table.fields if isinstance(field, models.ForeignKey)),
            *(column.target_model for column in table.lists),
        }
    }
    saved = dict(saved_rows(table.model))
    new, changed, touched = [], [], set()
    for row in rows:
        values = row.values | {
            f"{name}_id": None if ref is None else pks[table.model.target(name)][ref] for name, ref in row.refs.items()
        }
        known = saved.get(row.key(table.model.NATURAL_KEY))
        if known is None:
            new.append(table.model(**values))
            continue
        differing = [name for name, value in values.items() if getattr(known, name) != value]
        if differing:
            for name in differing:
                setattr(known, name, values[name])
            touched.update(differing)
            changed.append(known)
    if changed:
        names = [field.name for field in table.model._meta.concrete_fields if field.attname in touched]
        table.model._default_manager.bulk_update(changed, names, batch_size=BATCH)
    table.model._default_manager.bulk_create(new, batch_size=BATCH)  # after the old row of a key has been ended
    relinked = _write_lists(table, rows, pks) if table.lists else set()
    moved = relinked - {row.pk for row in (*new, *changed)}
    return Count(table.file, len(new), len(changed) + len(moved), len(rows) - len(new) - len(changed) - len(moved))


def _write_lists(table: Table, rows: list[Row], pks: dict[Any, dict[Any, int]]) -> set[int]:
    """Bring the links of list columns in line; returns the rows whose links changed."""
    parents = {key: row.pk for key, row in saved_rows(table.model)}
    relinked: set[int] = set()
    for column in table.lists:
        links = column.through._default_manager
        have: dict[int, list[int]] = defaultdict(list)
        pairs = links.order_by("position").values_list(f"{column.parent}_id", f"{column.target}_id")
        for parent, target in pairs:
            have[parent].append(target)
        want = {
            parents[row.key(table.model.NATURAL_KEY)]: [
                pks[column.target_model][name] for name in row.lists[column.name]
            ]
            for row in rows
        }
        stale = {parent for parent, targets in want.items() if have[parent] != targets}
        links.filter(**{f"{column.parent}__in": stale}).delete()
        links.bulk_create(
            column.through(**{f"{column.parent}_id": parent, f"{column.target}_id": target, "position": position})
            for parent in sorted(stale)
            for position, target in enumerate(want[parent], start=1)
        )
        relinked |= stale
    return relinked
