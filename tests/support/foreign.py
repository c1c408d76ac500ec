"""A portal in which no text is Latin: ours went through translation, the facts and what people wrote are in Greek letters.

So whatever word of Latin letters is left on a page is a text of ours that nobody can translate.
"""

import html
import re
from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.db import models

from advisor.editions import store
from advisor.editions.models import Weight
from mechanisms.models.fields import SlugsField

GREEK = dict(zip("abcdefghijklmnopqrstuvwxyz", "αβξδεφγηιϳκλμνοπθρστυϙωχψζ", strict=True))
TABLE = str.maketrans(GREEK | {low.upper(): new.upper() for low, new in GREEK.items()})
CODES = {
    "State": ("iso3", "iso2", "m49", "un_region"),
    "Address": ("value",),
    "Door": ("value", "dangers", "regions"),
    "MandateContact": ("value",),
    "PendingUpload": ("name", "target"),
}
"""Texts of facts that are codes or addresses."""


def greek(text: str) -> str:
    """The text in Greek letters, one for one, so that two names never become the same."""
    return text.translate(TABLE)


def translate_facts() -> None:
    """Put every text of the facts in the database into Greek letters, and publish them."""
    for model in apps.get_app_config("mechanisms").get_models():
        if model.__name__.startswith("Historical") or model._meta.auto_created:
            continue
        names = [field.name for field in model._meta.local_concrete_fields if _is_text(model, field)]
        rows = list(model._default_manager.all()) if names else []
        for row in rows:
            for name in names:
                setattr(row, name, greek(getattr(row, name)))
        model._default_manager.bulk_update(rows, names, batch_size=200) if rows else None
    weights = list(Weight.objects.all())
    for weight in weights:
        weight.reason = greek(weight.reason)
    Weight.objects.bulk_update(weights, ["reason"], batch_size=200)
    store.publish(by=None)


def _is_text(model: type[models.Model], field: Any) -> bool:
    return (
        isinstance(field, models.CharField | models.TextField)
        and not isinstance(field, models.SlugField | models.URLField | models.EmailField | SlugsField)
        and not field.choices
        and field.name not in CODES.get(model.__name__, ())
    )


UNREAD = re.compile(r"<(script|style|svg)\b.*?</\1>|<!--.*?-->", re.S)
OTHERS = re.compile(r'<(\w+)[^>]*\b(?:lang="(?:en|fr|es)"|translate="no")[^>]*>.*?</\1>', re.S)
"""What stands in a language of its own, and codes that are the same in all: a page says so itself."""

ATTRIBUTES = re.compile(r'\s(?:title|aria-label|aria-description|alt|placeholder|label|content|data-[\w-]+)="([^"]*)"')
MACHINES = re.compile(r"<(?:meta|link)\b[^>]*>")
TAG = re.compile(r"<[^>]*>")
CODE = re.compile(
    r"https?://\S+|\b[\w.+-]+@[\w.-]+\b|\b[\w-]+(?:\.[\w-]+)+/?\S*|/\S+|#[\w-]+"  # addresses
    r"|\d{4}-\d\d-\d\d(?:T[\d:.Z+-]+)?|\b[0-9a-f]{12,}\b"  # days for machines, digests
)
WORD = re.compile(r"[A-Za-z][A-Za-z'’]+")


def words_of_page(page: str, allowed: Iterable[str] = ()) -> list[str]:
    """The words of Latin letters that somebody could read or hear on a page, each once."""
    page = OTHERS.sub(" ", UNREAD.sub(" ", page))
    heard = [text for text in ATTRIBUTES.findall(MACHINES.sub(" ", page)) if " " in text]
    return words(html.unescape(" ".join([TAG.sub(" ", page), *heard])), allowed)


def words(text: str, allowed: Iterable[str] = ()) -> list[str]:
    """The words of Latin letters in a text, each once, but for addresses and codes."""
    return sorted(set(WORD.findall(CODE.sub(" ", text))) - set(allowed))
