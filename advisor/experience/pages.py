"""How routes went for others, in words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from advisor.words.labels import ANSWERS

from .actions import Told, shown
from .models import Again, CameOf

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

ASKED: Mapping[str, tuple["StrOrPromise", Callable[[str], "StrOrPromise"]]] = {
    "came_of": (_("What came of it"), lambda slug: CameOf(slug).label),
    "again": (_("Would use it again"), lambda slug: Again(slug).label),
    "effort": (_("How much work it was"), lambda slug: ANSWERS["effort", slug].label),
    "group": (_("Where"), lambda slug: ANSWERS["regions", slug].label),
    "year": (_("When they used it last"), str),
}
"""What was asked, in the order of the page, and what an answer is called."""
KEY = "advisor_experience"
"""Where a request keeps what was read for it."""


@dataclass(frozen=True)
class Row:
    """What was told to one question: each answer with its number."""

    label: "StrOrPromise"
    answers: tuple[tuple["StrOrPromise", int], ...]


@dataclass(frozen=True)
class Shown:
    """How one route went for others. ``total`` is 0 where too few have told."""

    total: int
    rows: tuple[Row, ...]
    comments: tuple[str, ...]


def shown_once(request: HttpRequest) -> dict[str, Told]:
    """What may be shown of each of the six routes, read at once and once a page."""
    if not hasattr(request, KEY):
        setattr(request, KEY, shown())
    found: dict[str, Told] = getattr(request, KEY)
    return found


def in_words(told: Told) -> Shown:
    """What may be shown, in words; the most frequent answer first."""
    rows = [
        Row(label, tuple((name(slug), number) for slug, number in sorted(cells.items(), key=lambda cell: -cell[1])))
        for key, (label, name) in ASKED.items()
        if (cells := told.numbers.get(key))
    ]
    return Shown(told.total, tuple(rows), told.comments)
