"""Advice that somebody keeps: the answers, sealed, and every advice that was given on them.

What a person or an organisation wrote lies sealed, and so do digests of it: the answers are few enough to try them all. What the portal
must find by itself (status, days) does not.
"""

import datetime
import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.fields import Bound, SealedJSONField, SealedLongTextField, SealedTextField
from accounts.models import Organisation, User
from advisor.batches import LongWork
from advisor.editions.models import Edition, Publication


class Status(models.TextChoices):
    """How far a matter is. Only what is active, submitted or replied is kept true by the portal."""

    DRAFT = "draft", _("Draft")
    ACTIVE = "active", _("Active")
    SUBMITTED = "submitted", _("Submitted")
    REPLIED = "replied", _("Replied")
    CLOSED = "closed", _("Closed")


LIVING = (Status.ACTIVE, Status.SUBMITTED, Status.REPLIED)
"""Advice in these states is given anew when an edition is published or a day passes that matters."""


class SavedAdviceQuerySet(models.QuerySet["SavedAdvice"]):
    """Saved advice, by who may see it and by whether it lives."""

    def of(self, user: User) -> "SavedAdviceQuerySet":
        """What this person may read: their own, and that of each organisation they belong to."""
        organisations = Organisation.objects.of(user).values("pk")
        return self.filter(Q(owner=user) | Q(organisation__in=organisations))

    def living(self) -> "SavedAdviceQuerySet":
        """What the portal keeps true."""
        return self.filter(status__in=LIVING)


class SavedAdvice(models.Model):
    """A matter: answers with a name, a status and notes. It belongs to one person or to one organisation, never to both.

    ``draft`` is the wizard's draft as its drawer keeps it (`advisor.questions.drawer.Draft` as a mapping). ``keep_until`` is the
    last day on which it is kept, ``keep_months`` after the last change that a person made. ``revision`` rises with every such change, so
    that a second person is told of the first instead of overwriting it. Only `advisor.saved.actions` writes here.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, related_name="saved_advice"
    )
    organisation = models.ForeignKey(Organisation, models.CASCADE, null=True, blank=True, related_name="saved_advice")
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    copy_of = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="copies")
    name = SealedTextField(_("name"))
    status = models.CharField(_("status"), max_length=10, choices=Status.choices, default=Status.ACTIVE)
    draft = SealedJSONField(_("answers"), least=2048)
    notes = SealedTextField(_("notes"), blank=True, hides_empty=True, least=1024)
    keep_until = models.DateField(_("kept until"))
    keep_months = models.PositiveSmallIntegerField(_("months it is kept after the last change"), default=24)
    revision = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(_("saved at"), default=timezone.now, editable=False)
    changed_at = models.DateTimeField(_("changed at"), default=timezone.now, editable=False)

    objects = SavedAdviceQuerySet.as_manager()

    class Meta:
        verbose_name = _("saved advice")
        verbose_name_plural = _("saved advice")
        ordering = ["-changed_at"]
        indexes: ClassVar = [
            models.Index(fields=["status", "id"], name="saved_by_status"),
            models.Index(fields=["keep_until"], name="saved_by_end"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(owner__isnull=False, organisation__isnull=True)
                | Q(owner__isnull=True, organisation__isnull=False),
                name="saved_belongs_once",
            ),
            models.CheckConstraint(condition=Q(status__in=Status.values), name="saved_status"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_living(self) -> bool:
        """Whether the portal keeps it true."""
        return self.status in LIVING

    @property
    def deleted_on(self) -> datetime.date:
        """The day on which the portal deletes it, unless somebody changes it before."""
        return self.keep_until + datetime.timedelta(days=1)


class GivenAdvice(Bound):
    """An advice as it was given: the checked scenario, the edition, the rules and the day give it again, and ``digest``
    (SHA-256 of its JSON, `serialise.dumps`) proves that it is the same. It lies sealed too: advice on every State and theme can be worked
    out and compared with a digest.

    ``kept`` is that JSON itself, sealed, so that it can be shown when the rules or the words are others. ``rules`` is empty in rows from
    before rules had a version (`rules.version.named`), and ``kept`` is empty in those that `keep_given` has not come to.
    """

    class Reason(models.TextChoices):
        """Why it was given."""

        ASKED = "asked", _("Somebody asked")
        EDITION = "edition", _("New facts were published")
        DAY = "day", _("A day passed that matters")
        RULES = "rules", _("The rules of this site became finer")

    saved = models.ForeignKey(SavedAdvice, models.CASCADE, related_name="given")
    edition = models.ForeignKey(Edition, models.PROTECT, related_name="+", verbose_name=_("edition"))
    rules = models.CharField(_("version of the rules"), max_length=20, blank=True, default="")
    as_of = models.DateField(_("day"))
    scenario = SealedJSONField(_("scenario"), least=2048)
    digest = SealedTextField(_("digest"), plain_before=True)
    kept = SealedLongTextField(_("as it was given"), blank=True, default="")
    reason = models.CharField(_("reason"), max_length=10, choices=Reason.choices)
    given_at = models.DateTimeField(_("given at"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("given advice")
        verbose_name_plural = _("given advice")
        ordering = ["-id"]
        indexes: ClassVar = [models.Index(fields=["saved", "-id"], name="given_latest")]

    def __str__(self) -> str:
        return f"{self.saved_id} · {self.as_of}"


class Reassessment(LongWork):
    """All living advice is given anew, from where the row before left off (its publication, its day, its rules) to those of this one.

    Each row ``follows`` exactly one other, so no step is taken twice. ``cursor`` is the id of the last saved advice that is done.
    """

    class Reason(models.TextChoices):
        """Why."""

        EDITION = GivenAdvice.Reason.EDITION.value, GivenAdvice.Reason.EDITION.label
        DAY = GivenAdvice.Reason.DAY.value, GivenAdvice.Reason.DAY.label
        RULES = GivenAdvice.Reason.RULES.value, GivenAdvice.Reason.RULES.label

    follows = models.OneToOneField("self", models.PROTECT, null=True, editable=False, related_name="followed_by")
    publication = models.ForeignKey(Publication, models.PROTECT, related_name="+")
    rules = models.CharField(_("version of the rules"), max_length=20, blank=True, default="")
    as_of = models.DateField(_("day"))
    reason = models.CharField(_("reason"), max_length=10, choices=Reason.choices)
    assessed = models.PositiveIntegerField(_("assessed"), default=0)
    changed = models.PositiveIntegerField(_("changed"), default=0)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    done_at = models.DateTimeField(_("done"), null=True, editable=False)

    class Meta:
        verbose_name = _("re-assessment")
        verbose_name_plural = _("re-assessments")
        ordering = ["-id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["publication", "as_of", "rules"], name="reassessment_once"),
            models.UniqueConstraint(fields=["reason"], condition=Q(follows=None), name="reassessment_first"),
            models.CheckConstraint(
                condition=Q(follows__isnull=False) | Q(reason=GivenAdvice.Reason.EDITION.value),
                name="reassessment_first_is_of_an_edition",
            ),
            models.CheckConstraint(condition=Q(changed__lte=F("assessed")), name="reassessment_counts"),
        ]

    def __str__(self) -> str:
        return f"{self.publication_id} · {self.as_of}"


class AdviceChange(Bound):
    """What differs for one saved advice since it was last looked at by the portal, and why.

    ``said`` holds codes (`advisor.saved.comparison.said`); they are put into words for whoever reads them.
    """

    saved = models.ForeignKey(SavedAdvice, models.CASCADE, related_name="changes")
    reassessment = models.ForeignKey(Reassessment, models.PROTECT, related_name="changes")
    before_edition = models.ForeignKey(Edition, models.PROTECT, related_name="+")
    before_day = models.DateField(_("day before"))
    given = models.ForeignKey(GivenAdvice, models.CASCADE, related_name="changes", verbose_name=_("advice given"))
    said = SealedJSONField(_("differences"), least=4096)
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
