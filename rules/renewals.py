"""What the facts of a day say about the Council's decisions on the States and mandates of a scenario."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from .facts.addresses import Door
from .facts.edition import Edition
from .facts.mandates import Mandate
from .facts.resolutions import Renewal, Resolution
from .vocabulary import PointerSlug

MANDATE, BODY = "mandate", "door"
"""What was renewed: named as `mandate:slug` or `door:slug`."""


@dataclass(frozen=True, slots=True)
class Renewed:
    """A mandate or a body of inquiry, the State that it is on, if any, and what last renewed it."""

    subject: str
    country: str | None
    renewal: Renewal


def resolutions_on(edition: Edition, countries: Iterable[str], day: datetime.date) -> tuple[Resolution, ...]:
    """The resolutions adopted by a day on any of these States."""
    named = frozenset(countries)
    return tuple(row for row in edition.resolutions if named & {*row.states} and row.adopted_on.first <= day)


def renewed(
    edition: Edition,
    mandates: Iterable[Mandate],
    doors: Iterable[Door],
    countries: Iterable[str],
    day: datetime.date,
) -> tuple[Renewed, ...]:
    """Of each mandate and of each body of inquiry: what last renewed it by a day. Those of which nothing is known are left out."""
    subjects = [(MANDATE, mandate.slug, mandate.country) for mandate in mandates]
    for door in doors:
        if door.pointer is PointerSlug.INVESTIGATION:
            subjects.append((BODY, door.slug, next((code for code in countries if code in door.states), None)))
    found = []
    for kind, slug, country in dict.fromkeys(subjects):
        pairs = edition.renewals_by_subject.get((slug, "") if kind == MANDATE else ("", slug), ())
        known = [renewal for resolution, renewal in pairs if resolution.adopted_on.first <= day]
        if known:
            found.append(Renewed(f"{kind}:{slug}", country, known[-1]))
    return tuple(found)
