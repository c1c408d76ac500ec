"""States, and the regional bodies that cover them."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rules import vocabulary

from .dated import DatedFact, SourcedFact, label, one_row_a_start
from .fields import ChoiceField


class State(SourcedFact):
    """A UN Member State or a State with observer status."""

    class UnStatus(models.TextChoices):
        MEMBER = "member", _("UN Member State")
        OBSERVER = "observer", _("observer State")

    class RegionalGroup(models.TextChoices):
        AFRICAN = vocabulary.Region.AFRICAN.value, _("African States")
        ASIA_PACIFIC = vocabulary.Region.ASIA_PACIFIC.value, _("Asia-Pacific States")
        EASTERN_EUROPE = vocabulary.Region.EASTERN_EUROPE.value, _("Eastern European States")
        LATIN_AMERICA_CARIBBEAN = (
            vocabulary.Region.LATIN_AMERICA_CARIBBEAN.value,
            _("Latin American and Caribbean States"),
        )
        WEOG = vocabulary.Region.WEOG.value, _("Western European and other States")

    NATURAL_KEY: ClassVar = ("iso3",)

    iso3 = models.CharField(
        _("three-letter code"), max_length=3, unique=True, help_text=_("ISO 3166-1 alpha-3, for instance KEN.")
    )
    iso2 = models.CharField(_("two-letter code"), max_length=2, unique=True)
    m49 = models.CharField(_("UN number"), max_length=3, unique=True, help_text=_("UN M49 code, three digits."))
    name = models.CharField(_("name"), max_length=120, unique=True)
    un_status = ChoiceField(UnStatus, verbose_name=_("status at the UN"))
    regional_group = ChoiceField(
        RegionalGroup,
        blank=True,
        verbose_name=_("regional group"),
        help_text=_("UN regional group; empty for a State in none."),
    )
    un_region = models.CharField(_("part of the world"), max_length=40, help_text=_("UN M49 macro-region."))

    class Meta:
        verbose_name = _("State")
        verbose_name_plural = _("States")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class RegionalBody(SourcedFact):
    """A regional human-rights body: a route beside the UN's, which can also close a UN route."""

    NATURAL_KEY: ClassVar = ("slug",)

    slug = models.SlugField(_("short name"), max_length=60, unique=True)
    name = models.CharField(_("name"), max_length=160)
    description = models.TextField(_("what it does"))
    exhaustion = models.CharField(_("domestic remedies"), max_length=300, help_text=_("Must they be tried first?"))
    time_limit = models.CharField(_("time limit"), max_length=300)
    access = models.CharField(_("who may turn to it"), max_length=300)
    can_receive_complaints = models.BooleanField(_("takes complaints"))

    class Meta:
        verbose_name = _("regional body")
        verbose_name_plural = _("regional bodies")
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.name


class RegionalMembership(DatedFact):
    """That a regional body covers a State, from when until when."""

    NATURAL_KEY: ClassVar = ("body", "state", "valid_from")
    PERIOD_KEY: ClassVar = ("body", "state")

    body = models.ForeignKey(RegionalBody, models.CASCADE, related_name="memberships", verbose_name=_("regional body"))
    state = models.ForeignKey(State, models.PROTECT, related_name="regional_memberships", verbose_name=_("State"))

    class Meta:
        verbose_name = _("State covered by a regional body")
        verbose_name_plural = _("States covered by regional bodies")
        ordering = ["body", "state", "valid_from"]
        constraints = one_row_a_start("regional_membership", "body", "state")

    def __str__(self) -> str:
        return label(self.body, self.state)
