"""The text of one cell → the value of one field. What doesn't fit raises ``ValueError``: what is wrong and what is allowed."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from rules.dates import DAY, PartialDate

BOOLEANS = {"yes": True, "no": False}


def whole_number(text: str, *, longest: int) -> int | None:
    """The number in a form or an address; ``None`` if the text is no number, or has more digits than ``longest``."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= longest else None


def refuse_stray_characters(text: str) -> None:
    """Raise ``ValueError`` on spaces around the text and on characters that nobody sees."""
    if text != text.strip():
        raise ValueError("spaces around the text")
    if any(ord(character) < 32 and character != "\n" for character in text):
        raise ValueError("a control character in the text")


def reference(item: "models.ForeignKey[Any, Any]", key: "models.Field[Any, Any]", text: str) -> Any:
    """The name of a row of another table; ``None`` if the cell is empty and may be."""
    if not text:
        if item.null:
            return None
        raise ValueError("must not be empty")
    return value(key, text)


def partial_date(item: "models.Field[Any, Any]", text: str) -> dict[str, Any]:
    """A date and its precision, by the names of their columns."""
    if not text and item.null:
        return {item.name: None, f"{item.name}_precision": DAY}
    try:
        date = PartialDate.parse(text)
    except ValueError:
        raise ValueError(f"“{text}” is not a date", "YYYY-MM-DD, YYYY-MM, YYYY" + ", empty" * item.null) from None
    return {item.name: date.first, f"{item.name}_precision": date.precision}


def value(item: "models.Field[Any, Any]", text: str) -> Any:
    """The value of any other cell."""
    if isinstance(item, models.BooleanField):
        if text not in BOOLEANS:
            raise ValueError(f"“{text}” is neither yes nor no", "yes, no")
        return BOOLEANS[text]
    if not text:
        if item.null:
            return None
        if item.blank:
            return ""
        raise ValueError("must not be empty", ", ".join(str(value) for value, _ in item.flatchoices))
    if isinstance(item, models.DateField):
        date = partial_date(item, text)
        if date[f"{item.name}_precision"] != DAY:
            raise ValueError(f"“{text}” is not a day", "YYYY-MM-DD")
        return date[item.name]
    if item.choices and text not in (values := [str(value) for value, _ in item.flatchoices]):
        raise ValueError(f"“{text}” is not allowed", ", ".join(values + [""] * item.blank))
    try:
        return item.clean(text, None)
    except ValidationError as error:
        raise ValueError(f"“{text[:80]}”: {' '.join(error.messages)}") from None
