"""States, and the regional bodies that cover them."""

from collections.abc import Mapping
from dataclasses import dataclass

from rules.dates import Period
from rules.vocabulary import Region


@dataclass(frozen=True, slots=True)
class State:
    """A UN Member State or observer."""

    iso3: str
    name: str
    regional_group: Region | None
    member: bool
    source: str
    checked_on: str


@dataclass(frozen=True, slots=True)
class RegionalBody:
    """A regional human-rights body and the States that it covers, each with its span."""

    slug: str
    name: str
    summary: str
    complaints: bool
    states: Mapping[str, Period]
    source: str
    checked_on: str
