"""Citable documents: what every fact and rule rests on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """A citable document."""

    slug: str
    title: str
    url: str
    kind: str = ""
    checked_on: str = ""
    """The latest day on which a fact of this edition was checked against it; empty where no fact cites it."""
    recheck_by: str = ""
    """The first day by which one of its facts has to be checked again; empty where none is."""
