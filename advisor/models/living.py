"""Advice that is kept true: each time it was given anew for everybody, what differed for whom, and what each person has looked at.

A row tells nothing about a case: what differs lies sealed.
"""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.fields import SealedJSONField

from .editions import Edition, Publication
from .saved import GivenAdvice, SavedAdvice


def fresh_cursors() -> list[str]:
    """Nothing is done yet."""
    return [""] * Reassessment.LANES


class Reassessment(models.Model):
    """All living advice is given anew, from where the row before left off (its publication, its day) to this publication and day.

    Each row ``follows`` exactly one other, so no step is taken twice. The saved advices lie in 16 lanes, by the first digit of their ids,
    so that several workers don't get in each other's way. ``cursors`` holds for each lane the last id that is done (empty before the
    first, ``DONE`` after the last). A cursor moves in the transaction that keeps what differed: whoever is killed has done a batch or
    has not begun it.
    """

    LANES: ClassVar = 16
    DONE: ClassVar = "done"

    class Reason(models.TextChoices):
        """Why."""

        EDITION = GivenAdvice.Reason.EDITION.value, GivenAdvice.Reason.EDITION.label
        DAY = GivenAdvice.Reason.DAY.value, GivenAdvice.Reason.DAY.label

    follows = models.OneToOneField("self", models.PROTECT, null=True, editable=False, related_name="followed_by")
    publication = models.ForeignKey(Publication, models.PROTECT, related_name="+")
    as_of = models.DateField(_("day"))
    reason = models.CharField(_("reason"), max_length=10, choices=Reason.choices)
    cursors = models.JSONField(default=fresh_cursors, editable=False)
    assessed = models.PositiveIntegerField(_("assessed"), default=0)
    changed = models.PositiveIntegerField(_("changed"), default=0)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    done_at = models.DateTimeField(_("done"), null=True, editable=False)

    class Meta:
        verbose_name = _("re-assessment")
        verbose_name_plural = _("re-assessments")
        ordering = ["-id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["publication", "as_of"], name="reassessment_once"),
            models.UniqueConstraint(fields=["reason"], condition=Q(follows=None), name="reassessment_first"),
            models.CheckConstraint(
                condition=Q(follows__isnull=False) | Q(reason=GivenAdvice.Reason.EDITION.value),
                name="reassessment_first_is_of_an_edition",
            ),
            models.CheckConstraint(condition=Q(changed__lte=F("assessed")), name="reassessment_counts"),
        ]

    def __str__(self) -> str:
        return f"{self.publication_id} · {self.as_of}"


class AdviceChange(models.Model):
    """What differs for one saved advice since it was last looked at by the portal, and why.

    ``said`` holds codes (`advisor.followup.reassessing.said`); they are put into words for whoever reads them.
    """

    saved = models.ForeignKey(SavedAdvice, models.CASCADE, related_name="changes")
    reassessment = models.ForeignKey(Reassessment, models.PROTECT, related_name="changes")
    before_edition = models.ForeignKey(Edition, models.PROTECT, related_name="+")
    before_day = models.DateField(_("day before"))
    given = models.ForeignKey(GivenAdvice, models.CASCADE, related_name="changes", verbose_name=_("advice given"))
    said = SealedJSONField(_("differences"))
    created_at = models.DateTimeField(_("noticed at"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("change of advice")
        verbose_name_plural = _("changes of advice")
        ordering = ["-id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["saved", "reassessment"], name="advice_change_once"),
        ]

    def __str__(self) -> str:
        return f"{self.saved_id} · {self.reassessment_id}"


class AdviceSeen(models.Model):
    """Up to which change (its id) a person has looked at a saved advice."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    saved = models.ForeignKey(SavedAdvice, models.CASCADE, related_name="+")
    upto = models.PositiveBigIntegerField()
    seen_at = models.DateTimeField(_("seen at"), default=timezone.now)

    class Meta:
        verbose_name = _("look at saved advice")
        verbose_name_plural = _("looks at saved advice")
        constraints: ClassVar = [models.UniqueConstraint(fields=["user", "saved"], name="advice_seen_once")]

    def __str__(self) -> str:
        return f"{self.user_id} · {self.saved_id}"
