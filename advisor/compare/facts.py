"""Which facts differ between the contents of two editions."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from advisor.editions.rows import in_order
from advisor.editions.sections import SECTIONS

Content = Mapping[str, Any]
Key = tuple[str, str]

NAMES: Mapping[str, tuple[str, ...]] = {
    "addresses": ("action", "treaty", "mandate", "name"),
    "calls": ("mandate", "title"),
    "contacts": ("kind", "value"),
    "council_members": ("state",),
    "council_sessions": ("number",),
    "doors": ("slug",),
    "institutions": ("state", "name"),
    "invitations": ("state",),
    "mandate_roles": ("mandate", "theme", "danger", "state"),
    "mandates": ("slug",),
    "regional": ("slug",),
    "renewals": ("mandate", "door", "resolution"),
    "requirements": ("route", "gate"),
    "resolutions": ("symbol",),
    "supports": ("slug",),
}
"""Sections that are lists, and what names a row in them; the others are mappings by name."""

ORDER: Mapping[str, tuple[str, ...]] = {section.name: section.order for section in SECTIONS}
"""In which order an edition has the rows of a list."""

OF_A_STATE = frozenset(
    {
        "commitments",
        "committee_reviews",
        "council_members",
        "institutions",
        "invitations",
        "limits",
        "reviews",
        "state_reports",
        "states",
    }
)
"""Sections whose rows begin their name with the State that they are about."""

PROOF = frozenset({"source", "checked_on", "recheck_by", "confidence", "note"})
"""Where a fact comes from: no rule looks at it."""


@dataclass(frozen=True, slots=True)
class Field:
    """A value that differs; an empty text where a side has none."""

    name: str
    before: str
    after: str


@dataclass(frozen=True)
class FactChange:
    """A fact that is new, gone, or says something else. ``key`` is its section and its name there."""

    key: Key
    fields: tuple[Field, ...]
    is_new: bool
    is_gone: bool

    @property
    def section(self) -> str:
        """The kind of fact."""
        return self.key[0]

    @property
    def state(self) -> str | None:
        """The State that alone is concerned; ``None`` where it may be any."""
        return self.key[1].split("/")[0] if self.section in OF_A_STATE else None

    @property
    def matters(self) -> bool:
        """Whether a rule could look at what differs: a new source or a new look at the same words can't change advice."""
        return self.section != "sources" and any(field.name.split(" ")[-1] not in PROOF for field in self.fields)


def units(content: Content) -> dict[Key, Any]:
    """Every fact by its key: what can be taken from one edition and put into another by itself."""
    found: dict[Key, Any] = {}
    for section, rows in content.items():
        if section == "weights":
            found |= {
                (section, f"{route}/{table}"): body for route, tables in rows.items() for table, body in tables.items()
            }
        elif section in NAMES:
            for row in rows:
                found.setdefault((section, _name(section, row)), []).append(row)
        elif isinstance(rows, Mapping):
            found |= {(section, name): body for name, body in rows.items()}
    return found


def changed(before: Content, after: Content) -> tuple[FactChange, ...]:
    """Every fact that differs, in the order of the sections."""
    old, new = units(before), units(after)
    keys = sorted(key for key in {**old, **new} if old.get(key) != new.get(key))
    return tuple(
        FactChange(key, tuple(_fields(old.get(key), new.get(key))), is_new=key not in old, is_gone=key not in new)
        for key in keys
    )


def with_facts(base: Content, other: Content, keys: Sequence[Key]) -> Content:
    """``base`` with these facts as ``other`` has them. Sources of both come along, so that each fact finds its own."""
    taken = set(keys)
    mixed = dict(base) | {"sources": {**base["sources"], **other["sources"]}}
    for section in {section for section, _ in keys} - {"sources"}:
        mixed[section] = _section(section, base[section], other[section], {name for at, name in taken if at == section})
    return mixed


def _section(section: str, base: Any, other: Any, names: set[str]) -> Any:
    if section == "weights":
        mixed = {route: dict(tables) for route, tables in base.items()}
        for route, table in (name.split("/") for name in names):
            _take(mixed.setdefault(route, {}), other.get(route, {}), table)
        return mixed
    if section in NAMES:
        kept = [row for row in base if _name(section, row) not in names]
        come = [row for row in other if _name(section, row) in names]
        return sorted(kept + come, key=lambda row: in_order(row[name] for name in ORDER[section]))
    mixed = dict(base)
    for name in names:
        _take(mixed, other, name)
    return mixed


def _in_order(section: str, rows: list[Any]) -> list[Any]:
    """As `freeze` puts them."""
    (order,) = (known.order for known in SECTIONS if known.name == section)
    return sorted(rows, key=lambda row: in_order(row[part] for part in order))


def _take(mixed: dict[str, Any], other: Mapping[str, Any], name: str) -> None:
    if name in other:
        mixed[name] = other[name]
    else:
        mixed.pop(name, None)


def _name(section: str, row: Mapping[str, Any]) -> str:
    return "/".join(str(row[part]) for part in NAMES[section])


def _fields(old: Any, new: Any) -> Iterator[Field]:
    before, after = dict(_flat(old)), dict(_flat(new))
    for name in sorted({**before, **after}):
        if before.get(name) != after.get(name):
            yield Field(name, before.get(name, ""), after.get(name, ""))


def _flat(value: Any, at: str = "") -> Iterator[tuple[str, str]]:
    """A fact as named texts; a list of one row reads like the row itself."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _flat(inner, f"{at} {key}".strip())
    elif isinstance(value, list) and value and all(isinstance(row, Mapping) for row in value):
        for place, row in enumerate(value, start=1):
            yield from _flat(row, at if len(value) == 1 else f"{at} {place}".strip())
    elif isinstance(value, list):
        yield at, ", ".join(str(item) for item in value)
    elif value is not None:
        yield at, str(value)
