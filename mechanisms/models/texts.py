"""What facts say in other languages than English. A translation is no fact of its own: no advice rests on it, no edition holds it."""

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from mechanisms.texts import LENGTH, fingerprint

from .addresses import Address, Door
from .at_home import NationalInstitution
from .dated import PartialDates, RowErrors, label
from .fields import ChoiceField
from .mandates import CallForInput, Mandate, MandateRole
from .named import Named
from .places import Place
from .resolutions import CouncilResolution
from .routes import Route, RouteRequirement, RouteRule, RouteStatement
from .sources import Source
from .states import RegionalBody, State
from .supports import Support
from .themes import Theme, ThemeTreaty
from .treaties import StateTreatyLimit, Treaty

ENGLISH = "en"
LANGUAGES = [(code, name) for code, name in settings.UN_LANGUAGES if code != ENGLISH]


class TextKind(models.TextChoices):
    """Which table a text stands in, by the name of the table's file."""

    STATES = "states", _("States")
    TREATIES = "treaties", _("treaties and their committees")
    TREATY_LIMITS = "treaty_limits", _("limits set by States")
    THEMES = "themes", _("themes")
    THEME_TREATIES = "theme_treaties", _("treaties of themes")
    REGIONAL_BODIES = "regional_bodies", _("regional bodies")
    MANDATES = "mandates", _("mandates")
    MANDATE_ROLES = "mandate_roles", _("roles of mandates")
    CALLS_FOR_INPUT = "calls_for_input", _("calls for input")
    ROUTES = "routes", _("routes")
    ROUTE_STATEMENTS = "route_statements", _("statements about routes")
    ROUTE_REQUIREMENTS = "route_requirements", _("requirements of routes")
    ROUTE_RULES = "route_rules", _("numbers of routes")
    ADDRESSES = "addresses", _("addresses of steps")
    DOORS = "doors", _("other doors")
    COUNCIL_RESOLUTIONS = "council_resolutions", _("Council resolutions")
    NATIONAL_INSTITUTIONS = "national_institutions", _("national human rights institutions")
    SUPPORTS = "supports", _("supports")
    PLACES = "places", _("places that are no States")
    SOURCES = "sources", _("sources")


TRANSLATED: Mapping[str, tuple[type[Named], tuple[str, ...]]] = {
    TextKind.STATES: (State, ("name",)),
    TextKind.TREATIES: (
        Treaty,
        (
            *("name", "abbreviation", "committee_name", "committee_abbreviation", "complaint_basis"),
            *("groups_may_complain", "petition_limit_text", "same_matter_text", "exhaustion_exception"),
            *("inquiry_basis", "urgent_procedure"),
        ),
    ),
    TextKind.TREATY_LIMITS: (StateTreatyLimit, ("summary",)),
    TextKind.THEMES: (Theme, ("label", "description")),
    TextKind.THEME_TREATIES: (ThemeTreaty, ("condition",)),
    TextKind.REGIONAL_BODIES: (RegionalBody, ("name", "description", "exhaustion", "time_limit", "access")),
    TextKind.MANDATES: (Mandate, ("short_name", "full_title", "reporting_duty", "special_route")),
    TextKind.MANDATE_ROLES: (MandateRole, ("condition",)),
    TextKind.CALLS_FOR_INPUT: (CallForInput, ("title",)),
    TextKind.ROUTES: (
        Route,
        ("label", "summary", "sees_state", "sees_public", "sees_un", "evidence_strength"),
    ),
    TextKind.ROUTE_STATEMENTS: (RouteStatement, ("text",)),
    TextKind.ROUTE_REQUIREMENTS: (RouteRequirement, ("text",)),
    TextKind.ROUTE_RULES: (RouteRule, ("label",)),
    TextKind.ADDRESSES: (Address, ("name",)),
    TextKind.DOORS: (Door, ("name", "summary")),
    TextKind.COUNCIL_RESOLUTIONS: (CouncilResolution, ("title",)),
    TextKind.NATIONAL_INSTITUTIONS: (NationalInstitution, ("name",)),
    TextKind.SUPPORTS: (Support, ("name", "what")),
    TextKind.PLACES: (Place, ("name", "text")),
    TextKind.SOURCES: (Source, ("title",)),
}
"""The tables whose texts people read, and the fields that hold them."""

FIELDS: dict[str, Any] = {}
"""What each of these fields is called; where several tables have one of the same name, in the first of them."""
for _model, _names in TRANSLATED.values():
    for _name in _names:
        FIELDS.setdefault(_name, _model.concrete(_name).verbose_name)

Englishes = dict[str, dict[str, str]]
"""The English of a table now: by the row's key, then by field."""


def key_of(parts: Iterable[Any]) -> str:
    """What a row is called in one word: the parts of its name, divided by slashes. A start that is not known is left out."""
    return "/".join(str(part) for part in parts if part not in (None, ""))


def english(kind: str) -> Englishes:
    """The texts of a table as they are now; one query."""
    model, names = TRANSLATED[kind]
    parts = [_path(model, name) for name in model.NATURAL_KEY]
    rows = model._default_manager.order_by("pk").values_list(*parts, *names)
    return {key_of(row[: len(parts)]): dict(zip(names, row[len(parts) :], strict=True)) for row in rows}


def _path(model: type[Named], name: str) -> str:
    if isinstance(model.concrete(name), models.ForeignKey):
        return f"{name}__{model.target(name).key_field().name}"
    return name


class FactTextQuerySet(models.QuerySet[Any]):
    """Translations beside the English of today."""

    def stale(self) -> "list[FactText]":
        """Those whose English has changed since, or is gone. One query for each table that has translations, and one more."""
        rows = list(self)
        now = {kind: english(kind) for kind in {row.kind for row in rows}}
        return [row for row in rows if not row.is_of(now[row.kind].get(row.key, {}).get(row.field))]


class FactText(PartialDates, Named):
    """One text of one row in one language. It is shown only while the English is the one that it translates (``of``)."""

    class Status(models.TextChoices):
        OFFICIAL = "official", _("official: as the source has it")
        OURS = "ours", _("ours: translated by us and read by a second person")
        DRAFT = "draft", _("draft: never shown on a page")

    NATURAL_KEY: ClassVar = ("kind", "key", "field", "language")

    kind = ChoiceField(TextKind, verbose_name=_("table"))
    key = models.CharField(
        _("row"),
        max_length=400,
        help_text=_("The short name of the row; where several columns name it, all of them, divided by slashes."),
    )
    field = ChoiceField(choices=list(FIELDS.items()), verbose_name=_("which of its texts"))
    language = ChoiceField(choices=LANGUAGES, verbose_name=_("language"))
    text = models.TextField(_("text"))
    status = ChoiceField(Status, verbose_name=_("status"))
    of = models.CharField(
        _("fingerprint of the English"),
        max_length=LENGTH,
        blank=True,
        validators=[RegexValidator(rf"^[0-9a-f]{{{LENGTH}}}\Z", _("16 digits from 0 to f."))],
        help_text=_("Of the English text that it translates. Leave empty for the English as it is now."),
    )
    source = models.ForeignKey(
        Source,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("source"),
        help_text=_("Needed for an official text."),
    )
    checked_on = models.DateField(_("checked on"), help_text=_("The day on which somebody last compared it."))

    objects = FactTextQuerySet.as_manager()

    class Meta:
        verbose_name = _("text in another language")
        verbose_name_plural = _("texts in other languages")
        ordering = ["language", "kind", "key", "field"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "key", "field", "language"], name="fact_text_once"),
            models.CheckConstraint(
                condition=~models.Q(status="official") | models.Q(source__isnull=False),
                name="fact_text_official_has_source",
            ),
        ]

    def __str__(self) -> str:
        return label(self.language, self.get_kind_display(), self.key, self.get_field_display())

    def english(self) -> str | None:
        """The English text as it is now; ``None`` where there is no such row or text."""
        if self.kind not in TRANSLATED:
            return None
        return english(self.kind).get(self.key, {}).get(self.field)

    def is_of(self, english: str | None) -> bool:
        """Whether it translates this English."""
        return bool(english) and self.of == fingerprint(english or "")

    def value_errors(self) -> RowErrors:
        yield from super().value_errors()
        if self.kind in TRANSLATED and self.field not in TRANSLATED[self.kind][1]:
            yield "field", _("This table has no such text.")
        if self.status == self.Status.OFFICIAL and self.source_id is None:
            yield "source", _("An official text needs its source.")

    def clean(self) -> None:
        super().clean()
        if not self.english():
            raise ValidationError({"key": _("There is no such row, or its text is empty.")})

    def save(self, *args: Any, **options: Any) -> None:
        """Note the English of now where nobody has said which one was translated."""
        if not self.of:
            self.of = fingerprint(self.english() or "")
            if (fields := options.get("update_fields")) is not None:
                options["update_fields"] = {*fields, "of"}
        super().save(*args, **options)
