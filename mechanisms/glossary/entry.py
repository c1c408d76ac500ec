"""What an entry of the glossary is."""

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

READ_ON = datetime.date(2026, 11, 24)
"""The day on which the sources of these explanations, and of the comparisons, were last read."""


@dataclass(frozen=True)
class Entry:
    """A word: in one sentence, at more length where needed, and where that is written (a source's short name)."""

    slug: str
    term: "StrPromise"
    short: "StrPromise"
    source: str
    long: tuple["StrPromise", ...] = ()
    see: tuple[str, ...] = ()
    """Other entries that belong to it."""
