"""What the pictures of an advice show, for the page and for paper alike: the ranked scores, and the dates of the next months.

Places on the time line are shares of its length, from 0 (the day of the advice) to 1. Which way it runs is up to whoever draws it.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from advisor.words import names
from mechanisms.words import dashed, short_month
from rules.dates import PartialDate, Position, add_months

from .cards import Card, Date

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

MONTHS = 18
"""How far the time line looks ahead."""

LABELLED = 3
"""Every so many months one has its name on the time line."""


@dataclass(frozen=True)
class Bar:
    """One route's score. ``low`` to ``high`` is what open answers could make of it."""

    rank: int
    name: "StrOrPromise"
    verdict: "StrOrPromise"
    closed: bool
    low: int
    value: int
    high: int
    range: str
    """The range in words; empty where the score is certain."""

    @property
    def sure(self) -> float:
        """The certain part, as a share of the whole length."""
        return self.low / 100

    @property
    def open(self) -> float:
        """What open answers may add, as a share."""
        return (self.high - self.low) / 100

    @property
    def share(self) -> float:
        """The score, as a share."""
        return self.value / 100


@dataclass(frozen=True)
class Tick:
    """The first day of a month. ``label`` is empty on most of them."""

    start: float
    label: str


@dataclass(frozen=True)
class Mark:
    """A date on the time line: a day as a point, a month (or year) known no closer as its whole length."""

    what: str
    when: str
    certainty: "StrOrPromise"
    status: str
    start: float
    width: float
    is_day: bool


@dataclass(frozen=True)
class Aside:
    """A date that lies outside the time line, and why, in words."""

    what: str
    why: str
    certainty: "StrOrPromise"


@dataclass(frozen=True)
class Timeline:
    """The time line, and the dates that it can't show."""

    first: str
    last: str
    ticks: tuple[Tick, ...]
    marks: tuple[Mark, ...]
    asides: tuple[Aside, ...]


def bars(cards: Iterable[Card]) -> tuple[Bar, ...]:
    """The scores of the routes, in their order."""
    return tuple(
        Bar(card.rank, card.name, card.verdict_label, card.closed, card.low, card.value, card.high, _range(card))
        for card in cards
    )


def timeline(dates: Iterable[Date], day: datetime.date) -> Timeline:
    """The dates as seen from the day of the advice."""
    end = add_months(day, MONTHS)
    marks, asides = [], []
    for date in dates:
        known = PartialDate.parse(date.day.iso) if date.day else None
        if known is None or date.day is None:
            asides.append(Aside(what(date), _("No day yet"), date.certainty))
        elif known.seen_from(day) is Position.PAST:
            asides.append(Aside(what(date), _("%(day)s: past") % {"day": date.day.words}, date.certainty))
        elif known.first >= end:
            asides.append(Aside(what(date), _("%(day)s: later") % {"day": date.day.words}, date.certainty))
        else:
            marks.append(_mark(date, known, date.day.words, day, end))
    return Timeline(
        first=names.day(PartialDate(day)),
        last=names.day(PartialDate(end)),
        ticks=tuple(_ticks(day, end)),
        marks=tuple(marks),
        asides=tuple(asides),
    )


def what(date: Date) -> str:
    """What a date is, and whom it concerns."""
    return dashed((date.label, date.state, date.about))


def _range(card: Card) -> str:
    if card.low == card.high:
        return ""
    return _("%(low)s to %(high)s") % {"low": card.low, "high": card.high}


def _mark(date: Date, known: PartialDate, when: str, day: datetime.date, end: datetime.date) -> Mark:
    start = _share(max(known.first, day), day, end)
    # A span ends with its last day, so at the start of the day after.
    stop = _share(min(known.last + datetime.timedelta(days=1), end), day, end)
    is_day = known.precision == "day"
    return Mark(what(date), when, date.certainty, date.status, start, 0.0 if is_day else stop - start, is_day)


def _ticks(day: datetime.date, end: datetime.date) -> Iterable[Tick]:
    month = add_months(day.replace(day=1), 1)
    for place in range(MONTHS):
        yield Tick(_share(month, day, end), "" if place % LABELLED else short_month(month))
        month = add_months(month, 1)


def _share(moment: datetime.date, day: datetime.date, end: datetime.date) -> float:
    return round((moment - day).days / (end - day).days, 4)
