"""The sources of a page: each listed once at its end, in the order of first use."""

import datetime
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from mechanisms.glossary import READ_ON
from mechanisms.models import Source, SourcedFact
from mechanisms.staleness import Dues


class Said(Protocol):
    """A sentence of our own, which names its source by the source's short name."""

    @property
    def source(self) -> str: ...


@dataclass(frozen=True)
class Cite:
    """Where a fact comes from, the day it was checked, and whether it should have been checked again by today."""

    number: int
    source: Source
    checked_on: datetime.date
    due: bool


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
            return self._cite(source, READ_ON, due=False) if source else None
        return self._cite(fact.source, self._dues.checked(fact), due=self._dues.event(fact, self._today) is not None)

    def _cite(self, source: Source, checked_on: datetime.date, *, due: bool) -> Cite:
        number = self._numbers.setdefault(source.pk, len(self._numbers) + 1)
        cite = Cite(number, source, checked_on, due)
        if number > len(self.listed):
            self.listed.append(cite)
        return cite

    @cached_property
    def _by_name(self) -> dict[str, Source]:
        return Source.objects.in_bulk(field_name="slug")
