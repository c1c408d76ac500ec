"""Lines as spreadsheets leave them → lines as `mechanisms.load.reading` expects them: every column, by its code.

What is certain is mended without a word: spaces at the ends, blank lines, the case of ISO codes, zeros that a spreadsheet took away. What
is not certain is a fault. A column that is not in the file keeps its value.
"""

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.db import models

from mechanisms.load.guards import guard
from mechanisms.load.planning import Saved
from mechanisms.load.reading import Fault, NumberedLine
from mechanisms.load.tables import Table, plain_text
from mechanisms.models import FactText, State
from mechanisms.names.folding import fold

from .characters import JOINERS, garbled, invisible

BOOLEANS = {"yes": "yes", "true": "yes", "no": "no", "false": "no"}
ENCODING = "the text as it should be; save the file as “CSV UTF-8” or XLSX"


@dataclass
class Tidied:
    """Full lines, the header first; or what is wrong with a file whose lines can't be made full."""

    lines: list[NumberedLine] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def tidied(table: Table, lines: Iterable[NumberedLine], file: str) -> Tidied:
    """The lines of a file for a table. ``file`` is the name under which it was sent; faults bear it."""
    full = [(line, cells) for line, cells in ((line, _trimmed(cells)) for line, cells in lines) if any(cells)]
    if not full:
        return Tidied(faults=[Fault(file, 1, "", "the file is empty")])
    at, header = full[0]
    names = [_name(table, cell) for cell in _without_tail(header, 0)]
    found = Tidied(faults=_faults_of_header(table, names, file, at))
    if found.faults:
        return found
    rows = []
    for line, cells in full[1:]:
        fitting = _without_tail(cells, len(names))
        if len(fitting) != len(names):
            problem = f"{len(fitting)} cells under {len(names)} columns"
            found.faults.append(
                Fault(file, line, "", problem, "as many as in the header; a text that holds a divider stands in quotes")
            )
            continue
        row = {name: _mended(table, name, cell) for name, cell in zip(names, fitting, strict=True)}
        found.faults += [
            Fault(file, line, name, *problem) for name, cell in row.items() for problem in _problems(table, cell)
        ]
        rows.append((line, row))
    missing = [name for name in table.columns if name not in names]
    if missing:
        found.faults += _completed(table, rows, missing, file)
    found.lines = [(at, list(table.columns))]
    found.lines += [
        (line, [row[name] for name in table.columns]) for line, row in rows if len(row) == len(table.columns)
    ]
    return found


def _trimmed(cells: list[str]) -> list[str]:
    return [cell.replace("\r\n", "\n").replace("\r", "\n").strip() for cell in cells]


def _without_tail(cells: list[str], least: int) -> list[str]:
    """Without the empty cells that a spreadsheet leaves at the end of a line, ``least`` cells at least."""
    end = len(cells)
    while end > least and not cells[end - 1]:
        end -= 1
    return cells[:end]


def _name(table: Table, heading: str) -> str:
    """The code of a column by its code, in any case, or by its label in the forms; else the heading as it is."""
    code = "_".join(heading.lower().split())
    labels = {fold(str(item.verbose_name)): item.name for item in table.fields}
    return code if code in table.columns else labels.get(fold(heading), heading)


def _faults_of_header(table: Table, names: list[str], file: str, line: int) -> list[Fault]:
    faults = []
    for place, name in enumerate(names):
        if not name:
            faults.append(Fault(file, line, "", f"column {place + 1} has cells but no name in the header"))
        elif name in names[:place]:
            faults.append(Fault(file, line, name, "the column stands twice in the header"))
        elif name not in table.columns:
            near = difflib.get_close_matches(name, table.columns, n=1)
            hint = f"; do you mean “{near[0]}”?" if near else ""
            faults.append(Fault(file, line, name, f"unknown column{hint}", ", ".join(table.columns)))
    for name in table.model.NATURAL_KEY:
        if name in table.columns and name not in names:
            faults.append(Fault(file, line, name, "the column is missing, and rows are recognised by it"))
    return faults


def _mended(table: Table, name: str, cell: str) -> str:
    """A cell without what spreadsheets are known to do to it."""
    listed = next((item for item in table.lists if item.name == name), None)
    if listed:
        return cell.upper() if listed.target_model is State else cell
    item = table.model.concrete(name)
    if isinstance(item, models.BooleanField):
        return BOOLEANS.get(cell.lower(), cell)
    if isinstance(item, models.ForeignKey):
        return cell.upper() if item.related_model is State else cell
    if table.model is State and name in ("iso3", "iso2"):
        return cell.upper()
    if table.model is State and name == "m49" and cell.isascii() and cell.isdigit():
        return cell.zfill(3)
    return cell


def _problems(table: Table, cell: str) -> list[tuple[str, str]]:
    """What is wrong with the characters of a cell, and what is allowed."""
    if found := garbled(cell):
        piece, was = found
        if not was:
            return [("a letter was lost (�) when the file was saved", ENCODING)]
        return [(f"“{piece}” is “{was}” read in the wrong encoding", ENCODING)]
    if hidden := invisible(cell, allowed=JOINERS if table.model is FactText else ""):
        place, sign = hidden
        return [(f"an invisible character, {sign}, at place {place} of the text", "the text without it: type it again")]
    return []


def _completed(table: Table, rows: list[tuple[int, dict[str, str]]], missing: list[str], file: str) -> list[Fault]:
    """Give each row the columns that the file has not: as they are saved, or as they are in a new row. What a new row needs is a fault."""
    saved, key = Saved(table), table.model.NATURAL_KEY
    known = {
        tuple(guard(cells[name]) for name in key): row for row in saved.rows.values() for cells in [saved.cells(row)]
    }
    faults = []
    for line, row in rows:
        before = known.get(tuple(row[name] for name in key))
        if before is not None:
            cells: Mapping[str, str] = saved.cells(before) | saved.listed(before)
            row |= {name: guard(cells[name]) for name in missing}
            continue
        for name in missing:
            default = _default(table, name)
            if default is None:
                faults.append(Fault(file, line, name, "this row is new, and a new row needs this column"))
            else:
                row[name] = default
    return faults


def _default(table: Table, name: str) -> str | None:
    """What a new row has in a column that the file has not; ``None`` if somebody must say it."""
    if any(listed.name == name for listed in table.lists):
        return ""
    item = table.model.concrete(name)
    if item.has_default() and name != "confidence":
        return plain_text(item.get_default())
    return "" if item.null or item.blank else None
