"""Citable documents: the sources of facts."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from mechanisms.publishers import address_errors, naming_errors, official_errors

from .fields import ChoiceField
from .named import Examined, Named, RowErrors


class Source(Examined, Named):
    """A document, page or passage that facts cite. Every fact points to one; a source in use can't be deleted.

    People see its title, its symbol and its own address. Where we read a copy, the copy's address is for editors alone.
    """

    class Kind(models.TextChoices):
        LEGAL_TEXT = "legal-text", _("legal text")
        DEPOSITARY = "depositary", _("depositary page")
        UN_DOCUMENT = "un-document", _("UN document")
        UN_PAGE = "un-page", _("UN page")
        ORGANISATION = "organisation", _("page of an organisation")
        PRESS = "press", _("press")
        DATA = "data", _("data set")
        OWN = "own", _("our own work")

    class Read(models.TextChoices):
        """Whether we have read it where it is published. The values are those that editions keep."""

        OFFICIAL = "official", _("yes, where it is published")
        COPY = "copy", _("no, in a copy")
        NOT = "not", _("no, only its title is known")

    NATURAL_KEY: ClassVar = ("slug",)

    slug = models.SlugField(
        _("short name"), max_length=80, unique=True, help_text=_("Stable: facts and advice refer to it.")
    )
    title = models.CharField(
        _("title"),
        max_length=300,
        help_text=_("Begin a page with who wrote it and a colon: “ISHR Academy: speaking at the Council”."),
    )
    symbol = models.CharField(
        _("symbol"),
        max_length=120,
        blank=True,
        help_text=_("By which people cite it: A/HRC/RES/5/1, “ICERD, art. 14”, IV-9 in the UN Treaty Collection."),
    )
    url = models.URLField(
        _("official address"),
        max_length=600,
        blank=True,
        help_text=_("Where people are sent. Leave empty where none is known. Never guess, and never give a copy."),
    )
    kind = ChoiceField(Kind, verbose_name=_("kind"))
    read = ChoiceField(Read, default=Read.NOT, max_length=10, verbose_name=_("was it read itself?"))
    read_on = models.DateField(
        _("read on"), null=True, blank=True, help_text=_("Where it is published. Empty where the day was not noted.")
    )
    read_at = models.URLField(
        _("where we read it"), max_length=600, blank=True, help_text=_("The address of a copy. Only editors see it.")
    )
    note = models.TextField(_("note"), blank=True, help_text=_("For instance which parts of it were read."))

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.title

    @property
    def is_ours(self) -> bool:
        """Whether it is our own work, which nobody has to read elsewhere."""
        return bool(self.kind == self.Kind.OWN)

    def value_errors(self) -> RowErrors:
        yield from super().value_errors()
        for check in (
            naming_errors(self.title, self.url),
            official_errors(self.kind, self.url),
            address_errors(self.url),
        ):
            yield from (("url", problem) for problem in check)
        if self.kind != self.Kind.OWN and not (self.symbol or self.url or self.read_at):
            yield "url", _("A source needs a symbol or an address; or the address of the copy in which it was read.")
        if self.read_on and self.read != self.Read.OFFICIAL:
            yield "read_on", _("Only for what was read where it is published.")
