"""From frozen facts to plain JSON and back, by the names and types of the facts' own fields.

A field of a frozen fact (`rules/facts/`, `advisor/words/texts.py`) is declared there and nowhere else: its name is the column and the key
in the JSON, its type says how it is read, its default is what an edition says that was made before the field was there. `rows.py` reads the
tables by the same declarations. Nothing here knows a database.
"""

import datetime
import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from functools import cache, lru_cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from rules.dates import PartialDate, Period

Json = Mapping[str, Any]
Reader = Callable[[Any], Any]

PERIOD = ("from", "to")
"""A period stands as two dates under these names, in a fact beside its other fields."""


@cache
def stored(fact: type) -> tuple[tuple[Field[Any], Any], ...]:
    """The fields of a fact that an edition keeps, each with its type; those that follow from others are left out."""
    hints = get_type_hints(fact)
    return tuple((field, hints[field.name]) for field in fields(fact) if not field.metadata.get("derived"))


@cache
def derived(fact: type) -> tuple[str, ...]:
    """The names of those left out."""
    return tuple(field.name for field in fields(fact) if field.metadata.get("derived"))


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
    inner, may_be_missing = without_none(kind)
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


def without_none(kind: Any) -> tuple[Any, bool]:
    """A type without ``None``, and whether that was in it."""
    if get_origin(kind) in (Union, types.UnionType):
        (inner,) = (one for one in get_args(kind) if one is not types.NoneType)
        return inner, True
    return kind, False
