"""An advice in one line: which routes lead, how well they fit, and the next date."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from advisor.words import labels, names
from mechanisms.words import separated
from rules.facts.edition import Edition
from rules.result import Advice, KeyDate
from rules.vocabulary import Verdict

from . import now
from .days import Day, shown

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True)
class Leader:
    """A route that leads."""

    name: "StrOrPromise"
    verdict: str
    verdict_label: "StrOrPromise"


@dataclass(frozen=True)
class Next:
    """The next date on a route that is open."""

    day: Day
    what: str


@dataclass(frozen=True)
class Brief:
    """The line. ``leaders`` is empty where every route is closed, ``next`` where no date is known."""

    leaders: tuple[Leader, ...]
    next: Next | None


def brief(advice: Advice, edition: Edition) -> Brief:
    """Put an advice into one line."""
    leaders = tuple(
        Leader(labels.ROUTES[route.route], route.verdict.value, labels.VERDICTS[route.verdict])
        for route in now.leaders(advice)
    )
    return Brief(leaders, next_date(advice, edition))


def next_date(advice: Advice, edition: Edition) -> Next | None:
    """The first date that is not over, in words."""
    row = next_row(advice)
    day = shown(row.date, advice.as_of) if row else None
    if row is None or day is None:
        return None
    what = separated((labels.DATES[row.code], names.state(row.country, edition) if row.country else ""))
    return Next(day, what)


def next_row(advice: Advice) -> KeyDate | None:
    """The first date that is not over, on any route that is open; the better route first where two fall on one day."""
    ahead = [(row.date, place, row) for place, row in enumerate(_dates(advice)) if row.date is not None]
    _, _, row = min(ahead, key=lambda one: one[:2], default=(None, 0, None))
    return row


def _dates(advice: Advice) -> Iterator[KeyDate]:
    for route in advice.routes:
        if route.verdict is not Verdict.CLOSED:
            for row in route.dates:
                if row.date is not None and not row.date.is_past(advice.as_of):
                    yield row
