"""Tables whose rows have names: the fields by which people, files and other tables identify them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from mechanisms.remembered import Named, Remembered

__all__ = ["Link", "Named"]


class Link(Remembered):
    """A row that links two others, at a place in a list."""

    position = models.PositiveSmallIntegerField(_("position"), help_text=_("1 comes first."))

    class Meta:
        abstract = True
