"""Walk through the questionnaire with somebody's answers at hand, as they would: page by page, until the answers are checked.

Run as a program, it prints for each example how many questions and pages there are, and how many words are read.
"""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from advisor.questions.drawer import Draft
from advisor.questions.forms import PageForm
from advisor.questions.steps import Step
from advisor.questions.walk import Walk, hurry, record
from rules.facts.edition import Edition

START_AND_CHECK = 2
"""Two pages without a question: before the start, and to check the answers."""

ORGANISATION = {
    "effort": "weeks",
    "ecosoc": "none",
    "sponsor": "no",
    "geneva": "remote",
    "coalition": "yes",
    "reprisals": "none",
}

EXAMPLES: Mapping[str, Mapping[str, Any]] = {
    "review of a State": ORGANISATION
    | {
        "countries": ["PHL"],
        "themes": ["housing", "disability"],
        "information": "country-overview",
        "scale": "law-or-policy",
        "evidence": "direct",
        "ready_on": "2027-01-31",
        "outcomes": ["recommendations", "state-commitment"],
        "considered": ["upr"],
        "effort": "months",
        "sponsor": "yes",
    },
    "law in one State": ORGANISATION
    | {
        "countries": ["HUN"],
        "themes": ["lgbti", "freedom-of-expression"],
        "information": "themes-one-country",
        "scale": "law-or-policy",
        "evidence": "direct",
        "ready_on": "2026-12-10",
        "outcomes": ["law-change", "public-attention"],
        "ecosoc": "special",
    },
    "theme in several States": ORGANISATION
    | {
        "countries": [],
        "regions": ["african"],
        "themes": ["climate"],
        "information": "themes-many-countries",
        "scale": "law-or-policy",
        "evidence": "secondary",
        "ready_on": "2027-03-01",
        "outcomes": ["expert-report"],
        "effort": "days",
    },
    "complaint, courts exhausted": ORGANISATION
    | {
        "countries": ["NPL"],
        "themes": ["gender-violence"],
        "information": "individual-cases",
        "scale": "single-case",
        "evidence": "direct",
        "ready_on": "2026-12-01",
        "people": ["women"],
        "began_on": "2022-05-02",
        "happened_on": "2026-03-27",
        "continues": "effects",
        "urgency": "past",
        "consent": "given",
        "identification": "names-withheld",
        "our_name": "un-only",
        "remedies": "exhausted",
        "final_decision_on": "2026-03-27",
        "elsewhere": "no",
        "reprisals": "feared",
        "outcomes": ["legal-finding"],
        "considered": ["treaty-body-complaint"],
    },
    "complaint, before another body": ORGANISATION
    | {
        "countries": ["FRA"],
        "themes": ["religion-belief"],
        "information": "individual-cases",
        "scale": "single-case",
        "evidence": "direct",
        "ready_on": "2026-12-01",
        "people": ["women", "race-or-origin"],
        "began_on": "2019-04-01",
        "happened_on": "2023-02-14",
        "continues": "no",
        "urgency": "past",
        "consent": "victim",
        "identification": "open",
        "remedies": "exhausted",
        "final_decision_on": "2024-01-15",
        "elsewhere": "not-examined",
        "elsewhere_ended_on": "2026-02-02",
        "outcomes": ["legal-finding", "law-change"],
    },
    "pattern": ORGANISATION
    | {
        "countries": ["EGY"],
        "themes": ["torture"],
        "information": "themes-one-country",
        "scale": "consistent-pattern",
        "evidence": "direct",
        "ready_on": "2026-12-31",
        "people": ["none-of-these"],
        "began_on": "2019-01-01",
        "happened_on": "2026-10-01",
        "continues": "yes",
        "urgency": "ongoing",
        "consent": "given",
        "identification": "names-withheld",
        "our_name": "un-only",
        "remedies": "ineffective",
        "elsewhere": "no",
        "reprisals": "feared",
        "outcomes": ["council-action", "public-attention"],
        "effort": "months",
    },
    "expulsion tomorrow": ORGANISATION
    | {
        "countries": ["SWE"],
        "themes": ["torture"],
        "information": "individual-cases",
        "scale": "single-case",
        "evidence": "direct",
        "ready_on": "2026-11-28",
        "people": ["none-of-these"],
        "began_on": "2026-11-20",
        "happened_on": "2026-11-27",
        "continues": "yes",
        "urgency": "imminent",
        "danger": ["removal"],
        "consent": "given",
        "identification": "open",
        "remedies": "under-way",
        "remedy_stops_it": "no",
        "elsewhere": "no",
        "outcomes": ["protection"],
        "effort": "days",
    },
}
"""What people come with: each has an answer to all that they may be asked."""

COMPLAINTS = ("complaint, courts exhausted", "complaint, before another body", "pattern", "expulsion tomorrow")


SAID_WITH: Mapping[str, tuple[str, ...]] = {"ecosoc": ("sponsor",)}
"""What an answer says of another question too: whoever has no status says whether a partner would bring them in."""
OPTIONAL = frozenset({"considered"})
"""Folded on its page, so neither counted nor read unless somebody opens it."""


@dataclass(frozen=True)
class Page:
    """A page as it was seen: its step, the questions on it, and the words that were read there."""

    step: Step
    asked: tuple[str, ...]
    words: int


def pages(answers: Mapping[str, Any], edition: Edition, day: datetime.date) -> list[Page]:
    """The pages that somebody with these answers is shown, in order, from the first question to the check page."""
    return [*_pages(answers, edition, day)]


def _pages(answers: Mapping[str, Any], edition: Edition, day: datetime.date) -> Iterator[Page]:
    draft = Draft()
    walk = Walk({}, edition, day)
    if answers.get("urgency") == "imminent":
        walk = hurry(draft, walk)
    step: Step | None = walk.pages[0]
    owed: dict[Step, tuple[str, ...]] = {}
    while step is not None:
        asked = owed.get(step) or walk.questions_on(step)
        yield Page(step, asked, words_on(walk, asked, day))
        said = [*asked, *(more for slug in asked for more in SAID_WITH.get(slug, ()))]
        walk = record(draft, walk, step, {slug: answers.get(slug) for slug in said})
        step = None if owed else walk.after(step)
        if step is None:
            owed = walk.missing(draft.seen)
            step = next(iter(owed), None)


def words_on(walk: Walk, asked: tuple[str, ...], day: datetime.date) -> int:
    """The words that stand open on a page: questions, hints and answers. Long lists are folded by region, or explained once searched."""
    form = PageForm(asked, walk.edition, day, answers=walk.answers)
    texts: list[str] = []
    for bound in form:
        if bound.name in OPTIONAL:
            texts.append(str(bound.label))
            continue
        texts += [str(bound.label), str(bound.help_text)]
        field: Any = bound.field
        found: Any = bound
        if hasattr(field, "boxes"):
            texts += [f"{tick.label} {tick.hint}" for tick in found.boxes]
        elif hasattr(found, "groups"):
            folded = len(field.groups) > 1
            for group in found.groups:
                texts += [group.label] if folded else [tick.label for tick in group.ticks]
            texts += [f"{tick.label} {tick.hint}" for tick in found.alone]
        else:
            texts += [
                f"{tick.label} {tick.hint}"
                for tick in (*found.ticks, *(found.alone if hasattr(field, "alone") else ()))
            ]
    return sum(len(text.split()) for text in texts)


def table(edition: Edition, day: datetime.date) -> str:
    """For each example: questions, pages (with the start and the check page), and words."""
    lines = []
    for name, answers in EXAMPLES.items():
        seen = pages(answers, edition, day)
        asked = [slug for page in seen for slug in page.asked if slug not in OPTIONAL]
        shown = " | ".join(f"{page.step.key}: {' '.join(page.asked)}" for page in seen)
        numbers = f"{len(asked):2} questions, {len(seen) + START_AND_CHECK:2} pages, {sum(page.words for page in seen):4} words"
        lines.append(f"{name:32}{numbers}  ({shown})")
    return "\n".join(lines)
