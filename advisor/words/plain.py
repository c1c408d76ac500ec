"""Advice as plain text, for a terminal or a screen reader: what to do first, then each route with its conditions, dates and sources."""

import textwrap
from collections.abc import Iterator

from rules.facts.edition import Edition
from rules.result import Action, Advice, KeyDate, RouteAdvice

from .actions import action_text, action_title
from .changes import change_text, unknown_text
from .factors import factor_text
from .gates import GATE_LABELS, RESULTS, gate_text
from .labels import DATE_STATUS, DATES, QUESTIONS, ROUTES, SIDES, STAGES, VERDICTS
from .names import day, listed, mandate, state, treaty
from .pointers import pointer_text
from .sequence import step_name, step_text
from .sources import cited
from .visibility import visibility

WIDTH = 100


def lines(advice: Advice, edition: Edition) -> Iterator[str]:
    """The text, a line at a time."""
    yield f"Advice of {advice.as_of.isoformat()}, edition {advice.edition}, rules {advice.rules}"
    yield ""
    for route in advice.routes:
        yield f"{route.rank}. {ROUTES[route.route]}: {VERDICTS[route.verdict]} ({_score(route)})"
    if advice.tie:
        names = listed(str(ROUTES[route]) for route in advice.tie)
        yield from _wrapped(f"These are about equally good: {names}. Choose by the effort that they take.")
    for route in advice.routes:
        yield from _route(route, edition)
    yield from _part("What would change this advice", (change_text(change, edition) for change in advice.changes))
    yield from _part(
        "Most worth finding out",
        (f"{QUESTIONS[unknown.question].label} {unknown_text(unknown)}" for unknown in advice.unknowns),
    )
    yield from _part("Order and conflicts", _steps(advice))
    yield from _part("Other doors", (pointer_text(pointer, edition) for pointer in advice.pointers))
    yield from _part("Answers set aside", (str(QUESTIONS[slug].label) for slug in advice.set_aside))
    yield from _part(
        "Sources",
        (f"{source.slug}: {source.title}. {source.url}".strip() for source in cited(advice, edition)),
    )


def _route(route: RouteAdvice, edition: Edition) -> Iterator[str]:
    yield ""
    yield f"{route.rank}. {ROUTES[route.route]}"
    yield f"{VERDICTS[route.verdict]}. {SIDES[route.side]}. {_score(route)}."
    yield from _part("What to do", (_action(action, edition) for action in route.actions))
    yield from _part(
        "Conditions",
        (
            f"{RESULTS[gate.result]} – {GATE_LABELS[gate.gate]}: {gate_text(route.route, gate, edition)} [{gate.source}]"
            for gate in route.gates
        ),
    )
    yield from _part(
        "Points", (f"{factor.points:+d} {factor_text(route.route, factor, edition)}" for factor in route.factors)
    )
    yield from _part("Dates", (_date(date, edition) for date in route.dates))
    yield from _part("Stage", (f"{state(row.country, edition)}: {STAGES[row.stage]}." for row in route.stages))
    yield from _part(
        "Treaties", (f"{state(row.country, edition)}: {treaty(row.treaty, edition)}" for row in route.treaties)
    )
    seen = visibility(route.route, edition)
    yield from _part(
        "Who sees what", (f"State: {seen.state}", f"Public: {seen.public}", f"UN: {seen.un} [{seen.source}]")
    )


def _score(route: RouteAdvice) -> str:
    score = route.score
    between = f", between {score.low} and {score.high} since some answers are open" if score.low != score.high else ""
    return f"{score.value} of 100{between}"


def _action(action: Action, edition: Edition) -> str:
    about = [state(action.country, edition)] if action.country else []
    about += [treaty(action.treaty, edition)] if action.treaty else []
    where = f" ({', '.join(about)})" if about else ""
    by = f", by {day(action.by)}" if action.by else ""
    to = f" To: {listed(mandate(slug, edition) for slug in action.mandates)}." if action.mandates else ""
    return f"{action_title(action.action)}{where}{by}: {action_text(action, edition)}{to} [{action.source}]"


def _date(date: KeyDate, edition: Edition) -> str:
    where = f" ({state(date.country, edition)})" if date.country else ""
    when = f"{day(date.date)}. " if date.date else ""
    return f"{DATES[date.code]}{where}: {when}{DATE_STATUS[date.status]}. [{date.source}]"


def _steps(advice: Advice) -> Iterator[str]:
    for step in advice.sequence:
        text, source = step_text(step)
        yield f"{step_name(step.first)} / {step_name(step.then)}: {text} [{source}]"


def _part(title: str, rows: Iterator[str] | tuple[str, ...]) -> Iterator[str]:
    found = list(rows)
    if found:
        yield ""
        yield f"{title}:"
        for row in found:
            yield from _wrapped(row)


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(
        text, WIDTH, initial_indent="- ", subsequent_indent="  ", break_long_words=False, break_on_hyphens=False
    )
