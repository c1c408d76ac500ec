"""Fields that several tables share."""

from typing import Any

from django.db import models


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
