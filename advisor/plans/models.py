"""What somebody does about saved advice: the plan with its tasks, the log of letters to and from the UN, and what came of it.

Which route, State and treaty a row is about lies sealed with its words, and so do the days that facts give it: a few deadlines leave
few States that they can belong to. What the portal must find by itself does not: whether something is done, the day of a letter, and a
key that only this installation can tell the meaning of.
"""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.fields import Bound, SealedDateField, SealedJSONField, SealedTextField
from accounts.models import Organisation, User
from advisor.editions.models import Edition
from advisor.saved.models import SavedAdvice
from rules.dates import PartialDate

DAY: dict[str, Any] = {"least": 64, "hides_empty": True, "plain_before": True}
"""How a day lies sealed: one like the other, and like none."""


class Plan(models.Model):
    """That there is a plan, which routes it follows, and the edition and day of the advice that it was last made from."""

    saved = models.OneToOneField(SavedAdvice, models.CASCADE, primary_key=True, related_name="plan")
    routes = SealedJSONField(_("routes"))
    edition = models.ForeignKey(Edition, models.PROTECT, related_name="+", verbose_name=_("edition"))
    as_of = models.DateField(_("day"))

    class Meta:
        verbose_name = _("plan")
        verbose_name_plural = _("plans")

    def __str__(self) -> str:
        return str(self.saved_id)


class TaskQuerySet(models.QuerySet["Task"]):
    """Tasks, by whose they are and by what is left to do."""

    def of_organisation(self, organisation: Organisation) -> "TaskQuerySet":
        """Those in all the saved advice of an organisation."""
        return self.filter(saved__organisation=organisation)

    def of_person(self, user: User) -> "TaskQuerySet":
        """Those in a person's own saved advice, that of their organisations left out."""
        return self.filter(saved__owner=user)

    def wanted(self) -> "TaskQuerySet":
        """Without those that were set aside, and those that the advice no longer gives."""
        return self.filter(set_aside=False, gone=False)

    def open(self) -> "TaskQuerySet":
        """Those still to do."""
        return self.wanted().filter(done_at=None)


class Task(Bound):
    """Something to do. From the advice, with ``about`` (route, action, State, treaty, mandates), or somebody's own, with a title.

    ``deadline`` is the date of the facts with its ``deadline_status``; ``due`` is when to be done, some days before, or as set by hand.
    Both are ISO text as precise as they are known: a day, a month, a year. ``gone``: the advice no longer gives it, since ``gone_on``.
    """

    saved = models.ForeignKey(SavedAdvice, models.CASCADE, related_name="tasks")
    key = models.CharField(max_length=64, blank=True, editable=False)
    about = SealedJSONField(null=True, blank=True)
    title = SealedTextField(_("title"), blank=True, hides_empty=True)
    note = SealedTextField(_("note"), blank=True, hides_empty=True)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="tasks")
    due = SealedTextField(_("due"), blank=True, **DAY)
    due_by_hand = models.BooleanField(default=False)
    deadline = SealedTextField(_("deadline"), blank=True, **DAY)
    deadline_status = SealedTextField(blank=True, **DAY)
    done_at = models.DateTimeField(_("done"), null=True, blank=True)
    done_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    set_aside = models.BooleanField(default=False)
    gone = models.BooleanField(default=False)
    gone_on = SealedDateField(null=True, blank=True, **DAY)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = TaskQuerySet.as_manager()

    class Meta:
        verbose_name = _("task")
        verbose_name_plural = _("tasks")
        ordering = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["saved", "key"], condition=~Q(key=""), name="task_once"),
            models.CheckConstraint(condition=Q(done_by=None) | Q(done_at__isnull=False), name="task_done_by_somebody"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_own(self) -> bool:
        """Whether somebody added it, and not the advice."""
        return not self.key

    @property
    def is_open(self) -> bool:
        """Whether it is still to do."""
        return self.done_at is None and not self.set_aside and not self.gone

    @property
    def is_proposed(self) -> bool:
        """Whether the day is our proposal: nobody set it."""
        return bool(self.due) and not self.due_by_hand and not self.is_own

    @property
    def due_on(self) -> PartialDate | None:
        """When to be done."""
        return PartialDate.parse(self.due) if self.due else None

    @property
    def deadline_on(self) -> PartialDate | None:
        """The date of the facts."""
        return PartialDate.parse(self.deadline) if self.deadline else None


class Direction(models.TextChoices):
    """Which way a letter went."""

    SENT = "sent", _("Sent")
    RECEIVED = "received", _("Received")


class Correspondence(Bound):
    """A letter to the UN or from it. ``body`` says to or from whom: route, mandates, treaty and States by their slugs.

    ``reply_by`` is when we expect an answer; ``reply_rule`` is the edition's number that it comes from, empty where somebody set it or
    where it is our own reminder. A received letter may answer a sent one.
    """

    saved = models.ForeignKey(SavedAdvice, models.CASCADE, related_name="letters")
    direction = models.CharField(_("direction"), max_length=8, choices=Direction.choices)
    day = models.DateField(_("day"))
    body = SealedJSONField()
    text = SealedTextField(_("what it says"), blank=True, hides_empty=True)
    reply_by = SealedDateField(_("answer expected by"), null=True, blank=True, **DAY)
    reply_rule = SealedTextField(blank=True, **DAY)
    logged_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    answers = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="replies")
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        ordering = ["-day", "-id"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(direction__in=Direction.values), name="letter_direction"),
            models.CheckConstraint(
                condition=Q(direction=Direction.SENT, answers=None) | Q(direction=Direction.RECEIVED),
                name="letter_awaits_or_answers",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Answer(models.TextChoices):
    """What came of a route, in the order from nothing to most; then what went wrong."""

    NOTHING_YET = "nothing-yet", _("Nothing yet")
    RECEIVED = "received", _("They confirmed that they have it, and no more")
    TAKEN_UP = "taken-up", _("They took it up: wrote to the State, asked it, named it or decided on it")
    STATE_ANSWERED = "state-answered", _("The State answered or promised something")
    CHANGED = "changed", _("Something changed for the people concerned")
    REFUSED = "refused", _("They did not take it up")
    HARM = "harm", _("It led to threats, reprisals or other harm")


class Outcome(Bound):
    """What came of one route of saved advice: asked from ``asked_at`` on, and again later while nothing had come."""

    saved = models.ForeignKey(SavedAdvice, models.CASCADE, related_name="outcomes")
    route = SealedTextField(_("route"))
    asked_at = models.DateField(_("asked"))
    answer = models.CharField(_("answer"), max_length=20, choices=Answer.choices, blank=True)
    text = SealedTextField(_("in your words"), blank=True, hides_empty=True)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)

    class Meta:
        verbose_name = _("outcome")
        verbose_name_plural = _("outcomes")
        ordering = ["asked_at", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(answer__in=["", *Answer.values]), name="outcome_answer"),
            models.CheckConstraint(
                condition=Q(answer="", answered_at=None) | (~Q(answer="") & Q(answered_at__isnull=False)),
                name="outcome_answered",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_open(self) -> bool:
        """Whether more may still come."""
        return self.answer in ("", Answer.NOTHING_YET, Answer.RECEIVED)
