"""Pages of sources, compared with our rows as a whole: what stands on a page, how many we count, and that somebody looked."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Count, Min, QuerySet

from .events import EVENTS
from .models import DatedFact, PageCheck, RecheckInterval, Source, SourcedFact, Treaty, TreatyStatus
from .staleness import PARTS, Dues, models_with_facts, parts
from .words import dashed

BINDING = (TreatyStatus.Status.PARTY, TreatyStatus.Status.ACCEPTED)
"""What the depositary counts."""


@dataclass(frozen=True)
class PageDue:
    """Facts of one kind that wait for a look at a page."""

    source: Source
    kind: str
    rows: int
    since: datetime.date


@dataclass(frozen=True)
class Part:
    """A part of a page: its kind of fact, how many rows we have from it, how many of them the page would count, and the last look at it."""

    kind: str
    about: str
    rows: int
    counted: int | None
    last: PageCheck | None

    @property
    def name(self) -> str:
        """The name of its fields in a form."""
        return "-".join((self.kind, *self.about.split("/")))

    @property
    def words(self) -> str:
        """What it is, in words."""
        return part_words(self.kind, self.about)


@dataclass(frozen=True)
class Look:
    """What a page counts, as somebody read it; ``stated`` is ``None`` where it counts nothing."""

    part: Part
    stated: int | None = None
    others: int = 0


def pages_due(dues: Dues, day: datetime.date) -> Iterator[PageDue]:
    """The pages that nobody has looked at within their interval, a line for each kind of fact on them."""
    sources = Source.objects.in_bulk()
    for kind, model in models_with_facts().items():
        days = dues.intervals.get(kind)
        if kind in EVENTS or days is None:
            continue
        late = dues.due(model._default_manager.all(), day).order_by().values("source")
        for row in late.annotate(rows=Count("pk"), oldest=Min("checked_on")).order_by("source"):
            since = row["oldest"] + datetime.timedelta(days=days)
            yield PageDue(sources[row["source"]], kind, row["rows"], since)


def parts_of(source: Source, day: datetime.date) -> list[Part]:
    """What of our facts stands on a page on a day, part by part. What is over is left out."""
    looked: dict[Any, PageCheck] = {}
    for check in PageCheck.objects.filter(source=source).order_by("day"):
        looked[check.kind, check.about] = check
    found = []
    for kind, model in models_with_facts().items():
        rows = current(model, day).filter(source=source).order_by()
        if kind not in PARTS:
            here = {"": rows.count()}
        else:
            named = rows.values_list(*PARTS[kind]).annotate(Count("pk"))
            here = {"/".join(map(str, names)): number for *names, number in named.order_by(*PARTS[kind])}
        found += [
            Part(kind, about, number, count(kind, about, day), looked.get((kind, about)))
            for about, number in here.items()
            if number
        ]
    return found


def current(model: type[SourcedFact], day: datetime.date) -> "QuerySet[Any]":
    """The rows of a kind that are not over."""
    rows: QuerySet[Any] = model.objects.not_over(day) if issubclass(model, DatedFact) else model._default_manager.all()
    return rows


def count(kind: str, about: str, day: datetime.date) -> int | None:
    """How many States our rows count in a part of a page, wherever each row was read; ``None`` for what no page counts."""
    if kind not in PARTS:
        return None
    bound = TreatyStatus.objects.on(day).filter(status__in=BINDING, **parts(kind, about))
    return bound.values("state").distinct().count()


@transaction.atomic
def look(source: Source, looks: list[Look], day: datetime.date, by: Any) -> list[PageCheck]:
    """Record that somebody compared a page with our rows on a day. The same twice a day is one. Out: the parts that do not agree."""
    made = []
    for item in looks:
        said = {"stated": item.stated, "others": item.others, "counted": item.part.counted, "checked_by": by}
        check, _new = PageCheck.objects.update_or_create(
            source=source, kind=item.part.kind, about=item.part.about, day=day, defaults=said
        )
        made.append(check)
    return [check for check in made if not check.agrees]


def unsettled() -> list[PageCheck]:
    """The last look at each part of a page, where page and rows did not agree."""
    last: dict[Any, PageCheck] = {}
    for check in PageCheck.objects.select_related("source").order_by("day"):
        last[check.key] = check
    return [check for check in last.values() if not check.agrees]


def part_words(kind: str, about: str) -> str:
    """A part of a page in words: the kind of fact, or the treaty and what of it."""
    if not about:
        return str(RecheckInterval.Kind(kind).label)
    treaty, _slash, instrument = about.partition("/")
    name = Treaty.objects.filter(slug=treaty).values_list("abbreviation", flat=True).first() or treaty
    return dashed([name, TreatyStatus.Instrument(instrument).label])
