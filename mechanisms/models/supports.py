"""Who and what can help: organisations, handbooks, pages."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from mechanisms.publishers import naming_errors

from .dated import SourcedFact
from .fields import ChoiceField
from .named import Link, RowErrors
from .routes import Route
from .themes import Theme


class Support(SourcedFact):
    """An organisation or a text that helps with a route. Without a theme it serves all themes."""

    class Kind(models.TextChoices):
        ORGANISATION = "organisation", _("organisation")
        RESOURCE = "resource", _("resource")
        HANDBOOK = "handbook", _("handbook")

    NATURAL_KEY: ClassVar = ("slug",)

    slug = models.SlugField(_("short name"), max_length=60, unique=True)
    name = models.CharField(_("name"), max_length=160)
    what = models.TextField(_("how it helps"))
    url = models.URLField(
        _("address"), max_length=600, blank=True, help_text=_("Empty where none is known. Never guess.")
    )
    kind = ChoiceField(Kind, verbose_name=_("kind"))
    routes = models.ManyToManyField(
        Route, through="mechanisms.SupportRoute", related_name="supports", verbose_name=_("routes")
    )
    themes = models.ManyToManyField(
        Theme, through="mechanisms.SupportTheme", related_name="supports", verbose_name=_("themes")
    )

    class Meta:
        verbose_name = _("support")
        verbose_name_plural = _("supports")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def value_errors(self) -> RowErrors:
        yield from super().value_errors()
        yield from (("url", problem) for problem in naming_errors(self.name, self.url))


class SupportRoute(Link):
    """A route on which a support helps."""

    support = models.ForeignKey(Support, models.CASCADE, related_name="route_links", verbose_name=_("support"))
    route = models.ForeignKey(Route, models.PROTECT, related_name="support_links", verbose_name=_("route"))

    class Meta:
        verbose_name = _("route of a support")
        verbose_name_plural = _("routes of a support")
        ordering = ["support", "position"]
        constraints = [models.UniqueConstraint(fields=["support", "route"], name="support_route_once")]

    def __str__(self) -> str:
        return f"{self.support} – {self.route}"


class SupportTheme(Link):
    """A theme on which a support works."""

    support = models.ForeignKey(Support, models.CASCADE, related_name="theme_links", verbose_name=_("support"))
    theme = models.ForeignKey(Theme, models.PROTECT, related_name="support_links", verbose_name=_("theme"))

    class Meta:
        verbose_name = _("theme of a support")
        verbose_name_plural = _("themes of a support")
        ordering = ["support", "position"]
        constraints = [models.UniqueConstraint(fields=["support", "theme"], name="support_theme_once")]

    def __str__(self) -> str:
        return f"{self.support} – {self.theme}"
