"""The outbox: what the portal will tell somebody by mail, and when. A row holds no words about a case, and its day and kind lie sealed:
a few days of reminders leave few States that a matter can be about."""

import datetime
import uuid
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts import keys
from accounts.fields import Bound, SealedJSONField
from advisor.saved.models import SavedAdvice

NAMES = "names of notices"

LOOK = datetime.timedelta(hours=1)
"""How often a notice is looked at to see whether it is due."""


class Kind(models.TextChoices):
    """What there is to tell."""

    CHANGED = "changed", _("The advice changed")
    DATE_NEAR = "date-near", _("A date is near")
    TASK_DUE = "task-due", _("A task is due")
    REPLY_DUE = "reply-due", _("The time for a reply is over")
    OUTCOME_ASKED = "outcome-asked", _("How did it go?")
    RULES = "rules", _("The questions became finer, and the advice is given anew")
    UPDATE_MANDATES = "update-mandates", _("The experts may want to know how things went on")


class NoticeQuerySet(models.QuerySet["Notice"]):
    """Notices, by their state."""

    def unsent(self) -> "NoticeQuerySet":
        """Those that are waiting or being sent."""
        return self.filter(sent_at=None)

    def named(self, *names: str) -> "NoticeQuerySet":
        """Those with one of these names, under the present secret key or one before."""
        return self.filter(key__in=[key for name in names for key in keys.digests(NAMES, name)])


class Notice(Bound):
    """One thing to tell one person, once. Unsent rows may move or go; a sent row stays for a while, so that it is not sent again.

    ``what`` is sealed: its kind, its name (such as `task/13/2028-02`) and when it is due. ``key`` is a keyed digest of the name. ``try_at``
    is when to look at it again: within the hour (`LOOK`) or, after a failure, the time of the next attempt; so it tells no day. A sent
    row forgets its matter and knows the end of the month in which it was sent.

    A worker that takes the row writes ``claim`` and ``claimed_at``; a claim that is too old is taken again. ``mail`` is the id of the
    mail that carries the row, from the first attempt on: each further attempt is the same mail, with the same rows and the same
    Message-ID.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="notices")
    saved = models.ForeignKey(SavedAdvice, models.CASCADE, null=True, blank=True, related_name="notices")
    key = models.CharField(max_length=200)
    what = SealedJSONField(least=256)
    try_at = models.DateTimeField(_("next attempt"))
    claim = models.UUIDField(null=True, editable=False)
    claimed_at = models.DateTimeField(null=True, editable=False)
    mail = models.UUIDField(null=True, editable=False)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    failed_at = models.DateTimeField(_("failed"), null=True, editable=False)
    sent_at = models.DateTimeField(_("sent"), null=True, editable=False)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering = ["id"]
        indexes: ClassVar = [
            models.Index(fields=["try_at", "id"], name="notice_unsent", condition=Q(sent_at=None)),
            models.Index(fields=["sent_at"], name="notice_sent"),
            models.Index(fields=["mail"], name="notice_mail"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["user", "key"], name="notice_once"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def kind(self) -> Kind:
        """What there is to tell."""
        return Kind(self.what["kind"])

    @property
    def name(self) -> str:
        """What names it for its person."""
        return str(self.what["name"])

    @property
    def due_at(self) -> datetime.datetime:
        """When to tell it."""
        return datetime.datetime.fromisoformat(self.what["due"])


def new(
    *, user: Any, saved: SavedAdvice | None, kind: str, name: str, due_at: datetime.datetime, now: datetime.datetime
) -> Notice:
    """A notice that is not stored yet. Raises `ValueError` for a kind that is none."""
    what = {"kind": Kind(kind).value, "name": name, "due": due_at.isoformat()}
    return Notice(user=user, saved=saved, key=keys.digest(NAMES, name), what=what, try_at=next_look(due_at, now))


def next_look(due_at: datetime.datetime, now: datetime.datetime) -> datetime.datetime:
    """When to look whether it is due: at that moment if it is near, so that nothing is told late."""
    return min(due_at, now + LOOK)


class Mode(models.TextChoices):
    """How often somebody wants mail."""

    DAILY = "daily", _("Once a day at most, everything in one mail")
    EACH = "each", _("At once, a mail for each")
    OFF = "off", _("No mails")


class NoticePreference(models.Model):
    """How a person wants to be told. People without a row have the defaults: once a day, and nothing about the matter.

    Each mail has a link that switches all mails off; it holds ``token``, signed. ``digest_after`` is the time before which no further
    daily mail goes out.
    """

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="notice_preference")
    mode = models.CharField(_("mails"), max_length=5, choices=Mode.choices, default=Mode.DAILY)
    with_names = models.BooleanField(_("say what it is about"), default=False)
    token = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    digest_after = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("wishes for notices")
        verbose_name_plural = _("wishes for notices")
        constraints: ClassVar = [models.CheckConstraint(condition=Q(mode__in=Mode.values), name="notice_mode")]

    def __str__(self) -> str:
        return f"{self.user_id} · {self.mode}"
