"""One way from rows of the tables to frozen facts, to plain JSON and back, by the names and types of the facts' own fields.

A field of a frozen fact (`rules/facts/`, `advisor/words/texts.py`) is declared there and nowhere else: its name is the column and the key
in the JSON, its type says how it is read, its default is what an edition says that was made before the field was there. The few columns
that go by another name, or need a look at more than one, stand in `sections.py`.
"""

import datetime
import types
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from enum import Enum
from functools import cache, lru_cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from django.db import models

from mechanisms.remembered import Named
from rules.dates import PartialDate, Period

Json = Mapping[str, Any]
Reader = Callable[[Any], Any]

Columns = Mapping[type, Mapping[str, str | Callable[[Any], Any]]]
"""By fact and field: the column of another name, or what works the value out of the row. ``lists`` needs a name."""

PERIOD = ("from", "to")
"""A period stands as two dates under these names, in a fact beside its other fields."""
RECHECK = "recheck_by"
"""The one field that no column holds: it follows from the day of the check and the kind of fact."""

DELAY = tuple[int, int]
"""Months and days, in two columns."""

ORDER: Mapping[str, tuple[str, ...]] = {
    "holders": ("valid_from", "name"),
    "contacts": ("kind", "value"),
    "statements": ("kind", "position"),
    "memberships": ("state", "valid_from"),
}
"""By which columns the rows inside a fact are ordered, so that no database's collation decides. In a mapping the first one is the key."""


@cache
def stored(fact: type) -> tuple[tuple[Field[Any], Any], ...]:
    """The fields of a fact that an edition keeps, each with its type; those that follow from others are left out."""
    hints = get_type_hints(fact)
    return tuple((field, hints[field.name]) for field in fields(fact) if not field.metadata.get("derived"))


@cache
def derived(fact: type) -> tuple[str, ...]:
    """The names of those left out."""
    return tuple(field.name for field in fields(fact) if field.metadata.get("derived"))


@dataclass(frozen=True)
class Rows:
    """From rows to facts. ``columns`` are those of other names; ``due`` gives the day by which a row has to be checked again."""

    columns: Columns
    due: Callable[[models.Model], str]

    def fact(self, fact: type, row: models.Model) -> Any:
        """A fact out of a row; what follows from other facts is ``None`` in it."""
        own = self.columns.get(fact, {})
        values = {field.name: self._value(row, own.get(field.name, field.name), kind) for field, kind in stored(fact)}
        return fact(**values, **dict.fromkeys(derived(fact)))

    def _value(self, row: Any, column: str | Callable[[Any], Any], kind: Any) -> Any:
        if callable(column):
            return column(row)
        inner, may_be_missing = _inner(kind)
        if column == RECHECK:
            return self.due(row)
        if kind is Period:
            return row.period
        if kind == DELAY:
            return getattr(row, f"{column}_months"), getattr(row, f"{column}_days")
        if inner is PartialDate:
            return row.partial(column)
        if get_origin(kind) is not None and not may_be_missing:
            return self._several(row, column, kind)
        value = getattr(row, column)
        return None if may_be_missing and value in (None, "") else _one(value, inner)

    def _several(self, row: Any, column: str, kind: Any) -> Any:
        """Facts made of the rows that belong to this one, or the names of those that it lists."""
        inside = _inside(kind)
        if not _is_held(kind):
            return get_origin(kind)(_listed(row, column))
        rows = sorted(getattr(row, column).all(), key=lambda one: in_order(getattr(one, key) for key in ORDER[column]))
        made = [one.period if inside is Period else self.fact(inside, one) for one in rows]
        if get_origin(kind) is tuple:
            return tuple(made)
        return {_one(getattr(one, ORDER[column][0]), str): fact for one, fact in zip(rows, made, strict=True)}

    def related(self, model: type[models.Model], facts: Iterable[type]) -> tuple[list[str], list[str]]:
        """What to fetch along with the rows of a model: what they point at, and what they list or hold."""
        pointed = [field.name for field in model._meta.concrete_fields if isinstance(field, models.ForeignKey)]
        inside: list[str] = []
        for fact in facts:
            for field, kind in stored(fact):
                column = self.columns.get(fact, {}).get(field.name, field.name)
                if not isinstance(column, str) or kind == DELAY:
                    continue
                if _is_held(kind):
                    inside += [f"{column}__source", f"{column}__{ORDER[column][0]}"][
                        : 1 + (get_origin(kind) is Mapping)
                    ]
                elif get_origin(kind) in (tuple, frozenset):
                    inside.append("__".join(_links(model, column)))
        return pointed, inside


def _is_held(kind: Any) -> bool:
    """Whether a field holds facts of their own, in a list or by name, that have a table of their own."""
    return get_origin(kind) in (tuple, Mapping) and is_dataclass(_inside(kind))


def _inside(kind: Any) -> Any:
    """What a list or a mapping is made of."""
    return get_args(kind)[1 if get_origin(kind) is Mapping else 0]


def _one(value: Any, kind: Any) -> Any:
    """A column's value as the field wants it: another row by its name, a slug as a member of its vocabulary."""
    if isinstance(value, Named):
        return getattr(value, value.key_field().name)
    if kind is str and isinstance(value, datetime.date):
        return value.isoformat()
    return kind(value) if isinstance(kind, type) and issubclass(kind, Enum) else value


def in_order(values: Iterable[Any]) -> list[Any]:
    """What to sort by: numbers as numbers, all else as text."""
    return [value if isinstance(value, int) else str(value) for value in values]


def _listed(row: Any, column: str) -> list[Any]:
    """The names of the rows that a row lists, in the order of the links to them."""
    links, target = _links(type(row), column)
    return [
        _one(getattr(link, target), str) for link in sorted(getattr(row, links).all(), key=lambda one: one.position)
    ]


def _links(model: type[models.Model], column: str) -> tuple[str, str]:
    """How a list of names is kept: the relation to the links, and the link's field that points at what is listed."""
    listing: Any = model._meta.get_field(column)
    back: Any = listing.remote_field.through._meta.get_field(listing.m2m_field_name())
    return back.remote_field.get_accessor_name(), listing.m2m_reverse_field_name()


def plain(value: Any) -> Any:
    """What JSON can hold: facts as mappings by their fields, dates as precise as they are known."""
    if isinstance(value, (PartialDate, datetime.date)):
        return str(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Period):
        return dict(zip(PERIOD, (plain(value.start), plain(value.end)), strict=True))
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    return _plain_fact(value) if is_dataclass(value) else value


def _plain_fact(fact: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for field, kind in stored(fact.__class__):
        found |= _keyed(field.name, plain(getattr(fact, field.name)), kind)
    return found


def _keyed(name: str, value: Any, kind: Any) -> dict[str, Any]:
    """A field as it stands in a fact: under its name, a period under two of its own."""
    return dict(value) if kind is Period else {name: value}


def from_plain(fact: type, row: Json, **given: Any) -> Any:
    """A fact out of its JSON. In: values that the JSON does not hold. Raises ``KeyError`` where a field without default is missing, and
    ``ValueError`` for what its type does not know."""
    values = dict(given)
    for name, has_default, read in _readers(fact):
        key = PERIOD[0] if read is _period else name
        if name not in values and (key in row or not has_default):
            values[name] = read(row if read is _period else row[name])
    return fact(**values)


@cache
def _readers(fact: type) -> tuple[tuple[str, bool, Reader], ...]:
    """By field: whether it has a default, and what reads its JSON."""
    return tuple(
        (field.name, field.default is not MISSING or field.default_factory is not MISSING, reader(kind))
        for field, kind in stored(fact)
    )


def defaults(fact: type) -> dict[str, Any]:
    """The JSON of every field that an older edition may lack."""
    found: dict[str, Any] = {}
    for field, kind in stored(fact):
        if field.default is not MISSING:
            found |= _keyed(field.name, plain(field.default), kind)
        elif field.default_factory is not MISSING:
            found |= _keyed(field.name, plain(field.default_factory()), kind)
    return found


@cache
def reader(kind: Any) -> Reader:
    """What makes a value of a type out of JSON. Raises ``TypeError`` for a type that no edition holds."""
    inner, may_be_missing = _inner(kind)
    read = _reader(inner)
    return (lambda value: None if value is None else read(value)) if may_be_missing else read


def _reader(kind: Any) -> Reader:
    simple: dict[Any, Reader] = {
        **dict.fromkeys((str, bool), _same),
        int: int,
        PartialDate: date,
        datetime.date: datetime.date.fromisoformat,
        Period: _period,
    }
    if kind in simple:
        return simple[kind]
    origin, inside = get_origin(kind), get_args(kind)
    if origin in (tuple, frozenset):
        item = reader(inside[0])
        return lambda value: origin(item(one) for one in value)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        of_key, of_value = reader(inside[0]), reader(inside[1])
        return lambda value: {of_key(key): of_value(one) for key, one in value.items()}
    if isinstance(kind, type) and is_dataclass(kind):
        return lambda row: from_plain(kind, row)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    raise TypeError(f"an edition can't hold {kind!r}")


def _same(value: Any) -> Any:
    return value


def _period(row: Json) -> Period:
    first, last = row[PERIOD[0]], row[PERIOD[1]]
    return Period(date(first) if first else None, date(last) if last else None)


@lru_cache(maxsize=4096)
def date(text: str) -> PartialDate:
    """A date out of its text. The same few thousand are read again and again."""
    return PartialDate.parse(text)


def _inner(kind: Any) -> tuple[Any, bool]:
    """A type without ``None``, and whether that was in it."""
    if get_origin(kind) in (Union, types.UnionType):
        (inner,) = (one for one in get_args(kind) if one is not types.NoneType)
        return inner, True
    return kind, False
