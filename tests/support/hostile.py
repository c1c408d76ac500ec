"""Editions in which an editor has put the same text into every field that takes free text."""

import json
from collections.abc import Callable
from typing import Any

from advisor.editions.models import Edition as Stored
from advisor.editions.thaw import thaw
from rules.facts.edition import Edition

FREE = {
    "abbreviation",
    "access",
    "committee",
    "description",
    "evidence_strength",
    "exhaustion",
    "full_title",
    "how_to_write",
    "label",
    "limit_text",
    "name",
    "note",
    "public",
    "reason",
    "short_name",
    "state",
    "summary",
    "text",
    "time_limit",
    "title",
    "un",
    "value",
    "what",
}
"""The names of the fields whose text reaches readers."""


def edition_full_of(text: str | Callable[[str], str], edition_id: str) -> Edition:
    """The edition with the text, or what it makes of the text that was there, in every such field."""

    def changed(name: str, value: Any) -> Any:
        if isinstance(value, dict):
            return {key: changed(key, item) for key, item in value.items()}
        if isinstance(value, list):
            return [changed(name, item) for item in value]
        # A State's code, where a field is named after it, is no free text.
        if isinstance(value, str) and name in FREE and not (len(value) == 3 and value.isupper() and name == "state"):
            return text(value) if callable(text) else text
        return value

    content = json.loads(Stored.objects.get(pk=edition_id).content)
    return thaw(edition_id, changed("", content))
