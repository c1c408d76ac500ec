"""The Universal Periodic Review: its cycles, its sessions, each State's place in them, and the order that these places show."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rules.dates import PartialDate
from rules.facts.sources import DateSource
from rules.vocabulary import DateStatus


@dataclass(frozen=True, slots=True)
class UprCycle:
    """A cycle of the Universal Periodic Review; ``months`` is the planned time between two reviews of a State."""

    number: int
    months: int
    source: str
    starts: PartialDate | None = None
    ends: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class UprSession:
    """A session of the UPR Working Group with its dates, each as precise as its source."""

    number: int
    cycle: int
    start: PartialDate | None
    end: PartialDate | None
    stakeholder_deadline: PartialDate | None
    stakeholder_status: DateStatus
    national_report: PartialDate | None
    pre_session: PartialDate | None
    pre_session_end: PartialDate | None
    adoption_session: int | None
    dates_status: DateStatus
    source: str
    checked_on: str
    recheck_by: str = ""
    stakeholder_deadline_time: str = ""
    stakeholder_deadline_zone: str = ""
    date_sources: tuple[DateSource, ...] = ()


@dataclass(frozen=True, slots=True)
class UprReview:
    """A State's place in a cycle; ``session`` is ``None`` where it is not published. ``adoption`` may be ``postponed``.

    ``reviewed_on`` is the State's own day, where more is known than the days of the session.
    """

    cycle: int
    session: int | None
    adoption: str
    source: str
    confidence: str
    note: str
    reviewed_on: PartialDate | None = None


Span = tuple[PartialDate | None, PartialDate | None]
"""The first and the last day of a session, as far as they are known."""


@dataclass(frozen=True, slots=True)
class UprOrder:
    """What the last two cycles show: by how many sessions a State's place moved on, how many months it waited at the least and at the
    most, and in which months sessions were held. Sessions were always planned in the same three seasons; waits differ."""

    step: int
    shortest: int
    longest: int
    months: frozenset[int]


def order_seen(places: Iterable[Sequence[tuple[int, int | None]]], spans: Mapping[int, Span]) -> UprOrder | None:
    """The order that States' places show. In: for each State its pairs of cycle and session, and the days of the sessions.
    ``None`` where no State has a dated place in two cycles that follow each other. A cycle of which only the beginning is known says little
    of waits, so that it counts only once half as many States are placed in it as in the fullest one."""
    by_cycle: dict[int, list[tuple[int, int]]] = {}
    for rows in places:
        numbers = {cycle: number for cycle, number in rows if number is not None and _month(spans, number) is not None}
        for cycle, number in numbers.items():
            if cycle - 1 in numbers:
                by_cycle.setdefault(cycle, []).append((numbers[cycle - 1], number))
    if not by_cycle:
        return None
    most = max(map(len, by_cycle.values()))
    pairs = by_cycle[max(cycle for cycle, found in by_cycle.items() if 2 * len(found) >= most)]
    waits = [_months(spans, after) - _months(spans, before) for before, after in pairs]
    steps = Counter(after - before for before, after in pairs)
    return UprOrder(
        step=min(steps, key=lambda step: (-steps[step], step)),
        shortest=min(waits),
        longest=max(waits),
        months=frozenset(
            month for number in {number for pair in pairs for number in pair} for month in _sat_in(spans[number])
        ),
    )


def _month(spans: Mapping[int, Span], number: int) -> PartialDate | None:
    """The first day of a session, if at least its month is known."""
    start = spans[number][0] if number in spans else None
    return start if start is not None and start.precision != "year" else None


def _months(spans: Mapping[int, Span], number: int) -> int:
    start = _month(spans, number)
    assert start is not None
    return start.first.year * 12 + start.first.month


def _sat_in(span: Span) -> Iterable[int]:
    """The months of a session: its first and, where it is known, its last."""
    return {date.first.month for date in span if date is not None and date.precision != "year"}
