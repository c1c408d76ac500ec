"""The columns of a list of participants, told by their words: their order and their acts differ from treaty to treaty."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _

from .soundness import Refused

LETTERS = {
    "a": "accession",
    "A": "acceptance",
    "AA": "approval",
    "c": "formal confirmation",
    "C": "confirmation of signature",
    "d": "succession",
    "n": "provisional application",
    "p": "simplified procedure",
    "P": "consent to be bound",
    "s": "definitive signature",
}
"""The act by the letter after its day, where the column's heading does not say. Capital and small letters differ."""
_LETTER = re.compile(r"(.+?)\s*\(([A-Za-z]{1,2})\)")
_PROVISIONAL = re.compile(r"(undertaking of )?provisional (?!acceptance/accession)", re.IGNORECASE)
_BINDING = re.compile(
    r"ratification|accession|acceptance|approval|succession|confirmation|consent|participation|definitive|^application",
    re.IGNORECASE,
)


class Use(StrEnum):
    """What a column holds."""

    NAME = "name"
    SIGNATURE = "signature"
    CONSENT = "consent"
    PROVISIONAL = "provisional"
    OTHER = "other"


@dataclass(frozen=True)
class Column:
    """A column: what it holds, and the act behind each letter. The empty letter stands for a day without one."""

    use: Use
    acts: Mapping[str, str]


def columns_of(header: list[str]) -> list[Column]:
    """The columns by their headings. Raises ``Refused`` where names or days of consent are not to be found."""
    columns = [Column(_use(text), _acts(text)) for text in header]
    uses = [column.use for column in columns]
    if uses.count(Use.NAME) != 1 or Use.CONSENT not in uses:
        raise Refused(
            _("The columns of the list are not those that are known: %(columns)s.")
            % {"columns": ", ".join(header)[:200]}
        )
    return columns


def _use(heading: str) -> Use:
    """Who applies a treaty provisionally is not bound by it; a notification or an extension binds nobody anew."""
    text = heading.lower()
    if text.startswith("participant"):
        return Use.NAME
    if text.startswith("signature"):
        return Use.SIGNATURE
    if _PROVISIONAL.match(text):
        return Use.PROVISIONAL
    if text.startswith(("notification", "extension")) or not _BINDING.search(text):
        return Use.OTHER
    return Use.CONSENT


def _acts(heading: str) -> Mapping[str, str]:
    """What the heading says about letters, over what they usually mean."""
    plain, lettered = [], {}
    for part in re.split(r",(?![^(]*\))", heading):
        match = _LETTER.fullmatch(part.strip())
        if match:
            lettered[match[2]] = match[1].lower()
        elif part.strip():
            plain.append(part.strip().lower())
    return LETTERS | lettered | {"": "ratification" if "ratification" in plain else " or ".join(plain)}
