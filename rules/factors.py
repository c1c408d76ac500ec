"""Readings: which row of which weight table a situation hits, and which rows the open questions could make it hit.

A reading holds no points; ``scoring`` looks them up in the edition's weights. ``None`` among the possible keys stands for no points at
all, as when a question turns out not to apply.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from .ground import Situation
from .questions import BY_SLUG
from .result import NO_PARAMS, Params
from .vocabulary import Ecosoc, Outcome, YesNo

UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Reading:
    """A row of a weight table. ``shares`` is used by lists: the points are the mean of these rows."""

    table: str
    key: str
    possible: tuple[str | None, ...]
    questions: tuple[str, ...] = ()
    shares: tuple[str, ...] = ()
    params: Params = field(default_factory=lambda: NO_PARAMS)


CHOICES = {slug: question.allowed for slug, question in BY_SLUG.items() if question.choices is not None}

PLAIN: Mapping[str, Mapping[str | None, Reading]] = {
    slug: {
        None: Reading(slug, UNKNOWN, allowed, (slug,)),
        **{value: Reading(slug, value, (value,)) for value in allowed},
    }
    for slug, allowed in CHOICES.items()
}
"""Every reading of a plain question, by its answer."""


def answer(s: Situation, question: str) -> Reading:
    """The reading of a question that always applies."""
    return PLAIN[question][getattr(s.scenario, question)]


def case_answer(s: Situation, question: str) -> Reading | None:
    """The reading of a question that applies to cases; ``None`` where there are none."""
    if s.about_cases is False:
        return None
    reading = answer(s, question)
    if s.about_cases:
        return reading
    return Reading(question, reading.key, (*reading.possible, None), (*reading.questions, "information", "scale"))


def outcomes(s: Situation) -> Reading:
    """How well the route serves what is wanted: the mean over the outcomes named."""
    named = s.scenario.outcomes
    if named is None:
        return Reading("outcomes", UNKNOWN, (*(outcome.value for outcome in Outcome), "none"), ("outcomes",))
    if not named:
        return Reading("outcomes", "none", ("none",))
    return Reading("outcomes", "named", (), shares=tuple(named), params={"outcomes": tuple(named)})


def status(s: Situation) -> Reading:
    """Access to the Council: own consultative status, a sponsor's, neither, or not known."""
    scenario = s.scenario
    if scenario.ecosoc in (Ecosoc.ROSTER, Ecosoc.SPECIAL, Ecosoc.GENERAL):
        return Reading("status", "own", ("own",))
    lent = {YesNo.YES: ("sponsor",), YesNo.NO: ("none",), None: ("sponsor", "none")}[scenario.sponsor]
    if scenario.ecosoc is not None:
        open_to = ("sponsor",) if scenario.sponsor is None else ()
        return Reading("status", lent[0] if len(lent) == 1 else UNKNOWN, lent, open_to)
    questions = ("ecosoc", "sponsor") if scenario.sponsor is None else ("ecosoc",)
    return Reading("status", "sponsor" if lent == ("sponsor",) else UNKNOWN, ("own", *lent), questions)


def common(s: Situation, *tables: str) -> list[Reading]:
    """Readings of plain questions by name, without those that don't apply."""
    found = []
    for table in tables:
        reading = answer(s, table) if table in ALWAYS else case_answer(s, table)
        if reading is not None:
            found.append(reading)
    return found


ALWAYS = frozenset({"information", "scale", "evidence", "reprisals", "effort", "geneva", "coalition"})
