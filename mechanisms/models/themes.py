"""Themes: the words in which people name the rights concerned, and the treaties under which each can be brought."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rules import vocabulary

from .dated import RowErrors, SourcedFact, label
from .fields import ChoiceField


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

    class Meta:
        verbose_name = _("theme")
        verbose_name_plural = _("themes")
        ordering = ["label"]

    def __str__(self) -> str:
        return self.label


class ThemeTreaty(SourcedFact):
    """A treaty that covers a theme: it names it, or the matter can be framed under it on a condition. The best fitting comes first."""

    class Kind(models.TextChoices):
        MAIN = vocabulary.CoverKind.MAIN.value, _("names it")
        FRAMED = vocabulary.CoverKind.FRAMED.value, _("can be framed under it")

    NATURAL_KEY: ClassVar = ("theme", "treaty")

    theme = models.ForeignKey(Theme, models.CASCADE, related_name="treaty_links", verbose_name=_("theme"))
    treaty = models.ForeignKey(
        "mechanisms.Treaty", models.PROTECT, related_name="theme_links", verbose_name=_("treaty")
    )
    position = models.PositiveSmallIntegerField(_("position"), help_text=_("1 comes first."))
    kind = ChoiceField(Kind, verbose_name=_("how it covers the theme"))
    condition = models.CharField(
        _("on which condition"),
        max_length=200,
        blank=True,
        help_text=_(
            "For what can be framed under it only, as “if …”, for instance “if life, home or family is at stake”."
        ),
    )

    class Meta:
        verbose_name = _("treaty of a theme")
        verbose_name_plural = _("treaties of themes")
        ordering = ["theme", "position"]
        constraints = [
            models.UniqueConstraint(fields=["theme", "treaty"], name="theme_treaty_once"),
            models.CheckConstraint(
                condition=models.Q(models.Q(kind="framed"), ~models.Q(condition=""))
                | models.Q(~models.Q(kind="framed"), condition=""),
                name="theme_treaty_condition_iff_framed",
            ),
        ]

    def __str__(self) -> str:
        return label(self.theme, self.treaty)

    def value_errors(self) -> RowErrors:
        yield from super().value_errors()
        if (self.kind == self.Kind.FRAMED) != bool(self.condition):
            yield "condition", _("Needed for what can be framed under the treaty, and for nothing else.")
