"""The six routes: what each is, what it asks for, who sees what, and the numbers that go with it."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rules import vocabulary

from .dated import DatedFact, SourcedFact, label, one_row_a_start
from .fields import ChoiceField
from .named import Link
from .sources import Source


class Route(SourcedFact):
    """One of the six routes of the advice. Its steps, pros and cons are statements, each with a source of its own."""

    class Side(models.TextChoices):
        EXPERT = vocabulary.Side.EXPERT.value, _("led by independent experts")
        STATE = vocabulary.Side.STATE.value, _("led by States")

    NATURAL_KEY: ClassVar = ("slug",)

    slug = models.SlugField(_("short name"), max_length=40, unique=True, help_text=_("Stable: advice refers to it."))
    position = models.PositiveSmallIntegerField(_("position"), unique=True)
    label = models.CharField(_("label"), max_length=80)
    side = ChoiceField(Side, verbose_name=_("who leads it"))
    summary = models.TextField(_("summary"))
    sees_state = models.TextField(_("what the State sees"))
    sees_public = models.TextField(_("what the public sees"))
    sees_un = models.TextField(_("what the UN sees"))
    evidence_strength = models.TextField(
        _("how well its use is known"), help_text=_("What is known about results; say so where little is.")
    )
    reading = models.ManyToManyField(
        Source, through="mechanisms.RouteReading", related_name="+", verbose_name=_("further reading")
    )

    class Meta:
        verbose_name = _("route")
        verbose_name_plural = _("routes")
        ordering = ["position"]

    def __str__(self) -> str:
        return self.label

    def _said(self, kind: str) -> list[str]:
        return [statement.text for statement in self.statements.all() if statement.kind == kind]

    @property
    def how_it_works(self) -> list[str]:
        """The steps, in order."""
        return self._said(RouteStatement.Kind.STEP)

    @property
    def pros(self) -> list[str]:
        """What speaks for it."""
        return self._said(RouteStatement.Kind.PRO)

    @property
    def cons(self) -> list[str]:
        """What speaks against it."""
        return self._said(RouteStatement.Kind.CON)


class RouteStatement(SourcedFact):
    """A sentence about a route: a step, a pro or a con."""

    class Kind(models.TextChoices):
        STEP = "step", _("step")
        PRO = "pro", _("speaks for it")
        CON = "con", _("speaks against it")

    NATURAL_KEY: ClassVar = ("route", "kind", "position")

    route = models.ForeignKey(Route, models.CASCADE, related_name="statements", verbose_name=_("route"))
    kind = ChoiceField(Kind, verbose_name=_("kind"))
    position = models.PositiveSmallIntegerField(_("position"))
    text = models.TextField(_("text"))

    class Meta:
        verbose_name = _("statement about a route")
        verbose_name_plural = _("statements about routes")
        ordering = ["route", "kind", "position"]
        constraints = [models.UniqueConstraint(fields=["route", "kind", "position"], name="route_statement_once")]

    def __str__(self) -> str:
        return label(self.route, self.get_kind_display(), self.position)


class RouteReading(Link):
    """A document to read about a route, the best first."""

    route = models.ForeignKey(Route, models.CASCADE, related_name="reading_links", verbose_name=_("route"))
    source = models.ForeignKey(Source, models.PROTECT, related_name="+", verbose_name=_("source"))

    class Meta:
        verbose_name = _("further reading")
        verbose_name_plural = _("further reading")
        ordering = ["route", "position"]
        constraints = [models.UniqueConstraint(fields=["route", "source"], name="route_reading_once")]

    def __str__(self) -> str:
        return f"{self.route} – {self.source}"


class RouteRequirement(DatedFact):
    """Whether a route asks for something: a gate of the advice."""

    class Need(models.TextChoices):
        REQUIRED = "required", _("required")
        CONDITION = "condition", _("a condition that closes nothing")
        NOT_NEEDED = "not-needed", _("not needed")

    class Gate(models.TextChoices):
        ONE_COUNTRY = vocabulary.GateSlug.ONE_COUNTRY.value, _("a State to speak about")
        MANDATE_COVERAGE = vocabulary.GateSlug.MANDATE_COVERAGE.value, _("a mandate that covers it")
        ECOSOC_ACCESS = vocabulary.GateSlug.ECOSOC_ACCESS.value, _("consultative status or a sponsor")
        PATTERN = vocabulary.GateSlug.PATTERN.value, _("a consistent pattern")
        DIRECT_KNOWLEDGE = vocabulary.GateSlug.DIRECT_KNOWLEDGE.value, _("direct and reliable knowledge")
        TREATY_RATIFIED = vocabulary.GateSlug.TREATY_RATIFIED.value, _("a treaty that binds the State")
        COMPETENCE_ACCEPTED = vocabulary.GateSlug.COMPETENCE_ACCEPTED.value, _("complaints accepted by the State")
        DOMESTIC_REMEDIES = vocabulary.GateSlug.DOMESTIC_REMEDIES.value, _("domestic remedies exhausted")
        TIME_LIMIT = vocabulary.GateSlug.TIME_LIMIT.value, _("in time")
        SAME_MATTER = vocabulary.GateSlug.SAME_MATTER.value, _("not before another procedure")
        VICTIM_CONSENT = vocabulary.GateSlug.VICTIM_CONSENT.value, _("the victim's agreement")
        IDENTIFIED_AUTHOR = vocabulary.GateSlug.IDENTIFIED_AUTHOR.value, _("an author known to the UN")
        IS_A_CASE = vocabulary.GateSlug.IS_A_CASE.value, _("a case with a victim")

    NATURAL_KEY: ClassVar = ("route", "gate", "valid_from")
    PERIOD_KEY: ClassVar = ("route", "gate")

    route = models.ForeignKey(Route, models.CASCADE, related_name="requirements", verbose_name=_("route"))
    gate = ChoiceField(Gate, verbose_name=_("what is asked for"))
    requirement = ChoiceField(Need, verbose_name=_("requirement"))
    text = models.TextField(_("in words"))

    class Meta:
        verbose_name = _("requirement of a route")
        verbose_name_plural = _("requirements of routes")
        ordering = ["route", "gate", "valid_from"]
        constraints = one_row_a_start("route_requirement", "route", "gate")

    def __str__(self) -> str:
        return label(self.route, self.get_gate_display(), self.get_requirement_display())


class RouteRule(DatedFact):
    """A number that goes with a route: words, pages, minutes, days. Unverified ones are not shown as fact."""

    class Unit(models.TextChoices):
        WORDS = "words", _("words")
        PAGES = "pages", _("pages")
        SECONDS = "seconds", _("seconds")
        MINUTES = "minutes", _("minutes")
        DAYS = "days", _("days")
        WEEKS = "weeks", _("weeks")
        MONTHS = "months", _("months")
        YEARS = "years", _("years")
        PLACES = "places", _("places")
        CALENDAR_MONTH = "calendar-month", _("month of the year")
        CALENDAR_DAY = "calendar-day", _("day of the month")

    NATURAL_KEY: ClassVar = ("key", "valid_from")
    PERIOD_KEY: ClassVar = ("key",)

    route = models.ForeignKey(Route, models.CASCADE, related_name="rules", verbose_name=_("route"))
    key = models.SlugField(_("short name"), max_length=60)
    value = models.PositiveIntegerField(_("value"))
    unit = ChoiceField(Unit, verbose_name=_("unit"))
    label = models.CharField(_("label"), max_length=200)
    verified = models.BooleanField(
        _("verified"), help_text=_("Whether a source that still holds was read for this number.")
    )

    class Meta:
        verbose_name = _("number of a route")
        verbose_name_plural = _("numbers of routes")
        ordering = ["route", "key", "valid_from"]
        constraints = one_row_a_start("route_rule", "key")

    def __str__(self) -> str:
        return label(self.label, self.value)
