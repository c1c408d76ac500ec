"""What may stand in the cells of a table: the short names of the rows that it points to, and the words of its choices."""

from collections.abc import Iterator

import tablib
from django.db import models

from mechanisms.load.guards import guard
from mechanisms.load.tables import Table

from .written import written


def allowed_file(table: Table) -> bytes:
    """A CSV file: the column, what may stand in it, and what that is."""
    data = tablib.Dataset(headers=["column", "allowed", "meaning"])
    for line in _lines(table):
        data.append([guard(text) for text in line])
    return written(data, "csv")


def _lines(table: Table) -> Iterator[tuple[str, str, str]]:
    listed = {column.name: column.target_model for column in table.lists}
    for name in table.columns:
        item = None if name in listed else table.model.concrete(name)
        target = table.model.target(name) if isinstance(item, models.ForeignKey) else listed.get(name)
        if target is not None:
            key = target.key_field().name
            for row in target._default_manager.order_by(key):
                yield name, str(getattr(row, key)), str(row)
        elif isinstance(item, models.BooleanField):
            yield from ((name, word, "") for word in ("yes", "no"))
        elif item is not None and item.choices:
            yield from ((name, str(value), str(label)) for value, label in item.flatchoices)
