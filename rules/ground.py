"""What the facts say about the States and themes of a scenario on a day: mandates, treaties, UPR stages, Council dates.

It depends on the places and themes alone, so it is laid once and shared by every assessment of the same scenario.
"""

import datetime
from dataclasses import dataclass, field
from typing import Any

from rules.facts.council import CouncilSession
from rules.facts.edition import Edition
from rules.facts.mandates import Mandate
from rules.facts.states import RegionalBody
from rules.facts.treaties import Commitment, Limit, Treaty

from .questions import cases
from .scenario import Scenario
from .timetable import UprPosition, next_council_session, upr_position


@dataclass(frozen=True, slots=True)
class Pair:
    """A State and a treaty that covers a theme named: whether it binds, whether complaints and inquiries are accepted."""

    country: str
    treaty: Treaty
    bound: bool
    signed: bool
    complaints: Commitment | None
    complaints_open: bool
    inquiry_open: bool
    limits: tuple[Limit, ...]

    @property
    def binds_from(self) -> datetime.date | None:
        """The day from which complaints are accepted."""
        return self.complaints.binds_from if self.complaints_open and self.complaints else None


@dataclass(frozen=True, slots=True)
class Ground:
    """The facts that bear on a scenario. ``countries`` and ``themes`` are ``None`` where they are not known."""

    countries: tuple[str, ...] | None
    themes: tuple[str, ...] | None
    thematic_mandates: tuple[Mandate, ...]
    country_mandates: tuple[Mandate, ...]
    pairs: tuple[Pair, ...]
    positions: tuple[UprPosition, ...]
    council: CouncilSession | None
    regional: tuple[tuple[RegionalBody, str], ...]


@dataclass(frozen=True, slots=True)
class Situation:
    """Everything that a route may look at: the answers that count, whether they are about cases, the facts, the day.

    ``memo`` lets a route keep what it worked out from the rest, since gates, points and actions all need it.
    """

    scenario: Scenario
    about_cases: bool | None
    edition: Edition
    day: datetime.date
    ground: Ground
    memo: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)


def situate(scenario: Scenario, edition: Edition, day: datetime.date, ground: Ground | None = None) -> Situation:
    """Put a scenario, already without inapplicable answers, on its ground."""
    return Situation(
        scenario=scenario,
        about_cases=cases({"information": scenario.information, "scale": scenario.scale}),
        edition=edition,
        day=day,
        ground=ground or lay(scenario, edition, day),
    )


def lay(scenario: Scenario, edition: Edition, day: datetime.date) -> Ground:
    """Look up what the facts of a day say about the States and themes named."""
    countries = scenario.countries or ()
    return Ground(
        countries=scenario.countries,
        themes=scenario.themes,
        thematic_mandates=_thematic(scenario.themes or (), edition, day),
        country_mandates=tuple(
            mandate
            for country in countries
            for mandate in edition.mandates_by_country.get(country, ())
            if mandate.span.covers(day)
        ),
        pairs=_pairs(scenario, edition, day),
        positions=tuple(upr_position(edition, country, day) for country in countries),
        council=next_council_session(edition, day),
        regional=tuple(
            (body, country)
            for country in countries
            for body in edition.regional_bodies
            if country in body.states and body.states[country].covers(day)
        ),
    )


def _thematic(themes: tuple[str, ...], edition: Edition, day: datetime.date) -> tuple[Mandate, ...]:
    """Thematic mandates on the themes named: those with a theme as their first come first, then those that cover most."""
    hits: dict[str, int] = {}
    found: dict[str, Mandate] = {}
    for theme in themes:
        for mandate in edition.mandates_by_theme.get(theme, ()):
            if mandate.span.covers(day):
                found[mandate.slug] = mandate
                hits[mandate.slug] = hits.get(mandate.slug, 0) + 1
    return tuple(sorted(found.values(), key=lambda m: (m.themes[0] not in themes, -hits[m.slug], m.slug)))


def treaties_on(themes: tuple[str, ...] | None, edition: Edition) -> tuple[str, ...]:
    """Core treaties that cover the themes; with "no particular theme" all of them; none where the themes are not known."""
    if themes is None:
        return ()
    if not themes:
        return tuple(sorted(slug for slug, treaty in edition.treaties.items() if treaty.core))
    return tuple(sorted({treaty for theme in themes for treaty in edition.themes[theme].treaties}))


def _pairs(scenario: Scenario, edition: Edition, day: datetime.date) -> tuple[Pair, ...]:
    treaties = treaties_on(scenario.themes, edition)
    return tuple(
        _pair(country, edition.treaties[slug], edition, day)
        for country in scenario.countries or ()
        for slug in treaties
        if slug in edition.treaties
    )


def _pair(country: str, treaty: Treaty, edition: Edition, day: datetime.date) -> Pair:
    party = edition.commitment(country, treaty.slug, "treaty", day)
    complaints = edition.commitment(country, treaty.slug, "individual_communications", day)
    inquiry = edition.commitment(country, treaty.slug, "inquiry", day)
    bound = party is not None and party.binds(day)
    in_force = treaty.complaint_in_force is not None and treaty.complaint_in_force <= day
    return Pair(
        country=country,
        treaty=treaty,
        bound=bound,
        signed=party is not None and party.status == "signatory",
        complaints=complaints,
        complaints_open=bound and in_force and complaints is not None and complaints.binds(day),
        inquiry_open=bound and inquiry is not None and inquiry.binds(day),
        limits=edition.limits.get((country, treaty.slug), ()),
    )
