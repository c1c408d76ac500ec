"""The file of a calendar address, kept until something in it may have changed: programs ask day and night, and mostly for nothing.

It lies sealed in the cache, for a day at most. What it was made from is looked at again each time, so what was revoked, closed or taken
from somebody is in no file from that moment on.
"""

import datetime
import hashlib
import json

from django.core.cache import cache
from django.db.models import Count, Max

from advisor.saved.models import GivenAdvice
from rules.facts.edition import Edition
from rules.version import RULES

from .models import CalendarEntry, CalendarFeed

SECONDS = 24 * 60 * 60


def made_from(feed: CalendarFeed, edition: Edition, today: datetime.date) -> str:
    """A digest of all that decides what the file holds: which matters, how they are, and the advice of the day.

    A matter that somebody works on has another ``changed_at``, be it a task of its plan; what the portal itself follows is told by the
    advice that it gave, and what another address or a download gave out by the entries.
    """
    matters = list(feed.readable.order_by("pk").values_list("pk", "changed_at"))
    given = GivenAdvice.objects.filter(saved__in=feed.readable).aggregate(Max("pk"), Count("pk"))
    entries = CalendarEntry.objects.filter(saved__in=feed.readable).aggregate(Max("changed_at"), Count("pk"))
    told = [edition.id, RULES, today, feed.language, feed.neutral, matters, given, entries]
    return hashlib.sha256(json.dumps(told, default=str).encode()).hexdigest()


def is_unchanged(feed: CalendarFeed, made: str) -> bool:
    """Whether what was given out last was made from the same."""
    return bool(cache.get(_name(feed, "made")) == made)


def content(feed: CalendarFeed) -> bytes | None:
    """The file as it was given out last, if it is still kept."""
    text: str | None = cache.get(_name(feed, "file"))
    return text.encode() if text else None


def keep(feed: CalendarFeed, made: str, content: bytes) -> None:
    """Keep the file, and what it was made from."""
    cache.set(_name(feed, "file"), content.decode(), SECONDS)
    cache.set(_name(feed, "made"), made, SECONDS)


def _name(feed: CalendarFeed, what: str) -> str:
    return f"calendar:{feed.pk}:{feed.token_hash}:{what}"
