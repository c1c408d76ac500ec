"""What the facts say about the States and themes of a scenario on a day: mandates, treaties, UPR stages, Council dates.

It depends on the places and themes alone, so it is laid once and shared by every assessment of the same scenario.
"""

import datetime
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from rules.facts.addresses import Door
from rules.facts.at_home import NationalInstitution, StandingInvitation
from rules.facts.council import CouncilSession
from rules.facts.edition import Edition
from rules.facts.mandates import Mandate, MandateRole
from rules.facts.resolutions import Resolution
from rules.facts.states import RegionalBody
from rules.facts.themes import ThemeTreaty
from rules.facts.treaties import Commitment, Limit, Treaty

from .committee_calendar import CommitteePosition, committee_position
from .named import CED, CERD, ICCPR
from .questions import cases
from .renewals import Renewed, renewed, resolutions_on
from .result import Params
from .scenario import Scenario
from .timetable import UprPosition, next_council_session, next_in_regions, upr_position
from .vocabulary import CoverKind, Danger, MandateRoleKind, Urgency

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Pair:
    """A State and a treaty that covers a theme named: how, whether it binds, whether complaints and inquiries are accepted.

    ``cover`` is the closest row of the themes named: one that names the right before one under which it can be framed. ``None`` where no
    right is named, so that it is not known whether the treaty covers it.
    """

    country: str
    treaty: Treaty
    cover: ThemeTreaty | None
    bound: bool
    signed: bool
    complaints: Commitment | None
    complaints_open: bool
    inquiry_open: bool
    limits: tuple[Limit, ...]
    bound_from: datetime.date | None

    @property
    def params(self) -> Params:
        """The State and the treaty as sentence parameters."""
        return {"treaty": self.treaty.slug, "country": self.country}

    @property
    def main(self) -> bool:
        """Whether the treaty names a right that is concerned."""
        return self.cover is not None and self.cover.kind is CoverKind.MAIN

    @property
    def binds_from(self) -> datetime.date | None:
        """The day from which complaints are accepted."""
        return self.complaints.binds_from if self.complaints_open and self.complaints else None


@dataclass(frozen=True, slots=True)
class Ground:
    """The facts that bear on a scenario. ``countries`` and ``themes`` are ``None`` where they are not known."""

    countries: tuple[str, ...] | None
    themes: tuple[str, ...] | None
    roles: tuple[tuple[MandateRole, Mandate], ...]
    """Who is written to on the themes and the States named, and in each kind of danger, as far as the mandates are in force."""
    country_mandates: tuple[Mandate, ...]
    pairs: tuple[Pair, ...]
    committees: tuple[CommitteePosition, ...]
    """For each of these pairs that binds: what its committee does about the State, and when."""
    positions: tuple[UprPosition, ...]
    coming_up: tuple[UprPosition, ...]
    """Where regions are named and no State: the States of these regions that are reviewed next."""
    council: CouncilSession | None
    """The Council session that is running or, if none is, the next one."""
    council_after: CouncilSession | None
    """The session that follows it."""
    regional: tuple[tuple[RegionalBody, str], ...]
    ced_parties: tuple[tuple[str, datetime.date | None], ...]
    """The States named that are party to the convention on enforced disappearance, each with the day from which it binds: its urgent action
    asks for no more, whatever themes are named."""
    cerd_parties: tuple[tuple[str, str], ...]
    """The States named that are party to the racial discrimination convention, each with the source that says so: its urgent procedure asks
    for no more."""
    doors: tuple[Door, ...]
    """Doors outside the six routes that are open to what happens in these States, on whatever theme."""
    resolutions: tuple[Resolution, ...] = ()
    """What the Council adopted on these States."""
    renewed: tuple[Renewed, ...] = ()
    """What last renewed the mandates on these States, the themes' own mandates and the bodies of inquiry on these States."""
    institutions: tuple[NationalInstitution, ...] = ()
    """The national human rights institutions of these States."""
    invitations: tuple[StandingInvitation, ...] = ()
    """The standing invitations of these States."""


@dataclass(frozen=True, slots=True)
class Situation:
    """Everything that a route may look at: the answers that count, whether they are about cases, the facts, the day.

    ``memo`` lets a route keep what it worked out from the rest, since gates, points and actions all need it. ``shared`` keeps what was
    worked out on the same ground under other answers, by the answers that it rests on; ``None`` keeps nothing.
    """

    scenario: Scenario
    about_cases: bool | None
    edition: Edition
    day: datetime.date
    ground: Ground
    memo: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)
    shared: dict[Any, Any] | None = field(default=None, compare=False, repr=False)

    def once(self, what: Hashable, rests_on: Callable[[Scenario], object], work: Callable[[], Found]) -> Found:
        """What was worked out on this ground for the same answers, or is worked out now. In: a name for it, and the answers it rests on."""
        if self.shared is None:
            return work()
        key = what, rests_on(self.scenario)
        if key not in self.shared:
            self.shared[key] = work()
        found: Found = self.shared[key]
        return found

    def threatens_more_than(self, *harmless: Danger) -> bool:
        """Whether something else than this is about to happen; what, not said, counts as any danger (contract, section 1)."""
        danger = self.scenario.danger
        return self.scenario.urgency is Urgency.IMMINENT and (danger is None or not {*danger} <= {*harmless})


def situate(scenario: Scenario, edition: Edition, day: datetime.date, like: Situation | None = None) -> Situation:
    """Put a scenario, already without inapplicable answers, on its ground: that of ``like``, where the two name the same places and themes
    in the same edition on the same day."""
    return Situation(
        scenario=scenario,
        about_cases=cases({"information": scenario.information, "scale": scenario.scale}),
        edition=edition,
        day=day,
        ground=like.ground if like is not None else lay(scenario, edition, day),
        shared=like.shared if like is not None else {},
    )


def lay(scenario: Scenario, edition: Edition, day: datetime.date) -> Ground:
    """Look up what the facts of a day say about the States and themes named."""
    countries = scenario.countries or ()
    council, pairs = next_council_session(edition, day), _pairs(scenario, edition, day)
    roles = _roles(scenario, edition, day)
    on_countries = tuple(
        mandate
        for country in countries
        for mandate in edition.mandates_by_country.get(country, ())
        if mandate.span.covers(day)
    )
    own = (mandate for role, mandate in roles if role.theme and role.role is MandateRoleKind.OWN)
    doors = tuple(door for door in edition.doors if door.span.covers(day) and _opens_to(door, countries, edition))
    return Ground(
        countries=scenario.countries,
        themes=scenario.themes,
        roles=roles,
        country_mandates=on_countries,
        pairs=pairs,
        committees=tuple(
            committee_position(edition, pair.country, pair.treaty.slug, day) for pair in pairs if pair.bound
        ),
        positions=tuple(upr_position(edition, country, day) for country in countries),
        coming_up=() if countries else next_in_regions(edition, scenario.regions or (), day),
        council=council,
        council_after=next_council_session(edition, day, after=council) if council else None,
        ced_parties=tuple(
            (country, party.binds_from)
            for country in countries
            if (party := edition.commitment(country, CED, "treaty", day)) is not None and party.binds(day)
        ),
        cerd_parties=tuple(
            (country, party.source)
            for country in countries
            if (party := edition.commitment(country, CERD, "treaty", day)) is not None and party.binds(day)
        ),
        doors=doors,
        resolutions=resolutions_on(edition, countries, day),
        renewed=renewed(edition, (*on_countries, *own), doors, countries, day),
        institutions=tuple(row for row in edition.institutions if row.state in countries and row.span.covers(day)),
        invitations=tuple(row for row in edition.invitations if row.state in countries and row.span.covers(day)),
        regional=tuple(
            (body, country)
            for country in countries
            for body in edition.regional_bodies
            if country in body.states and body.states[country].covers(day)
        ),
    )


def _roles(scenario: Scenario, edition: Edition, day: datetime.date) -> tuple[tuple[MandateRole, Mandate], ...]:
    mandates = {mandate.slug: mandate for mandate in edition.mandates if mandate.span.covers(day)}
    themes, countries = scenario.themes or (), scenario.countries or ()
    return tuple(
        (role, mandates[role.mandate])
        for role in edition.mandate_roles
        if role.mandate in mandates and (role.theme in themes or role.state in countries or role.danger)
    )


def _opens_to(door: Door, countries: tuple[str, ...], edition: Edition) -> bool:
    """A door to all is open whatever the State; one to some States or regions needs a State named that is among them."""
    if not door.states and not door.regions:
        return True
    return any(
        country in door.states or (not door.states and edition.states[country].regional_group in door.regions)
        for country in countries
    )


def covers(themes: tuple[str, ...] | None, edition: Edition) -> dict[str, ThemeTreaty | None]:
    """The treaties under which something on these themes can be brought, the best fitting first, each with the row that says how.

    The Covenant on Civil and Political Rights can be framed under every theme (arts 6, 7, 17, 26), so a theme without rows has it alone:
    without a row, that is with ``None``. With "no particular theme" no right is named, and every core treaty may cover it. Where the
    themes are not known there is nothing to look up.
    """
    if themes is None:
        return {}
    if not themes:
        return {slug: None for slug, treaty in edition.treaties.items() if treaty.core}
    found: dict[str, tuple[bool, int, ThemeTreaty | None]] = {}
    for theme in themes:
        for place, row in enumerate(edition.theme_treaties.get(theme, ())):
            framed = row.kind is CoverKind.FRAMED
            if row.treaty not in found or (framed, place) < found[row.treaty][:2]:
                found[row.treaty] = (framed, place, row)
    if ICCPR not in found:
        found[ICCPR] = (True, len(found), None)
    return {slug: row for slug, (_, _, row) in sorted(found.items(), key=lambda item: (item[1][:2], item[0]))}


def _pairs(scenario: Scenario, edition: Edition, day: datetime.date) -> tuple[Pair, ...]:
    treaties = covers(scenario.themes, edition)
    return tuple(
        _pair(country, edition.treaties[slug], cover, edition, day)
        for country in scenario.countries or ()
        for slug, cover in treaties.items()
        if slug in edition.treaties
    )


def _pair(country: str, treaty: Treaty, cover: ThemeTreaty | None, edition: Edition, day: datetime.date) -> Pair:
    party = edition.commitment(country, treaty.slug, "treaty", day)
    complaints = edition.commitment(country, treaty.slug, "individual_communications", day)
    inquiry = edition.commitment(country, treaty.slug, "inquiry", day)
    bound = party is not None and party.binds(day)
    in_force = treaty.complaint_in_force is not None and treaty.complaint_in_force <= day
    return Pair(
        country=country,
        treaty=treaty,
        cover=cover,
        bound=bound,
        signed=party is not None and party.status == "signatory",
        complaints=complaints,
        complaints_open=bound and in_force and complaints is not None and complaints.binds(day),
        inquiry_open=bound and inquiry is not None and inquiry.binds(day),
        limits=tuple(limit for limit in edition.limits.get((country, treaty.slug), ()) if limit.span.covers(day)),
        bound_from=party.binds_from if party is not None and bound else None,
    )
