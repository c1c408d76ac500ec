"""The rule lab's tables: a proposal to publish, what each expert case says of it, and what it would change."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.fields import Bound, SealedJSONField
from advisor.batches import LongWork
from advisor.editions.models import Edition, Publication
from advisor.saved.models import SavedAdvice


class Proposal(LongWork):
    """Facts as they were at one moment (``draft``), compared with what was published then (``base``), on the day ``as_of``.

    The comparison is long work; ``phase`` and ``cursor`` say where it goes on.
    """

    class State(models.TextChoices):
        """How far it is."""

        RUNNING = "running", _("Being compared")
        COMPARED = "compared", _("Compared")
        APPROVED = "approved", _("Approved")
        PUBLISHED = "published", _("Published")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        FAILED = "failed", _("The comparison broke off")

    class Phase(models.TextChoices):
        """What is compared now; in this order."""

        CASES = "cases", _("expert cases")
        SAMPLE = "sample", _("a sample of saved advice")
        SAVED = "saved", _("all saved advice")

    draft = models.ForeignKey(Edition, models.PROTECT, related_name="+", verbose_name=_("draft"))
    base = models.ForeignKey(Edition, models.PROTECT, related_name="+", verbose_name=_("compared with"))
    as_of = models.DateField(_("day"))
    note = models.CharField(_("what changed, and why"), max_length=300)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.RUNNING)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("made by")
    )
    made_at = models.DateTimeField(_("made at"), default=timezone.now, editable=False)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("approved by"),
    )
    approved_at = models.DateTimeField(_("approved at"), null=True, blank=True)
    approved_alone = models.BooleanField(
        default=False, help_text=_("Approved by the person who made it, where this installation allows that.")
    )
    publication = models.OneToOneField(
        Publication, models.PROTECT, null=True, blank=True, related_name="proposal", verbose_name=_("publication")
    )

    phase = models.CharField(max_length=10, choices=Phase.choices, default=Phase.CASES)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    compared_at = models.DateTimeField(_("compared at"), null=True, blank=True)

    class Meta:
        verbose_name = _("proposal to publish")
        verbose_name_plural = _("rule lab: compare and publish")
        ordering = ["-id"]
        # Nobody changes or deletes one by hand: it is withdrawn, and stays as the record of what was seen.
        default_permissions = ("add", "view")
        indexes: ClassVar = [models.Index(fields=["state", "id"], name="proposal_by_state")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(state="published") | Q(publication__isnull=False), name="proposal_published_once"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["approved", "published"]) | Q(approved_at__isnull=False),
                name="proposal_approved_first",
            ),
            models.CheckConstraint(condition=~Q(draft=F("base")), name="proposal_changes_something"),
        ]

    def __str__(self) -> str:
        return f"{self.made_at:%Y-%m-%d} · {self.note}"


class CaseResult(models.Model):
    """What one expert case says of a draft. ``name`` outlives the case. ``case_digest`` tells whether the case was changed since."""

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="cases")
    case = models.ForeignKey("advisor.ExpertCase", models.SET_NULL, null=True, related_name="+")
    slug = models.CharField(max_length=100)
    name = models.CharField(_("case"), max_length=200)
    case_digest = models.CharField(max_length=64)
    broken_before = models.JSONField(_("not as expected before"), default=list)
    broken_now = models.JSONField(_("not as expected now"), default=list)
    waived_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    waived_at = models.DateTimeField(null=True, blank=True)
    waived_because = models.CharField(_("reason"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("result of a case")
        verbose_name_plural = _("results of cases")
        ordering = ["slug"]
        default_permissions = ()
        constraints: ClassVar = [models.UniqueConstraint(fields=["proposal", "slug"], name="case_once_a_proposal")]

    def __str__(self) -> str:
        return f"{self.proposal_id} · {self.slug}"

    @property
    def blocks(self) -> bool:
        """Whether it stands in the way of publishing."""
        return bool(self.broken_now) and self.waived_at is None


class Moved(Bound):
    """Advice that a draft would change: that of an expert case, or saved advice.

    ``found`` holds the differences with their causes, sealed: what is different tells something of the answers. Editors see those of saved
    advice only added up, and never whose it is.
    """

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="moved")
    case = models.ForeignKey("advisor.ExpertCase", models.CASCADE, null=True, related_name="+")
    saved = models.ForeignKey(SavedAdvice, models.CASCADE, null=True, related_name="+")
    found = SealedJSONField()

    class Meta:
        verbose_name = _("advice that would change")
        verbose_name_plural = _("advice that would change")
        ordering = ["id"]
        default_permissions = ()
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["proposal", "case"], name="moved_case_once"),
            models.UniqueConstraint(fields=["proposal", "saved"], name="moved_saved_once"),
            models.CheckConstraint(
                condition=Q(case__isnull=False, saved__isnull=True) | Q(case__isnull=True, saved__isnull=False),
                name="moved_is_about_one",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.proposal_id} · {self.pk}"
