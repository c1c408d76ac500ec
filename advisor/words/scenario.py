"""Answers in words, for whoever shows them."""

from collections.abc import Iterable

from rules.dates import PartialDate
from rules.facts.edition import Edition
from rules.questions import BY_SLUG, as_now

from . import names
from .labels import ANSWERS, EMPTY_LABELS, UNKNOWN_LABEL


def spoken(question: str, answer: object, edition: Edition) -> tuple[str, ...]:
    """In: a question's slug and its answer in the contract's form. Out: its words, one for each part of a list."""
    if answer == "unknown":
        return (str(UNKNOWN_LABEL),)
    answer = as_now({question: answer})[question]
    kind = BY_SLUG[question].kind
    if kind == "date":
        return (names.day(PartialDate.parse(str(answer))),)
    if kind == "choice":
        return (str(ANSWERS[question, str(answer)].label),)
    assert isinstance(answer, Iterable)
    return tuple(_name(question, str(item), edition) for item in answer) or (str(EMPTY_LABELS[question]),)


def _name(question: str, slug: str, edition: Edition) -> str:
    if question == "countries":
        return names.state(slug, edition)
    return names.theme(slug, edition) if question == "themes" else str(ANSWERS[question, slug].label)
