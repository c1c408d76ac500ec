"""How a route went for organisations: told by their members, shown to everybody in numbers that reveal nobody.

Five rules keep a single organisation out of what is shown:

- *Five or more.* Nothing about a route is shown, not even comments, unless five different organisations are in its numbers.
- *Five on either side.* An answer is shown only if at least five gave it and at least five did not. So neither the answer nor the rest
  of the total is about fewer than five, and nothing shows that everybody or nobody gave an answer. Below ten organisations only the
  total is shown. There are no tables of one answer by another.
- *In fives.* Every number, the total included, is rounded down to a multiple of five. So what is left of the total after several
  answers is known only within bounds.
- *Five at a time.* Numbers are made again only when five different organisations have told something new or different. So somebody who
  looks each day sees them change by five organisations at once, and can't read from them what the latest one told.
- *No fewer again.* When organisations withdraw and fewer than five of those counted are left, the numbers disappear until five
  others have told something new.

What this can't prevent: somebody who founds four organisations learns something about every fifth one.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.models import Organisation, User
from rules.vocabulary import RouteSlug

from .models import Experience, ExperienceCount, Standing

FEWEST = 5
"""The fewest organisations that are shown; every number is a multiple of it."""

SINGLE = ("again", "effort", "group", "year")
"""Questions with one answer; what came of it may have several."""

Numbers = Mapping[str, Mapping[str, int]]


class Overtaken(Exception):
    """Somebody else has changed it meanwhile."""


@dataclass(frozen=True)
class Told:
    """What is shown of one route. If nothing may be shown, ``total`` is 0 and the rest is empty."""

    total: int
    numbers: Numbers
    comments: tuple[str, ...]


NOTHING = Told(0, {}, ())


@transaction.atomic
def tell(*, organisation: Organisation, route: RouteSlug, told: Mapping[str, Any], revision: int) -> Experience:
    """Tell how a route went, or tell it anew. In: ``told``, the fields by name; ``revision`` of what was there, 0 where nothing was.

    A changed comment needs a new decision. Raises `Overtaken`.
    """
    count = _locked(route)
    now = Experience.objects.filter(organisation=organisation, route=route.value).first()
    if revision != (now.revision if now else 0):
        raise Overtaken
    row = now or Experience(organisation=organisation, route=route.value, revision=0)
    if row.comment != told["comment"]:
        row.approved = row.decided_at = row.decided_by = None
    counts_differently = any(getattr(row, name) != told[name] for name in (*SINGLE, "came_of"))
    for name, value in told.items():
        setattr(row, name, value)
    if row.standing == Standing.COUNTED and counts_differently:
        row.standing = Standing.CHANGED
    row.revision += 1
    row.changed_at = timezone.now()
    row.save()
    _make_anew(count)
    return row


def withdraw(*, organisation: Organisation, route: RouteSlug) -> None:
    """Take back what was told. It is gone at once; from the numbers when they are next made."""
    Experience.objects.filter(organisation=organisation, route=route.value).delete()


@transaction.atomic
def decide(*, experience: Experience, approved: bool, revision: int, by: User) -> None:
    """An editor shows or refuses a comment, or changes an earlier decision. Raises `Overtaken` if the comment is not the one that the
    editor read."""
    written = Experience.objects.exclude(comment="").filter(pk=experience.pk, revision=revision)
    if not written.update(approved=approved, decided_at=timezone.now(), decided_by=by):
        raise Overtaken


def shown() -> dict[str, Told]:
    """What may be shown, of each of the six routes."""
    kept = {count.route: count.numbers for count in ExperienceCount.objects.all() if count.numbers}
    rows = list(Experience.objects.counted().filter(route__in=kept)) if kept else []
    return {
        route.value: _told(kept.get(route.value), [row for row in rows if row.route == route]) for route in RouteSlug
    }


def _told(numbers: dict[str, Any] | None, counted: list[Experience]) -> Told:
    if not numbers or len(counted) < FEWEST:
        return NOTHING
    # In the order of the alphabet, which says nothing about who came when.
    comments = sorted(row.comment for row in counted if row.approved and row.comment)
    return Told(numbers["total"], numbers["cells"], tuple(comments))


def _locked(route: RouteSlug) -> ExperienceCount:
    """The numbers of a route. Locked: organisations that tell at the same time take turns."""
    ExperienceCount.objects.get_or_create(route=route.value)
    return ExperienceCount.objects.select_for_update().get(route=route.value)


def _make_anew(count: ExperienceCount) -> None:
    """Count again, if five organisations have told something new or different since the last time."""
    rows = Experience.objects.filter(route=count.route)
    if rows.exclude(standing=Standing.COUNTED).count() < FEWEST:
        return
    count.numbers = numbers(list(rows))
    count.made_at = timezone.now()
    count.save()
    rows.update(standing=Standing.COUNTED)


def numbers(rows: list[Experience]) -> dict[str, Any]:
    """The numbers in fives: the total, and each answer that was given often enough to be shown."""
    cells = {name: _cells((str(getattr(row, name)) for row in rows), len(rows)) for name in SINGLE}
    cells["came_of"] = _cells((slug for row in rows for slug in set(row.came_of)), len(rows))
    return {"total": _in_fives(len(rows)), "cells": cells}


def _cells(values: Iterable[str], total: int) -> dict[str, int]:
    counted = Counter(value for value in values if value)
    return {
        value: _in_fives(number)
        for value, number in sorted(counted.items())
        if number >= FEWEST and total - number >= FEWEST
    }


def _in_fives(number: int) -> int:
    return number // FEWEST * FEWEST


def export(user: User) -> list[dict[str, Any]]:
    """What the organisations of this person have told."""
    rows = Experience.objects.filter(organisation__memberships__user=user).select_related("organisation")
    return [
        {
            "organisation": row.organisation.name,
            "route": row.route,
            "group": row.group,
            "year": row.year,
            "came_of": row.came_of,
            "effort": row.effort,
            "again": row.again,
            "comment": row.comment,
            "comment_shown": bool(row.approved),
        }
        for row in rows.order_by("organisation__name", "route")
    ]
