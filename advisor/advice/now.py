"""What to do now: every step that protects life, then steps of the leading routes; three in all, or as many as protect life."""

from collections.abc import Iterator

from rules.dates import PartialDate
from rules.result import Action, Advice, RouteAdvice
from rules.vocabulary import ActionSlug, RouteSlug, Urgency, Verdict

MOST = 3
LATER = frozenset({"call-for-input.none-published", "meet-on-visit"})
"""Nothing that can be done today: shown on its route, and among these steps only where there is nothing else."""

Chosen = tuple[RouteSlug, tuple[Action, ...]]


def in_danger(advice: Advice) -> bool:
    """Whether someone is said to be in danger now."""
    return advice.scenario.urgency is Urgency.IMMINENT


def leaders(advice: Advice) -> tuple[RouteAdvice, ...]:
    """The routes that lead: one, or several that tie; none where all are closed."""
    if advice.tie:
        return tuple(advice.route(slug) for slug in advice.tie)
    return tuple(route for route in advice.routes[:1] if route.verdict is not Verdict.CLOSED)


def steps(advice: Advice) -> tuple[Chosen, ...]:
    """The steps, each with its route and all its actions of one kind (one a State or committee)."""
    found: list[Chosen] = []
    for chosen in _candidates(advice):
        if chosen not in found:
            found.append(chosen)
    today = [chosen for chosen in found if chosen[1][0].code not in LATER]
    most = max(MOST, len(dict.fromkeys((step.route, step.action) for step in advice.urgent)))
    return tuple((today or found)[:most])


def _candidates(advice: Advice) -> Iterator[Chosen]:
    for step in advice.urgent:
        yield from _of_kind(advice.route(step.route), step.action)
    first = leaders(advice)
    if not any(route.actions for route in first):
        return  # too little is known: steps of routes further down would only distract
    for route in first:
        yield from _kinds(route)[:1]
    for route in first:
        yield from _kinds(route)[1:2]
    for route in advice.routes:
        if route.verdict in (Verdict.STRONG, Verdict.GOOD):
            yield from _kinds(route)[:1]
    for route in first:
        yield from _kinds(route)[2:]
    for route in advice.routes:
        if route.verdict is Verdict.POSSIBLE:
            yield from _kinds(route)[:1]


def _of_kind(route: RouteAdvice, slug: ActionSlug) -> Iterator[Chosen]:
    for chosen in _kinds(route):
        if chosen[1][0].action is slug:
            yield chosen


def _kinds(route: RouteAdvice) -> list[Chosen]:
    """A route's actions by their kind: access first, then what is due soonest, then the rest."""
    groups: dict[ActionSlug, list[Action]] = {}
    for action in route.actions:
        groups.setdefault(action.action, []).append(action)
    ordered = sorted(groups.values(), key=_place)
    return [(route.route, tuple(group)) for group in ordered]


def _place(group: list[Action]) -> tuple[bool, bool, PartialDate | None]:
    days = [action.by for action in group if action.by is not None]
    first = group[0]
    return (first.action is not ActionSlug.FIND_SPONSOR, not days, min(days) if days else None)
