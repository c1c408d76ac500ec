"""The Universal Periodic Review: cycles, sessions with their dates, and who is reviewed when."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from .council import CouncilSession
from .dated import NO_DATE, DateStatus, RowErrors, SourcedFact, label, precision_field, zone_field
from .fields import ChoiceField, HourField
from .plausibility import far_ahead, far_from_session, must_come_before, must_not_end_early
from .states import State

BEFORE_THE_SESSION = ("stakeholder_deadline", "national_report_deadline", "pre_session_start", "pre_session_end")


class UprCycle(SourcedFact):
    """A round in which every UN Member State is reviewed once."""

    NATURAL_KEY: ClassVar = ("number",)

    number = models.PositiveSmallIntegerField(_("number"), unique=True)
    starts = models.DateField(_("starts"), null=True, blank=True, help_text=_("Empty: not published."))
    starts_precision = precision_field()
    ends = models.DateField(_("ends"), null=True, blank=True)
    ends_precision = precision_field()
    interval_months = models.PositiveSmallIntegerField(
        _("months between two reviews"),
        help_text=_("As planned. Estimates rest on the waits that were seen, not on this number."),
    )

    class Meta:
        verbose_name = _("UPR cycle")
        verbose_name_plural = _("UPR cycles")
        ordering = ["number"]

    def __str__(self) -> str:
        return str(_("Cycle %(number)s") % {"number": self.number})


class UprSession(SourcedFact):
    """A session of the UPR Working Group. What is not published is empty, and its status says so."""

    NATURAL_KEY: ClassVar = ("number",)

    number = models.PositiveSmallIntegerField(_("number"), unique=True)
    cycle = models.ForeignKey(UprCycle, models.PROTECT, related_name="sessions", verbose_name=_("cycle"))
    start = models.DateField(_("first day"), null=True, blank=True)
    start_precision = precision_field()
    end = models.DateField(_("last day"), null=True, blank=True)
    end_precision = precision_field()
    dates_status = ChoiceField(DateStatus, verbose_name=_("status of the session's dates"))
    stakeholder_deadline = models.DateField(
        _("deadline for NGOs"),
        null=True,
        blank=True,
        help_text=_("Last day to send a submission. Never filled in by pattern."),
    )
    stakeholder_deadline_precision = precision_field()
    stakeholder_deadline_time = HourField()
    stakeholder_deadline_zone = zone_field()
    stakeholder_deadline_status = ChoiceField(DateStatus, verbose_name=_("status of the deadline for NGOs"))
    national_report_deadline = models.DateField(_("deadline for the State's report"), null=True, blank=True)
    national_report_deadline_precision = precision_field()
    pre_session_start = models.DateField(_("pre-sessions: first day"), null=True, blank=True)
    pre_session_start_precision = precision_field()
    pre_session_end = models.DateField(_("pre-sessions: last day"), null=True, blank=True)
    pre_session_end_precision = precision_field()
    adoption_council_session = models.PositiveSmallIntegerField(
        _("adopted at Council session"),
        null=True,
        blank=True,
        help_text=_("Number of the Council session that adopts the outcomes."),
    )
    as_of = models.DateField(_("date of the source"), null=True, blank=True)
    as_of_precision = precision_field()

    class Meta:
        verbose_name = _("UPR session")
        verbose_name_plural = _("UPR sessions")
        ordering = ["number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(stakeholder_deadline__isnull=False)
                | models.Q(stakeholder_deadline_status="unknown"),
                name="upr_session_no_deadline_is_unknown",
            ),
            models.CheckConstraint(
                condition=models.Q(start__isnull=False) | models.Q(dates_status="unknown"),
                name="upr_session_no_start_is_unknown",
            ),
        ]

    def __str__(self) -> str:
        return str(_("UPR session %(number)s") % {"number": self.number})

    def value_errors(self) -> RowErrors:
        yield from super().value_errors()
        if not self.stakeholder_deadline and self.stakeholder_deadline_status != DateStatus.UNKNOWN:
            yield "stakeholder_deadline_status", NO_DATE
        if not self.start and self.dates_status != DateStatus.UNKNOWN:
            yield "dates_status", NO_DATE
        yield from must_not_end_early(self, "start", "end", _("The end lies before the start."))
        yield from must_not_end_early(self, "pre_session_start", "pre_session_end", _("The end lies before the start."))
        yield from must_come_before(
            self, "start", BEFORE_THE_SESSION, _("It must come before the session’s first day.")
        )

    def doubts(self) -> RowErrors:
        yield from super().doubts()
        yield from far_from_session(self, ("end", *BEFORE_THE_SESSION))
        yield from far_ahead(self, ("start",))
        yield from self._adopted_too_early()

    def _adopted_too_early(self) -> RowErrors:
        """The Council adopts the outcomes after the review, at a later session of its own."""
        number, end = self.adoption_council_session, self.partial("end") or self.partial("start")
        council = CouncilSession.objects.filter(number=number).first() if number and end else None
        begins = council.partial("start") if council else None
        if begins and end and begins.last < end.first:
            yield "adoption_council_session", _("This Council session is held before the review.")


class UprReview(SourcedFact):
    """A State's place in a cycle."""

    class Adoption(models.TextChoices):
        POSTPONED = "postponed", _("put off: not adopted at the session that was due to")

    NATURAL_KEY: ClassVar = ("cycle", "state")

    cycle = models.ForeignKey(UprCycle, models.PROTECT, related_name="reviews", verbose_name=_("cycle"))
    state = models.ForeignKey(State, models.PROTECT, related_name="upr_reviews", verbose_name=_("State"))
    session = models.ForeignKey(
        UprSession,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="reviews",
        verbose_name=_("session"),
        help_text=_("Empty: not published, or not found."),
    )
    reviewed_on = models.DateField(
        _("day of the review"),
        null=True,
        blank=True,
        help_text=_("The State’s own day. Empty where only the days of the session are known."),
    )
    reviewed_on_precision = precision_field()
    order = models.PositiveSmallIntegerField(_("order in the session"), null=True, blank=True)
    adoption_status = ChoiceField(
        Adoption,
        blank=True,
        verbose_name=_("adoption"),
        help_text=_("Empty: adopted, or to be adopted, as the session says."),
    )

    class Meta:
        verbose_name = _("UPR review")
        verbose_name_plural = _("UPR reviews")
        ordering = ["-cycle", "session", "order", "state"]
        constraints = [
            models.UniqueConstraint(fields=["cycle", "state"], name="upr_review_once_a_cycle"),
            models.UniqueConstraint(fields=["session", "order"], name="upr_review_order_once"),
        ]

    def __str__(self) -> str:
        return label(self.state, self.cycle, self.session)
