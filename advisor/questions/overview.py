"""What the check page shows: every question asked with its answer, the answers set aside, and what makes no difference."""

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import HttpRequest
from django.utils.translation import gettext as _

from advisor.editions import store
from advisor.words.labels import QUESTIONS, URGENCY_OF_THE_CALM, WITHOUT_STATUS
from advisor.words.scenario import spoken
from mechanisms.words import listed
from rules.dates import PartialDate
from rules.facts.edition import Edition

from . import drawer
from .addresses import address_in
from .dates import written
from .drawer import Answers
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


@dataclass(frozen=True)
class Begun:
    """A draft of this visit: where it is, in words; ``key`` is its id, and the addresses lead into it."""

    key: str
    about: str
    begun: datetime.datetime | None
    go_on: str
    forget: str


def begun(request: HttpRequest) -> list[Begun]:
    """The drafts of this visit in which something was answered, the first begun first."""
    edition = store.published()
    return [
        Begun(
            each.key,
            _about(each.draft.answers, edition),
            each.begun,
            address_in(each.key, "advisor:resume"),
            address_in(each.key, "advisor:delete"),
        )
        for each in drawer.opened(request)
        if each.draft.answers
    ]


def _about(answers: Answers, edition: Edition) -> str:
    """What draft this is, for whoever wrote it: its States, otherwise its themes. At most two are named."""
    for slug in ("countries", "themes"):
        if isinstance(told := answers.get(slug), list) and (known := Walk({slug: told}, edition).sound.get(slug)):
            named = spoken(slug, known[:2], edition)
            return listed([*named, _("others")] if len(known) > 2 else named)
    return _("No State and no theme yet")


def parts(walk: Walk, draft: drawer.Draft | None = None) -> list[tuple["StrPromise", list[Row]]]:
    """The rows by part of the wizard, in the order of its pages. In: the draft, where it is at hand: it knows more than answers."""
    found: dict[str, tuple[StrPromise, list[Row]]] = {}
    for step, asked in walk.path:
        for slug in asked:
            found.setdefault(str(step.part), (step.part, []))[1].append(_row(slug, step, walk, draft or drawer.Draft()))
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
    return [_row(slug, step, walk, drawer.Draft()) for step, slugs in walk.left_out for slug in slugs]


def _row(slug: str, step: Step, walk: Walk, draft: drawer.Draft) -> Row:
    if slug == "ecosoc" and walk.sponsor_said_with_status:
        return Row(slug, QUESTIONS[slug].label, (str(WITHOUT_STATUS[walk.answers["sponsor"]]),), False, step)
    if slug in draft.coarse and slug in walk.answers:
        counted = {
            "date": written(PartialDate.parse(draft.coarse[slug])),
            "day": spoken(slug, walk.answers[slug], walk.edition)[0],
        }
        return Row(slug, QUESTIONS[slug].label, (_("%(date)s (counted as %(day)s)") % counted,), False, step)
    answered = slug in walk.answers
    words = spoken(slug, walk.answers[slug], walk.edition) if answered else (_("Not answered"),)
    calm = slug == "urgency" and not answered and draft.no_danger == "no"
    label = URGENCY_OF_THE_CALM.label if calm else QUESTIONS[slug].label
    return Row(slug, label, words, not answered, step)
