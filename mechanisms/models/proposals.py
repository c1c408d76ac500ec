"""What others would like the facts to say: rows of a release or of an official page that wait for a person."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

KEY_LENGTH = 600
"""The longest key is that of a translation: the key of its row, and three words more."""


class FactBase(models.Model):
    """A row as the last release that was loaded says it. What differs from it was changed here.

    ``cells`` holds the text of each column as files write it.
    """

    table = models.CharField(_("table"), max_length=60)
    key = models.CharField(_("row"), max_length=KEY_LENGTH)
    cells = models.JSONField(_("cells"))
    release = models.CharField(_("release"), max_length=100)

    class Meta:
        verbose_name = _("row of the last release")
        verbose_name_plural = _("rows of the last release")
        ordering = ["table", "key"]
        default_permissions = ()
        constraints: ClassVar = [models.UniqueConstraint(fields=["table", "key"], name="fact_base_once")]

    def __str__(self) -> str:
        return f"{self.table} · {self.key}"


class FactProposal(models.Model):
    """A row as somebody else has it (``proposed``), beside what it was when they last agreed with us (``base``).

    What the row says here is never kept in it: the living row says so. ``base`` is empty where nothing is known of it, ``proposed``
    where the row is to go. Once decided it stays as a record.
    """

    class Origin(models.TextChoices):
        """Who proposes."""

        RELEASE = "release", _("a new release")
        FETCH = "fetch", _("an official page")

    class State(models.TextChoices):
        """What became of it."""

        WAITING = "waiting", _("waits")
        ADOPTED = "adopted", _("adopted")
        DECLINED = "declined", _("kept as it was here")
        OVERTAKEN = "overtaken", _("overtaken by a later one")

    table = models.CharField(_("table"), max_length=60)
    key = models.CharField(_("row"), max_length=KEY_LENGTH)
    base = models.JSONField(_("before"), null=True, blank=True)
    proposed = models.JSONField(_("proposed"), null=True, blank=True)
    origin = models.CharField(_("proposed by"), max_length=10, choices=Origin.choices)
    name = models.CharField(_("which"), max_length=100, help_text=_("The release, or what was read."))
    note = models.CharField(_("where it was read"), max_length=600, blank=True)
    made_at = models.DateTimeField(_("made at"), default=timezone.now, editable=False)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.WAITING)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("decided by"),
    )
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    reason = models.CharField(_("reason"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("proposed change of a fact")
        verbose_name_plural = _("proposed changes of facts")
        ordering = ["table", "key", "id"]
        # Nobody adds, edits or deletes one: it is decided on, by people who may change the row itself.
        default_permissions = ("view",)
        indexes: ClassVar = [models.Index(fields=["state", "table", "key"], name="fact_proposal_by_state")]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["table", "key", "origin", "name"], condition=Q(state="waiting"), name="fact_proposal_waits_once"
            ),
            models.CheckConstraint(
                condition=Q(state="waiting", decided_at__isnull=True)
                | (~Q(state="waiting") & Q(decided_at__isnull=False)),
                name="fact_proposal_decided_on_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.table} · {self.key}"
