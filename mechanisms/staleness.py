"""Which facts are due for a look at their source: those that an event may have changed since. The day is always passed in."""

import datetime
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, cached_property
from typing import Any

from django.db import models

from mechanisms.load.tables import TABLES, table_of

from .events import EVENTS, Calendar, Event, calling, closing, events_of, last_day, pending
from .models import (
    CommitteeReview,
    CouncilSession,
    DatedFact,
    MandateHolder,
    PageCheck,
    RecheckInterval,
    SourcedFact,
    Treaty,
    TreatyStatus,
    UprReview,
    UprSession,
)
from .models.pages import latest

SOON = datetime.timedelta(days=14)
PARTS: Mapping[str, tuple[str, ...]] = {"treaty_statuses": ("treaty__slug", "instrument")}
"""By kind: which fields tell the parts of a page that are counted one by one."""


def intervals() -> dict[str, int]:
    """The days that the pages of each kind of fact may go unread."""
    return dict(RecheckInterval.objects.order_by("kind").values_list("kind", "days"))


@cache
def kind_of(model: type[models.Model]) -> str:
    """The kind of a model's rows. Raises ``LookupError`` for a model that holds no facts."""
    table = table_of(model)
    if table is None or not issubclass(model, SourcedFact):
        raise LookupError(f"{model.__name__} holds no facts")
    return table.file


def models_with_facts() -> dict[str, type[SourcedFact]]:
    """The models whose rows are checked, by kind, those on which people act soonest first."""
    found = {table.file: table.model for table in TABLES if issubclass(table.model, SourcedFact)}
    order = [kind.value for kind in RecheckInterval.Kind]
    return {kind: found[kind] for kind in sorted(found, key=order.index)}


class Dues:
    """When facts are due. Reads the intervals, the sessions and the pages that were looked at once, when it is first asked."""

    @cached_property
    def intervals(self) -> Mapping[str, int]:
        """The days that the pages of each kind may go unread."""
        return intervals()

    @cached_property
    def calendar(self) -> Calendar:
        """The days on which facts change."""
        council = [(row, closing(row)) for row in CouncilSession.objects.all()]
        holders: dict[int, list[datetime.date]] = defaultdict(list)
        for holder in MandateHolder.objects.exclude(valid_to=None):
            if end := last_day(holder):
                holders[holder.mandate_id].append(end)
        return Calendar(
            council={row.number: day for row, day in council if day},
            upr={row.number: day for row in UprSession.objects.all() if (day := closing(row))},
            held=frozenset(row.number for row, _day in council if row.status == CouncilSession.Status.HELD),
            holders={mandate: tuple(days) for mandate, days in holders.items()},
        )

    @cached_property
    def pages(self) -> Mapping[tuple[int, str, str], datetime.date]:
        """By source, kind and part: the last day on which the page agreed with our rows."""
        return latest(list(PageCheck.objects.all()))

    def checked(self, row: SourcedFact) -> datetime.date:
        """The last day on which somebody compared a fact with its source: the row itself, or its page as a whole."""
        if not self.pages:
            return row.checked_on
        kind = kind_of(type(row))
        page = self.pages.get((row.source_id, kind, self._part(row)))
        return max(page, row.checked_on) if page else row.checked_on

    @cached_property
    def _treaties(self) -> Mapping[int, str]:
        return dict(Treaty.objects.values_list("pk", "slug"))

    def _part(self, row: SourcedFact) -> str:
        """The part of its page on which a row stands."""
        return f"{self._treaties[row.treaty_id]}/{row.instrument}" if isinstance(row, TreatyStatus) else ""

    def pending(self, row: SourcedFact) -> list[Event]:
        """What comes after the row's check and can change it, in order."""
        kind = kind_of(type(row))
        return pending(row, self.checked(row), events_of(kind), self.calendar, self.intervals.get(kind))

    def event(self, row: SourcedFact, day: datetime.date) -> Event | None:
        """The latest event for which a row is to be looked at on a day; ``None`` if it is not due."""
        return calling(self.pending(row), last_day(row), day)

    def due_day(self, row: SourcedFact) -> datetime.date | None:
        """The last day on which the row's check still counts; ``None`` where no event is known that can change it."""
        return next((event.day for event in self.pending(row)), None)

    def due(self, queryset: "models.QuerySet[Any]", day: datetime.date) -> "models.QuerySet[Any]":
        """The rows that are to be looked at on a day."""
        model: type[SourcedFact] = queryset.model
        kind = kind_of(model)
        if kind in EVENTS:
            rows = related(model)
            return queryset.filter(pk__in=[row.pk for row in rows if self.event(row, day)])
        days = self.intervals.get(kind)
        if days is None:
            return queryset.none()
        limit = day - datetime.timedelta(days=days)
        late = queryset.filter(checked_on__lt=limit)
        if issubclass(model, DatedFact):
            late = late.filter(pk__in=model.objects.not_over(day).values("pk"))
        for (source, of_kind, part), checked in self.pages.items():
            if of_kind == kind and checked >= limit:
                late = late.exclude(source=source, **parts(kind, part))
        return late


def related(model: type[SourcedFact]) -> "models.QuerySet[Any]":
    """The rows of a kind with what their events are read from."""
    rows: models.QuerySet[Any] = model._default_manager.order_by("pk")
    return (
        rows.select_related("source", "session")
        if model in (UprReview, CommitteeReview)
        else rows.select_related("source")
    )


def parts(kind: str, part: str) -> dict[str, str]:
    """A part of a page, as what to filter its rows by."""
    return dict(zip(PARTS.get(kind, ()), part.split("/"), strict=True)) if kind in PARTS else {}
