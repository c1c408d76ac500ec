"""Rows of a release that don't go with rows that stay here: two of one name, two for one day, or one that names a row that is not here."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from django.db import models

from mechanisms.models import DatedFact, Named
from rules.dates import Period

from .proposing import Key
from .reading import Row, saved_rows, unique_together
from .releases import Merge
from .stores import key_text
from .tables import Table
from .three_ways import Cells

Names = dict[type[Named], set[str]]
"""What rows may refer to, by model: the names that its rows will have."""


def let_misfits_wait(merged: Merge, table: Table, read: Mapping[Key, Row], names: Names) -> None:
    """Let those rows wait for a person, and note in ``names`` what the rows of this table will be called.

    In: the rows of the release as read, by key; the names of all tables that come before this one.
    """
    misfits = [key for key, cells in merged.written.items() if _refers_to_nothing(table, cells, names)]
    misfits += _in_the_way(merged, table, read)
    while misfits:
        # A row that waits leaves its place to the row that is here, which may be in the way of another.
        merged.let_wait(misfits)
        misfits = list(_in_the_way(merged, table, read))
    names[table.model] = {*merged.ours, *merged.written}


def _refers_to_nothing(table: Table, cells: Cells, names: Names) -> bool:
    return any(name not in _names_of(model, names) for model, name in _references(table, cells))


def _references(table: Table, cells: Cells) -> Iterator[tuple[type[Named], str]]:
    for item in table.fields:
        if isinstance(item, models.ForeignKey) and cells[item.name]:
            yield table.model.target(item.name), cells[item.name]
    for column in table.lists:
        for name in filter(None, cells[column.name].split(";")):
            yield column.target_model, name


def _names_of(model: type[Named], names: Names) -> set[str]:
    if model not in names:
        found = model._default_manager.values_list(model.key_field().name, flat=True)
        names[model] = {key_text([name]) for name in found}
    return names[model]


def _in_the_way(merged: Merge, table: Table, read: Mapping[Key, Row]) -> Iterator[Key]:
    """The rows to be written that collide with a row that stays."""
    model, written = table.model, merged.written
    if not written:
        return
    unique = [names for names in unique_together(model) if names != model.NATURAL_KEY]
    period_key: tuple[str, ...] = model.PERIOD_KEY if issubclass(model, DatedFact) else ()
    taken: set[tuple[int, tuple[Any, ...]]] = set()
    periods: dict[tuple[Any, ...], list[Period]] = defaultdict(list)
    for parts, period_parts, *others, row in saved_rows(model, period_key, *unique):
        if key_text(parts) not in written:
            taken.update(enumerate(others))
            if period_key:
                periods[period_parts].append(row.period)
    for key in written:
        row = read[key]
        named = [(number, row.key(names)) for number, names in enumerate(unique)]
        collides = any(one in taken and not {None, ""} & set(one[1]) for one in named)
        if not collides and period_key and (staying := periods.get(row.key(period_key))):
            unsaved: Any = model(**row.values)
            collides = any(unsaved.period.overlaps(other) for other in staying)
        if collides:
            yield key
