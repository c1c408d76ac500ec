"""The sources that a page cites: each listed once, in the order of first use, with the day on which it was checked."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.dateformat import format as formatted
from django.utils.translation import pgettext

from advisor.core.dates import add_months
from advisor.core.facts import Edition

OLD_AFTER_MONTHS = 6
"""A fact that nobody has checked for longer than this is marked: it may have changed since."""


@dataclass(frozen=True)
class Cite:
    """Where a statement comes from. ``checked`` is the day of this very fact where it has one, else that of the source."""

    number: int
    slug: str
    title: str
    url: str
    checked: datetime.date | None
    old: bool

    @property
    def day(self) -> str:
        """The day of the check in words; empty where there was none."""
        return (
            formatted(self.checked, pgettext("a short day, in Django's letters for dates", "j M Y"))
            if self.checked
            else ""
        )


@dataclass
class Citations:
    """Gives each source its number when it is first cited. ``day`` is the day of the advice."""

    edition: Edition
    day: datetime.date
    _numbers: dict[str, int] = field(default_factory=dict)

    def __call__(self, slug: str, checked_on: str = "") -> Cite:
        """Cite a source, for a fact checked on a day of its own if given. Raises ``KeyError`` where there is no such source."""
        source = self.edition.sources[slug]
        number = self._numbers.setdefault(slug, len(self._numbers) + 1)
        day = checked_on or source.checked_on
        checked = datetime.date.fromisoformat(day) if day else None
        old = checked is not None and add_months(checked, OLD_AFTER_MONTHS) < self.day
        return Cite(number, slug, source.title, source.url, checked, old)

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
