"""Places that are no State of our table: territories, special regions, parts of a State that people name as a State."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from .dated import SourcedFact
from .states import State


class Place(SourcedFact):
    """A place that people look for among the States, and who answers for it before the UN bodies. Names are those that the UN uses."""

    NATURAL_KEY: ClassVar = ("slug",)

    slug = models.SlugField(_("short name"), max_length=60, unique=True)
    name = models.CharField(_("name"), max_length=200, unique=True, help_text=_("As the UN writes it."))
    other_names = models.TextField(
        _("names to search by"),
        blank=True,
        help_text=_("What people may search for, separated by semicolons. Empty where it is the name above alone."),
    )
    state = models.ForeignKey(
        State,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="places",
        verbose_name=_("State that answers"),
        help_text=_("Empty where no State does, where several do, or where it is not known."),
    )
    text = models.TextField(
        _("who answers"), help_text=_("Who answers for it before the UN bodies, and how reports and complaints run.")
    )

    class Meta:
        verbose_name = _("place that is no State")
        verbose_name_plural = _("places that are no States")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def called(self) -> tuple[str, ...]:
        """What people search it by. The UN's name often holds that of a State, so it counts only where there is no other."""
        return tuple(name.strip() for name in self.other_names.split(";") if name.strip()) or (self.name,)
