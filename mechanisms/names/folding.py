"""Search that ignores capitals, accents and the order of words, the same on every database."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db import models

# Letters that can't be split into letter and accent, but that people type as plain ones.
PLAIN = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe"})


def fold(text: str) -> str:
    """Lower case, no accents, no apostrophes, any other sign a space."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    folded = bare.casefold().translate(PLAIN).replace("'", "").replace("’", "")
    return "".join(sign if sign.isalnum() else " " for sign in folded)


def search(queryset: "models.QuerySet[Any]", paths: Iterable[str], typed: str) -> "models.QuerySet[Any]":
    """The rows that contain each word typed. Compared here: SQLite folds no letter beyond a to z."""
    words = fold(typed).split()
    if not words:
        return queryset
    texts: dict[Any, set[str]] = defaultdict(set)
    for pk, *values in queryset.order_by().values_list("pk", *paths):
        texts[pk].update(str(value) for value in values if value is not None)
    found = [pk for pk, parts in texts.items() if _holds(words, fold(" ".join(parts)))]
    return queryset.filter(pk__in=found)


def _holds(words: list[str], text: str) -> bool:
    return all(word in text for word in words)
