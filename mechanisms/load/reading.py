"""CSV files → checked rows in memory. Every fault of every file is found before anything is written."""

import csv
import difflib
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from django.db import models

from mechanisms.models import TRANSLATED, DatedFact, Examined, FactText, Named, State
from mechanisms.models.texts import Englishes, english, key_of
from mechanisms.names.states import find_states
from mechanisms.texts import fingerprint
from rules.dates import Period

from .guards import guard, unguard
from .parsing import partial_date, reference, refuse_stray_characters, value
from .tables import TABLES, Table

NumberedLine = tuple[int, list[str]]
"""The cells of a line of a file, and the number of that line."""
GIVEN = 0
"""Takes the place of the primary key of a row that is named but may not be saved yet."""


@dataclass(frozen=True, order=True)
class Fault:
    """One thing that is wrong: where, what, and what is allowed instead."""

    file: str
    line: int
    column: str
    problem: str
    allowed: str = ""

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part)
        return f"{place}: {self.problem}" + (f"; allowed: {self.allowed}" if self.allowed else "")


class FactsError(Exception):
    """The files hold faults; nothing was written. ``faults`` lists all of them."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = sorted(set(faults))
        super().__init__("\n".join(map(str, self.faults)))


@dataclass
class Row:
    """A row as read: values by field, the row that a foreign key names, and the rows that a list column names."""

    line: int
    values: dict[str, Any] = field(default_factory=dict)
    refs: dict[str, Any] = field(default_factory=dict)
    lists: dict[str, list[Any]] = field(default_factory=dict)
    sound: bool = True

    def __getitem__(self, name: str) -> Any:
        return self.refs[name] if name in self.refs else self.values.get(name)

    def key(self, names: Iterable[str]) -> tuple[Any, ...]:
        """What the row is called."""
        return tuple(self[name] for name in names)


@dataclass
class Reading:
    """All files, read: the rows of each table, and what is wrong with them."""

    folder: Path
    tables: tuple[Table, ...] = TABLES
    rows: dict[Table, list[Row]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    unread: set[type[Named]] = field(default_factory=set)
    alone: bool = False
    """Whether rows may collide with rows that only the database has."""
    sent_as: str = ""
    """The name of the one file, where people gave it another than that of its table."""

    @classmethod
    def of(cls, folder: Path, tables: tuple[Table, ...] = TABLES) -> "Reading":
        """Read a folder of facts and check each file by itself, then all of them together, but not beside rows of the database."""
        reading = cls(folder, tables, alone=True)
        if not folder.is_dir():
            reading.faults.append(Fault(str(folder), 0, "", "no such folder"))
            return reading
        for path in sorted(folder.glob("*.csv")):
            if path.name not in {table.name for table in tables}:
                reading.faults.append(
                    Fault(path.name, 0, "", "unknown file", ", ".join(sorted(t.name for t in tables)))
                )
        for table in tables:
            reading.rows[table] = reading._read(table)
        reading._check_together()
        return reading

    @classmethod
    def of_lines(cls, table: Table, lines: Iterable[NumberedLine], sent_as: str = "") -> "Reading":
        """Read the lines of one table, its header first, and check them against themselves and the database."""
        reading = cls(Path(), (table,), sent_as=sent_as)
        numbered = iter(lines)
        _, header = next(numbered, (1, []))
        reading.rows[table] = reading._rows(table, header, numbered)
        reading._check_together()
        return reading

    @classmethod
    def of_cells(cls, table: Table, rows: Iterable[Mapping[str, str]]) -> "Reading":
        """Read rows that say something in every column, each by itself: what they refer to may still be missing. Lines count from 1."""
        reading = cls(Path(), (table,))
        lines = ((line, [guard(cells[name]) for name in table.columns]) for line, cells in enumerate(rows, start=1))
        reading.rows[table] = reading._rows(table, list(table.columns), lines)
        return reading

    def called(self, table: Table) -> str:
        """The name of a table's file."""
        return self.sent_as or table.name

    def _check_together(self) -> None:
        self._check_references()
        self._check_uniqueness()
        self._check_periods()
        self._check_texts()

    def rows_of(self, model: type[Named]) -> Iterator[tuple[Table, Row]]:
        """The rows of a model, from all files."""
        for table, rows in self.rows.items():
            if table.model is model:
                for row in rows:
                    yield table, row

    def _read(self, table: Table) -> list[Row]:
        try:
            text = (self.folder / table.name).read_bytes().decode("utf-8-sig")
            lines = csv.reader(io.StringIO(text, newline=""), strict=True)
            header = next(lines, [])
            return self._rows(table, header, numbered(lines))
        except FileNotFoundError:
            self.faults.append(Fault(self.called(table), 0, "", "the file is missing"))
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            self.faults.append(Fault(self.called(table), line, "", "not UTF-8 text"))
        except csv.Error as error:
            self.faults.append(Fault(self.called(table), lines.line_num, "", f"not CSV: {error}"))
        self.unread.add(table.model)
        return []

    def _rows(self, table: Table, header: list[str], lines: Iterable[NumberedLine]) -> list[Row]:
        if sorted(header) != sorted(table.columns):
            missing, extra = set(table.columns) - set(header), set(header) - set(table.columns)
            for column in sorted(missing):
                self.faults.append(Fault(self.called(table), 1, column, "the column is missing"))
            for column in sorted(extra):
                self.faults.append(Fault(self.called(table), 1, column, "unknown column", ", ".join(table.columns)))
            if not missing and not extra:
                self.faults.append(Fault(self.called(table), 1, "", "a column stands twice in the header"))
            self.unread.add(table.model)
            return []
        rows = []
        for line, cells in lines:
            if len(cells) == len(header):
                rows.append(self._row(table, line, dict(zip(header, cells, strict=True))))
            else:
                problem = f"{len(cells)} cells under {len(header)} columns" if cells else "an empty line"
                self.faults.append(Fault(self.called(table), line, "", problem))
                self.unread.add(table.model)
        return rows

    def _row(self, table: Table, line: int, cells: Mapping[str, str]) -> Row:
        row = Row(line)

        def fault(column: str, problem: str, allowed: str = "") -> None:
            row.sound = False
            self.faults.append(Fault(self.called(table), line, column, problem, allowed))

        for item in table.fields:
            try:
                text = unguard(cells[item.name])
                refuse_stray_characters(text)
                if isinstance(item, models.ForeignKey):
                    row.refs[item.name] = reference(item, table.model.target(item.name).key_field(), text)
                elif item.name in table.partial_dates:
                    row.values.update(partial_date(item, text))
                else:
                    row.values[item.name] = value(item, text)
            except ValueError as error:
                problem, allowed = (*error.args, "", "")[:2]
                if isinstance(item, models.ForeignKey):
                    allowed += self._meant(table.model.target(item.name), cells[item.name])
                fault(item.name, problem, allowed)
        for listed in table.lists:
            try:
                names = [name.strip() for name in unguard(cells[listed.name]).split(";") if name.strip()]
            except ValueError as error:
                fault(listed.name, *error.args)
                names = []
            if len(set(names)) < len(names):
                fault(listed.name, "a name stands twice")
            row.lists[listed.name] = names
        if row.sound and issubclass(table.model, Examined):
            given = {f"{name}_id": None if ref is None else GIVEN for name, ref in row.refs.items()}
            for column, problem in table.model(**row.values, **given).value_errors():
                fault(column, str(problem))
        return row

    def _meant(self, model: type[Named], name: str) -> str:
        """Which State is probably meant by a name that stands where a code should; empty for any other model."""
        if model is not State:
            return ""
        codes = dict.fromkeys(State.objects.order_by().values_list("iso3", flat=True))
        codes.update(dict.fromkeys(row["iso3"] for _, row in self.rows_of(State) if row.sound))
        found = find_states(name, {code: code for code in codes})[:1]
        return f"probably {found[0]}" if found else ""

    def _check_references(self) -> None:
        known: dict[type[Named], set[Any]] = {}

        @cache
        def nearest(model: type[Named], name: Any) -> str:
            close = difflib.get_close_matches(str(name), map(str, known[model]), n=3)
            return f"; near to it: {', '.join(close)}" if close else ""

        def is_known(model: type[Named], name: Any) -> bool:
            if model not in known:
                key = model.key_field()
                known[model] = set(model._default_manager.values_list(key.name, flat=True))
                known[model].update(row[key.name] for _, row in self.rows_of(model))
            return name in known[model] or model in self.unread

        for table, rows in self.rows.items():
            for row in rows:
                named = [(name, table.model.target(name), [ref]) for name, ref in row.refs.items()]
                named += [(column.name, column.target_model, row.lists[column.name]) for column in table.lists]
                for column, model, refs in named:
                    for ref in refs:
                        if ref is not None and not is_known(model, ref):
                            file = next((t.name for t in self.tables if t.model is model), "")
                            key = model.key_field()
                            allowed = self._meant(model, ref) or (
                                f"a {key.name} out of {file}" if file else f"the {key.verbose_name} of a known row"
                            ) + nearest(model, ref)
                            self.faults.append(
                                Fault(self.called(table), row.line, column, f"“{ref}” is not known", allowed)
                            )

    def _check_uniqueness(self) -> None:
        for model in dict.fromkeys(table.model for table in self.tables):
            files = list(self.rows_of(model))
            named = {row.key(model.NATURAL_KEY) for _, row in files}
            for names in unique_together(model):
                is_name = names == model.NATURAL_KEY
                seen: dict[tuple[Any, ...], str] = {}
                if not is_name and not self.alone:
                    for name, key, saved in saved_rows(model, names):
                        if name not in named:
                            seen[key] = f"“{saved}” in the database"
                for table, row in files:
                    key = row.key(names)
                    if not row.sound or (not is_name and any(part in (None, "") for part in key)):
                        continue
                    if key in seen:
                        text = ", ".join(str(part) for part in key if part is not None)
                        self.faults.append(
                            Fault(self.called(table), row.line, names[0], f"“{text}” stands twice: see {seen[key]}")
                        )
                    seen.setdefault(key, f"{self.called(table)}:{row.line}")

    def _check_periods(self) -> None:
        """No two rows with the same key may apply on one day, in the files or together with rows that only the database has."""
        for model in dict.fromkeys(table.model for table in self.tables):
            if not issubclass(model, DatedFact) or not model.PERIOD_KEY:
                continue
            files = [(table, row) for table, row in self.rows_of(model) if row.sound]
            named = {row.key(model.NATURAL_KEY) for _, row in files}
            groups: dict[tuple[Any, ...], list[tuple[Any, int, Period]]] = defaultdict(list)
            for key, period_key, saved in () if self.alone else saved_rows(model, model.PERIOD_KEY):
                if key not in named:
                    groups[period_key].append((saved, 0, saved.period))
            for table, row in files:
                groups[row.key(model.PERIOD_KEY)].append((self.called(table), row.line, model(**row.values).period))
            for group in groups.values():
                for index, (file, line, period) in enumerate(group):
                    for other_file, other_line, other in group[:index]:
                        if line and period.overlaps(other):
                            where = f"{other_file}:{other_line}" if other_line else f"“{other_file}” in the database"
                            problem = f"the period {period} overlaps {other} of {where}"
                            self.faults.append(Fault(file, line, "valid_from", problem))

    def _check_texts(self) -> None:
        """A text in another language is about a row that there is. Where it does not say of which English, it is of today's."""
        found: dict[str, Englishes] = {}
        for table, row in self.rows_of(FactText):
            if not row.sound:
                continue
            kind = row["kind"]
            if kind not in found:
                found[kind] = self._english(kind)
            text = found[kind].get(row["key"], {}).get(row["field"])
            if text:
                row.values["of"] = row["of"] or fingerprint(text)
            elif TRANSLATED[kind][0] not in self.unread:
                problem = f"“{row['key']}” is not known, or has no such text"
                self.faults.append(Fault(self.called(table), row.line, "key", problem, f"a row of {kind}"))

    def _english(self, kind: str) -> Englishes:
        """The texts of a table as they will be: as saved, unless the files say otherwise."""
        model, names = TRANSLATED[kind]
        read = {key_of(row.key(model.NATURAL_KEY)): row.values for _, row in self.rows_of(model) if row.sound}
        return english(kind) | {key: {name: values[name] for name in names} for key, values in read.items()}


def numbered(lines: Any) -> Iterator[NumberedLine]:
    """The rows of a CSV reader, each with the number of its first line: a cell may run over several."""
    line = lines.line_num + 1
    for cells in lines:
        yield line, cells
        line = lines.line_num + 1


def saved_rows(model: type[Named], *keys: tuple[str, ...]) -> Iterator[tuple[Any, ...]]:
    """The saved rows of a model, each after its name and further keys; foreign keys by the name of their target."""
    pointed: dict[str, dict[int, Any]] = {}
    for name in {name for key in (model.NATURAL_KEY, *keys) for name in key}:
        if isinstance(model.concrete(name), models.ForeignKey):
            target = model.target(name)
            pointed[name] = dict(target._default_manager.values_list("pk", target.key_field().name))

    def part(row: models.Model, name: str) -> Any:
        return pointed[name].get(getattr(row, f"{name}_id")) if name in pointed else getattr(row, name)

    for row in model._default_manager.all():
        yield *(tuple(part(row, name) for name in key) for key in (model.NATURAL_KEY, *keys)), row


def unique_together(model: type[Named]) -> list[tuple[str, ...]]:
    """The sets of fields in which no two rows agree, the row's name among them."""
    single = [(field.name,) for field in model._meta.concrete_fields if field.unique and not field.primary_key]
    several = [
        tuple(c.fields) for c in model._meta.constraints if isinstance(c, models.UniqueConstraint) and not c.condition
    ]
    return list(dict.fromkeys([model.NATURAL_KEY, *single, *several]))
