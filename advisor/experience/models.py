"""What organisations tell about how a route went: which one, what came of it, whether they would do it again. Never about whom."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.fields import Bound, SealedTextField
from accounts.models import Organisation
from rules.vocabulary import Effort, Region, RouteSlug


class CameOf(models.TextChoices):
    """What came of using a route. Several may apply."""

    UN_ANSWERED = "un-answered", _("The UN answered us")
    UN_WROTE = "un-wrote", _("The UN wrote to the State about it")
    STATE_ANSWERED = "state-answered", _("The State answered")
    RECOMMENDATION = "recommendation", _("A recommendation that we could use")
    FINDING = "finding", _("A finding or a decision on the case")
    ATTENTION = "attention", _("Public attention")
    SAFER = "safer", _("Somebody was safer for it")
    CHANGE = "change", _("Law or practice changed")
    NOTHING = "nothing", _("Nothing that we know of")
    TOO_EARLY = "too-early", _("Too early to say")
    REPRISALS = "reprisals", _("Somebody suffered for it (reprisals)")


class Again(models.TextChoices):
    """Whether they would use it again."""

    YES = "yes", _("Yes")
    NO = "no", _("No")
    UNSURE = "unsure", _("Not sure")


class Standing(models.TextChoices):
    """How an experience relates to the numbers that are shown."""

    NEW = "new", _("not counted so far")
    CHANGED = "changed", _("counted as it was before")
    COUNTED = "counted", _("counted as it is")


class ExperienceQuerySet(models.QuerySet["Experience"]):
    """Experiences, by whether they are in the numbers and what an editor has to look at."""

    def counted(self) -> "ExperienceQuerySet":
        """Those whose organisations are in the numbers shown."""
        return self.exclude(standing=Standing.NEW)

    def waiting(self) -> "ExperienceQuerySet":
        """Those with a comment on which no editor has decided."""
        return self.filter(approved=None).exclude(comment="")


class Experience(Bound):
    """How a route went for an organisation: one row for each pair, without the person who wrote it.

    The place is known as a State's regional group at most. ``came_of`` holds slugs of `CameOf`. The comment is sealed; an editor
    decides on it without seeing whose it is, and again when it changes. ``revision`` rises with every change.
    """

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="experiences")
    route = models.CharField(_("route"), max_length=40)
    group = models.CharField(_("group of the State"), max_length=40, blank=True)
    year = models.PositiveSmallIntegerField(_("year"))
    came_of = models.JSONField(_("what came of it"), default=list)
    effort = models.CharField(_("work"), max_length=10)
    again = models.CharField(_("would use it again"), max_length=10, choices=Again.choices)
    comment = SealedTextField(_("comment"), blank=True)
    approved = models.BooleanField(_("comment approved"), null=True, default=None)
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("decided by"),
    )
    standing = models.CharField(max_length=10, choices=Standing.choices, default=Standing.NEW, editable=False)
    revision = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(_("changed"), default=timezone.now, editable=False)

    objects = ExperienceQuerySet.as_manager()

    class Meta:
        verbose_name = _("comment on a route")
        verbose_name_plural = _("comments on routes")
        ordering = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["organisation", "route"], name="experience_once"),
            models.CheckConstraint(
                condition=Q(route__in=[route.value for route in RouteSlug]), name="experience_route"
            ),
            models.CheckConstraint(
                condition=Q(group__in=["", *(group.value for group in Region)]), name="experience_group"
            ),
            models.CheckConstraint(
                condition=Q(effort__in=[effort.value for effort in Effort]), name="experience_effort"
            ),
            models.CheckConstraint(condition=Q(again__in=Again.values), name="experience_again"),
        ]

    def __str__(self) -> str:
        return f"{self.route} · {self.pk}"


class ExperienceCount(models.Model):
    """The numbers that are shown for a route, as they were made last: rounded, and made of five organisations or more.

    ``numbers`` is empty until then. `advisor.experience.actions` says when they are made again, and why not each time.
    """

    route = models.CharField(max_length=40, unique=True)
    numbers = models.JSONField(default=dict)
    made_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("numbers of a route")
        verbose_name_plural = _("numbers of routes")

    def __str__(self) -> str:
        return self.route
