"""Special procedures: mandates, who holds them, how to write to them, what they ask for."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from mechanisms.publishers import address_errors, official_errors
from rules import vocabulary

from .dated import NO_DATE, DatedFact, DateStatus, RowErrors, SourcedFact, label, precision_field, zone_field
from .fields import ChoiceField, HourField
from .named import Link
from .plausibility import FAR
from .sources import Source
from .states import State
from .themes import Theme


class Mandate(DatedFact):
    """A mandate on a theme or a country, from its creation until its end; one that ended keeps its history."""

    class Kind(models.TextChoices):
        THEMATIC = "thematic", _("thematic")
        COUNTRY = "country", _("country")

    class Form(models.TextChoices):
        SPECIAL_RAPPORTEUR = "special_rapporteur", _("Special Rapporteur")
        INDEPENDENT_EXPERT = "independent_expert", _("Independent Expert")
        WORKING_GROUP = "working_group", _("Working Group")
        REPRESENTATIVE = "representative", _("Representative")

    class Accepts(models.TextChoices):
        YES = "yes", _("yes")
        NO = "no", _("no")
        UNKNOWN = "unknown", _("not known")

    class Renewal(models.TextChoices):
        KNOWN = "known", _("nothing due by the day checked")
        OUTCOME_UNKNOWN = "outcome-unknown", _("was due for renewal; the outcome was not found")
        NOT_NEEDED = "not-needed", _("has no term")

    class DutyStatus(models.TextChoices):
        STATED = "stated", _("read in the mandate's own resolution")
        GENERAL = "general", _("only the general rule is known")
        UNKNOWN = "unknown", _("not found")

    NATURAL_KEY: ClassVar = ("slug",)

    slug = models.SlugField(_("short name for addresses"), max_length=60, unique=True)
    kind = ChoiceField(Kind, verbose_name=_("kind"))
    form = ChoiceField(Form, verbose_name=_("form"))
    short_name = models.CharField(_("short name"), max_length=80)
    full_title = models.CharField(_("full title"), max_length=300)
    state = models.ForeignKey(
        State,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="mandates",
        verbose_name=_("State"),
        help_text=_("For a country mandate only."),
    )
    themes = models.ManyToManyField(
        Theme, through="mechanisms.MandateTheme", related_name="mandates", verbose_name=_("themes")
    )
    established_year = models.PositiveSmallIntegerField(_("created in"))
    established_by = models.CharField(_("created by"), max_length=120, help_text=_("The resolution that created it."))
    last_renewal = models.CharField(_("last renewed by"), max_length=120, blank=True)
    renewal_status = ChoiceField(Renewal, verbose_name=_("renewal"))
    reporting_duty = models.TextField(_("reports to"), blank=True)
    reporting_duty_status = ChoiceField(DutyStatus, verbose_name=_("how the reporting duty is known"))
    accepts_communications = ChoiceField(Accepts, verbose_name=_("takes individual cases"))
    special_route = models.TextField(_("how to write to it"))
    page_url = models.URLField(
        _("page"), blank=True, help_text=_("The mandate's own page; empty until somebody has opened it.")
    )

    class Meta:
        verbose_name = _("mandate")
        verbose_name_plural = _("mandates")
        ordering = ["-kind", "slug"]
        constraints = [
            *DatedFact.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(kind="country", state__isnull=False) | models.Q(kind="thematic", state__isnull=True),
                name="mandate_state_iff_country",
            ),
        ]

    def __str__(self) -> str:
        return self.short_name

    def value_errors(self) -> RowErrors:
        yield from super().value_errors()
        yield from (("page_url", problem) for problem in official_errors(Source.Kind.UN_PAGE, self.page_url))
        if (self.reporting_duty_status == self.DutyStatus.UNKNOWN) == bool(self.reporting_duty):
            yield "reporting_duty", _("Say what the duty is, or that it was not found.")
        if (self.kind == self.Kind.COUNTRY) != (self.state_id is not None):
            yield "state", _("Needed for a country mandate, and for no other.")


class MandateTheme(Link):
    """A theme of a mandate; the first is what the mandate is about."""

    mandate = models.ForeignKey(Mandate, models.CASCADE, related_name="theme_links", verbose_name=_("mandate"))
    theme = models.ForeignKey(Theme, models.PROTECT, related_name="mandate_links", verbose_name=_("theme"))

    class Meta:
        verbose_name = _("theme of a mandate")
        verbose_name_plural = _("themes of a mandate")
        ordering = ["mandate", "position"]
        constraints = [models.UniqueConstraint(fields=["mandate", "theme"], name="mandate_theme_once")]

    def __str__(self) -> str:
        return f"{self.mandate} – {self.theme}"


class Danger(models.TextChoices):
    """What is about to happen to people."""

    REMOVAL = vocabulary.Danger.REMOVAL.value, _("removal from the country")
    EXECUTION = vocabulary.Danger.EXECUTION.value, _("execution")
    DETENTION = vocabulary.Danger.DETENTION.value, _("arrest, or harm in detention")
    DISAPPEARANCE = vocabulary.Danger.DISAPPEARANCE.value, _("disappearance")
    EVICTION = vocabulary.Danger.EVICTION.value, _("eviction")
    VIOLENCE = vocabulary.Danger.VIOLENCE.value, _("violence")
    DENIED_CARE = vocabulary.Danger.DENIED_CARE.value, _("medical care denied")
    OTHER = vocabulary.Danger.OTHER.value, _("another danger")


class MandateRole(SourcedFact):
    """Why a mandate holder is written to: on a theme, in a kind of danger, or about a State that holds its territory."""

    class Role(models.TextChoices):
        OWN = vocabulary.MandateRoleKind.OWN.value, _("it is the mandate's own")
        ALSO = vocabulary.MandateRoleKind.ALSO.value, _("joins in")
        IF = vocabulary.MandateRoleKind.IF.value, _("only on a condition")

    NATURAL_KEY: ClassVar = ("mandate", "theme", "danger", "state")

    mandate = models.ForeignKey(Mandate, models.CASCADE, related_name="roles", verbose_name=_("mandate"))
    theme = models.ForeignKey(
        Theme,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="roles",
        verbose_name=_("theme"),
        help_text=_("One of three: a theme, a danger or a State."),
    )
    danger = ChoiceField(Danger, blank=True, verbose_name=_("danger"))
    state = models.ForeignKey(
        State, models.PROTECT, null=True, blank=True, related_name="roles", verbose_name=_("State")
    )
    position = models.PositiveSmallIntegerField(_("position"), help_text=_("1 comes first."))
    role = ChoiceField(Role, verbose_name=_("role"))
    condition = models.CharField(
        _("on which condition"),
        max_length=200,
        blank=True,
        help_text=_("For a role on a condition only, as “if …”, for instance “if the person died, or may be killed”."),
    )

    class Meta:
        verbose_name = _("role of a mandate")
        verbose_name_plural = _("roles of mandates")
        ordering = ["theme", "danger", "state", "position"]
        constraints = [
            models.UniqueConstraint(fields=["mandate", "theme"], name="mandate_role_once_a_theme"),
            models.UniqueConstraint(fields=["mandate", "state"], name="mandate_role_once_a_state"),
            models.UniqueConstraint(
                fields=["mandate", "danger"],
                condition=~models.Q(danger=""),
                name="mandate_role_once_a_danger",
                violation_error_message=_("The mandate has a role in this danger already."),
            ),
            models.CheckConstraint(
                condition=models.Q(theme__isnull=False, danger="", state__isnull=True)
                | models.Q(~models.Q(danger=""), theme__isnull=True, state__isnull=True)
                | models.Q(theme__isnull=True, danger="", state__isnull=False),
                name="mandate_role_on_one_thing",
            ),
            models.CheckConstraint(
                condition=models.Q(models.Q(role="if"), ~models.Q(condition=""))
                | models.Q(~models.Q(role="if"), condition=""),
                name="mandate_role_condition_iff_if",
            ),
        ]

    def __str__(self) -> str:
        return label(self.mandate, self.theme, self.get_danger_display(), self.state)

    def value_errors(self) -> RowErrors:
        yield from super().value_errors()
        if sum((self.theme_id is not None, bool(self.danger), self.state_id is not None)) != 1:
            yield "theme", _("Name a theme, a danger or a State: exactly one of the three.")
        if (self.role == self.Role.IF) != bool(self.condition):
            yield "condition", _("Needed for a role on a condition, and for nothing else.")


class MandateHolder(DatedFact):
    """The person who holds a mandate. Six years is the most that one person can serve."""

    NATURAL_KEY: ClassVar = ("mandate", "name")
    PERIOD_KEY: ClassVar = ("mandate",)

    mandate = models.ForeignKey(Mandate, models.CASCADE, related_name="holders", verbose_name=_("mandate"))
    name = models.CharField(_("name"), max_length=120)

    class Meta:
        verbose_name = _("mandate holder")
        verbose_name_plural = _("mandate holders")
        ordering = ["mandate", "-valid_from"]
        constraints = [
            *DatedFact.Meta.constraints,
            models.UniqueConstraint(fields=["mandate", "name"], name="mandate_holder_once"),
        ]

    def __str__(self) -> str:
        return label(self.name, self.mandate)


class MandateContact(DatedFact):
    """Where to write. Without a mandate it serves all of them."""

    class Kind(models.TextChoices):
        EMAIL = "email", _("e-mail")
        FORM = "form", _("online form")
        PAGE = "page", _("page")

    NATURAL_KEY: ClassVar = ("mandate", "kind", "value")

    mandate = models.ForeignKey(
        Mandate,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="contacts",
        verbose_name=_("mandate"),
        help_text=_("Empty: for every mandate."),
    )
    kind = ChoiceField(Kind, verbose_name=_("kind"))
    value = models.CharField(_("address"), max_length=200)

    class Meta:
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")
        ordering = [models.F("mandate").asc(nulls_first=True), "kind", "value"]
        constraints = [
            *DatedFact.Meta.constraints,
            models.UniqueConstraint(fields=["mandate", "kind", "value"], name="mandate_contact_once"),
            models.UniqueConstraint(
                fields=["kind", "value"],
                condition=models.Q(mandate__isnull=True),
                name="general_contact_once",
                violation_error_message=_("There is such a contact for every mandate already."),
            ),
        ]

    def __str__(self) -> str:
        return label(self.value, self.mandate)

    def value_errors(self) -> RowErrors:
        yield from super().value_errors()
        if self.kind != self.Kind.EMAIL:
            yield from (("value", problem) for problem in address_errors(self.value))


class CallForInput(SourcedFact):
    """A mandate holder's call for contributions to a report: anyone may answer."""

    NATURAL_KEY: ClassVar = ("mandate", "title")

    mandate = models.ForeignKey(Mandate, models.CASCADE, related_name="calls", verbose_name=_("mandate"))
    title = models.CharField(_("title"), max_length=300)
    url = models.URLField(_("address"), max_length=600, blank=True)
    opened_on = models.DateField(_("published on"), null=True, blank=True)
    deadline = models.DateField(_("deadline"), null=True, blank=True)
    deadline_precision = precision_field()
    deadline_time = HourField()
    deadline_zone = zone_field()
    status = ChoiceField(DateStatus, verbose_name=_("status of the deadline"))

    class Meta:
        verbose_name = _("call for input")
        verbose_name_plural = _("calls for input")
        ordering = ["deadline", "title"]
        constraints = [models.UniqueConstraint(fields=["mandate", "title"], name="call_for_input_once")]

    def __str__(self) -> str:
        return label(self.title, self.mandate)

    def value_errors(self) -> RowErrors:
        yield from super().value_errors()
        yield from (("url", problem) for problem in official_errors(Source.Kind.UN_PAGE, self.url))
        deadline = self.partial("deadline")
        if deadline is None and self.status != DateStatus.UNKNOWN:
            yield "status", NO_DATE
        if deadline and self.opened_on and deadline.last < self.opened_on:
            yield "deadline", _("The deadline lies before the day on which the call was published.")

    def doubts(self) -> RowErrors:
        yield from super().doubts()
        deadline, opened = self.partial("deadline"), self.opened_on or self.checked_on
        if deadline and opened and deadline.first > opened + FAR:
            yield "deadline", _("%(date)s is more than two years after the call was published.") % {"date": deadline}
