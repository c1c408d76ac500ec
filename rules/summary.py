"""What every summary says of a route: why, what speaks against it, by when and to whom, and what protects life now.

One function each, so that a page, a message, a list and a paper say the same.
"""

import datetime
from collections.abc import Iterable
from dataclasses import replace

from . import vocabulary as v
from .facts.edition import Edition
from .ground import Situation
from .result import Action, Addressee, Factor, GateResult, KeyDate, RouteAdvice, Urgent
from .scoring import Assessment
from .vocabulary import ActionSlug, Odds, Result

REASONS = 3

URGENT = (
    ActionSlug.INTERIM_MEASURES,
    ActionSlug.CED_URGENT_ACTION,
    ActionSlug.URGENT_APPEAL,
    ActionSlug.WGEID_URGENT,
    ActionSlug.WGAD_URGENT,
    ActionSlug.CERD_URGENT_PROCEDURE,
)
"""What protects life now, in the order of doing: what a State treats as a stay, then the search, then the letters."""

ONLY_WHEN_IMMINENT = frozenset({ActionSlug.CERD_URGENT_PROCEDURE})


def because(assessed: Assessment) -> tuple[Factor, ...]:
    """The strongest reasons for a route, at most three; its base, which it has in every case, is none, and nor is what is not known."""
    given = [f for f in assessed.factors if f.points > 0 and f.table != "base" and f.key != "unknown"]
    return tuple(sorted(given, key=lambda factor: -factor.points)[:REASONS])


def against(assessed: Assessment) -> Factor | GateResult | None:
    """The strongest reason against a route: what closes it, what holds it back, or what costs it most."""
    for found in (
        [gate for gate in assessed.gates if gate.result is Result.FAIL],
        [gate for gate in assessed.gates if gate.odds is Odds.LOW],
        [gate for gate in assessed.gates if gate.result is Result.UNKNOWN],
        [gate for gate in assessed.gates if gate.result is Result.ARGUABLE],
    ):
        if found:
            return found[0]
    costs = [factor for factor in assessed.factors if factor.points < 0]
    return min(costs, key=lambda factor: factor.points, default=None)


def next_date(dates: Iterable[KeyDate], day: datetime.date) -> KeyDate | None:
    """The first date of a route that is not past: a session that is running counts by its last day, a month until it is over."""
    ahead = [(_counts_until(date), place, date) for place, date in enumerate(dates) if date.date is not None]
    return min((item for item in ahead if item[0] >= day), default=(None, 0, None))[2]


SESSIONS = frozenset(
    {
        v.DateCode.COUNCIL_SESSION,
        v.DateCode.UPR_REVIEW,
        v.DateCode.UPR_ADOPTION,
        v.DateCode.UPR_PRE_SESSION,
        v.DateCode.TB_SESSION,
        v.DateCode.TB_REVIEW,
    }
)
"""Dates that end on another day; the end of an estimate is no last day but the other end of what is likely."""


def _counts_until(date: KeyDate) -> datetime.date:
    assert date.date is not None
    runs = date.code in SESSIONS and date.status is not v.DateStatus.ESTIMATED
    return (date.end if runs and date.end else date.date).last


def addressed(action: Action, edition: Edition) -> Action:
    """The action with the addresses at which it is done: those of its treaty or its mandate before those for all."""
    if action.to:
        return action
    own: list[Addressee] = []
    general: list[Addressee] = []
    for address in edition.addresses_by_action.get(action.action, ()):
        special = address.treaty == (action.treaty or "-") or address.mandate in action.mandates
        if special or not (address.treaty or address.mandate):
            (own if special else general).append(Addressee(address.name, address.kind, address.value, address.source))
    to = tuple(own + general)
    return replace(action, to=to) if to else action


def urgent(s: Situation, routes: Iterable[RouteAdvice]) -> tuple[Urgent, ...]:
    """Every action that protects life now, in the order of doing, also from a closed route."""
    if s.scenario.urgency not in (v.Urgency.IMMINENT, v.Urgency.ONGOING):
        return ()
    imminent = s.scenario.urgency is v.Urgency.IMMINENT
    found = [
        Urgent(route.route, action.action, action.country, action.treaty)
        for route in routes
        for action in route.actions
        if action.action in URGENT and (imminent or action.action not in ONLY_WHEN_IMMINENT)
    ]
    return tuple(sorted(found, key=lambda step: URGENT.index(step.action)))
