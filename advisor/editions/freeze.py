"""Living rows → the content of an edition: plain, sorted, without any database key, so that its digest is the same everywhere."""

import hashlib
import json
from typing import Any

from django.db import models

from mechanisms import models as m
from mechanisms.staleness import Dues

from .codec import plain
from .models import Weight
from .rows import COLUMNS, COUNTS, MODELS, Rows, in_order
from .sections import SECTIONS, Section, Shape
from .upgrades import SCHEMA


def canonical(content: object) -> str:
    """The one JSON text of a content: keys sorted, no white space."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(text: str) -> str:
    """The id of an edition with this canonical text: the first 32 hexadecimal digits of its SHA-256."""
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def freeze() -> dict[str, Any]:
    """The content of an edition made of the rows as they are now."""
    checked = Checks()
    rows = Rows(COLUMNS, checked.note, checked.checked)
    content: dict[str, Any] = {section.name: _section(section, rows) for section in SECTIONS}
    return {"schema": SCHEMA, **content, "weights": _weights(), "sources": checked.sources()}


class Checks:
    """By source: the latest day on which any of its facts was checked, and the first by which one has to be checked again."""

    def __init__(self) -> None:
        self.latest: dict[str, str] = {}
        self.due: dict[str, str] = {}
        self._dues = Dues()
        for slug, day in m.DateSource.objects.values_list("source__slug", "checked_on"):
            self.latest[slug] = max(day.isoformat(), self.latest.get(slug, ""))

    def note(self, row: Any) -> str:
        """Out: the day by which this fact has to be checked again; empty where no event is known that can change it."""
        slug, day = row.source.slug, self.checked(row)
        self.latest[slug] = max(day, self.latest.get(slug, ""))
        due = self._dues.due_day(row)
        if due is None:
            return ""
        self.due[slug] = min(due.isoformat(), self.due.get(slug, due.isoformat()))
        return due.isoformat()

    def checked(self, row: Any) -> str:
        """Out: the last day on which this fact was compared with its source, by itself or with its page as a whole."""
        return self._dues.checked(row).isoformat()

    def sources(self) -> dict[str, Any]:
        """All sources, with what was noted of them."""
        return {
            row.slug: {
                "title": row.title,
                "symbol": row.symbol,
                "url": row.url,
                "kind": row.kind,
                "read": row.read,
                "read_on": row.read_on.isoformat() if row.read_on else "",
                "checked_on": self.latest.get(row.slug, ""),
                "recheck_by": self.due.get(row.slug, ""),
            }
            for row in m.Source.objects.all()
        }


def _section(section: Section, rows: Rows) -> Any:
    """A table as the edition holds it."""
    model, counts = MODELS[section.name], COUNTS.get(section.name, lambda row: True)
    pointed, inside = rows.related(model, section.facts)
    found = model._default_manager.select_related(*pointed).prefetch_related(*inside).order_by()
    kept = [(_name(section, row), _plain(section, row, rows)) for row in found if counts(row)]
    if section.shape is Shape.BY_NAME:
        return dict(kept)
    if section.shape is Shape.LIST:
        return _sorted(section, [row for _, row in kept])
    grouped: dict[str, list[Any]] = {}
    for name, row in kept:
        grouped.setdefault(name, []).append(row)
    return {name: _sorted(section, group) for name, group in grouped.items()}


def _sorted(section: Section, found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(found, key=lambda row: in_order(row[key] for key in section.order))


def _name(section: Section, row: models.Model) -> str:
    """What names a row in a mapping: its key, rows that it points at by their own names."""
    return "/".join(
        str(getattr(value, value.key_field().name) if isinstance(value, m.Named) else value)
        for value in (getattr(row, column) for column in section.key)
    )


def _plain(section: Section, row: models.Model, rows: Rows) -> dict[str, Any]:
    """The fields of all facts that a row makes, without those that name it."""
    found: dict[str, Any] = {}
    for fact in section.facts:
        found |= plain(rows.fact(fact, row))
    return {name: value for name, value in found.items() if name not in section.key}


def _weights() -> dict[str, Any]:
    found: dict[str, dict[str, Any]] = {}
    for row in Weight.objects.all():
        table = found.setdefault(row.route or "general", {}).setdefault(row.table, {"reason": row.reason, "points": {}})
        table["points"][row.key] = row.points
    return found
