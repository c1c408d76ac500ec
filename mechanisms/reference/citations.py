"""The sources of a page: each listed once at its end, in the order of first use."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cached_property
from typing import Any, Protocol

from django.db.models import QuerySet

from mechanisms.glossary import READ_ON
from mechanisms.models import Source, SourcedFact
from mechanisms.staleness import Dues


class Said(Protocol):
    """A sentence of our own, which names its source by the source's short name."""

    @property
    def source(self) -> str: ...


@dataclass(frozen=True)
class Cite:
    """Where a fact comes from, and the day it was checked."""

    number: int
    source: Source
    checked_on: datetime.date


class Cites:
    """Gives each source its number when it is first cited. ``today`` is the present day, whatever day the page is about."""

    def __init__(self, today: datetime.date) -> None:
        self._today, self._dues = today, Dues()
        self._numbers: dict[int, int] = {}
        self.listed: list[Cite] = []

    def of(self, fact: "SourcedFact | Said") -> Cite | None:
        """Cite a fact. ``None`` for a sentence whose source is not among the facts."""
        if not isinstance(fact, SourcedFact):
            source = self._by_name.get(fact.source)
            return self._cite(source, READ_ON) if source else None
        return self._cite(fact.source, self._dues.checked(fact))

    def since(self, facts: Iterable[SourcedFact]) -> datetime.date | None:
        """The first check of those facts that something can have changed since; ``None`` where there are none."""
        late = (self._dues.checked(fact) for fact in facts if self._dues.event(fact, self._today))
        return min(late, default=None)

    def _cite(self, source: Source, checked_on: datetime.date) -> Cite:
        number = self._numbers.setdefault(source.pk, len(self._numbers) + 1)
        cite = Cite(number, source, checked_on)
        if number > len(self.listed):
            self.listed.append(cite)
        return cite

    @cached_property
    def _by_name(self) -> dict[str, Source]:
        return Source.objects.in_bulk(field_name="slug")


def facts_in(shown: Any) -> Iterator[SourcedFact]:
    """The facts in what a page shows, however deep in its lists and lines they stand."""
    if isinstance(shown, SourcedFact):
        yield shown
    elif is_dataclass(shown):
        for item in fields(shown):
            yield from facts_in(getattr(shown, item.name))
    elif isinstance(shown, (list, tuple, QuerySet)):
        for part in shown:
            yield from facts_in(part)
