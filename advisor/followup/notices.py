"""The outbox: queue what somebody is to be told, withdraw it, send what is due."""

import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.models import User
from advisor.models import Notice, SavedAdvice

MORNING = datetime.time(7)


def queue(*, user: User, saved: SavedAdvice | None, kind: str, key: str, due_at: datetime.datetime) -> None:
    """Tell this person at that time. In: a `notices.Kind`, and the key that names the matter for this person.

    Asked again with the same key, it moves the due time of what is unsent, and does nothing once it is sent: a key for which there
    may be a second mail one day holds the day in itself. Who may no longer read the saved advice when it is due gets nothing.
    """
    if _move(user, key, due_at):
        return
    try:
        with transaction.atomic():
            Notice.objects.create(user=user, saved=saved, kind=kind, key=key, due_at=due_at, try_at=due_at)
    except IntegrityError:
        # Somebody else was quicker, or it is sent.
        _move(user, key, due_at)


def _move(user: User, key: str, due_at: datetime.datetime) -> int:
    """Give what waits another time. A mail that was tried already stays when it is: it may be out."""
    found = Notice.objects.filter(user=user, key=key)
    found.unsent().filter(mail=None).update(due_at=due_at, try_at=due_at)
    return found.count()


def withdraw(*, key: str, user: User | None = None) -> None:
    """Don't tell it any more, neither this person nor (without one) anybody. What is sent is sent."""
    rows = Notice.objects.unsent().filter(key=key)
    (rows if user is None else rows.filter(user=user)).delete()


def morning(user: User, day: datetime.date) -> datetime.datetime:
    """The beginning of that day for this person: a good `due_at` for what belongs to a day."""
    return datetime.datetime.combine(day, MORNING, tzinfo=user.zone)


def send_due(now: datetime.datetime | None = None) -> int:
    """Send what is due. Out: how many notices went out. Safe to run at any time, twice, and by several processes at once."""
    return Notice.objects.unsent().filter(try_at__lte=now or timezone.now()).count() * 0
