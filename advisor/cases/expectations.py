"""What an expert's expectations may look like. A mistyped expectation could never be met or never fail, so what no advice can say is
refused."""

import datetime
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from enum import StrEnum

from rules import vocabulary as v
from rules.facts.edition import Edition
from rules.questions import BY_SLUG
from rules.scenario import Fault, shown

PAIR = re.compile(r"[a-z0-9-]+@[A-Z]{3}")
DATE_KEYS = ("code", "country", "date", "status")
CHANGE_KEYS = ("set", "route", "to")
STEP_KEYS = ("first", "then", "why")

Shape = Callable[[str, object, Edition], Iterator[Fault]]


def wrong(expect: object, edition: Edition) -> Iterator[Fault]:
    """Every fault of the expectations of a case."""
    if not isinstance(expect, Mapping):
        yield Fault("expect", expect, "must be a mapping", tuple(SHAPES))
        return
    for key, value in expect.items():
        shape = SHAPES.get(key) if isinstance(key, str) else None
        if shape is None:
            yield Fault(f"expect.{str(key)[:40]}", value, "is not an expectation", tuple(SHAPES))
        else:
            yield from shape(f"expect.{key}", value, edition)


def _one(where: str, value: object, allowed: Collection[str]) -> Iterator[Fault]:
    if not isinstance(value, str) or value not in allowed:
        names = tuple(sorted(allowed))
        yield Fault(where, value, f"{shown(value)} is not known", names if len(names) <= 60 else names[:5])


def _many(where: str, value: object, allowed: Collection[str]) -> Iterator[Fault]:
    if not isinstance(value, list):
        yield Fault(where, value, "must be a list")
        return
    for item in value:
        yield from _one(where, item, allowed)


def _mapped(
    where: str, value: object, keys: Collection[str], inner: Callable[[str, object], Iterator[Fault]]
) -> Iterator[Fault]:
    if not isinstance(value, Mapping):
        yield Fault(where, value, "must be a mapping")
        return
    for key, item in value.items():
        yield from (
            _one(where, key, keys) if not isinstance(key, str) or key not in keys else inner(f"{where}.{key}", item)
        )


def _slugs(enum: type[StrEnum]) -> tuple[str, ...]:
    return tuple(member.value for member in enum)


ROUTES, ACTIONS, VERDICTS = _slugs(v.RouteSlug), _slugs(v.ActionSlug), _slugs(v.Verdict)
STEPS = (*ROUTES, "domestic", "regional")
"""What can stand in an order: the routes, the courts at home, the regional body."""


def _a_list(allowed: Callable[[Edition], Collection[str]]) -> Shape:
    return lambda where, value, edition: _many(where, value, allowed(edition))


def _by_route(inner: Callable[[str, object], Iterator[Fault]]) -> Shape:
    return lambda where, value, edition: _mapped(where, value, ROUTES, inner)


def _one_or_many(where: str, value: object, allowed: Collection[str]) -> Iterator[Fault]:
    """One value, or a list of which any will do; an empty list could never be met."""
    if isinstance(value, list):
        yield from _many(where, value, allowed) if value else (Fault(where, value, "names no result", tuple(allowed)),)
    else:
        yield from _one(where, value, allowed)


def _before(where: str, value: object, edition: Edition) -> Iterator[Fault]:
    for pair in value if isinstance(value, list) else [value]:
        if not isinstance(pair, list) or len(pair) != 2:
            yield Fault(where, pair, f"{shown(pair)} is not a pair of routes", ROUTES)
        else:
            yield from _many(where, pair, ROUTES)


def _day(where: str, value: object) -> Iterator[Fault]:
    if not isinstance(value, datetime.date) and not (
        isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}(-\d{2})?", value)
    ):
        yield Fault(where, value, f"{shown(value)} is not a date", ("YYYY-MM-DD", "YYYY-MM"))


def _pairs(where: str, value: object) -> Iterator[Fault]:
    for pair in value if isinstance(value, list) else [value]:
        if not isinstance(pair, str) or not PAIR.fullmatch(pair):
            yield Fault(where, pair, f"{shown(pair)} is not a treaty and a State", ("for instance crc@KEN",))


def _rows(where: str, value: object, keys: Collection[str]) -> Iterator[Fault]:
    """A list of mappings with no other keys than these."""
    for row in value if isinstance(value, list) else [value]:
        if not isinstance(row, Mapping) or not all(isinstance(key, str) and key in keys for key in row):
            yield Fault(where, row, f"{shown(row)} is not readable", tuple(keys))


def _changes(where: str, value: object, edition: Edition) -> Iterator[Fault]:
    faults = list(_rows(where, value, CHANGE_KEYS))
    yield from faults
    for row in value if isinstance(value, list) and not faults else []:
        yield from _one(f"{where}.route", row.get("route"), ROUTES)
        yield from _many(f"{where}.to", row.get("to"), VERDICTS)
        yield from _mapped(f"{where}.set", row.get("set"), BY_SLUG, lambda _where, _value: iter(()))


def _sequence(where: str, value: object, edition: Edition) -> Iterator[Fault]:
    faults = list(_rows(where, value, STEP_KEYS))
    yield from faults
    for row in value if isinstance(value, list) and not faults else []:
        for key in ("first", "then"):
            yield from _one(f"{where}.{key}", row.get(key), STEPS)
        if "why" in row:
            yield from _one(f"{where}.why", row["why"], _slugs(v.SequenceReason))


SHAPES: Mapping[str, Shape] = {
    "first": _a_list(lambda edition: ROUTES),
    "before": _before,
    "verdicts": _by_route(lambda where, value: _many(where, value, VERDICTS)),
    "gates": _by_route(
        lambda where, value: _mapped(
            where, value, _slugs(v.GateSlug), lambda at, result: _one_or_many(at, result, _slugs(v.Result))
        )
    ),
    "actions": _by_route(lambda where, value: _many(where, value, ACTIONS)),
    "not_actions": _by_route(lambda where, value: _many(where, value, ACTIONS)),
    "by": _by_route(lambda where, value: _mapped(where, value, ACTIONS, _day)),
    "mandates": _a_list(lambda edition: {mandate.slug for mandate in edition.mandates}),
    "not_mandates": _a_list(lambda edition: {mandate.slug for mandate in edition.mandates}),
    "treaties": _by_route(_pairs),
    "not_treaties": _by_route(_pairs),
    "warnings": _by_route(lambda where, value: _many(where, value, _slugs(v.WarningSlug))),
    "stages": lambda where, value, edition: _mapped(
        where, value, edition.states, lambda at, stage: _one(at, stage, _slugs(v.Stage))
    ),
    "dates": lambda where, value, edition: _rows(where, value, DATE_KEYS),
    "changes": _changes,
    "sequence": _sequence,
    "pointers": _a_list(lambda edition: _slugs(v.PointerSlug)),
    "set_aside": _a_list(lambda edition: BY_SLUG),
}
"""Every kind of expectation, and what it may hold."""
