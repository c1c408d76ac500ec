"""What a State has at home or has promised that bears on these routes: its national institution, its standing invitation."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rules.facts import at_home

from .dated import DatedFact, label, one_row_a_start
from .fields import ChoiceField
from .states import State


class NationalInstitution(DatedFact):
    """A national human rights institution with its accreditation; the period is that of the status."""

    class Status(models.TextChoices):
        A = at_home.Accreditation.A.value, _("A: complies fully with the Paris Principles")
        B = at_home.Accreditation.B.value, _("B: complies in part")
        NONE = at_home.Accreditation.NONE.value, _("without accreditation")
        UNKNOWN = at_home.Accreditation.UNKNOWN.value, _("not known")

    NATURAL_KEY: ClassVar = ("state", "name", "valid_from")
    PERIOD_KEY: ClassVar = ("state", "name")

    state = models.ForeignKey(State, models.PROTECT, related_name="institutions", verbose_name=_("State"))
    name = models.CharField(_("name"), max_length=200)
    status = ChoiceField(Status, verbose_name=_("accreditation"))
    url = models.URLField(_("its own site"), max_length=600, blank=True)

    class Meta:
        verbose_name = _("national human rights institution")
        verbose_name_plural = _("national human rights institutions")
        ordering = ["state", "name", "valid_from"]
        constraints = one_row_a_start("national_institution", "state", "name")

    def __str__(self) -> str:
        return label(self.state, self.name)


class StandingInvitation(DatedFact):
    """That a State has invited every thematic mandate holder in advance; from when until when."""

    NATURAL_KEY: ClassVar = ("state", "valid_from")
    PERIOD_KEY: ClassVar = ("state",)

    state = models.ForeignKey(State, models.PROTECT, related_name="invitations", verbose_name=_("State"))

    class Meta:
        verbose_name = _("standing invitation")
        verbose_name_plural = _("standing invitations")
        ordering = ["state", "valid_from"]
        constraints = one_row_a_start("standing_invitation", "state")

    def __str__(self) -> str:
        return label(self.state, self.period)
