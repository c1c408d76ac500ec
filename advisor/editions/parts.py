"""What every row of an edition's content has: where it comes from, since when it holds, and a place in an order."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from mechanisms import staleness


class Checks:
    """By source: the latest day on which any of its facts was checked, and the first by which one has to be checked again."""

    def __init__(self) -> None:
        self.latest: dict[str, str] = {}
        self.due: dict[str, str] = {}
        self._intervals = staleness.intervals()

    def note(self, row: Any) -> str:
        """Out: the day by which this fact has to be checked again; empty where its kind has no interval."""
        slug, day = row.source.slug, row.checked_on.isoformat()
        self.latest[slug] = max(day, self.latest.get(slug, ""))
        due = staleness.due_day(row.checked_on, staleness.kind_of(type(row)), self._intervals)
        if due is None:
            return ""
        self.due[slug] = min(due.isoformat(), self.due.get(slug, due.isoformat()))
        return due.isoformat()


def proof(row: Any, checked: Checks) -> dict[str, str]:
    """Where a fact comes from, and by when that has to be looked up again."""
    return {
        "source": row.source.slug,
        "checked_on": row.checked_on.isoformat(),
        "recheck_by": checked.note(row),
        "confidence": row.confidence,
        "note": row.note,
    }


def date(row: Any, name: str) -> str | None:
    """A date of a row, as precise as it is known; ``None`` where it is not."""
    known = row.partial(name)
    return str(known) if known else None


def span(row: Any) -> dict[str, str | None]:
    """Since when a row holds, and until when."""
    return {"from": date(row, "valid_from"), "to": date(row, "valid_to")}


def day(known: datetime.date | None) -> str | None:
    """A day as ISO text."""
    return known.isoformat() if known else None


def grouped(pairs: Iterable[tuple[str, Any]], *keys: str) -> dict[str, list[Any]]:
    """Rows by what they belong to, each list in the order of these keys."""
    found: dict[str, list[Any]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return {key: in_order(rows, *keys) for key, rows in found.items()}


def in_order(rows: Iterable[dict[str, Any]], *keys: str) -> list[dict[str, Any]]:
    """Rows in an order that no database's collation decides."""
    return sorted(rows, key=lambda row: [str(row[key]) for key in keys])
