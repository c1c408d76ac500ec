"""How long a text may be. Limits are facts: they are read from the edition, with their source, and are never in code."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import ngettext_lazy

from advisor.words import texts
from mechanisms.words import Number
from rules.facts.edition import Edition
from rules.vocabulary import Ecosoc

from .outline import LimitRule, Outline

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

WORDS = "words"
UNITS: dict[str, "StrPromise"] = {
    WORDS: ngettext_lazy("%(label)s: %(number)s word", "%(label)s: %(number)s words", "number"),
    "pages": ngettext_lazy("%(label)s: %(number)s page", "%(label)s: %(number)s pages", "number"),
    "seconds": ngettext_lazy("%(label)s: %(number)s second", "%(label)s: %(number)s seconds", "number"),
    "minutes": ngettext_lazy("%(label)s: %(number)s minute", "%(label)s: %(number)s minutes", "number"),
}
ALLOWANCE = 2
"""Per cent by which our count may pass a limit before a text is refused as ready: programs count words in different ways."""


@dataclass(frozen=True)
class Limit:
    """A limit that applies, or may apply, to a text."""

    text: str
    value: int
    unit: str
    verified: bool
    binding: bool
    note: str
    source: str
    checked_on: str

    def passed_by(self, words: int) -> bool:
        """Whether a number of words exceeds the limit by more than different ways of counting explain."""
        return self.unit == WORDS and words * 100 > self.value * (100 + ALLOWANCE)


def limits(outline: Outline, *, treaty: str, ecosoc: Ecosoc | None, edition: Edition) -> tuple[Limit, ...]:
    """The limits of a kind of text; none where the edition has none. ``ecosoc`` is the status in whose name it is made, if known."""
    own = ecosoc if ecosoc not in (Ecosoc.NONE, Ecosoc.APPLIED) else None
    return tuple(_read(outline.limits, treaty, own, edition))


def counted(found: Iterable[Limit]) -> Limit | None:
    """The limit to count words against: if several may apply, the shortest, so that a text fits all of them."""
    return min((limit for limit in found if limit.unit == WORDS), key=lambda limit: limit.value, default=None)


def refusing(found: Iterable[Limit], words: int) -> Limit | None:
    """The limit that keeps a text from being ready: binding, verified, and exceeded even if several may apply and it is the longest."""
    firm = [limit for limit in found if limit.binding and limit.verified]
    return max(firm, key=lambda limit: limit.value) if firm and all(limit.passed_by(words) for limit in firm) else None


def _read(rules: Iterable[LimitRule], treaty: str, own: Ecosoc | None, edition: Edition) -> Iterator[Limit]:
    for rule in rules:
        row = texts.of(edition).numbers.get(rule.rule)
        fits = (not rule.treaty or rule.treaty == treaty) and (not rule.ecosoc or own is None or own in rule.ecosoc)
        if row is None or not fits or row.unit not in UNITS:
            continue
        yield Limit(
            text=str(UNITS[row.unit] % {"label": row.label, "number": Number(row.value)}),
            value=row.value,
            unit=row.unit,
            verified=row.verified,
            binding=rule.binding,
            note=row.note,
            source=row.source,
            checked_on=row.checked_on,
        )
