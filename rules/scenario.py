"""A mapping of answers, checked and frozen.

``check`` turns what came from a form, a YAML file or JSON into a ``Scenario`` or raises ``BadScenario`` with every fault found,
each naming the question, the value and what is allowed. Nothing is guessed and nothing is dropped.
"""

import datetime
import re
import reprlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from . import vocabulary as v
from .questions import BY_SLUG, QUESTIONS, Question

ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
EARLIEST, LATEST = datetime.date(1900, 1, 1), datetime.date(2199, 12, 31)


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with a scenario: which question, the value given, what is wrong and what is allowed."""

    question: str
    value: object
    message: str
    allowed: tuple[str, ...] = ()

    def __str__(self) -> str:
        allowed = f"; allowed: {', '.join(self.allowed)}" if self.allowed else ""
        return f"{self.question}: {self.message}{allowed}"


class BadScenario(ValueError):
    """Raised by ``check``; ``faults`` holds all that is wrong, in the order of the questions."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("; ".join(str(fault) for fault in faults))
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Scenario:
    """The answers, in canonical form: ``None`` is not known, lists are sorted and without doubles. One field a question."""

    countries: tuple[str, ...] | None = None
    regions: tuple[v.Region, ...] | None = None
    themes: tuple[str, ...] | None = None
    considered: tuple[v.RouteSlug, ...] | None = None
    information: v.Information | None = None
    scale: v.Scale | None = None
    evidence: v.Evidence | None = None
    ready_on: datetime.date | None = None
    people: tuple[v.People, ...] | None = None
    began_on: datetime.date | None = None
    happened_on: datetime.date | None = None
    continues: v.Continues | None = None
    urgency: v.Urgency | None = None
    danger: tuple[v.Danger, ...] | None = None
    consent: v.Consent | None = None
    identification: v.Identification | None = None
    our_name: v.OurName | None = None
    remedies: v.Remedies | None = None
    remedy_stops_it: v.YesNo | None = None
    final_decision_on: datetime.date | None = None
    elsewhere: v.Elsewhere | None = None
    elsewhere_ended_on: datetime.date | None = None
    reprisals: v.Reprisals | None = None
    outcomes: tuple[v.Outcome, ...] | None = None
    effort: v.Effort | None = None
    ecosoc: v.Ecosoc | None = None
    sponsor: v.YesNo | None = None
    geneva: v.Geneva | None = None
    coalition: v.YesNo | None = None

    def answers(self) -> dict[str, Any]:
        """The known answers only, in the order of the questions."""
        values = {question.slug: getattr(self, question.slug) for question in QUESTIONS}
        return {slug: value for slug, value in values.items() if value is not None}

    def plain(self) -> dict[str, Any]:
        """The known answers as JSON values: slugs, lists of slugs, ISO dates."""
        return {slug: _plain(value) for slug, value in self.answers().items()}

    def applicable(self) -> tuple["Scenario", tuple[str, ...]]:
        """The scenario without the answers that do not apply, and the slugs of those set aside, in the order of the questions.

        Setting one answer aside can make another one inapplicable, so this is repeated until nothing changes.
        """
        aside: list[str] = []
        answers = self.answers()
        while gone := [slug for slug in answers if BY_SLUG[slug].asked_when(answers) is False]:
            aside += gone
            for slug in gone:
                del answers[slug]
        kept = replace(self, **dict.fromkeys(aside)) if aside else self
        return kept, tuple(question.slug for question in QUESTIONS if question.slug in aside)


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [str(item) for item in value]
    return value.isoformat() if isinstance(value, datetime.date) else str(value)


def check(raw: object, *, countries: Collection[str], themes: Collection[str]) -> Scenario:
    """Check a mapping of answers and freeze it.

    ``countries`` and ``themes`` are the codes and slugs that the edition knows. Raises ``BadScenario`` with all faults.
    """
    if not isinstance(raw, Mapping):
        raise BadScenario((Fault("scenario", raw, "must be a mapping of questions to answers"),))
    faults: list[Fault] = []
    answers: dict[str, Any] = {}
    for slug in raw:
        if slug not in BY_SLUG:
            known = tuple(question.slug for question in QUESTIONS)
            faults.append(Fault(str(slug), raw[slug], "is not a question", known))
    for question in QUESTIONS:
        value = raw.get(question.slug)
        if value is None or value == "unknown":
            continue
        answer, wrong = _answer(question, value, {"countries": countries, "themes": themes}.get(question.kind, ()))
        faults += wrong
        if answer is not None and not wrong:
            answers[question.slug] = answer
    if faults:
        raise BadScenario(tuple(faults))
    return Scenario(**answers)


def _answer(question: Question, value: object, known: Collection[str]) -> tuple[Any, list[Fault]]:
    """One checked answer, or what is wrong with it."""
    slug = question.slug
    if question.kind == "date":
        return read_day(slug, value, "unknown")
    if question.kind == "choice":
        return _choice(question, value)
    if not isinstance(value, (list, tuple)):
        return None, [Fault(slug, value, f"{shown(value)} must be a list", _some(question.allowed or known))]
    if not value and not question.may_be_empty:
        return None, [Fault(slug, value, "must name at least one", question.allowed)]
    if question.choices is not None:
        return _many(question, value)
    wrong = [Fault(slug, item, f"{shown(item)} is not known", _some(known)) for item in value if not _in(item, known)]
    return (None, wrong) if wrong else (tuple(sorted(set(value))), [])


def _in(item: object, known: Collection[str]) -> bool:
    return isinstance(item, str) and item in known


def _choice(question: Question, value: object) -> tuple[Any, list[Fault]]:
    if isinstance(value, bool) and {"yes", "no"} <= {*question.allowed, *question.read_as}:
        value = "yes" if value else "no"  # YAML reads a bare yes or no as a boolean
    if isinstance(value, str):
        value = question.read_as.get(value, value)
    if not isinstance(value, str) or value not in question.allowed:
        return None, [Fault(question.slug, value, f"{shown(value)} is not an answer", (*question.allowed, "unknown"))]
    assert question.choices is not None
    return question.choices(value), []


def _many(question: Question, values: list[object] | tuple[object, ...]) -> tuple[Any, list[Fault]]:
    assert question.choices is not None
    wrong = [
        Fault(question.slug, item, f"{shown(item)} is not an answer", question.allowed)
        for item in values
        if not _in(item, question.allowed)
    ]
    return (None, wrong) if wrong else (tuple(member for member in question.choices if member.value in values), [])


def read_day(name: str, value: object, *also: str) -> tuple[datetime.date | None, list[Fault]]:
    """A day given as a date or as YYYY-MM-DD, or what is wrong with it; ``also`` are other words that ``name`` allows."""
    day: datetime.date | None = None
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        day = value
    elif isinstance(value, str) and ISO_DAY.fullmatch(value):
        try:
            day = datetime.date.fromisoformat(value)
        except ValueError:
            day = None
    if day is None or not EARLIEST <= day <= LATEST:
        allowed = (f"a day as YYYY-MM-DD from {EARLIEST} to {LATEST}", *also)
        return None, [Fault(name, value, f"{shown(value)} is not a date", allowed)]
    return day, []


_SHORT = reprlib.Repr()
_SHORT.maxlevel, _SHORT.maxlist, _SHORT.maxdict, _SHORT.maxstring = 2, 3, 3, 50


def shown(value: object) -> str:
    """A value as a message repeats it: short, whatever was sent. A nest of aliases would otherwise fill the memory."""
    try:
        text = _SHORT.repr(value)
    except (ValueError, RecursionError):
        return "the value"
    return text if len(text) <= 60 else f"{text[:57]}…"


def _some(allowed: Collection[str]) -> tuple[str, ...]:
    """What is allowed, short enough to read: a long list is named by its first entries and its length."""
    ordered = sorted(allowed)
    return tuple(ordered) if len(ordered) <= 60 else (*ordered[:5], f"… ({len(ordered)} in all)")


def subsets_of_one(question: Question) -> Iterator[Any]:
    """Every single answer to a closed question; for a list question each single choice and the empty list."""
    if question.choices is None:
        return
    if question.kind == "choices":
        if question.may_be_empty:
            yield ()
        yield from ((member,) for member in question.choices)
    else:
        yield from question.choices
