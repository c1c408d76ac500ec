"""Drafts of submissions: texts that people write on a saved matter, sealed. The portal keeps them and never sends them."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.fields import SealedJSONField, SealedTextField
from advisor.saved.models import SavedAdvice


class SubmissionDraft(models.Model):
    """A text for one body. ``kind`` names its outline (`advisor.drafts.outlines`). Even that is sealed: it tells of the matter.

    ``content`` holds ``country``, ``treaty`` and ``language``, and ``sections``: the text of each part by its key. ``ticks`` are the
    keys of what was ticked on the checklist. ``revision`` rises with every change, so that two people can't overwrite each other.
    """

    class State(models.TextChoices):
        """Whether it is still being written."""

        WRITING = "writing", _("Being written")
        READY = "ready", _("Ready")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    saved = models.ForeignKey(SavedAdvice, models.CASCADE, related_name="submissions")
    kind = SealedTextField(_("kind"))
    title = SealedTextField(_("title"))
    content = SealedJSONField(_("text"))
    ticks = SealedJSONField(_("checklist"), default=list)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.WRITING)
    revision = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(_("begun at"), default=timezone.now, editable=False)
    changed_at = models.DateTimeField(_("changed at"), default=timezone.now, editable=False)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("draft of a submission")
        verbose_name_plural = _("drafts of submissions")
        ordering = ["-changed_at"]
        indexes: ClassVar = [models.Index(fields=["saved", "-changed_at"], name="draft_latest")]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(state__in=["writing", "ready"]), name="draft_state"),
        ]

    def __str__(self) -> str:
        return str(self.pk)
