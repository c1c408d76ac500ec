"""An advice as it was kept, ready to be shown: its own words, whatever the rules and the sentences are today."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from advisor.words import labels, names
from advisor.words.actions import TITLES
from advisor.words.gates import GATE_LABELS, RESULTS
from advisor.words.pointers import POINTER_LABELS
from rules.dates import PartialDate
from rules.vocabulary import ActionSlug, DateCode, GateSlug, PointerSlug, Result, RouteSlug, Verdict

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True)
class Line:
    """A sentence with what it is about; ``day`` is empty where it has none."""

    label: "StrOrPromise"
    text: str
    day: str = ""


@dataclass(frozen=True)
class Route:
    """One route, as it was ranked."""

    rank: int
    name: "StrOrPromise"
    verdict: "StrOrPromise"
    score: int
    low: int
    high: int
    actions: tuple[Line, ...]
    because: tuple[Line, ...]
    against: tuple[Line, ...]
    warnings: tuple[Line, ...]
    committees: tuple[Line, ...]
    gates: tuple[Line, ...]
    factors: tuple[Line, ...]
    dates: tuple[Line, ...]


@dataclass(frozen=True)
class AsKept:
    """The whole advice. Its sentences are in English, as they were kept."""

    routes: tuple[Route, ...]
    sequence: tuple[Line, ...]
    doors: tuple[Line, ...]


def as_kept(text: str) -> AsKept:
    """In: the JSON of an advice of whatever version and schema. What a slug was called then and is not today keeps the slug; what the first
    schema did not say is not made up."""
    kept: Mapping[str, Any] = json.loads(text)
    return AsKept(
        routes=tuple(_route(row) for row in kept["routes"]),
        sequence=tuple(Line("", row["why"]) for row in kept["sequence"]),
        doors=tuple(Line(_name(PointerSlug, POINTER_LABELS, row["pointer"]), row["text"]) for row in kept["pointers"]),
    )


def _route(row: Mapping[str, Any]) -> Route:
    score = row["score"]
    return Route(
        rank=row["rank"],
        name=_name(RouteSlug, labels.ROUTES, row["route"]),
        verdict=_name(Verdict, labels.VERDICTS, row["verdict"]),
        score=score["value"],
        low=score["low"],
        high=score["high"],
        actions=tuple(
            Line(_name(ActionSlug, TITLES, one["action"]), one["text"], _day(one["by"])) for one in row["actions"]
        ),
        because=tuple(Line("", text) for text in row.get("because", ())),
        against=tuple(Line("", text) for text in row.get("against", ())),
        warnings=tuple(Line("", one["text"]) for one in row.get("warnings", ())),
        committees=tuple(
            Line(_pair(one), f"{_name(Verdict, labels.VERDICTS, one['verdict'])}. {one['text']}", _day(one["by"]))
            for one in row.get("committees", ())
        ),
        gates=tuple(
            Line(_name(GateSlug, GATE_LABELS, one["gate"]), f"{_name(Result, RESULTS, one['result'])}. {one['text']}")
            for one in row["gates"]
        ),
        factors=tuple(Line(f"{one['points']:+d}", one["text"]) for one in row["factors"]),
        dates=tuple(
            Line(_name(DateCode, labels.DATES, one["code"]), one["country"] or "", _day(one["date"]))
            for one in row["dates"]
        ),
    )


def _pair(row: Mapping[str, Any]) -> str:
    return f"{row['treaty'].upper()} – {row['country']}"


def _name(known: type[StrEnum], words: Mapping[Any, "StrOrPromise"], slug: str) -> "StrOrPromise":
    """What a slug is called today."""
    return words.get(known(slug), slug) if slug in list(known) else slug


def _day(text: str | None) -> str:
    return names.day(PartialDate.parse(text)) if text else ""
