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
    "label",
    "name",
    "note",
    "petition_limit_text",
    "reason",
    "sees_public",
    "sees_state",
    "sees_un",
    "short_name",
    "special_route",
    "summary",
    "text",
    "time_limit",
    "title",
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
        if isinstance(value, str) and name in FREE:
            return text(value) if callable(text) else text
        return value

    content = json.loads(Stored.objects.get(pk=edition_id).content)
    return thaw(edition_id, changed("", content))
