"""The sources that a page cites: each listed once, in the order of first use, with the day on which it was checked."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field

from advisor.words.sources import how_read, name
from mechanisms.words import short_day
from rules.dates import add_months
from rules.facts.edition import Edition

OLD_AFTER_MONTHS = 6
"""After so long a fact has to be checked again where its kind has no interval of its own."""


@dataclass(frozen=True)
class Cite:
    """Where a statement comes from. ``name`` is its title with its symbol, ``read`` a sentence on whether it was read itself, ``checked``
    the day of this very fact where it has one, else that of the source."""

    number: int
    slug: str
    title: str
    name: str
    url: str
    read: str
    checked: datetime.date | None
    due: datetime.date | None
    old: bool

    @property
    def day(self) -> str:
        """The day of the check in words; empty where there was none."""
        return short_day(self.checked) if self.checked else ""

    @property
    def due_day(self) -> str:
        """The day by which it has to be checked again, in words."""
        return short_day(self.due) if self.due else ""


@dataclass
class Citations:
    """Gives each source its number when it is first cited. ``day`` is the day of the advice."""

    edition: Edition
    day: datetime.date
    _numbers: dict[str, int] = field(default_factory=dict)

    def __call__(self, slug: str, checked_on: str = "", recheck_by: str = "") -> Cite:
        """Cite a source, for a fact with days of its own if given: when it was checked, and by when it has to be again.

        Without them the source's count: the latest check of any of its facts, and the first day on which one is due.
        Raises ``KeyError`` where there is no such source.
        """
        source = self.edition.sources[slug]
        number = self._numbers.setdefault(slug, len(self._numbers) + 1)
        day = checked_on or source.checked_on
        checked = datetime.date.fromisoformat(day) if day else None
        known = recheck_by if checked_on else source.recheck_by
        due = datetime.date.fromisoformat(known) if known else checked and add_months(checked, OLD_AFTER_MONTHS)
        late = due is not None and due < self.day
        return Cite(number, slug, source.title, name(source), source.url, how_read(source), checked, due, late)

    def known(self, slug: str) -> Cite | None:
        """The same, or nothing where the edition has no such source."""
        return self(slug) if slug in self.edition.sources else None

    def listed(self) -> list[Cite]:
        """Every source cited so far."""
        return [self(slug) for slug in self._numbers]


Said = tuple[str, Cite | None]
"""A statement with its source; without where the next one in the list has the same, which then stands for both."""


def said(statements: Iterable[tuple[object, Cite]]) -> tuple[Said, ...]:
    """Statements in a list, with a source only where it changes."""
    rows = [(str(text), cite) for text, cite in statements]
    following = [cite for _, cite in rows[1:]] + [None]
    return tuple((text, None if cite == after else cite) for (text, cite), after in zip(rows, following, strict=True))
