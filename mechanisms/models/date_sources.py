"""Where a single date of a session stands, if not in the source of the whole row: sessions collect their dates over years."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from .council import CouncilSession
from .dated import Confidence, PartialDates, RowErrors, label
from .fields import ChoiceField
from .named import Named
from .sources import Source
from .upr import UprSession

OF_UPR = ("start", "end", "stakeholder_deadline", "national_report_deadline", "pre_session_start", "pre_session_end")
OF_COUNCIL = (
    "start",
    "end",
    "written_statement_deadline",
    "oral_statement_registration",
    "side_event_request_deadline",
)
ADOPTION = "adoption_council_session"

_FIELDS: tuple[tuple[type[Named], tuple[str, ...]], ...] = (
    (UprSession, (*OF_UPR, ADOPTION)),
    (CouncilSession, OF_COUNCIL),
)
NAMES = {name: model.concrete(name).verbose_name for model, names in _FIELDS for name in names}
"""The fields that may have a source of their own, and what each is called."""


class DateSource(PartialDates, Named):
    """The source of one date of one session. A date without one rests on the source of its row."""

    NATURAL_KEY: ClassVar = ("upr_session", "council_session", "field")

    upr_session = models.ForeignKey(
        UprSession,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="date_sources",
        verbose_name=_("UPR session"),
        help_text=_("One of two: a UPR session or a Council session."),
    )
    council_session = models.ForeignKey(
        CouncilSession,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="date_sources",
        verbose_name=_("Council session"),
    )
    field = ChoiceField(choices=list(NAMES.items()), verbose_name=_("which date"))
    source = models.ForeignKey(Source, models.PROTECT, related_name="+", verbose_name=_("source"))
    checked_on = models.DateField(
        _("checked on"), help_text=_("The day on which the source was last seen to say this.")
    )
    confidence = ChoiceField(Confidence, verbose_name=_("confidence"))
    note = models.TextField(_("note"), blank=True, help_text=_("What is uncertain, and what to check next."))

    class Meta:
        verbose_name = _("source of a date")
        verbose_name_plural = _("sources of dates")
        ordering = ["upr_session", "council_session", "field"]
        constraints = [
            models.UniqueConstraint(
                fields=["upr_session", "field"],
                name="date_source_once_a_upr_session",
                violation_error_message=_("This date has a source of its own already."),
            ),
            models.UniqueConstraint(
                fields=["council_session", "field"],
                name="date_source_once_a_council_session",
                violation_error_message=_("This date has a source of its own already."),
            ),
            models.CheckConstraint(
                condition=models.Q(upr_session__isnull=False, council_session__isnull=True)
                | models.Q(upr_session__isnull=True, council_session__isnull=False),
                name="date_source_of_one_session",
            ),
        ]

    def __str__(self) -> str:
        return label(self.upr_session, self.council_session, self.get_field_display())

    def value_errors(self) -> RowErrors:
        yield from super().value_errors()
        of_upr, of_council = self.upr_session_id is not None, self.council_session_id is not None
        if of_upr == of_council:
            yield "upr_session", _("Name a UPR session or a Council session: exactly one of the two.")
        elif self.field not in ((*OF_UPR, ADOPTION) if of_upr else OF_COUNCIL):
            yield "field", _("This session has no such date.")
