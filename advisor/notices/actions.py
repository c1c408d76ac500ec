"""What somebody is told by mail: queue it, withdraw it, send what is due."""

import datetime
import logging

from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone

from accounts.fields import closed
from accounts.models import User
from accounts.people import verified_addresses
from advisor.saved.access import role_on
from advisor.saved.models import SavedAdvice

from . import mails, models, outbox
from .models import Notice

log = logging.getLogger(__name__)

MOST_MAILS = 1_000
"""The most mails in one round, so that other rounds get their turn."""
MOST_FAILURES = 3
"""After this many failures in a row the mail server counts as down, and the round ends."""


def queue(*, user: User, saved: SavedAdvice | None, kind: str, key: str, due_at: datetime.datetime) -> None:
    """Tell this person at that time. In: a `Kind`, and the key that names the matter for this person.

    Called again with the same key, it moves the due time of an unsent notice and does nothing once it is sent. So a key must contain
    the day if a second mail about the same thing may follow. People who may no longer read the saved advice when it is due get nothing.
    """
    row = models.new(user=user, saved=saved, kind=kind, name=key, due_at=due_at, now=timezone.now())
    there = Notice.objects.filter(user=user).named(key)
    if not there.exclude(key=row.key).exists():  # under a secret key before
        Notice.objects.bulk_create([row], ignore_conflicts=True)
    # The row may be there already. A mail that was tried keeps its time: it may have been sent.
    for waiting in there.unsent().filter(mail=None):
        if waiting.due_at != due_at:
            what = closed(waiting, "what", row.what | {"kind": waiting.kind.value})
            Notice.objects.unsent().filter(pk=waiting.pk, mail=None).update(what=what, try_at=row.try_at)


def withdraw(*, key: str, user: User | None = None) -> None:
    """Withdraw what is unsent, for this person or, without one, for everybody."""
    rows = Notice.objects.unsent().named(key)
    (rows if user is None else rows.filter(user=user)).delete()


def morning(user: User, day: datetime.date) -> datetime.datetime:
    """The beginning of that day for this person: a good `due_at` for what belongs to a day."""
    return datetime.datetime.combine(day, outbox.MORNING, tzinfo=user.zone)


def send_due(now: datetime.datetime | None = None) -> int:
    """Send what is due. Out: how many notices went out. Safe to run at any time, twice, and by several processes at once."""
    outbox.look(now or timezone.now())
    count = failures = 0
    connection = get_connection()
    for _ in range(MOST_MAILS):
        letter = outbox.take(now or timezone.now())
        if letter is None:
            break
        try:
            count += _send(letter, connection)
            outbox.sent(letter, now or timezone.now())
            failures = 0
        except Exception as fault:
            # Log neither the fault's message nor the address: both may name somebody.
            log.warning("A mail could not be sent (%s)", type(fault).__name__)
            outbox.failed(letter, now or timezone.now())
            connection.close()
            failures += 1
            if failures == MOST_FAILURES:
                break
    connection.close()
    return count


def _send(letter: outbox.Letter, connection: BaseEmailBackend) -> int:
    """Hand it to the mail server. Out: how many notices it holds; 0 if nobody may be told."""
    user = letter.preference.user
    reachable = user.is_active and user.email.lower() in verified_addresses(user)
    told = [notice for notice in letter.notices if reachable and _may_know(user, notice)]
    outbox.drop(letter, [notice for notice in letter.notices if notice not in told])
    if told:
        connection.open()
        connection.send_messages([mails.compose(letter, told)])
    return len(told)


def _may_know(user: User, notice: Notice) -> bool:
    return notice.saved_id is None or role_on(user, notice.saved) is not None
