"""The rows of the outbox, and which worker has which: claimed in a transaction, released when the mail is sent or has failed.

A worker that is killed while sending leaves its claim behind. When that is too old, the same rows are claimed again under the same
Message-ID, so that a mail server (or the folder of mails) that has the mail already can drop the copy.
"""

import datetime
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from accounts.models import User

from .models import Mode, Notice, NoticePreference, NoticeQuerySet

CLAIM_LASTS = datetime.timedelta(minutes=10)
"""Longer than a mail server may take for one mail."""
FIRST_DELAY = datetime.timedelta(minutes=2)
LONGEST_DELAY = datetime.timedelta(days=1)
KEPT = datetime.timedelta(days=90)
"""How long a sent notice is kept, so that it is not sent again; also how long we try to send one."""
MORNING = datetime.time(7)


@dataclass(frozen=True)
class Letter:
    """One mail to one person, held by one worker. ``id`` is the same however often it is tried."""

    id: uuid.UUID
    claim: uuid.UUID
    preference: NoticePreference
    notices: Sequence[Notice]


def take(now: datetime.datetime) -> Letter | None:
    """Claim the mail that has waited longest; None when nothing waits."""
    passed: set[int] = set()
    while (user_id := _takeable(now).exclude(user_id__in=passed).values_list("user_id", flat=True).first()) is not None:
        letter = _claim(user_id, now)
        if letter is not None:
            return letter
        passed.add(user_id)
    return None


@transaction.atomic
def _claim(user_id: int, now: datetime.datetime) -> Letter | None:
    """The next mail to this person. The row of their wishes is locked first, so that two workers don't make two mails of one."""
    preference = _wishes(user_id)
    waiting = _takeable(now).filter(user_id=user_id)
    if preference.mode == Mode.OFF:
        waiting.delete()
        return None
    head = waiting.values_list("pk", "mail").first()
    if head is None:
        return None
    first, begun = head
    daily = begun is None and preference.mode == Mode.DAILY
    waiting = waiting.filter(mail=begun) if begun or daily else waiting.filter(pk=first)
    # A row that somebody is just moving or withdrawing is skipped. SQLite has one writer, and needs no such lock.
    taken = list(waiting.select_for_update(skip_locked=True, of=("self",)).values_list("pk", flat=True))
    mail, claim = begun or uuid.uuid4(), uuid.uuid4()
    _takeable(now).filter(pk__in=taken).update(claim=claim, claimed_at=now, mail=mail)
    notices = list(Notice.objects.filter(claim=claim).select_related("saved"))
    if not notices:
        return None
    if daily:
        preference.digest_after = _next_morning(preference, now)
        preference.save(update_fields=["digest_after"])
    return Letter(mail, claim, preference, notices)


def _wishes(user_id: int) -> NoticePreference:
    """How this person wants to be told, locked until the transaction ends."""
    locked = NoticePreference.objects.select_for_update(of=("self",)).select_related("user").filter(user_id=user_id)
    preference = locked.first()
    if preference is None:
        NoticePreference.objects.get_or_create(user_id=user_id)
        preference = locked.get()
    return preference


def _takeable(now: datetime.datetime) -> NoticeQuerySet:
    """What is due and not being sent, without what waits for tomorrow's mail."""
    free = Q(claimed_at=None) | Q(claimed_at__lt=now - CLAIM_LASTS)
    tomorrow = Q(mail=None, user__notice_preference__mode=Mode.DAILY, user__notice_preference__digest_after__gt=now)
    return Notice.objects.unsent().filter(free, try_at__lte=now).exclude(tomorrow).order_by("try_at", "id")


def _next_morning(preference: NoticePreference, now: datetime.datetime) -> datetime.datetime:
    """The morning of the next day, as this person's clock shows it."""
    zone = preference.user.zone
    tomorrow = now.astimezone(zone).date() + datetime.timedelta(days=1)
    return datetime.datetime.combine(tomorrow, MORNING, tzinfo=zone)


def drop(letter: Letter, notices: Sequence[Notice]) -> None:
    """Delete what must not be told any more."""
    Notice.objects.filter(claim=letter.claim, pk__in=[notice.pk for notice in notices]).delete()


def sent(letter: Letter, now: datetime.datetime) -> None:
    """Record that the mail is sent."""
    Notice.objects.filter(claim=letter.claim).update(sent_at=now, claim=None, claimed_at=None, failed_at=None)


def failed(letter: Letter, now: datetime.datetime) -> None:
    """Record that it is not sent, or that nobody knows: try again, after a longer time each time."""
    before = max(notice.attempts for notice in letter.notices)
    delay = min(FIRST_DELAY * 2 ** min(before, 16), LONGEST_DELAY)
    rows = Notice.objects.filter(claim=letter.claim)
    rows.update(claim=None, claimed_at=None, attempts=F("attempts") + 1, failed_at=now, try_at=now + delay)


def tidy() -> int:
    """Delete what was sent long ago, and what could not be sent for as long. Out: how many rows."""
    long_ago = timezone.now() - KEPT
    deleted, _ = Notice.objects.filter(Q(sent_at__lt=long_ago) | Q(sent_at=None, due_at__lt=long_ago)).delete()
    return deleted


def export(user: User) -> dict[str, Any]:
    """What is kept of this person here, for JSON."""
    preference = NoticePreference.objects.filter(user=user).first() or NoticePreference(user=user)
    return {
        "mails": preference.mode,
        "with_names": preference.with_names,
        "notices": [
            {
                "kind": notice.kind,
                "saved": str(notice.saved_id) if notice.saved_id else None,
                "due": notice.due_at.isoformat(),
                "sent": notice.sent_at.isoformat() if notice.sent_at else None,
            }
            for notice in Notice.objects.filter(user=user)
        ],
    }
