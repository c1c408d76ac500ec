"""Advice as plain text, for a terminal or a screen reader: what to do first, then each route with its conditions, dates and sources."""

import textwrap
from collections.abc import Iterable, Iterator

from rules.facts.edition import Edition
from rules.result import Action, Addressee, Advice, Committee, KeyDate, Pointer, RouteAdvice
from rules.vocabulary import Result

from .actions import action_text, action_title
from .addressees import condition_text
from .changes import change_text, unknown_text
from .committees import committee_text
from .factors import factor_text
from .gates import GATE_LABELS, RESULTS, gate_text
from .labels import DATE_STATUS, DATES, QUESTIONS, ROUTES, SIDES, STAGES, VERDICTS
from .names import committee, day, listed, mandate, state, treaty
from .pointers import body_name, pointer_text
from .reasons import against_text, because_texts
from .sequence import step_name, step_text
from .sources import cited, how_read, name
from .visibility import visibility
from .warnings import warning_text

WIDTH = 100


def lines(advice: Advice, edition: Edition) -> Iterator[str]:
    """The text, a line at a time."""
    yield f"Advice of {advice.as_of.isoformat()}, edition {advice.edition}, rules {advice.rules}"
    yield ""
    urgent = dict.fromkeys((step.route, step.action) for step in advice.urgent)
    if urgent:
        yield "Now, to protect life:"
        yield from (f"- {action_title(action)} ({ROUTES[route]})" for route, action in urgent)
        yield ""
    for route in advice.routes:
        yield f"{route.rank}. {ROUTES[route.route]}: {VERDICTS[route.verdict]} ({_score(route)})"
    for slug in advice.scenario.considered or ():
        thought = advice.route(slug)
        yield from _wrapped(
            f"You thought of: {ROUTES[slug]}. {VERDICTS[thought.verdict]}. {against_text(thought, edition)}".strip()
        )
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
    yield from _part("Other doors", (_pointer(pointer, edition) for pointer in advice.pointers))
    yield from _part("Answers set aside", (str(QUESTIONS[slug].label) for slug in advice.set_aside))
    yield from _part("Makes no difference here", (str(QUESTIONS[slug].label) for slug in advice.no_difference))
    yield from _part(
        "Sources",
        (
            " ".join(filter(None, (f"{source.slug}: {name(source)}.", source.url, how_read(source))))
            for source in cited(advice, edition)
        ),
    )


def _route(route: RouteAdvice, edition: Edition) -> Iterator[str]:
    yield ""
    yield f"{route.rank}. {ROUTES[route.route]}"
    yield f"{VERDICTS[route.verdict]}. {SIDES[route.side]}. {_score(route)}."
    against = against_text(route, edition)
    yield from _part("Because", iter(because_texts(route, edition)))
    yield from _part("Against", (against,) if against else ())
    yield from _part("Next", (_date(route.next, edition),) if route.next else ())
    yield from _part("Before you write", (f"{warning_text(row, edition)} [{row.source}]" for row in route.warnings))
    yield from _part("What to do", (_action(action, edition) for action in route.actions))
    yield from _part(
        "Also, but only under a condition",
        (f"{mandate(row.mandate, edition)}: {condition_text(row, edition)}" for row in route.mandates_if),
    )
    yield from _part("Committees", (_committee(row, edition) for row in route.committees))
    yield from _part(
        "Conditions",
        (
            f"{RESULTS[gate.result]}{' (low odds)' if gate.odds else ''} – {GATE_LABELS[gate.gate]}: "
            f"{gate_text(route.route, gate, edition)} [{gate.source}]"
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
    send = f" Send it to: {_addresses(action.to)}." if action.to else ""
    return f"{action_title(action.action)}{where}{by}: {action_text(action, edition)}{to}{send} [{action.source}]"


def _addresses(rows: Iterable[Addressee]) -> str:
    return "; ".join(f"{body_name(row)}, {row.value}" if row.value else body_name(row) for row in rows)


def _committee(row: Committee, edition: Edition) -> str:
    """With what is not met or not sure: the conditions of the best committee stand below in full."""
    by = f", by {day(row.by)}" if row.by else ""
    doubts = "; ".join(
        f"{RESULTS[gate.result]} – {GATE_LABELS[gate.gate]}"
        for gate in row.gates
        if gate.result not in (Result.PASS, Result.NOT_NEEDED)
    )
    name = f"{committee(row.treaty, edition)}, {state(row.country, edition)}"
    said = f"{name}: {VERDICTS[row.verdict]}{by}. {committee_text(row, edition)}"
    return f"{said} {doubts}." if doubts else said


def _pointer(pointer: Pointer, edition: Edition) -> str:
    bodies = f" {_addresses(pointer.bodies)}." if pointer.bodies else ""
    return f"{pointer_text(pointer, edition)}{bodies}"


def _date(date: KeyDate, edition: Edition) -> str:
    where = f" ({state(date.country, edition)})" if date.country else ""
    until = f" to {day(date.end)}" if date.end else ""
    hour = f", {date.time} ({date.zone})" if date.time else ""
    when = f"{day(date.date)}{until}{hour}. " if date.date else ""
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
