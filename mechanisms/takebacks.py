"""A row added by mistake a moment ago: the person who added it may take it back, as long as nothing rests on it. History keeps it."""

import datetime
from typing import Any

from django.contrib.admin.utils import NestedObjects
from django.db import models, transaction
from django.utils import timezone

from mechanisms.models import Link
from mechanisms.remembered import Change
from mechanisms.signals import asked_if_published

WITHIN = datetime.timedelta(days=1)
ADDED = "+"


def may_take_back(row: Any, user: Any, now: datetime.datetime | None = None) -> bool:
    """Whether this person added the row within a day, no other row refers to it, and nothing was published since."""
    first = type(row).history.filter(id=row.pk).order_by("history_date", "history_id").first()
    if first is None or first.history_type != ADDED or first.history_user_id != user.pk:
        return False
    if first.history_date < (now or timezone.now()) - WITHIN:
        return False
    answers = asked_if_published.send(sender=type(row), since=first.history_date)
    return not any(answer for _receiver, answer in answers) and not _resting_on(row)


@transaction.atomic
def take_back(row: Any, change: Change) -> None:
    """Delete a row with the entries of its own lists."""
    for held in _with(_collected(row), row):
        if isinstance(held, Link):
            change.delete(held)
    change.delete(row)


def _resting_on(row: Any) -> list[models.Model]:
    """The rows that refer to this one; the entries of its own lists are a part of it."""
    found = _collected(row)
    return [*found.protected, *(held for held in _with(found, row) if not isinstance(held, Link))]


def _collected(row: Any) -> NestedObjects:
    """What would be deleted with a row, and what would keep it from being deleted."""
    found = NestedObjects(using=row._state.db, origin=row)
    found.collect([row])
    return found


def _with(found: NestedObjects, row: Any) -> list[models.Model]:
    return [held for rows in found.data.values() for held in rows if held != row]
