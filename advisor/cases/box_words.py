"""Expectations in plain words, a line for each that can be met or missed by itself."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from advisor.words import labels, names
from advisor.words.actions import action_title
from advisor.words.gates import GATE_LABELS, RESULTS
from advisor.words.pointers import POINTER_LABELS
from advisor.words.scenario import spoken
from advisor.words.sequence import ELSEWHERE, SEQUENCE
from mechanisms.words import either, sentences, separated, set_apart
from rules import vocabulary as v
from rules.dates import PartialDate
from rules.facts.edition import Edition
from rules.questions import BY_SLUG

from . import case_files
from .boxes import Atom, Expect, join, split

Told = tuple[str, Expect]
"""A line, and the part of the expectations that it puts into words."""


def told(expect: Expect, edition: Edition) -> list[Told]:
    """Every expectation as a line. What may be one of several (``first``, a verdict, a result) is one line."""
    found: dict[Atom, list[Atom]] = {}
    for atom in split(expect):
        together = {"first": 1, "verdicts": 2, "gates": 3}.get(atom[0], len(atom))
        found.setdefault(atom[:together], []).append(atom)
    return [(_safe_line(group, edition), join(group)) for group in found.values()]


def lines(expect: Expect, edition: Edition) -> list[str]:
    """The lines alone."""
    return [line for line, _part in told(expect, edition)]


def broken(expect: Expect, advice: Mapping[str, Any], edition: Edition) -> list[str]:
    """The expectations that an advice (contract JSON) does not meet."""
    return [line for line, part in told(expect, edition) if case_files.differences(part, advice)]


def one(atom: Atom, edition: Edition) -> str:
    """One atom as a whole sentence."""
    return _safe_line([atom], edition)


def answers(scenario: Mapping[str, Any], edition: Edition) -> list[str]:
    """Answers as lines, in the order of the questions. What the edition no longer knows keeps its code."""
    return [
        sentences((labels.QUESTIONS[slug].label, set_apart(answer(slug, scenario[slug], edition))))
        for slug in BY_SLUG
        if slug in scenario
    ]


def answer(question: str, value: object, edition: Edition) -> tuple[str, ...]:
    """One answer in words."""
    try:
        return spoken(question, value, edition)
    except (LookupError, ValueError, TypeError):
        return tuple(map(str, value)) if isinstance(value, list) else (str(value),)


def _line(group: list[Atom], edition: Edition) -> str:
    kind = group[0][0]
    if kind == "first":
        return _("Ranked first: %(routes)s") % {"routes": either(route(atom[1]) for atom in group)}
    if kind == "verdicts":
        verdicts = either(quoted(verdict(atom[2])) for atom in group)
        return _("%(route)s: %(verdicts)s") % {"route": route(group[0][1]), "verdicts": verdicts}
    if kind == "gates":
        return _("%(route)s, condition “%(gate)s”: %(result)s") % {
            "route": route(group[0][1]),
            "gate": gate(group[0][2]),
            "result": either(result(atom[3]) for atom in group),
        }
    return SENTENCES[kind](group[0][1:], edition)


def _safe_line(group: list[Atom], edition: Edition) -> str:
    """An expectation of an older release may name what no longer exists: it is shown by its codes, so that it can be removed."""
    try:
        return _line(group, edition)
    except (LookupError, ValueError):
        return " · ".join(", ".join(atom) for atom in group)


def quoted(name: object) -> str:
    """A name in quotation marks."""
    return _("“%(name)s”") % {"name": name}


def route(slug: str) -> str:
    """A route by its name."""
    return str(labels.ROUTES[v.RouteSlug(slug)])


def verdict(slug: str) -> str:
    """A verdict in words."""
    return str(labels.VERDICTS[v.Verdict(slug)])


def gate(slug: str) -> str:
    """A condition by its name."""
    return str(GATE_LABELS[v.GateSlug(slug)])


def result(slug: str) -> str:
    """What a condition comes to."""
    return str(RESULTS[v.Result(slug)])


def action(slug: str) -> str:
    """An action by its title."""
    return action_title(v.ActionSlug(slug))


def warning(slug: str) -> str:
    """A warning in a few words."""
    return str(labels.WARNINGS[v.WarningSlug(slug)])


def mandate(slug: str, edition: Edition) -> str:
    """A mandate by its short name."""
    return next((row.short_name for row in edition.mandates if row.slug == slug), slug)


def state(code: str, edition: Edition) -> str:
    """A State by its name."""
    return edition.states[code].name if code in edition.states else code


def stage(slug: str) -> str:
    """The stage of a State in the UPR."""
    return str(labels.STAGES[v.Stage(slug)])


def pair(text: str, edition: Edition) -> str:
    """A treaty and a State."""
    treaty, _at, code = text.partition("@")
    name = edition.treaties[treaty].abbreviation if treaty in edition.treaties else treaty
    return separated((name, state(code, edition)))


def day(text: str) -> str:
    """A day as precise as it is known."""
    try:
        return names.day(PartialDate.parse(text))
    except ValueError:
        return text


def date(row: Mapping[str, Any], edition: Edition) -> str:
    """A date that matters: what, where, when and how certain; only what is expected of it."""
    return separated(_of_date(row, edition))


def _of_date(row: Mapping[str, Any], edition: Edition) -> Iterator[str]:
    """No more than the keys of a date is checked, so that its values may be anything."""
    told = {key: str(value) for key, value in row.items() if value is not None}
    if code := told.get("code"):
        yield str(labels.DATES[v.DateCode(code)]) if code in list(v.DateCode) else code
    if country := told.get("country"):
        yield state(country, edition)
    if "date" in row:
        yield day(told["date"]) if "date" in told else _("no day")
    if status := told.get("status"):
        yield str(labels.DATE_STATUS[v.DateStatus(status)]) if status in list(v.DateStatus) else status


def change(row: Mapping[str, Any], edition: Edition) -> str:
    """What another answer would do."""
    conditions = names.listed(
        _("“%(question)s” with “%(answer)s”")
        % {"question": labels.QUESTIONS[question].label, "answer": set_apart(answer(question, value, edition))}
        for question, value in row["set"].items()
    )
    return _("Whoever answers %(answers)s gets for %(route)s: %(verdicts)s") % {
        "answers": conditions,
        "route": route(row["route"]),
        "verdicts": either(quoted(verdict(slug)) for slug in row["to"]),
    }


def step(row: Mapping[str, Any]) -> str:
    """One step before (or instead of) another; and the reason, where it is expected too."""
    told = _("Order: %(first)s, then %(then)s") % {"first": _place(row["first"]), "then": _place(row["then"])}
    return f"{told}: {SEQUENCE[v.SequenceReason(row['why'])].text}" if row.get("why") else told


def _place(slug: str) -> str:
    return str(ELSEWHERE[slug]) if slug in ELSEWHERE else route(slug)


def aside(slugs: list[str]) -> str:
    """The answers that do not count."""
    if not slugs:
        return _("No answer is set aside")
    questions = set_apart(quoted(labels.QUESTIONS[slug].label) for slug in slugs)
    return _("Set aside is just the answer to: %(questions)s") % {"questions": questions}


SENTENCES: Mapping[str, Callable[[Atom, Edition], str]] = {
    "before": lambda parts, edition: (
        _("%(one)s comes before %(other)s") % {"one": route(parts[0]), "other": route(parts[1])}
    ),
    "actions": lambda parts, edition: (
        _("%(route)s: “%(action)s” is to be done") % {"route": route(parts[0]), "action": action(parts[1])}
    ),
    "not_actions": lambda parts, edition: (
        _("%(route)s: “%(action)s” is not to be done") % {"route": route(parts[0]), "action": action(parts[1])}
    ),
    "by": lambda parts, edition: (
        _("%(route)s: “%(action)s” by %(day)s")
        % {"route": route(parts[0]), "action": action(parts[1]), "day": day(parts[2])}
    ),
    "mandates": lambda parts, edition: _("Among the experts: %(mandate)s") % {"mandate": mandate(parts[0], edition)},
    "not_mandates": lambda parts, edition: (
        _("Not among the experts: %(mandate)s") % {"mandate": mandate(parts[0], edition)}
    ),
    "treaties": lambda parts, edition: (
        _("%(route)s, treaty and State: %(pair)s") % {"route": route(parts[0]), "pair": pair(parts[1], edition)}
    ),
    "not_treaties": lambda parts, edition: (
        _("%(route)s, not this treaty and State: %(pair)s")
        % {"route": route(parts[0]), "pair": pair(parts[1], edition)}
    ),
    "warnings": lambda parts, edition: (
        _("%(route)s, warning: %(warning)s") % {"route": route(parts[0]), "warning": warning(parts[1])}
    ),
    "stages": lambda parts, edition: (
        _("UPR, %(state)s: %(stage)s") % {"state": state(parts[0], edition), "stage": stage(parts[1])}
    ),
    "dates": lambda parts, edition: _("Date: %(date)s") % {"date": date(json.loads(parts[0]), edition)},
    "changes": lambda parts, edition: change(json.loads(parts[0]), edition),
    "sequence": lambda parts, edition: step(json.loads(parts[0])),
    "pointers": lambda parts, edition: (
        _("Outside the six routes: %(pointer)s") % {"pointer": POINTER_LABELS[v.PointerSlug(parts[0])]}
    ),
    "set_aside": lambda parts, edition: aside(json.loads(parts[0])),
}
