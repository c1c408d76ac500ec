"""Tables whose rows have names: the fields by which people, files and other tables identify them."""

from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from mechanisms.remembered import Named, Remembered

__all__ = ["Examined", "Link", "Named", "RowErrors"]

RowErrors = Iterator[tuple[str, str | Promise]]
"""What is wrong with a row: field and message."""


class Examined(models.Model):
    """A row that can tell what is wrong with it: the same to a form, to a file that is read, and to the check of all facts."""

    class Meta:
        abstract = True

    def value_errors(self) -> RowErrors:
        """What is wrong with the row by itself, as (field, message), without a look at the database."""
        yield from ()

    def clean(self) -> None:
        super().clean()
        errors: dict[str, list[str | Promise]] = {}
        for name, problem in self.value_errors():
            errors.setdefault(name, []).append(problem)
        if errors:
            raise ValidationError(errors)


class Link(Remembered):
    """A row that links two others, at a place in a list."""

    position = models.PositiveSmallIntegerField(_("position"), help_text=_("1 comes first."))

    class Meta:
        abstract = True
