"""What the Council decided: its resolutions with their votes, and which mandates and bodies of inquiry they keep alive, until when."""

from typing import TYPE_CHECKING, ClassVar

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from rules.facts import resolutions

from .addresses import Door
from .dated import DateStatus, RowErrors, SourcedFact, label, precision_field
from .fields import SEPARATOR, ChoiceField, slugs
from .mandates import Mandate
from .named import Link
from .states import State

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

DOCUMENT = "https://docs.un.org/en/{}"
"""The UN's own permanent address of a document, by its symbol."""


def votes_field(name: "StrPromise") -> "models.TextField[str, str]":
    """The States that voted in one way, by their codes."""
    return models.TextField(
        name,
        blank=True,
        validators=[
            RegexValidator(
                rf"^[A-Z]{{3}}({SEPARATOR}[A-Z]{{3}})*\Z",
                _("Codes of three letters, separated by “;”, without spaces."),
            )
        ],
        help_text=_("Codes of States as in “AGO;BEN”. Empty where the roll-call was not found."),
    )


class CouncilResolution(SourcedFact):
    """A resolution of the Council on a State or on a mandate: how it was adopted, who tabled it, who voted how."""

    class Adoption(models.TextChoices):
        WITHOUT_VOTE = resolutions.Adoption.WITHOUT_VOTE.value, _("without a vote")
        RECORDED = resolutions.Adoption.RECORDED.value, _("by a recorded vote")
        UNKNOWN = resolutions.Adoption.UNKNOWN.value, _("not known how")

    NATURAL_KEY: ClassVar = ("symbol",)
    COUNTS: ClassVar = (("yes", "voted_yes"), ("no", "voted_no"), ("abstentions", "abstained"))
    """The number of each vote, and the States that cast it."""

    symbol = models.CharField(
        _("symbol"),
        max_length=40,
        unique=True,
        validators=[RegexValidator(r"^A/HRC/(RES|DEC)/[A-Z0-9/-]+\Z", _("A symbol such as A/HRC/RES/61/26."))],
        help_text=_("As the document has it, for instance A/HRC/RES/61/26. The link to the text follows from it."),
    )
    title = models.CharField(_("title"), max_length=400, blank=True, help_text=_("Empty where it was not found."))
    adopted_on = models.DateField(_("adopted on"))
    adopted_on_precision = precision_field()
    session = models.CharField(
        _("session"),
        max_length=10,
        validators=[RegexValidator(r"^(S-)?[0-9]+\Z", _("A number; of a special session, S-39 for instance."))],
        help_text=_("61, or S-39 for a special session."),
    )
    agenda_item = models.PositiveSmallIntegerField(
        _("item of the agenda"), null=True, blank=True, help_text=_("Empty for a special session, or where not known.")
    )
    adoption = ChoiceField(Adoption, verbose_name=_("how it was adopted"))
    yes = models.PositiveSmallIntegerField(_("in favour"), null=True, blank=True)
    no = models.PositiveSmallIntegerField(_("against"), null=True, blank=True)
    abstentions = models.PositiveSmallIntegerField(_("abstentions"), null=True, blank=True)
    voted_yes = votes_field(_("who voted in favour"))
    voted_no = votes_field(_("who voted against"))
    abstained = votes_field(_("who abstained"))
    sponsors = models.TextField(
        _("main sponsors"), blank=True, help_text=_("As the record names them. Empty where they were not found.")
    )
    record_url = models.URLField(
        _("record of the vote"), max_length=600, blank=True, help_text=_("Its page in OHCHR's voting library.")
    )
    states = models.ManyToManyField(
        State, through="mechanisms.ResolutionState", related_name="resolutions", verbose_name=_("States")
    )

    class Meta:
        verbose_name = _("Council resolution")
        verbose_name_plural = _("Council resolutions")
        ordering = ["-adopted_on", "symbol"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(adoption="recorded", yes__isnull=False, no__isnull=False, abstentions__isnull=False)
                | models.Q(~models.Q(adoption="recorded"), yes__isnull=True, no__isnull=True, abstentions__isnull=True),
                name="resolution_counted_iff_recorded",
            ),
        ]

    def __str__(self) -> str:
        return self.symbol

    @property
    def address(self) -> str:
        """Where its text stands, at the UN's own address."""
        return DOCUMENT.format(self.symbol)

    def value_errors(self) -> RowErrors:
        yield from super().value_errors()
        recorded = self.adoption == self.Adoption.RECORDED
        for number, names in self.COUNTS:
            if recorded != (getattr(self, number) is not None):
                yield number, _("Needed for a recorded vote, and for nothing else.")
            elif getattr(self, names) and len(slugs(getattr(self, names))) != getattr(self, number):
                yield names, _("So many States are not what the number of votes says.")
        voters = [code for _number, names in self.COUNTS for code in slugs(getattr(self, names))]
        if len(set(voters)) < len(voters):
            yield "voted_yes", _("A State votes once.")

    def vote_of(self, iso3: str) -> str:
        """How a State voted: the name of the field that lists it; empty where it did not vote, or where that is not known."""
        return next((names for _number, names in self.COUNTS if iso3 in slugs(getattr(self, names))), "")


class ResolutionState(Link):
    """A State that a resolution is on."""

    resolution = models.ForeignKey(
        CouncilResolution, models.CASCADE, related_name="state_links", verbose_name=_("Council resolution")
    )
    state = models.ForeignKey(State, models.PROTECT, related_name="resolution_links", verbose_name=_("State"))

    class Meta:
        verbose_name = _("State of a resolution")
        verbose_name_plural = _("States of a resolution")
        ordering = ["resolution", "position"]
        constraints = [models.UniqueConstraint(fields=["resolution", "state"], name="resolution_state_once")]

    def __str__(self) -> str:
        return f"{self.resolution} – {self.state}"


class Renewal(SourcedFact):
    """That a resolution made or extended a mandate or a body of inquiry, and at which session that falls due again."""

    NATURAL_KEY: ClassVar = ("resolution", "mandate", "door")

    resolution = models.ForeignKey(
        CouncilResolution, models.CASCADE, related_name="renewals", verbose_name=_("Council resolution")
    )
    mandate = models.ForeignKey(
        Mandate,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="renewals",
        verbose_name=_("mandate"),
        help_text=_("A mandate or a body of inquiry: exactly one of the two."),
    )
    door = models.ForeignKey(
        Door, models.CASCADE, null=True, blank=True, related_name="renewals", verbose_name=_("body of inquiry")
    )
    years = models.PositiveSmallIntegerField(
        _("years"), null=True, blank=True, help_text=_("For how many years. Empty where the text was not read.")
    )
    due_session = models.PositiveSmallIntegerField(
        _("falls due at session"),
        null=True,
        blank=True,
        help_text=_("The last regular session at which the Council can extend it in time."),
    )
    due_status = ChoiceField(
        DateStatus,
        verbose_name=_("how certain that session is"),
        help_text=_("Confirmed: read in the resolution. Estimated: counted by us from the years."),
    )

    class Meta:
        verbose_name = _("renewal")
        verbose_name_plural = _("renewals")
        ordering = ["-resolution__adopted_on", "resolution", "mandate", "door"]
        constraints = [
            models.UniqueConstraint(fields=["resolution", "mandate"], name="renewal_once_a_mandate"),
            models.UniqueConstraint(fields=["resolution", "door"], name="renewal_once_a_body"),
            models.CheckConstraint(
                condition=models.Q(mandate__isnull=False, door__isnull=True)
                | models.Q(mandate__isnull=True, door__isnull=False),
                name="renewal_of_one_thing",
            ),
            models.CheckConstraint(
                condition=models.Q(due_status="unknown", due_session__isnull=True)
                | models.Q(~models.Q(due_status="unknown"), due_session__isnull=False),
                name="renewal_due_unless_unknown",
            ),
        ]

    def __str__(self) -> str:
        return label(self.mandate, self.door, self.resolution)

    def value_errors(self) -> RowErrors:
        yield from super().value_errors()
        if (self.mandate_id is None) == (self.door_id is None):
            yield "mandate", _("Name a mandate or a body of inquiry: exactly one of the two.")
        if (self.due_status == DateStatus.UNKNOWN) != (self.due_session is None):
            yield "due_status", _("Without a session the status is “not published, or not found”.")
