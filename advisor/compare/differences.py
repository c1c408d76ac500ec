"""What differs between two advices on the same answers, in codes: ``words`` puts them into sentences."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from rules.result import Advice, KeyDate, RouteAdvice
from rules.vocabulary import RouteSlug


class Kind(StrEnum):
    """What differs. What matters most comes first."""

    VERDICT = "verdict"
    RANK = "rank"
    GATE = "gate"
    STAGE = "stage"
    DATE = "date"
    MANDATE = "mandate"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference. ``before`` and ``after`` are slugs, numbers, or days with their status (``2026-10-08/confirmed``); empty where there
    is nothing on that side. ``about`` names the gate, the State of a stage, the mandate, or the date as ``code|State|what``.
    """

    kind: Kind
    route: RouteSlug
    about: str
    before: str
    after: str

    def plain(self) -> dict[str, str]:
        """As JSON can hold it."""
        return {key: str(value) for key, value in asdict(self).items()}


def from_plain(row: Mapping[str, Any]) -> Difference:
    """What ``plain`` gave. Raises ``ValueError`` or ``KeyError`` for anything else."""
    return Difference(Kind(row["kind"]), RouteSlug(row["route"]), row["about"], row["before"], row["after"])


def differences(before: Advice, after: Advice) -> tuple[Difference, ...]:
    """All differences, the most important kind first; none where both say the same. A score that moves within its verdict is none."""
    found = [one for now in after.routes for one in _route(before.route(now.route), now)]
    order = list(Kind)
    return tuple(sorted(found, key=lambda one: order.index(one.kind)))


def _route(was: RouteAdvice, now: RouteAdvice) -> Iterator[Difference]:
    def unless_same(kind: Kind, about: str, one: object, other: object) -> Iterator[Difference]:
        if one != other:
            yield Difference(kind, now.route, about, _text(one), _text(other))

    yield from unless_same(Kind.VERDICT, "", was.verdict, now.verdict)
    yield from unless_same(Kind.RANK, "", was.rank, now.rank)
    for kind, old, new in (
        (
            Kind.GATE,
            {row.gate.value: row.result for row in was.gates},
            {row.gate.value: row.result for row in now.gates},
        ),
        (Kind.STAGE, {row.country: row.stage for row in was.stages}, {row.country: row.stage for row in now.stages}),
        (Kind.MANDATE, dict.fromkeys(was.mandates, "named"), dict.fromkeys(now.mandates, "named")),
    ):
        for about in {**old, **new}:
            yield from unless_same(kind, about, old.get(about), new.get(about))
    yield from _dates(was, now)


def _dates(was: RouteAdvice, now: RouteAdvice) -> Iterator[Difference]:
    """A date that moved is one difference, not one gone and one come; where several share a name, each that is gone meets one that came."""
    old, new = _by_name(was.dates), _by_name(now.dates)
    for name in {**old, **new}:
        gone = [day for day in old.get(name, []) if day not in new.get(name, [])]
        come = [day for day in new.get(name, []) if day not in old.get(name, [])]
        for place in range(max(len(gone), len(come))):
            pair = [days[place] if place < len(days) else "" for days in (gone, come)]
            yield Difference(Kind.DATE, now.route, name, *pair)


def named(row: KeyDate) -> tuple[str, str]:
    """A date as a difference tells it: its name, and the day with its status."""
    about = str(row.params.get("treaty") or row.params.get("session") or "")
    return f"{row.code.value}|{row.country or ''}|{about}", f"{row.date or ''}/{row.status.value}"


def _by_name(dates: tuple[KeyDate, ...]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in dates:
        name, day = named(row)
        found.setdefault(name, []).append(day)
    return found


def _text(value: object) -> str:
    return "" if value is None else str(value)
