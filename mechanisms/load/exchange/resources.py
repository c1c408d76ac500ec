"""Tables for django-import-export: the columns are those of ``fixtures/facts``, so that an exported file can be committed.

Only the export uses the library. Its import would check row by row; ``mechanisms.load.reading`` finds all faults of a file at once, and
``mechanisms.load.planning`` compares and writes thousands of rows in a few queries.
"""

from typing import Any

from django.db import models
from import_export import fields, resources

from mechanisms.load.guards import guard
from mechanisms.load.tables import ListColumn, Table, plain_text

from .written import written


class Cell(fields.Field):  # type: ignore[misc]  # the library has no types
    """A column, as its text stands in the file."""

    def __init__(self, table: Table, column: str) -> None:
        super().__init__(attribute=column, column_name=column)
        self.table = table
        self.listed = next((item for item in table.lists if item.name == column), None)

    def export(self, instance: Any, **kwargs: Any) -> str:
        """Called by the library for each row."""
        return guard(self._text(instance))

    def _text(self, row: Any) -> str:
        if self.listed:
            links = getattr(row, _links(self.column_name))
            return ";".join(plain_text(getattr(link, self.listed.target)) for link in links)
        if self.column_name in self.table.partial_dates:
            return str(row.partial(self.column_name) or "")
        return plain_text(getattr(row, self.column_name))


class FactResource(resources.Resource):  # type: ignore[misc]
    """One table on its way out."""

    def __init__(self, table: Table, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.table = table
        self.fields.update({column: Cell(table, column) for column in table.columns})

    def get_queryset(self) -> "models.QuerySet[Any]":
        """All rows of the table."""
        return self.table.model._default_manager.all()

    def get_export_order(self, selected_fields: Any = None) -> list[str]:
        """The columns in the order of the files."""
        return list(self.table.columns)

    def filter_export(self, queryset: "models.QuerySet[Any]", **kwargs: Any) -> "models.QuerySet[Any]":
        """Ask for all that the cells need at once."""
        links: list[Any] = [
            models.Prefetch(
                _accessor(column),
                column.through._default_manager.select_related(column.target).order_by("position"),
                to_attr=_links(column.name),
            )
            for column in self.table.lists
        ]
        targets = [item.name for item in self.table.fields if isinstance(item, models.ForeignKey)]
        return queryset.select_related(*targets).prefetch_related(*links)

    def file(self, kind: str, queryset: "models.QuerySet[Any] | None" = None) -> bytes:
        """The rows as a file, ``csv`` or ``xlsx``."""
        return written(self.export(queryset), kind)


def _accessor(column: ListColumn) -> str:
    """The name of a row's attribute for its links."""
    pointer: Any = column.through._meta.get_field(column.parent)
    return str(pointer.remote_field.get_accessor_name())


def _links(column: str) -> str:
    return f"{column}_in_order"
