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
    TIE = "tie"
    POINTS = "points"
    FACTOR = "factor"
    REST = "rest"


QUIET = frozenset({Kind.POINTS, Kind.FACTOR, Kind.REST})
"""What moves within verdicts, places and dates. Whoever keeps advice is not told of it; whoever publishes weights is."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference. ``before`` and ``after`` are slugs, numbers, or days with their status (``2026-10-08/confirmed``); empty where there
    is nothing on that side. ``about`` names the gate, the State of a stage, the mandate, the date as ``code|State|what``, or the row of a
    weight table as ``table|row``.
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
    return _in_order(found)


def close_differences(before: Advice, after: Advice) -> tuple[Difference, ...]:
    """Everything that differs: also who leads together, points with the rows of the weight tables behind them, and that there is more."""
    found = list(differences(before, after))
    if before.tie != after.tie:
        found.append(Difference(Kind.TIE, after.routes[0].route, "", ";".join(before.tie), ";".join(after.tie)))
    for now in after.routes:
        was = before.route(now.route)
        moved = [*_points(was, now)]
        if was != now and not moved and all(one.route is not now.route for one in found):
            moved = [Difference(Kind.REST, now.route, "", "", "")]
        found += moved
    return _in_order(found)


def _in_order(found: list[Difference]) -> tuple[Difference, ...]:
    order = list(Kind)
    return tuple(sorted(found, key=lambda one: order.index(one.kind)))


def _points(was: RouteAdvice, now: RouteAdvice) -> Iterator[Difference]:
    if was.score.value != now.score.value:
        yield Difference(Kind.POINTS, now.route, "", str(was.score.value), str(now.score.value))
    old, new = ({f"{row.table}|{row.key}": row.points for row in side.factors} for side in (was, now))
    for about in {**old, **new}:
        if old.get(about) != new.get(about):
            yield Difference(Kind.FACTOR, now.route, about, _text(old.get(about)), _text(new.get(about)))


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
