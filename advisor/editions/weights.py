"""Weights: read from a file into rows, and checked as a whole before they go into an edition. Releases of them: ``stores.py``."""

import datetime
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from django.db import transaction

from mechanisms.remembered import Change

from .models import Weight
from .weight_tables import TABLES, keys_of

FIELDS = ("points", "reason", "valid_from")
"""What there is to change in a row; the rest names it."""
GENERAL = {"verdicts": ("strong", "good", "possible"), "tie": ("margin",)}


class BadWeights(ValueError):
    """Raised with all faults of a set of weights, one a line."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


def rows_of(path: Path) -> list[Weight]:
    """The rows of a weights file. Raises ``BadWeights`` with every fault, and ``tomllib.TOMLDecodeError`` on broken TOML."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    start = data.get("valid_from", "")
    faults: list[str] = []
    rows: list[Weight] = []
    try:
        valid_from = datetime.date.fromisoformat(start)
    except (TypeError, ValueError):
        raise BadWeights([f"valid_from: {start!r} is not a day as YYYY-MM-DD"]) from None
    for route, table, body in _tables(data):
        where = f"{route}.{table}" if route else table
        reason = body.get("reason", "")
        if not reason:
            faults.append(f"{where}: reason: is missing")
        for key, value in body.items():
            if key == "reason":
                continue
            if not isinstance(value, int) or isinstance(value, bool):
                faults.append(f"{where}.{key}: {value!r} is not a whole number")
                continue
            rows.append(Weight(route=route, table=table, key=key, points=value, reason=reason, valid_from=valid_from))
    faults += check(rows)
    if faults:
        raise BadWeights(faults)
    return rows


def _tables(data: Mapping[str, Any]) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    for name, body in data.items():
        if name in GENERAL:
            yield "", name, body
        elif isinstance(body, dict):
            for table, rows in body.items():
                yield name, table, rows


def place_of(fault: str) -> tuple[str, str]:
    """The route and the table that a fault is about."""
    first, _dot, rest = fault.partition(":")[0].partition(".")
    return ("", first) if first in GENERAL else (first, rest.partition(".")[0])


def expected() -> dict[tuple[str, str], tuple[str, ...]]:
    """The answers that the rules read points for, by route and table."""
    found: dict[tuple[str, str], tuple[str, ...]] = {("", table): keys for table, keys in GENERAL.items()}
    for route, tables in TABLES.items():
        found[route.value, "base"] = ("points",)
        for table in tables:
            found[route.value, table] = keys_of(table)
    return found


def check(rows: Iterable[Weight]) -> list[str]:
    """All that is wrong with a set of weights: missing or needless rows, an ``unknown`` outside its table, verdicts out of order."""
    read, found = expected(), dict[tuple[str, str], dict[str, int]]()
    for row in rows:
        found.setdefault((row.route, row.table), {})[row.key] = row.points
    faults = [f"{'.'.join(filter(None, at))}: is not a table that a route reads" for at in found if at not in read]
    for at, keys in read.items():
        name = ".".join(filter(None, at))
        points = found.get(at, {})
        faults += [f"{name}.{key}: is missing" for key in keys if key not in points]
        faults += [f"{name}.{key}: is not allowed; allowed: {', '.join(keys)}" for key in points if key not in keys]
        others = [value for key, value in points.items() if key != "unknown"]
        if "unknown" in points and others and not min(others) <= points["unknown"] <= max(others):
            faults.append(f"{name}.unknown: {points['unknown']} lies outside {min(others)} to {max(others)}")
    verdicts = found.get(("", "verdicts"), {})
    if (
        set(verdicts) >= {"strong", "good", "possible"}
        and not 100 >= verdicts["strong"] > verdicts["good"] > verdicts["possible"] > 0
    ):
        faults.append("verdicts: strong, good and possible must fall, between 100 and 0")
    return faults


@transaction.atomic
def write(rows: list[Weight], change: Change) -> None:
    """Make these the only weights, as one change. Rows that are so already stay untouched."""
    now = {(row.route, row.table, row.key): row for row in Weight.objects.all()}
    new, changed = [], []
    for row in rows:
        old = now.pop((row.route, row.table, row.key), None)
        if old is None:
            new.append(row)
        elif any(getattr(old, field) != getattr(row, field) for field in FIELDS):
            for field in FIELDS:
                setattr(old, field, getattr(row, field))
            changed.append(old)
    for gone in now.values():
        change.delete(gone)
    change.create_all(Weight, new)
    change.update_all(Weight, changed, FIELDS)
