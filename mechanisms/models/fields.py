"""Fields that several tables share."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _


class ChoiceField(models.CharField):  # type: ignore[type-arg]  # not generic at run time
    """A slug out of an enumeration. The choices stay out of migrations: a new slug or label changes no column."""

    def __init__(self, enum: type[models.TextChoices] | None = None, **options: Any) -> None:
        if enum is not None:
            options["choices"] = enum.choices
        options.setdefault("max_length", 40)
        super().__init__(**options)

    def deconstruct(self) -> Any:
        name, path, args, options = super().deconstruct()
        options.pop("choices", None)
        return name, path, args, options


IS_HOUR = RegexValidator(r"^([01]\d|2[0-3]):[0-5]\d$", _("Write the hour as HH:MM, for instance 23:59."))


class HourField(models.CharField):  # type: ignore[type-arg]
    """The hour of a deadline, as its source gives it: ``23:59``. Goes with a day and a zone, and stays empty where no hour is published."""

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("verbose_name", _("hour"))
        options.setdefault("help_text", _("As HH:MM, only where the source gives an hour."))
        super().__init__(*args, **(options | {"max_length": 5, "blank": True, "validators": [IS_HOUR]}))


SEPARATOR = ";"


class SlugsFormField(forms.MultipleChoiceField):
    """A box for each slug of a list."""

    widget = forms.CheckboxSelectMultiple

    def prepare_value(self, value: Any) -> Any:
        """From the text of a column to the boxes that are ticked."""
        return slugs(value) if isinstance(value, str) else value

    def clean(self, value: Any) -> Any:
        """The text of the column."""
        return SEPARATOR.join(super().clean(value))

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether other boxes are ticked than before."""
        return super().has_changed(self.prepare_value(initial), data)


class SlugsField(models.CharField):  # type: ignore[type-arg]
    """Slugs out of an enumeration, as files write a list: separated by ``;``. The enumeration stays out of migrations."""

    def __init__(self, enum: type[models.TextChoices] | None = None, **options: Any) -> None:
        self.allowed: list[tuple[str, Any]] = list(enum.choices) if enum else []
        options.setdefault("max_length", 200)
        super().__init__(**options)

    def validate(self, value: Any, model_instance: Any) -> None:
        """Called by Django: every slug is one of the enumeration, and stands once."""
        super().validate(value, model_instance)
        found, known = slugs(value), [slug for slug, _label in self.allowed]
        if len(set(found)) < len(found):
            raise ValidationError(_("A name stands twice."))
        if strangers := [slug for slug in found if slug not in known]:
            raise ValidationError(
                _("“%(name)s” is not allowed; allowed: %(known)s"),
                params={"name": strangers[0], "known": ", ".join(known)},
            )

    def formfield(self, *args: Any, **options: Any) -> Any:
        """A box for each slug."""
        return SlugsFormField(
            choices=self.allowed, required=not self.blank, label=self.verbose_name, help_text=self.help_text
        )


def slugs(text: str) -> tuple[str, ...]:
    """The slugs of a column."""
    return tuple(text.split(SEPARATOR)) if text else ()
