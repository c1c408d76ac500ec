"""The rows of the outbox, and which worker has which: claimed in a transaction, released when the mail is sent or has failed.

A worker that is killed while sending leaves its claim behind. When that is too old, the same rows are claimed again under the same
Message-ID, so that a mail server (or the folder of mails) that has the mail already can drop the copy.
"""

import datetime
import logging
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from cryptography.fernet import InvalidToken
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from accounts.models import User

from .models import Mode, Notice, NoticePreference, NoticeQuerySet, next_look

log = logging.getLogger(__name__)

CLAIM_LASTS = datetime.timedelta(minutes=10)
"""Longer than a mail server may take for one mail."""
FIRST_DELAY = datetime.timedelta(minutes=2)
LONGEST_DELAY = datetime.timedelta(days=1)
KEPT = datetime.timedelta(days=90)
"""How long a sent notice is kept after its month, so that it is not sent again; also how long we try to send one."""
BATCH = 500
_NEVER = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
"""What stands where a sent row had its next attempt: that would tell when it was sent."""
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


def look(now: datetime.datetime) -> None:
    """Open what is to be looked at. What is not due yet is looked at again later."""
    last = 0
    while True:
        with transaction.atomic():
            # Locked, so that nobody moves one to an earlier time meanwhile. What is being moved is looked at in the next round.
            rows = _takeable(now).filter(mail=None, pk__gt=last).order_by("pk")
            batch = list(rows.select_for_update(skip_locked=True, of=("self",))[:BATCH])
            _put_off(batch, now)
        if len(batch) < BATCH:
            return
        last = batch[-1].pk


def _put_off(rows: Iterable[Notice], now: datetime.datetime) -> None:
    """Look again later at those that are not due. All at the same moment, but those that are due before it."""
    early: dict[datetime.datetime, list[int]] = {}
    for row in rows:
        moment = _looked(row, now)
        if moment is not None:
            early.setdefault(moment, []).append(row.pk)
    for moment, pks in early.items():
        Notice.objects.unsent().filter(pk__in=pks, mail=None).update(try_at=moment)


def _looked(row: Notice, now: datetime.datetime) -> datetime.datetime | None:
    """When to look at it again; None if it is due."""
    try:
        return next_look(row.due_at, now) if row.due_at > now else None
    except InvalidToken:
        log.error("Notice %s can't be unsealed: its key is gone", row.pk)
        return now + LONGEST_DELAY


@transaction.atomic
def _claim(user_id: int, now: datetime.datetime) -> Letter | None:
    """The next mail to this person. The row of their wishes is locked first, so that two workers don't make two mails of one."""
    preference = _wishes(user_id)
    waiting = _takeable(now).filter(user_id=user_id)
    # What was queued since the last look; locked, so that nobody moves it to an earlier time meanwhile.
    _put_off(waiting.filter(mail=None).select_for_update(skip_locked=True, of=("self",)), now)
    if preference.mode == Mode.OFF:
        waiting.delete()
        return None
    head = min(waiting, key=lambda row: (row.try_at if row.mail else row.due_at, row.pk), default=None)
    if head is None:
        return None
    first, begun = head.pk, head.mail
    daily = begun is None and preference.mode == Mode.DAILY
    waiting = waiting.filter(mail=begun) if begun or daily else waiting.filter(pk=first)
    # A row that somebody is just moving or withdrawing is skipped. SQLite has one writer, and needs no such lock.
    taken = list(waiting.select_for_update(skip_locked=True, of=("self",)).values_list("pk", flat=True))
    mail, claim = begun or uuid.uuid4(), uuid.uuid4()
    _takeable(now).filter(pk__in=taken).update(claim=claim, claimed_at=now, mail=mail)
    notices = sorted(Notice.objects.filter(claim=claim).select_related("saved"), key=lambda row: (row.due_at, row.pk))
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
    # Nobody claims in the future: a clock that ran ahead was set right since.
    free = Q(claimed_at=None) | Q(claimed_at__lt=now - CLAIM_LASTS) | Q(claimed_at__gt=now + CLAIM_LASTS)
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
    """Record that the mail is sent: in which month, and no longer about what, since the day of a reminder tells of its matter."""
    rows = Notice.objects.filter(claim=letter.claim)
    rows.update(sent_at=_end_of_month(now), saved=None, claim=None, claimed_at=None, failed_at=None, try_at=_NEVER)


def _end_of_month(moment: datetime.datetime) -> datetime.datetime:
    first = moment.astimezone(datetime.UTC).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    return (first + datetime.timedelta(days=31)).replace(day=1)


def failed(letter: Letter, now: datetime.datetime) -> None:
    """Record that it is not sent, or that nobody knows: try again, after a longer time each time."""
    before = max(notice.attempts for notice in letter.notices)
    delay = min(FIRST_DELAY * 2 ** min(before, 16), LONGEST_DELAY)
    rows = Notice.objects.filter(claim=letter.claim)
    rows.update(claim=None, claimed_at=None, attempts=F("attempts") + 1, failed_at=now, try_at=now + delay)


def tidy() -> int:
    """Delete what was sent long ago, and what could not be sent for as long. Out: how many rows."""
    now = timezone.now()
    # The morning that a daily mail waits for tells the day of the last one.
    NoticePreference.objects.filter(digest_after__lte=now).update(digest_after=None)
    waiting = Notice.objects.unsent().filter(~Q(mail=None) | Q(try_at__lt=now - KEPT))
    stale = [row.pk for row in waiting.iterator() if _waits_since(row, now - KEPT)]
    deleted, _ = Notice.objects.filter(Q(sent_at__lt=now - KEPT) | Q(sent_at=None, pk__in=stale)).delete()
    return deleted


def _waits_since(row: Notice, moment: datetime.datetime) -> bool:
    try:
        return row.due_at < moment
    except InvalidToken:
        return row.try_at < moment


def export(user: User) -> dict[str, Any]:
    """What is kept of this person here, for JSON."""
    preference = NoticePreference.objects.filter(user=user).first() or NoticePreference(user=user)
    return {
        "mails": preference.mode,
        "with_names": preference.with_names,
        "notices": [
            {
                "kind": notice.kind.value,
                "saved": str(notice.saved_id) if notice.saved_id else None,
                "due": notice.due_at.isoformat(),
                "sent": notice.sent_at.isoformat() if notice.sent_at else None,
            }
            for notice in Notice.objects.filter(user=user)
        ],
    }
