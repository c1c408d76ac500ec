"""Tables whose rows have names: the fields by which people, files and other tables tell them apart."""

from typing import Any, ClassVar, cast

from django.db import models
from django.utils.translation import gettext_lazy as _

from mechanisms.remembered import Remembered


class Named(Remembered):
    """A row that is told from others by ``NATURAL_KEY`` rather than by a number."""

    NATURAL_KEY: ClassVar[tuple[str, ...]]
    """The fields that name a row."""

    class Meta:
        abstract = True

    @classmethod
    def concrete(cls, name: str) -> "models.Field[Any, Any]":
        """One of its own columns."""
        return cast("models.Field[Any, Any]", cls._meta.get_field(name))

    @classmethod
    def key_field(cls) -> "models.Field[Any, Any]":
        """The one field by which other tables name a row."""
        (name,) = cls.NATURAL_KEY
        return cls.concrete(name)

    @classmethod
    def target(cls, name: str) -> "type[Named]":
        """The table that a foreign key points at."""
        return cast("type[Named]", cls.concrete(name).related_model)


class Link(Remembered):
    """A row that ties two others together, at a place in a list."""

    position = models.PositiveSmallIntegerField(_("position"), help_text=_("1 comes first."))

    class Meta:
        abstract = True
