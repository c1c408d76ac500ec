"""Citable documents: what every fact and rule rests on."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Source:
    """A citable document."""

    slug: str
    title: str
    url: str
    """Its own address; empty where none is known. The address of a copy is in no edition."""
    kind: str = ""
    checked_on: str = ""
    """The latest day on which a fact of this edition was checked against it; empty where no fact cites it."""
    recheck_by: str = ""
    """The first day by which one of its facts has to be checked again; empty where none is."""
    symbol: str = ""
    """By which people cite it: of a UN document, of a treaty with its article, of a page of the depositary."""
    read: str = ""
    """Whether it was read itself: ``official``, ``copy`` or ``not``; empty where an older edition does not say."""
    read_on: str = ""
    """The day on which it was read where it is published; empty where that was not noted."""


@dataclass(frozen=True, slots=True)
class DateSource:
    """Where one date of a session stands, if not in the source of the whole session. ``field`` is the column of the table."""

    field: str
    source: str
    checked_on: str


class SourcedDates(Protocol):
    """A session whose dates may have sources of their own."""

    @property
    def source(self) -> str:
        """The source of the whole."""

    @property
    def date_sources(self) -> tuple[DateSource, ...]:
        """Those of single dates."""


def date_source(session: SourcedDates, field: str, otherwise: str = "") -> str:
    """The source of a date of a session: its own, or else the one given, or that of the session."""
    return next((one.source for one in session.date_sources if one.field == field), otherwise or session.source)
