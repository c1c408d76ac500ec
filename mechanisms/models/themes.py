"""Themes: the words in which people name the rights concerned."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from .dated import SourcedFact
from .named import Link


class Theme(SourcedFact):
    """A theme that a person can choose. Mandates and treaties are found through it."""

    NATURAL_KEY: ClassVar = ("slug",)

    slug = models.SlugField(
        _("short name"), max_length=60, unique=True, help_text=_("Stable: saved answers refer to it.")
    )
    label = models.CharField(_("label"), max_length=120)
    description = models.CharField(_("description"), max_length=300)
    grave = models.BooleanField(
        _("grave"),
        help_text=_(
            "Life, liberty or bodily integrity is at stake, so that harm under way calls for an urgent appeal."
        ),
    )
    treaties = models.ManyToManyField(
        "mechanisms.Treaty", through="mechanisms.ThemeTreaty", related_name="themes", verbose_name=_("treaties")
    )

    class Meta:
        verbose_name = _("theme")
        verbose_name_plural = _("themes")
        ordering = ["label"]

    def __str__(self) -> str:
        return self.label


class ThemeTreaty(Link):
    """A treaty that covers a theme; the one that fits best comes first."""

    theme = models.ForeignKey(Theme, models.CASCADE, related_name="treaty_links", verbose_name=_("theme"))
    treaty = models.ForeignKey(
        "mechanisms.Treaty", models.PROTECT, related_name="theme_links", verbose_name=_("treaty")
    )

    class Meta:
        verbose_name = _("treaty of a theme")
        verbose_name_plural = _("treaties of a theme")
        ordering = ["theme", "position"]
        constraints = [models.UniqueConstraint(fields=["theme", "treaty"], name="theme_treaty_once")]

    def __str__(self) -> str:
        return f"{self.theme} – {self.treaty}"
