"""What people do with the private addresses of their calendars, and what such an address holds today."""

import datetime
import hashlib
import json
from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone
from django.utils.translation import ngettext

from accounts import keys, tokens
from accounts.models import User
from advisor.saved.assessment import assess
from advisor.saved.models import SavedAdvice
from rules.facts.edition import Edition

from .entries import keep
from .models import CalendarEntry, CalendarFeed

SERVED = "calendar files"

MOST = 20
"""How many addresses one person may have at a time."""

SHOWN_DAYS = 30
"""How long a revoked address stays in its owner's list before it is deleted."""


class TooMany(Exception):
    """No further address. The message is for the person who tried."""


@transaction.atomic
def make(*, by: User, saved: SavedAdvice | None, neutral: bool, language: str) -> str:
    """A new address, of one saved advice or of all. Out: its token, which is stored nowhere. Raises `TooMany`."""
    User.objects.select_for_update().get(pk=by.pk)
    if by.calendar_feeds.filter(revoked_at=None).count() >= MOST:
        raise TooMany(
            ngettext(
                "You have %(count)s calendar address. Revoke it if you no longer need it, then make a new one.",
                "You have %(count)s calendar addresses. Revoke one that you no longer need, then make a new one.",
                MOST,
            )
            % {"count": MOST}
        )
    token = tokens.new()
    by.calendar_feeds.create(saved=saved, neutral=neutral, language=language, token_hash=tokens.hashed(token))
    return token


def revoke(*, feed: CalendarFeed) -> None:
    """The address answers no more, from now on."""
    CalendarFeed.objects.filter(pk=feed.pk, revoked_at=None).update(revoked_at=timezone.now())


def find(token: str) -> CalendarFeed | None:
    """The address with this token, unless it is revoked."""
    return CalendarFeed.objects.open().select_related("user").filter(token_hash=tokens.hashed(token)).first()


def held(feed: CalendarFeed, edition: Edition, today: datetime.date) -> list[CalendarEntry]:
    """The entries of all that the address may hold today."""
    rows = feed.readable.prefetch_related("calendar_entries", "tasks").order_by("created_at", "pk")
    kept = [entry for saved in rows for entry in keep(saved, assess(saved, edition, today, changes=False))]
    return _once(kept)


def _once(rows: Iterable[CalendarEntry]) -> list[CalendarEntry]:
    """Two matters often share a date of the UN. It is shown once, and not as cancelled while one of them still has it."""
    found: dict[object, CalendarEntry] = {}
    for row in sorted(rows, key=lambda row: row.cancelled):
        shared = "code" in row.content["what"]
        found.setdefault(json.dumps(row.content, sort_keys=True) if shared else row.uid, row)
    return list(found.values())


def served(feed: CalendarFeed, content: bytes, today: datetime.date) -> None:
    """Record that it was read today, and since when its content is as it is. Writes only changes: at most once a day, and at each
    change of content."""
    known = keys.digests(SERVED, f"{feed.pk}/{hashlib.sha256(content).hexdigest()}")
    if feed.served not in known:
        feed.served, feed.served_at, feed.last_read_on = known[0], timezone.now(), today
        feed.save(update_fields=["served", "served_at", "last_read_on"])
    else:
        read(feed, today)


def read(feed: CalendarFeed, today: datetime.date) -> None:
    """Record that it was read today. Writes at most once a day."""
    if feed.last_read_on != today:
        feed.last_read_on = today
        feed.save(update_fields=["last_read_on"])


def export(user: User) -> list[dict[str, object]]:
    """The addresses that this person made. Their tokens are not stored."""
    return [
        {
            "saved": str(feed.saved_id) if feed.saved_id else None,
            "neutral": feed.neutral,
            "language": feed.language,
            "made": feed.created_at.isoformat(),
            "last_read": feed.last_read_on.isoformat() if feed.last_read_on else None,
            "revoked": feed.revoked_at.isoformat() if feed.revoked_at else None,
        }
        for feed in user.calendar_feeds.all()
    ]


def tidy() -> int:
    """Delete addresses that were revoked long ago. Out: how many."""
    long_ago = timezone.now() - datetime.timedelta(days=SHOWN_DAYS)
    return CalendarFeed.objects.filter(revoked_at__lt=long_ago).delete()[0]
