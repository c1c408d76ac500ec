"""The sources that an advice rests on, every one that a condition, an action, a date or a name in it cites; and how they are cited."""

import datetime
from collections.abc import Iterator

from mechanisms import citing
from rules.facts.edition import Edition
from rules.facts.sources import Source
from rules.result import Advice, RouteAdvice

from .sequence import step_text
from .visibility import visibility


def name(source: Source) -> str:
    """Its title, with the symbol by which people cite it."""
    return citing.name(source.title, source.symbol)


def how_read(source: Source) -> str:
    """A sentence on whether it was read itself; empty where an older edition does not say, and for our own work."""
    day = datetime.date.fromisoformat(source.read_on) if source.read_on else None
    return "" if source.kind == "own" else citing.how_read(source.read, day)


def cited(advice: Advice, edition: Edition) -> tuple[Source, ...]:
    """The sources, each once, in the order in which the advice first cites them; an address may rest
    on one that an older edition does not know."""
    return tuple(edition.sources[slug] for slug in dict.fromkeys(_slugs(advice, edition)) if slug in edition.sources)


def _slugs(advice: Advice, edition: Edition) -> Iterator[str]:
    for route in advice.routes:
        yield from route_sources(route, edition)
    for step in advice.sequence:
        yield step_text(step).source
    for pointer in advice.pointers:
        yield pointer.source
        yield from (body.source for body in pointer.bodies)


def route_sources(route: RouteAdvice, edition: Edition) -> Iterator[str]:
    """The slugs of all sources that one route cites."""
    mandates = {row.slug: row for row in edition.mandates}
    for warning in route.warnings:
        yield warning.source
    for gate in route.gates:
        yield gate.source
    for committee in route.committees:
        yield committee.source
        yield from (gate.source for gate in committee.gates)
    for action in route.actions:
        yield action.source
        yield from (row.source for row in action.to)
    for date in route.dates:
        yield date.source
    for factor in route.factors:
        yield factor.source
    for slug in route.mandates:
        yield mandates[slug].source
    for pair in route.treaties:
        yield edition.treaties[pair.treaty].source
    yield visibility(route.route, edition).source
