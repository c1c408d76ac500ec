"""A folder of CSV files → the tables of facts: checked as a whole, written as a whole or not at all.

Rows are recognised by their names (``NATURAL_KEY``): a known row is brought up to date, a new one is added, a second
load changes nothing. Rows that only the database has are left alone, since editors add facts of their own.
"""

from dataclasses import dataclass
from pathlib import Path

from django.db import DatabaseError, transaction

from mechanisms.checks import problems
from mechanisms.remembered import Change

from .planning import Planned, plan, write
from .reading import FactsError, Fault, Reading
from .tables import TABLES, Table

FOLDER = Path(__file__).resolve().parents[2] / "fixtures" / "facts"
"""The facts that come with the portal."""


@dataclass(frozen=True)
class Count:
    """How many of a file's rows were added, changed or left."""

    file: str
    added: int
    changed: int
    unchanged: int

    @classmethod
    def of(cls, table: Table, planned: list[Planned]) -> "Count":
        """Count what was planned."""
        added = sum(1 for item in planned if item.is_new)
        changed = sum(1 for item in planned if item.is_changed)
        return cls(table.file, added, changed, len(planned) - added - changed)

    def __str__(self) -> str:
        return f"{self.file}: {self.added} added, {self.changed} changed, {self.unchanged} unchanged"


def load(folder: Path = FOLDER, tables: tuple[Table, ...] = TABLES) -> list[Count]:
    """Bring the database in line with a folder of facts.

    Raises ``FactsError`` with all faults, and then has written nothing. A load of all tables must also pass the checks of the facts as
    a whole.
    """
    reading = Reading.of(folder, tables)
    if reading.faults:
        raise FactsError(reading.faults)
    change = Change(reason="Loaded from files")
    with transaction.atomic():
        counts = []
        for table in tables:
            try:
                with transaction.atomic():
                    planned = plan(table, reading.rows[table])
                    write(table, planned, change)
                    counts.append(Count.of(table, planned))
            except DatabaseError as error:
                raise FactsError([Fault(table.name, 0, "", f"refused by the database: {error}")]) from error
        if tables == TABLES and (found := problems()):
            raise FactsError(Fault(str(folder), 0, "", problem) for problem in found)
    return counts
