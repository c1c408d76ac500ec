"""A preview of a file before it is applied: what it would change, or everything that is wrong with it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import DatabaseError, transaction

from mechanisms.load.planning import Difference, Planned, plan, write
from mechanisms.load.reading import Fault, NumberedLine, Reading
from mechanisms.load.tables import Table
from mechanisms.remembered import Change

from .tidying import tidied


@dataclass(frozen=True)
class Line:
    """A line of the file that would add or change a row."""

    number: int
    label: str
    is_new: bool
    differences: tuple[Difference, ...]


@dataclass
class Preview:
    """What a file would change; or its faults, and then nothing can be written."""

    table: Table
    planned: list[Planned] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    @property
    def added(self) -> int:
        """How many rows would be added."""
        return sum(1 for item in self.planned if item.is_new)

    @property
    def changed(self) -> int:
        """How many rows would be changed."""
        return sum(1 for item in self.planned if item.is_changed)

    @property
    def unchanged(self) -> int:
        """How many rows stay as they are."""
        return len(self.planned) - self.added - self.changed

    def lines(self) -> list[Line]:
        """The lines that do something, in the order of the file."""
        return [
            Line(item.read.line, _label(self.table, item), item.is_new, tuple(item.differences))
            for item in self.planned
            if item.is_new or item.is_changed
        ]


def preview(table: Table, lines: Iterable[NumberedLine], file: str = "") -> Preview:
    """Compare a file with its table. Nothing is written, but what only the database would refuse is found too.

    ``file`` is the name under which it was sent.
    """
    return _tried(table, lines, Change(), file or table.name, keep=False)


def apply(table: Table, lines: Iterable[NumberedLine], change: Change, file: str = "") -> Preview:
    """Compare again, since the table may have changed meanwhile, and write all or nothing."""
    return _tried(table, lines, change, file or table.name, keep=True)


def _tried(table: Table, lines: Iterable[NumberedLine], change: Change, file: str, *, keep: bool) -> Preview:
    try:
        with transaction.atomic():
            found = _compare(table, lines, file)
            if not found.faults:
                write(table, found.planned, change)
                found.faults += [Fault(file, 0, "", problem) for problem in table.whole()]
            transaction.set_rollback(not keep or bool(found.faults))
    except DatabaseError as error:
        return Preview(table, faults=[Fault(file, 0, "", f"refused by the database: {error}")])
    return found


def _compare(table: Table, lines: Iterable[NumberedLine], file: str) -> Preview:
    tidy = tidied(table, lines, file)
    if not tidy.lines:
        return Preview(table, faults=sorted(set(tidy.faults)))
    reading = Reading.of_lines(table, tidy.lines, file)
    # Of one cell one fault is enough: what is invisible in it is the reason of what else is wrong with it.
    told = {(fault.line, fault.column) for fault in tidy.faults}
    further = [fault for fault in reading.faults if (fault.line, fault.column) not in told]
    if faults := sorted({*tidy.faults, *further}):
        return Preview(table, faults=faults)
    return Preview(table, planned=plan(table, reading.rows[table]))


def _label(table: Table, item: Planned) -> str:
    return " · ".join(str(part) for part in item.read.key(table.model.NATURAL_KEY) if part is not None)
