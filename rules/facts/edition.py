"""An edition: the facts and rules that advice rests on, frozen. Its ``id`` is the digest of its content.

Every fact carries ``source``, the slug of an entry in ``Edition.sources``, and ``checked_on``, the day that source was checked.
A fact counts on a day if it was in force on that day (``Period.covers``).
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from rules.vocabulary import ActionSlug, GateSlug, RouteSlug, Side

from .addresses import Address, Door
from .at_home import NationalInstitution, StandingInvitation
from .committees import CommitteeReview, CommitteeSession, StateReport
from .council import CouncilSession
from .mandates import CallForInput, Mandate, MandateRole
from .requirements import Requirement
from .resolutions import Renewal, Resolution
from .sources import Source
from .states import RegionalBody, State
from .themes import Theme, ThemeTreaty
from .treaties import Commitment, Limit, Treaty
from .upr import UprCycle, UprOrder, UprReview, UprSession, order_seen
from .weights import Weights


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
    theme_treaties: Mapping[str, tuple[ThemeTreaty, ...]]
    mandates: tuple[Mandate, ...]
    mandate_roles: tuple[MandateRole, ...]
    addresses: tuple[Address, ...]
    doors: tuple[Door, ...]
    calls: tuple[CallForInput, ...]
    treaties: Mapping[str, Treaty]
    commitments: Mapping[tuple[str, str, str], tuple[Commitment, ...]]
    limits: Mapping[tuple[str, str], tuple[Limit, ...]]
    committee_sessions: Mapping[str, CommitteeSession]
    committee_reviews: Mapping[str, tuple[CommitteeReview, ...]]
    state_reports: Mapping[str, tuple[StateReport, ...]]
    cycles: Mapping[int, UprCycle]
    upr_sessions: Mapping[int, UprSession]
    reviews: Mapping[str, tuple[UprReview, ...]]
    council_sessions: tuple[CouncilSession, ...]
    requirements: tuple[Requirement, ...]
    rules: Mapping[str, tuple[int, str]]
    sides: Mapping[RouteSlug, Side]
    weights: Weights
    texts: object = None
    """What pages show beside the advice. No rule reads it, so no rule knows its type."""
    resolutions: tuple[Resolution, ...] = ()
    renewals: tuple[Renewal, ...] = ()
    institutions: tuple[NationalInstitution, ...] = ()
    invitations: tuple[StandingInvitation, ...] = ()

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
    def addresses_by_action(self) -> Mapping[ActionSlug, tuple[Address, ...]]:
        """Addresses by what is done at them, in the order in which editors put them."""
        found: dict[ActionSlug, tuple[Address, ...]] = {}
        for address in self.addresses:
            found[address.action] = (*found.get(address.action, ()), address)
        return found

    @cached_property
    def resolutions_by_symbol(self) -> Mapping[str, Resolution]:
        """Resolutions by their symbols."""
        return {row.symbol: row for row in self.resolutions}

    @cached_property
    def renewals_by_subject(self) -> Mapping[tuple[str, str], tuple[tuple[Resolution, Renewal], ...]]:
        """By mandate and door, of which one is empty: what renewed it, in the order of adoption."""
        found: dict[tuple[str, str], list[tuple[Resolution, Renewal]]] = {}
        for row in self.renewals:
            if row.resolution in self.resolutions_by_symbol:
                pair = (self.resolutions_by_symbol[row.resolution], row)
                found.setdefault((row.mandate, row.door), []).append(pair)
        return {
            subject: tuple(sorted(pairs, key=lambda pair: (pair[0].adopted_on.first, pair[0].symbol)))
            for subject, pairs in found.items()
        }

    @cached_property
    def upr_order(self) -> UprOrder | None:
        """The order that the last two cycles of the UPR show."""
        return order_seen(
            ([(review.cycle, review.session) for review in reviews] for reviews in self.reviews.values()),
            {number: (session.start, session.end) for number, session in self.upr_sessions.items()},
        )

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
