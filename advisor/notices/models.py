"""The outbox: what the portal will tell somebody by mail, and when. A row holds no words about a case."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from advisor.saved.models import SavedAdvice


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


class Notice(models.Model):
    """One thing to tell one person, once. Unsent rows may move or go; a sent row stays for a while, so that it is not sent again.

    A worker that takes the row writes ``claim`` and ``claimed_at``; a claim that is too old is taken again. ``mail`` is the id of the
    mail that carries the row, from the first attempt on: each further attempt is the same mail, with the same rows and the same
    Message-ID. ``try_at`` is the due time or, after a failure, the time of the next attempt.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="notices")
    saved = models.ForeignKey(SavedAdvice, models.CASCADE, null=True, blank=True, related_name="notices")
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices)
    key = models.CharField(max_length=200)
    due_at = models.DateTimeField(_("due"))
    try_at = models.DateTimeField(_("next attempt"))
    claim = models.UUIDField(null=True, editable=False)
    claimed_at = models.DateTimeField(null=True, editable=False)
    mail = models.UUIDField(null=True, editable=False)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    failed_at = models.DateTimeField(_("failed"), null=True, editable=False)
    sent_at = models.DateTimeField(_("sent"), null=True, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering = ["due_at", "id"]
        indexes: ClassVar = [
            models.Index(fields=["try_at", "id"], name="notice_unsent", condition=Q(sent_at=None)),
            models.Index(fields=["sent_at"], name="notice_sent"),
            models.Index(fields=["mail"], name="notice_mail"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["user", "key"], name="notice_once"),
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="notice_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} · {self.kind}"


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
