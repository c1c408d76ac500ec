"""Citable documents: what every fact and rule rests on."""

from dataclasses import dataclass


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
