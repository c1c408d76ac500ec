"""One field for a date and how much of it is known: ``2026-11-24``, ``2026-11`` or ``2026``."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from rules.dates import PartialDate


class PartialDateField(forms.CharField):
    """Text in, ``PartialDate`` out; ``None`` for an empty field."""

    default_error_messages = {
        "not_a_date": _(
            "“%(text)s” is not a date. Write YYYY-MM-DD for a day, YYYY-MM where only the month is known, "
            "YYYY where only the year is."
        ),
    }

    def __init__(self, **options: Any) -> None:
        options.setdefault("max_length", 20)
        options.setdefault("widget", forms.TextInput(attrs={"placeholder": "YYYY-MM-DD", "size": 12}))
        super().__init__(**options)

    def clean(self, value: Any) -> Any:
        """Called by Django for each form that comes in."""
        text = super().clean(value)
        if not text:
            return None
        try:
            return PartialDate.parse(text)
        except ValueError:
            raise ValidationError(
                self.error_messages["not_a_date"], code="not_a_date", params={"text": text[:40]}
            ) from None
