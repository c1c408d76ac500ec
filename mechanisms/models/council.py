"""The Human Rights Council: its regular sessions and its members."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from .dated import (
    NO_DATE,
    DatedFact,
    DateStatus,
    RowErrors,
    SourcedFact,
    label,
    one_row_a_start,
    precision_field,
    zone_field,
)
from .fields import ChoiceField, HourField
from .plausibility import far_ahead, far_from_session, must_come_before, must_not_end_early
from .states import State

BEFORE_THE_SESSION = ("written_statement_deadline", "side_event_request_deadline")


class CouncilSession(SourcedFact):
    """A regular session, with the deadlines that matter to NGOs where they are published."""

    class Status(models.TextChoices):
        HELD = "held", _("held")
        PLANNED = "planned", _("planned")

    NATURAL_KEY: ClassVar = ("number",)

    number = models.PositiveSmallIntegerField(_("number"), unique=True)
    start = models.DateField(_("first day"), null=True, blank=True)
    start_precision = precision_field()
    end = models.DateField(_("last day"), null=True, blank=True)
    end_precision = precision_field()
    status = ChoiceField(Status, verbose_name=_("status"))
    dates_status = ChoiceField(DateStatus, verbose_name=_("status of the session's dates"))
    written_statement_deadline = models.DateField(_("deadline for written statements"), null=True, blank=True)
    written_statement_deadline_precision = precision_field()
    written_statement_deadline_time = HourField()
    written_statement_deadline_zone = zone_field()
    oral_statement_registration = models.DateField(_("list of speakers opens"), null=True, blank=True)
    oral_statement_registration_precision = precision_field()
    oral_statement_registration_time = HourField()
    oral_statement_registration_zone = zone_field()
    side_event_request_deadline = models.DateField(_("deadline to ask for a side event"), null=True, blank=True)
    side_event_request_deadline_precision = precision_field()
    side_event_request_deadline_time = HourField()
    side_event_request_deadline_zone = zone_field()
    deadlines_status = ChoiceField(DateStatus, verbose_name=_("status of the deadlines"))

    class Meta:
        verbose_name = _("Council session")
        verbose_name_plural = _("Council sessions")
        ordering = ["number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(start__isnull=False) | models.Q(dates_status="unknown"),
                name="council_session_no_start_is_unknown",
            ),
        ]

    def __str__(self) -> str:
        return str(_("Council session %(number)s") % {"number": self.number})

    def value_errors(self) -> RowErrors:
        yield from super().value_errors()
        if not self.start and self.dates_status != DateStatus.UNKNOWN:
            yield "dates_status", NO_DATE
        yield from must_not_end_early(self, "start", "end", _("The end lies before the start."))
        yield from must_come_before(
            self, "start", BEFORE_THE_SESSION, _("It must come before the session’s first day.")
        )
        yield from must_not_end_early(
            self,
            "oral_statement_registration",
            "end",
            _("The end lies before the day on which the list of speakers opens."),
        )

    def doubts(self) -> RowErrors:
        yield from super().doubts()
        yield from far_from_session(self, ("end", "oral_statement_registration", *BEFORE_THE_SESSION))
        yield from far_ahead(self, ("start",))


class CouncilMembership(DatedFact):
    """A State's term on the Council; the period is the term, three years as a rule."""

    NATURAL_KEY: ClassVar = ("state", "valid_from")
    PERIOD_KEY: ClassVar = ("state",)

    state = models.ForeignKey(State, models.PROTECT, related_name="council_memberships", verbose_name=_("State"))
    regional_group = ChoiceField(State.RegionalGroup, verbose_name=_("elected for"))

    class Meta:
        verbose_name = _("Council membership")
        verbose_name_plural = _("Council memberships")
        ordering = ["-valid_from", "state"]
        constraints = one_row_a_start("council_membership", "state")

    def __str__(self) -> str:
        return label(self.state, self.period)
