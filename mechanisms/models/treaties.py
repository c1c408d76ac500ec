"""Treaties, what each State did about them, and the limits that States put on the committees."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from mechanisms.words import separated

from .dated import DatedFact, RowErrors, SourcedFact, label, one_row_a_start
from .fields import ChoiceField
from .states import State


class SameMatter(models.TextChoices):
    """What bars a complaint: that the matter is pending elsewhere, or was examined elsewhere, or both."""

    NONE = "none", _("nothing")
    PENDING = "pending", _("a matter still pending elsewhere")
    EXAMINED = "examined", _("a matter already examined elsewhere")
    PENDING_OR_EXAMINED = "pending-or-examined", _("a matter pending or already examined elsewhere")
    NOT_APPLICABLE = "not-applicable", _("no complaints procedure")


class Treaty(SourcedFact):
    """A human-rights treaty with its committee and what that committee asks of a complaint."""

    class LimitKind(models.TextChoices):
        STRICT = "strict", _("strict time limit")
        GUIDANCE = "guidance", _("no fixed limit, but guidance on undue delay")
        NONE = "none", _("no fixed limit")
        NOT_APPLICABLE = "not-applicable", _("no complaints procedure")

    NATURAL_KEY: ClassVar = ("slug",)

    slug = models.SlugField(_("short name"), max_length=20, unique=True)
    name = models.CharField(_("name"), max_length=200)
    abbreviation = models.CharField(_("abbreviation"), max_length=20)
    core = models.BooleanField(_("core treaty"), help_text=_("One of the nine core treaties, not an added protocol."))
    committee_name = models.CharField(_("committee"), max_length=120)
    committee_abbreviation = models.CharField(_("abbreviation of the committee"), max_length=10)
    committee_url = models.URLField(_("address of the committee's page"), blank=True)
    untc_ref = models.CharField(_("number in the UN Treaty Collection"), max_length=20)
    adopted = models.DateField(_("adopted"))
    in_force = models.DateField(_("in force"))
    binding_delay_months = models.PositiveSmallIntegerField(
        _("months until it binds a new party"), default=0, help_text=_("Counted from the deposit of the instrument.")
    )
    binding_delay_days = models.PositiveSmallIntegerField(_("days until it binds a new party"), default=0)
    has_complaints = models.BooleanField(_("complaints procedure in force"))
    complaint_basis = models.CharField(_("basis of complaints"), max_length=200, blank=True)
    complaint_how_accepted = models.CharField(_("how a State accepts complaints"), max_length=120, blank=True)
    complaint_in_force = models.DateField(_("complaints in force"), null=True, blank=True)
    complaint_delay_months = models.PositiveSmallIntegerField(
        _("months until an acceptance of complaints works"), default=0
    )
    complaint_delay_days = models.PositiveSmallIntegerField(
        _("days until an acceptance of complaints works"), default=0
    )
    groups_may_complain = models.CharField(_("who may complain"), max_length=120, blank=True)
    petition_limit_months = models.PositiveSmallIntegerField(
        _("months to complain"),
        null=True,
        blank=True,
        help_text=_("Counted from the final decision at home; empty where none is fixed."),
    )
    petition_limit_kind = ChoiceField(LimitKind, verbose_name=_("kind of time limit"))
    petition_limit_text = models.TextField(_("time limit in words"), blank=True)
    same_matter_rule = ChoiceField(SameMatter, verbose_name=_("bar by another procedure"))
    same_matter_text = models.TextField(_("bar by another procedure in words"), blank=True)
    exhaustion_exception = models.CharField(_("exception to exhausting remedies"), max_length=200, blank=True)
    inquiry_basis = models.CharField(_("basis of inquiries"), max_length=200, blank=True)
    inquiry_how = models.CharField(_("how a State accepts inquiries"), max_length=120, blank=True)
    urgent_procedure = models.TextField(_("urgent procedure"), blank=True)
    binding_delay_text = models.CharField(_("when it starts to bind, in words"), max_length=200, blank=True)
    text_checked = models.CharField(
        _("what was read"), max_length=200, help_text=_("Which parts of the text were read for this row.")
    )

    class Meta:
        verbose_name = _("treaty")
        verbose_name_plural = _("treaties")
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.abbreviation


class TreatyStatus(DatedFact):
    """What a State did about a treaty: ``valid_from`` is the day of deposit, signature or declaration."""

    class Instrument(models.TextChoices):
        TREATY = "treaty", _("the treaty itself")
        INDIVIDUAL_COMMUNICATIONS = "individual_communications", _("individual complaints")
        INQUIRY = "inquiry", _("inquiries")

    class Status(models.TextChoices):
        PARTY = "party", _("party")
        SIGNATORY = "signatory", _("signed, not bound")
        NONE = "none", _("no act")
        ACCEPTED = "accepted", _("accepted")
        NOT_ACCEPTED = "not-accepted", _("not accepted")

    STATUSES: ClassVar[dict[str, set[Status]]] = {
        Instrument.TREATY: {Status.PARTY, Status.SIGNATORY, Status.NONE},
        Instrument.INDIVIDUAL_COMMUNICATIONS: {Status.ACCEPTED, Status.NOT_ACCEPTED},
        Instrument.INQUIRY: {Status.ACCEPTED, Status.NOT_ACCEPTED},
    }
    NATURAL_KEY: ClassVar = ("state", "treaty", "instrument", "valid_from")
    PERIOD_KEY: ClassVar = ("state", "treaty", "instrument")

    state = models.ForeignKey(State, models.PROTECT, related_name="treaty_statuses", verbose_name=_("State"))
    treaty = models.ForeignKey(Treaty, models.PROTECT, related_name="statuses", verbose_name=_("treaty"))
    instrument = ChoiceField(Instrument, verbose_name=_("instrument"))
    status = ChoiceField(Status, verbose_name=_("status"))
    action = models.CharField(
        _("act"), max_length=60, blank=True, help_text=_("For instance ratification, accession, declaration.")
    )

    class Meta:
        verbose_name = _("treaty status")
        verbose_name_plural = _("treaty statuses")
        ordering = ["state", "treaty", "instrument", "valid_from"]
        constraints = one_row_a_start("treaty_status", "state", "treaty", "instrument")

    def __str__(self) -> str:
        return label(self.state, self.treaty, self.get_instrument_display(), self.get_status_display())

    def value_errors(self) -> RowErrors:
        yield from super().value_errors()
        allowed = self.STATUSES.get(self.instrument, set())
        if allowed and self.status not in allowed:
            names = separated(sorted(allowed))
            yield "status", _("This status does not go with this instrument; allowed: %(names)s.") % {"names": names}


class StateTreatyLimit(DatedFact):
    """A reservation or declaration by which a State narrows what a committee may take up."""

    class LimitType(models.TextChoices):
        SAME_MATTER = "same_matter_other_procedure", _("matters at another procedure")
        TIME_OF_FACTS = "time_of_facts", _("time of the facts")
        TIME_LIMIT = "time_limit", _("time limit")
        TERRITORY = "territory", _("territory")
        SUBJECT = "subject", _("subject")
        NATIONAL_BODY_FIRST = "national_body_first", _("national body first")
        GROUP_CLAIMS = "group_claims", _("claims of groups")
        INTERIM_MEASURES = "interim_measures", _("interim measures")
        INQUIRY = "inquiry", _("inquiries")
        EXHAUSTION = "exhaustion", _("domestic remedies")

    class Scope(models.TextChoices):
        ANY = "any", _("any international procedure")
        EUROPEAN_CONVENTION = "european-convention", _("the European Convention system only")

    NATURAL_KEY: ClassVar = ("state", "treaty", "limit_type", "valid_from")
    PERIOD_KEY: ClassVar = ("state", "treaty", "limit_type")

    state = models.ForeignKey(State, models.PROTECT, related_name="treaty_limits", verbose_name=_("State"))
    treaty = models.ForeignKey(Treaty, models.PROTECT, related_name="limits", verbose_name=_("treaty"))
    limit_type = ChoiceField(LimitType, verbose_name=_("what it limits"))
    summary = models.CharField(_("summary"), max_length=300)
    months = models.PositiveSmallIntegerField(
        _("months to complain"), null=True, blank=True, help_text=_("For a time limit only.")
    )
    extends_to = ChoiceField(
        SameMatter, blank=True, verbose_name=_("bars"), help_text=_("For matters at another procedure only.")
    )
    scope = ChoiceField(
        Scope, blank=True, verbose_name=_("which procedures"), help_text=_("For matters at another procedure only.")
    )
    since = models.DateField(
        _("facts since"), null=True, blank=True, help_text=_("For the time of facts, where the State named a day.")
    )
    basis = models.CharField(_("where it is written"), max_length=60)

    class Meta:
        verbose_name = _("limit set by a State")
        verbose_name_plural = _("limits set by States")
        ordering = ["state", "treaty", "limit_type"]
        constraints = one_row_a_start("state_treaty_limit", "state", "treaty", "limit_type")

    def __str__(self) -> str:
        return label(self.state, self.treaty, self.get_limit_type_display())

    def value_errors(self) -> RowErrors:
        yield from super().value_errors()
        same_matter = self.limit_type == self.LimitType.SAME_MATTER
        if same_matter != bool(self.extends_to):
            yield "extends_to", _("Needed for matters at another procedure, and for nothing else.")
        if same_matter != bool(self.scope):
            yield "scope", _("Needed for matters at another procedure, and for nothing else.")
        if (self.limit_type == self.LimitType.TIME_LIMIT) != (self.months is not None):
            yield "months", _("Needed for a time limit, and for nothing else.")
