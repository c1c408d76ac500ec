"""Lets the database refuse overlapping periods, if it can: PostgreSQL has exclusion constraints, SQLite has not.

The constraint is never stricter than ``DatedFact.clean``, which refuses the same on both, with a readable message.
"""

from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

SURE_PERIOD = """daterange(
    LEAST(
        COALESCE(
            CASE valid_from_precision
                WHEN 'day' THEN valid_from
                WHEN 'month' THEN (valid_from + interval '1 month' - interval '1 day')::date
                ELSE (valid_from + interval '1 year' - interval '1 day')::date
            END,
            '-infinity'
        ),
        valid_to + 1
    ),
    valid_to + 1,
    '[)'
)"""
"""The days on which a row certainly applies: a coarse start counts from its last day, a coarse end until its first."""


class ExcludeOverlaps(Operation):
    """Two rows that are equal in the given columns must not apply on the same day. Does nothing outside PostgreSQL."""

    reversible = True
    reduces_to_sql = True

    def __init__(self, model: str, columns: list[str]) -> None:
        self.model, self.columns = model, columns

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return type(self).__name__, [self.model, self.columns], {}

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """The models' state does not include it."""

    def _table_and_name(self, app_label: str) -> tuple[str, str]:
        return f"{app_label}_{self.model}", f"{self.model}_no_overlap"

    def database_forwards(self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, *states: ProjectState) -> None:
        if schema_editor.connection.vendor == "postgresql":
            table, name = self._table_and_name(app_label)
            # Equality as an overlap of one-element ranges, so that the extension btree_gist is not needed.
            numbers = [column if column.endswith("_id") else f"hashtext({column})" for column in self.columns]
            same = [f"int8range({number}::bigint, {number}::bigint, '[]') WITH &&" for number in numbers]
            parts = ", ".join([*same, f"{SURE_PERIOD} WITH &&"])
            schema_editor.execute(f"ALTER TABLE {table} ADD CONSTRAINT {name} EXCLUDE USING gist ({parts})")

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, *states: ProjectState
    ) -> None:
        if schema_editor.connection.vendor == "postgresql":
            table, name = self._table_and_name(app_label)
            schema_editor.execute(f"ALTER TABLE {table} DROP CONSTRAINT {name}")

    def describe(self) -> str:
        return f"No overlapping periods in {self.model}, on PostgreSQL"
