"""A folder of CSV files → the tables of facts: checked as a whole, written as a whole or not at all.

Rows are recognised by their names (``NATURAL_KEY``). A row that is new is added, and a row that nobody touched here follows the files.
What was changed here stays: where the files say something new of such a row, they propose it, and a person decides. Rows that only the
database has are left alone, and none is deleted. A second load changes nothing.
"""

from dataclasses import dataclass
from pathlib import Path

from django.db import DatabaseError, transaction

from mechanisms.checks import problems
from mechanisms.remembered import Change

from .planning import plan, write
from .proposing import Key
from .reading import FactsError, Fault, Reading, Row
from .releases import Count, Merge, merge, name_of, record
from .standing import Names, let_misfits_wait
from .stores import LOADED, TableStore
from .tables import TABLES, Table, table_of

FOLDER = Path(__file__).resolve().parents[2] / "fixtures" / "facts"
"""The facts that come with the portal."""


@dataclass(frozen=True)
class Loaded:
    """What became of the rows of each table; and what is wrong with the facts as a whole, where files and people together say it."""

    counts: list[Count]
    problems: list[str]


def load(folder: Path = FOLDER, tables: tuple[Table, ...] = TABLES) -> Loaded:
    """Take over a folder of facts: see above.

    Raises ``FactsError`` with all faults, and then has written nothing. A load of all tables after which nothing differs from the files
    must also pass the checks of the facts as a whole.
    """
    reading = Reading.of(folder, tables)
    if reading.faults:
        raise FactsError(reading.faults)
    change = Change(reason=LOADED)
    release = name_of([folder / table.name for table in tables])
    names: Names = {}
    with transaction.atomic():
        counts = []
        for table in tables:
            if table_of(table.model) is table:
                counts.append(_take(table, reading, names, change, release))
        found = problems() if tables == TABLES else []
        if found and not any(count.waiting or count.left for count in counts):
            raise FactsError(Fault(str(folder), 0, "", problem) for problem in found)
    return Loaded(counts, found)


def _take(table: Table, reading: Reading, names: Names, change: Change, release: str) -> Count:
    """Bring one table up to date with its files."""
    store = TableStore(table)
    read: dict[Key, Row] = {store.key(row): row for _, row in reading.rows_of(table.model)}
    # Nobody saves one of these rows between the comparison and the writing.
    list(table.model._default_manager.select_for_update().order_by("pk").values_list("pk"))
    merged = merge(store, store.living(), {key: store.cells(row) for key, row in read.items()})
    let_misfits_wait(merged, table, read, names)
    _write(table, merged, read, change)
    record(merged, release, change.moment)
    return merged.count


def _write(table: Table, merged: Merge, read: dict[Key, Row], change: Change) -> None:
    rows = [read[key] for key in merged.written]
    if not rows:
        return
    try:
        with transaction.atomic():
            write(table, plan(table, rows), change)
    except DatabaseError as error:
        raise FactsError([Fault(table.name, 0, "", f"refused by the database: {error}")]) from error
