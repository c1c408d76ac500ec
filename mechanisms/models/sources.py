"""Citable documents: the sources of facts."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from .fields import ChoiceField
from .named import Named


class Source(Named):
    """A document, page or passage that facts cite. Every fact points to one; a source in use can't be deleted."""

    class Kind(models.TextChoices):
        LEGAL_TEXT = "legal-text", _("legal text")
        DEPOSITARY = "depositary", _("depositary page")
        UN_DOCUMENT = "un-document", _("UN document")
        UN_PAGE = "un-page", _("UN page")
        COPY = "copy", _("copy of a UN page kept elsewhere")
        ORGANISATION = "organisation", _("page of an organisation")
        PRESS = "press", _("press")
        DATA = "data", _("data set")
        OWN = "own", _("our own work")

    NATURAL_KEY: ClassVar = ("slug",)

    slug = models.SlugField(
        _("short name"), max_length=80, unique=True, help_text=_("Stable: facts and advice refer to it.")
    )
    title = models.CharField(_("title"), max_length=300)
    url = models.URLField(
        _("address"), max_length=600, blank=True, help_text=_("Leave empty where none is known. Never guess.")
    )
    kind = ChoiceField(Kind, verbose_name=_("kind"))
    note = models.TextField(
        _("note"), blank=True, help_text=_("For instance that it is a copy, and where the original should be.")
    )

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.title
