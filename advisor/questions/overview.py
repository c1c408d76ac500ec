"""What the check page shows: every question that is asked with its answer, and the answers set aside."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from advisor.words.labels import QUESTIONS
from advisor.words.scenario import spoken
from rules.facts.edition import Edition

from . import walk
from .drawer import Answers
from .steps import Step

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise


@dataclass(frozen=True)
class Row:
    """A question and its answer in words. ``open`` where there is none; ``step`` is where to change it."""

    slug: str
    label: "StrPromise"
    words: tuple[str, ...]
    open: bool
    step: Step

    @property
    def many(self) -> bool:
        """Whether the answer is a list."""
        return len(self.words) > 1


@dataclass(frozen=True)
class Aside:
    """An answer that does not count now, and the questions whose answers made it so."""

    label: "StrPromise"
    words: tuple[str, ...]
    because: tuple["StrPromise", ...]


def parts(answers: Answers, edition: Edition) -> list[tuple["StrPromise", list[Row]]]:
    """The rows by part of the wizard, in the order of its pages."""
    found: dict[str, tuple[StrPromise, list[Row]]] = {}
    for step, asked in walk.path(answers):
        for slug in asked:
            found.setdefault(str(step.part), (step.part, []))[1].append(_row(slug, step, answers, edition))
    return list(found.values())


def aside(answers: Answers, edition: Edition) -> list[Aside]:
    """The answers set aside."""
    return [
        Aside(
            QUESTIONS[slug].label,
            spoken(slug, answers[slug], edition),
            tuple(QUESTIONS[other].label for other in because),
        )
        for slug, because in walk.set_aside(answers, edition).items()
    ]


def _row(slug: str, step: Step, answers: Answers, edition: Edition) -> Row:
    answered = slug in answers
    words = spoken(slug, answers[slug], edition) if answered else (_("Not answered"),)
    return Row(slug, QUESTIONS[slug].label, words, not answered, step)
