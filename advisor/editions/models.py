"""What the advice side keeps: editions, what was published when and by whom, and the weights that editors may change."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from advisor.words import weights
from mechanisms.remembered import Named


class Edition(models.Model):
    """An immutable snapshot of facts, requirements and weights. ``id`` is the digest of ``content``."""

    id = models.CharField(_("digest"), max_length=32, primary_key=True, editable=False)
    content = models.TextField(_("content"), editable=False, help_text=_("Canonical JSON."))
    created_at = models.DateTimeField(_("made at"), auto_now_add=True)

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return self.id[:12]


class Publication(models.Model):
    """An edition was made the current one. The latest row counts; going back is publishing an older edition again."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="publications", verbose_name=_("edition"))
    published_at = models.DateTimeField(_("published at"), auto_now_add=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("published by"),
        help_text=_("Empty for the first edition, which the installation publishes by itself."),
    )
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publications")
        ordering = ["-id"]
        permissions: ClassVar = [
            ("approve_edition", _("Can approve what somebody else wants to publish")),
            ("publish_edition", _("Can publish facts and weights")),
        ]

    def __str__(self) -> str:
        return f"{self.edition} · {self.published_at:%Y-%m-%d}"


class TextPack(models.Model):
    """The texts of facts in one language, never changed. ``id`` is the digest of ``content``."""

    id = models.CharField(_("digest"), max_length=32, primary_key=True, editable=False)
    language = models.CharField(_("language"), max_length=40, editable=False)
    content = models.TextField(_("content"), editable=False, help_text=_("Canonical JSON."))
    created_at = models.DateTimeField(_("made at"), auto_now_add=True)

    class Meta:
        verbose_name = _("pack of translations")
        verbose_name_plural = _("packs of translations")
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return f"{self.language} · {self.id[:12]}"


class TextPublication(models.Model):
    """A pack was made the current one of its language, with an edition or alone. The latest row of a language counts."""

    pack = models.ForeignKey(TextPack, models.PROTECT, related_name="publications", verbose_name=_("pack"))
    publication = models.ForeignKey(
        Publication,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="texts",
        verbose_name=_("publication of an edition"),
        help_text=_("Empty where the texts were published alone."),
    )
    published_at = models.DateTimeField(_("published at"), auto_now_add=True)

    class Meta:
        verbose_name = _("publication of translations")
        verbose_name_plural = _("publications of translations")
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.pack} · {self.published_at:%Y-%m-%d}"


class Weight(Named):
    """Points for one answer on one route, with the reason. A table of rows is read as a whole; ``unknown`` is always one of them."""

    NATURAL_KEY: ClassVar = ("route", "table", "key")

    route = models.CharField(_("route"), max_length=40, blank=True, help_text=_("Empty for what holds for all routes."))
    table = models.CharField(_("table"), max_length=40)
    key = models.CharField(_("answer"), max_length=40)
    points = models.SmallIntegerField(_("points"))
    reason = models.CharField(_("reason"), max_length=300)
    valid_from = models.DateField(_("from"))

    class Meta:
        verbose_name = _("weight")
        verbose_name_plural = _("weights")
        ordering = ["route", "table", "id"]
        constraints = [models.UniqueConstraint(fields=["route", "table", "key"], name="weight_once")]

    def __str__(self) -> str:
        named = (weights.route(self.route), weights.table(self.table), weights.key(self.key, self.table))
        return f"{' · '.join(named)}: {self.points}"
