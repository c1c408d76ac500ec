"""Calendars: the private addresses that calendar programs read, and what each date was when it was last given out."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.fields import Bound, SealedJSONField
from advisor.saved.models import SavedAdvice


class CalendarFeedQuerySet(models.QuerySet["CalendarFeed"]):
    """Addresses, by whether they still work."""

    def open(self) -> "CalendarFeedQuerySet":
        """Those that answer: not revoked, and of somebody who may still sign in."""
        return self.filter(revoked_at=None, user__is_active=True)


class CalendarFeed(models.Model):
    """An address that one person's calendar program reads. Only the address holds the token itself; this row holds its hash.

    Without ``saved`` it holds the dates of all that this person may read. ``neutral`` titles tell only that there is a date. A calendar
    program asks for no language, so the row keeps the one in which the address was made. ``served`` is a keyed digest of what was given out
    last (a plain one would tell which matter it is: the file can be made from the facts), ``served_at`` the moment since which that is so.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="calendar_feeds")
    saved = models.ForeignKey(SavedAdvice, models.CASCADE, null=True, blank=True, related_name="calendar_feeds")
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    neutral = models.BooleanField(_("neutral titles"), default=True)
    language = models.CharField(max_length=10)
    created_at = models.DateTimeField(_("made"), default=timezone.now, editable=False)
    last_read_on = models.DateField(_("last read"), null=True, blank=True)
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True)
    served = models.CharField(max_length=64, blank=True, editable=False)
    served_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = CalendarFeedQuerySet.as_manager()

    class Meta:
        verbose_name = _("calendar address")
        verbose_name_plural = _("calendar addresses")
        ordering = ["-created_at", "-id"]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def readable(self) -> models.QuerySet[SavedAdvice]:
        """What it may hold today. Checked each time, so somebody removed from an organisation can't read that organisation's dates any
        more."""
        rows = SavedAdvice.objects.of(self.user).living()
        return rows if self.saved_id is None else rows.filter(pk=self.saved_id)


class CalendarEntry(Bound):
    """A date of a saved advice as it was last given out, to whichever reader. It keeps the UID and counts the changes.

    ``key`` is a keyed digest of what the date is (such as `upr-review/KEN/`) and ``content`` is sealed, since both tell what a matter
    is about. ``cancelled``: the date no longer applies. ``over``: its last possible day has passed; it stays as it was, and another
    date of the same kind, such as the next review, is a new entry.
    """

    saved = models.ForeignKey(SavedAdvice, models.CASCADE, related_name="calendar_entries")
    key = models.CharField(max_length=64, editable=False)
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sequence = models.PositiveIntegerField(default=0)
    content = SealedJSONField()
    cancelled = models.BooleanField(default=False)
    over = models.BooleanField(default=False)
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("calendar entry")
        verbose_name_plural = _("calendar entries")
        ordering = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["saved", "key"], condition=Q(over=False), name="calendar_entry_once"),
        ]

    def __str__(self) -> str:
        return str(self.uid)
