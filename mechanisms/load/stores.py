"""Tables as proposals see them: rows by key, each as its cells. Other floors add stores of their own."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property
from typing import Any, Protocol

from django.db import DatabaseError, models, transaction
from django.db.models import ProtectedError

from mechanisms.models import Named
from mechanisms.remembered import Change

from .guards import guard
from .parsing import partial_date, reference, value
from .planning import Saved, joined, plan, write
from .reading import FactsError, Fault, Reading, Row, saved_rows
from .tables import TABLES, Table, plain_text, table_of
from .three_ways import Cells

LOADED = "Loaded from files"
"""Why a row has a version that a release wrote. Older databases tell by these words what the last release said."""


class Store(Protocol):
    """Rows that a release may bring, and that people change here."""

    @property
    def name(self) -> str:
        """The name of the file, without its ending; proposals keep it."""

    @property
    def model(self) -> type[models.Model]:
        """Whose permissions decide who may adopt."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns in the order of the file."""

    def label(self, column: str) -> str:
        """What a column is called."""

    def living(self) -> dict[str, Cells]:
        """The rows as they are now, by key."""

    def row_of(self, key: str) -> models.Model | None:
        """The row itself."""

    def full(self, cells: Cells) -> Cells:
        """Cells kept under an older form of the table, with today's columns."""

    def write(self, rows: Mapping[str, Cells], gone: Collection[str], change: Change) -> None:
        """Save rows and delete others, all or nothing. Raises ``FactsError``."""

    def whole(self) -> Iterable[str]:
        """What is wrong with the saved rows as a whole, each as place, colon, text."""

    def last_release(self) -> Mapping[str, Cells]:
        """The rows as the last load from files wrote them, by key; for databases in which no base was kept then."""


def key_text(parts: Iterable[Any]) -> str:
    """What a row is called, in one line; a start that is not known is left out at its end."""
    texts = ["" if part is None else str(part) for part in parts]
    while texts and not texts[-1]:
        texts.pop()
    return " · ".join(texts)


class TableStore:
    """A table that has a file."""

    def __init__(self, table: Table, loaded: str = LOADED) -> None:
        self.table, self._loaded = table, loaded
        self.name, self.model, self.columns = table.file, table.model, table.columns

    def label(self, column: str) -> str:
        """What a column is called; a list by the name of its file's column."""
        return str(self._fields[column].verbose_name) if column in self._fields else column

    @cached_property
    def _fields(self) -> "dict[str, models.Field[Any, Any]]":
        return {item.name: item for item in self.table.fields}

    def living(self) -> dict[str, Cells]:
        """The rows as they are now, by key; few queries for all of them."""
        saved = Saved(self.table)
        return {key_text(key): self._cells(saved, row) for key, row in saved.rows.items()}

    def of_rows(self, rows: Iterable[Named]) -> dict[str, Cells]:
        """Rows that are not saved, and point to no others, as their cells."""
        saved = Saved(self.table)
        names = self.table.model.NATURAL_KEY
        return {key_text(getattr(row, name) for name in names): self._cells(saved, row) for row in rows}

    def _cells(self, saved: Saved, row: Any) -> Cells:
        return self._ordered({**saved.cells(row), **saved.listed(row)})

    def _ordered(self, cells: Cells) -> Cells:
        return {name: cells[name] for name in self.columns}

    def row_of(self, key: str) -> models.Model | None:
        """The row of a key."""
        return next((row for parts, row in saved_rows(self.table.model) if key_text(parts) == key), None)

    def full(self, cells: Cells) -> Cells:
        """With what a migration wrote into columns that the cells are older than; columns that are gone are left out."""
        return {name: cells.get(name, self._default(name)) for name in self.columns}

    def _default(self, column: str) -> str:
        if column not in self._fields or column in self.table.partial_dates:
            return ""
        return plain_text(self._fields[column].get_default())

    def read(self, rows: Iterable[Cells]) -> dict[str, Cells]:
        """Check rows by themselves and write them as the living ones are written. Raises ``FactsError`` with every fault."""
        reading = Reading.of_cells(self.table, rows)
        if reading.faults:
            raise FactsError(reading.faults)
        return {self.key(row): self.cells(row) for row in reading.rows[self.table]}

    def key(self, row: Row) -> str:
        """The key of a row as read."""
        return key_text(row.key(self.table.model.NATURAL_KEY))

    def key_of(self, cells: Cells) -> str:
        """The key of a row that may not be sound."""
        return key_text(
            self._part_of(self.table.model.concrete(name), cells[name]) for name in self.table.model.NATURAL_KEY
        )

    def _part_of(self, item: "models.Field[Any, Any]", text: str) -> Any:
        try:
            if isinstance(item, models.ForeignKey):
                return reference(item, self.table.model.target(item.name).key_field(), text)
            if item.name in self.table.partial_dates:
                return partial_date(item, text)[item.name]
            return value(item, text)
        except ValueError:
            return text

    def cells(self, row: Row) -> Cells:
        """The cells of a row as read."""
        unsaved: Any = self.table.model(**row.values)
        found = {name: joined(names) for name, names in row.lists.items()}
        for item in self.table.fields:
            if item.name in row.refs:
                found[item.name] = plain_text(row.refs[item.name])
            elif item.name in self.table.partial_dates:
                found[item.name] = str(unsaved.partial(item.name) or "")
            else:
                found[item.name] = plain_text(getattr(unsaved, item.name))
        return self._ordered(found)

    def write(self, rows: Mapping[str, Cells], gone: Collection[str], change: Change) -> None:
        """As an import would, with all its checks."""
        try:
            with transaction.atomic():
                for parts, row in saved_rows(self.table.model) if gone else ():
                    if key_text(parts) in gone:
                        change.delete(row)
                lines = [[guard(cells[name]) for name in self.columns] for cells in rows.values()]
                reading = Reading.of_lines(self.table, enumerate([list(self.columns), *lines], start=1))
                if reading.faults:
                    raise FactsError(reading.faults)
                write(self.table, plan(self.table, reading.rows[self.table]), change)
        except ProtectedError as error:
            raise FactsError(
                [Fault(self.name, 0, "", f"still needed by “{min(map(str, error.protected_objects))}”")]
            ) from None
        except DatabaseError as error:
            raise FactsError([Fault(self.name, 0, "", f"refused by the database: {error}")]) from error

    def whole(self) -> Iterable[str]:
        """As the table says."""
        return self.table.whole()

    def last_release(self) -> dict[str, Cells]:
        """The rows as the last load from files wrote them, by the key that they had then, read from their history."""
        history: Any = self.table.model.history
        loads = history.filter(history_change_reason=self._loaded).order_by("history_date", "history_id")
        latest = {record.id: record for record in loads.iterator()}
        saved = Saved(self.table)
        lists = {column.name: self._lists_of_loads(column, latest) for column in self.table.lists}
        found = {}
        for pk, record in latest.items():
            row: Any = self.table.model(**{f.attname: getattr(record, f.attname) for f in self._concrete})
            cells = {**saved.cells(row), **{name: joined(links.get(pk, [])) for name, links in lists.items()}}
            parts = (_part(row, name, saved) for name in self.table.model.NATURAL_KEY)
            found[key_text(parts)] = self._ordered(cells)
        return found

    @cached_property
    def _concrete(self) -> "list[models.Field[Any, Any]]":
        return list(self.table.model._meta.concrete_fields)

    def _lists_of_loads(self, column: Any, latest: Mapping[Any, Any]) -> dict[Any, list[Any]]:
        """The names listed by each row at the moment of its last load, replayed from the history of the links."""
        target = column.target_model
        names = dict(target._default_manager.values_list("pk", target.key_field().name))
        links: dict[Any, dict[Any, Any]] = defaultdict(dict)
        for record in column.through.history.order_by("history_date", "history_id").iterator():
            parent = getattr(record, f"{column.parent}_id")
            if parent not in latest or record.history_date > latest[parent].history_date:
                continue
            if record.history_type == "-":
                links[parent].pop(record.id, None)
            else:
                links[parent][record.id] = (record.position, names.get(getattr(record, f"{column.target}_id"), ""))
        return {parent: [name for _, name in sorted(found.values())] for parent, found in links.items()}


def _part(row: Any, name: str, saved: Saved) -> Any:
    """A part of a row's name as the readers of files have it."""
    model: type[Named] = saved.table.model
    if isinstance(model.concrete(name), models.ForeignKey):
        return saved.names[model.target(name)].get(getattr(row, f"{name}_id"))
    return getattr(row, name)


FACTS: tuple[TableStore, ...] = tuple(TableStore(table) for table in TABLES if table_of(table.model) is table)
"""A store for each model of facts; where two files hold one model, by the name of the first."""
_STORES: dict[str, Store] = {store.name: store for store in FACTS}


def register(store: Store) -> None:
    """Let proposals be made for rows of another floor. Called once, when the portal starts."""
    _STORES[store.name] = store


def stores() -> tuple[Store, ...]:
    """All of them, in an order in which they can be written."""
    return tuple(_STORES.values())


def store_named(name: str) -> Store | None:
    """The store of a proposal; ``None`` for a table that is gone."""
    return _STORES.get(name)
