"""The facts and rules that advice rests on, frozen. An ``Edition`` bundles them; its ``id`` is the digest of its content.

Every fact carries ``source``, the slug of an entry in ``Edition.sources``, and ``checked_on``, the day that source was checked.
A fact counts on a day if it was in force on that day (``Span.covers``).
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from .dates import PartialDate, Span
from .treaties import Commitment, Limit, Treaty
from .vocabulary import DateStatus, GateSlug, Region, RouteSlug, Side


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
    states: Mapping[str, Span]
    source: str
    checked_on: str


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme and the treaties that cover it. ``grave``: life, liberty or bodily integrity is at stake."""

    slug: str
    label: str
    treaties: tuple[str, ...]
    grave: bool


@dataclass(frozen=True, slots=True)
class Mandate:
    """A special procedures mandate; a thematic one covers its themes, a country one everything in its State."""

    slug: str
    kind: str
    short_name: str
    full_title: str
    country: str | None
    themes: tuple[str, ...]
    span: Span
    takes_cases: bool | None
    contacts: tuple[tuple[str, str], ...]
    holder: str
    page_url: str
    source: str
    checked_on: str
    confidence: str
    note: str


@dataclass(frozen=True, slots=True)
class CallForInput:
    """A mandate holder's call for contributions to a report."""

    mandate: str
    title: str
    url: str
    deadline: PartialDate | None
    status: DateStatus
    source: str
    checked_on: str


@dataclass(frozen=True, slots=True)
class UprCycle:
    """A cycle of the Universal Periodic Review; ``months`` is the planned time between two reviews of a State."""

    number: int
    months: int
    source: str


@dataclass(frozen=True, slots=True)
class UprSession:
    """A session of the UPR Working Group with its dates, each as precise as its source."""

    number: int
    cycle: int
    start: PartialDate | None
    end: PartialDate | None
    stakeholder_deadline: PartialDate | None
    stakeholder_status: DateStatus
    national_report: PartialDate | None
    pre_session: PartialDate | None
    pre_session_end: PartialDate | None
    adoption_session: int | None
    dates_status: DateStatus
    source: str
    checked_on: str
    recheck_by: str = ""


@dataclass(frozen=True, slots=True)
class UprReview:
    """A State's place in a cycle; ``session`` is ``None`` where it is not published. ``adoption`` may be ``postponed``."""

    cycle: int
    session: int | None
    adoption: str
    source: str
    confidence: str
    note: str


@dataclass(frozen=True, slots=True)
class CouncilSession:
    """A regular session of the Human Rights Council."""

    number: int
    start: PartialDate | None
    end: PartialDate | None
    written_deadline: PartialDate | None
    side_event_deadline: PartialDate | None
    dates_status: DateStatus
    source: str
    checked_on: str


@dataclass(frozen=True, slots=True)
class Requirement:
    """What a route asks for at a gate: ``required``, ``not-needed`` or ``condition``, from when, on which source."""

    route: RouteSlug
    gate: GateSlug
    need: str
    span: Span
    source: str
    checked_on: str


@dataclass(frozen=True, slots=True)
class Weights:
    """Points and thresholds. ``tables`` is route → factor → answer → points; every table holds the key ``unknown``."""

    tables: Mapping[RouteSlug, Mapping[str, Mapping[str, int]]]
    base: Mapping[RouteSlug, int]
    thresholds: Mapping[str, int]
    tie_margin: int
    source: str


@dataclass(frozen=True)
class Edition:
    """An immutable bundle of facts, requirements and weights. ``id`` is the digest of its content.

    The cached properties are look-up tables derived from the content alone.
    """

    id: str
    sources: Mapping[str, Source]
    states: Mapping[str, State]
    regional_bodies: tuple[RegionalBody, ...]
    themes: Mapping[str, Theme]
    mandates: tuple[Mandate, ...]
    calls: tuple[CallForInput, ...]
    treaties: Mapping[str, Treaty]
    commitments: Mapping[tuple[str, str, str], tuple[Commitment, ...]]
    limits: Mapping[tuple[str, str], tuple[Limit, ...]]
    cycles: Mapping[int, UprCycle]
    upr_sessions: Mapping[int, UprSession]
    reviews: Mapping[str, tuple[UprReview, ...]]
    council_sessions: tuple[CouncilSession, ...]
    requirements: tuple[Requirement, ...]
    rules: Mapping[str, tuple[int, str]]
    sides: Mapping[RouteSlug, Side]
    weights: Weights
    display: Mapping[str, Any] = field(default_factory=dict)

    @cached_property
    def mandates_by_theme(self) -> Mapping[str, tuple[Mandate, ...]]:
        """Thematic mandates by theme, the most specific (theme named first) first."""
        found: dict[str, list[tuple[int, Mandate]]] = {}
        for mandate in self.mandates:
            if mandate.kind == "thematic":
                for place, theme in enumerate(mandate.themes):
                    found.setdefault(theme, []).append((place, mandate))
        return {
            theme: tuple(mandate for _, mandate in sorted(rows, key=lambda row: (row[0], row[1].slug)))
            for theme, rows in found.items()
        }

    @cached_property
    def mandates_by_country(self) -> Mapping[str, tuple[Mandate, ...]]:
        """Country mandates by State."""
        found: dict[str, tuple[Mandate, ...]] = {}
        for mandate in self.mandates:
            if mandate.country is not None:
                found[mandate.country] = (*found.get(mandate.country, ()), mandate)
        return found

    @cached_property
    def requirements_by_gate(self) -> Mapping[tuple[RouteSlug, GateSlug], tuple[Requirement, ...]]:
        """Requirements by route and gate."""
        found: dict[tuple[RouteSlug, GateSlug], tuple[Requirement, ...]] = {}
        for row in self.requirements:
            found[row.route, row.gate] = (*found.get((row.route, row.gate), ()), row)
        return found

    def requirement(self, route: RouteSlug, gate: GateSlug, day: datetime.date) -> Requirement | None:
        """What a route asks for at a gate on a day; ``None`` where the facts say nothing."""
        for row in self.requirements_by_gate.get((route, gate), ()):
            if row.span.covers(day):
                return row
        return None

    def commitment(self, country: str, treaty: str, instrument: str, day: datetime.date) -> Commitment | None:
        """The State's act that is the latest on a day, or ``None`` where it had done nothing by then."""
        rows = self.commitments.get((country, treaty, instrument), ())
        known = [row for row in rows if row.span.covers(day)]
        return known[-1] if known else None

    def rule(self, key: str) -> int:
        """A sourced number, such as the months of a time limit. Raises ``KeyError`` where the edition has none."""
        return self.rules[key][0]
