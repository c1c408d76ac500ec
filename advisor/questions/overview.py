"""What the check page shows: every question asked with its answer, the answers set aside, and what makes no difference."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from advisor.words.labels import QUESTIONS, WITHOUT_STATUS
from advisor.words.scenario import spoken

from .steps import Step
from .walk import Walk

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


def parts(walk: Walk) -> list[tuple["StrPromise", list[Row]]]:
    """The rows by part of the wizard, in the order of its pages."""
    found: dict[str, tuple[StrPromise, list[Row]]] = {}
    for step, asked in walk.path:
        for slug in asked:
            found.setdefault(str(step.part), (step.part, []))[1].append(_row(slug, step, walk))
    return list(found.values())


def aside(walk: Walk) -> list[Aside]:
    """The answers set aside."""
    return [
        Aside(
            QUESTIONS[slug].label,
            spoken(slug, walk.answers[slug], walk.edition),
            tuple(QUESTIONS[other].label for other in because),
        )
        for slug, because in walk.set_aside.items()
    ]


def left_out(walk: Walk) -> list[Row]:
    """The questions that make no difference here, as things stand."""
    return [_row(slug, step, walk) for step, slugs in walk.left_out for slug in slugs]


def _row(slug: str, step: Step, walk: Walk) -> Row:
    if slug == "ecosoc" and walk.sponsor_said_with_status:
        return Row(slug, QUESTIONS[slug].label, (str(WITHOUT_STATUS[walk.answers["sponsor"]]),), False, step)
    answered = slug in walk.answers
    words = spoken(slug, walk.answers[slug], walk.edition) if answered else (_("Not answered"),)
    return Row(slug, QUESTIONS[slug].label, words, not answered, step)
