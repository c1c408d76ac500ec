"""Texts of facts in the language of the page. An edition speaks English; its translations are packs beside it, which editions lend here.

A translation is shown only where it is of the very English that the edition has. Otherwise the English stands, and says that it is English.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.utils.translation import get_language

from mechanisms.texts import fingerprint

ENGLISH = "en"


class FactWords(str):
    """A text together with its language, for pages that must say where they change it, and how the text came about."""

    language = ENGLISH
    status = ""

    def __str__(self) -> str:
        return self  # else `str()` would make a plain text of it, which has forgotten its language


@dataclass(frozen=True)
class Entry:
    """A translation: its text, its status (``official`` or ``ours``), and the fingerprint of the English that it translates."""

    text: str
    status: str
    of: str


@dataclass(frozen=True)
class Pack:
    """All translations into one language: by table, row and field, and by table, field and English where a page knows no row."""

    language: str
    by_row: Mapping[tuple[str, str, str], Entry]
    by_english: Mapping[tuple[str, str, str], Entry]


Lender = Callable[[str], Pack | None]
"""The published pack of a language, looked at cheaply: this is asked for every name in a page."""


_lender: Lender | None = None


def lend(lender: Lender) -> None:
    """Take the packs from here from now on."""
    global _lender
    _lender = lender


def of(kind: str, key: str, field: str, english: str) -> str:
    """The text of a fact in the language of the page.

    In: the table's name, what the row is called there, the field, and its English text in the edition.
    """
    pack, words = _pack(), english
    if pack is not None:
        entry = pack.by_row.get((kind, key, field))
        words = _words(pack, entry if entry and entry.of == fingerprint(english) else None, english)
    return words


def of_english(kind: str, field: str, english: str) -> str:
    """The same for a text whose row the edition does not name: told by its English alone."""
    pack, words = _pack(), english
    if pack is not None:
        words = _words(pack, pack.by_english.get((kind, field, fingerprint(english))), english)
    return words


def _pack() -> Pack | None:
    """The pack of the page's language, be it empty; ``None`` on a page in English."""
    language = get_language() or ENGLISH
    if language.partition("-")[0] == ENGLISH:
        return None
    return (_lender and _lender(language)) or Pack(language, {}, {})


def _words(pack: Pack, entry: Entry | None, english: str) -> FactWords:
    words = FactWords(entry.text if entry else english)
    if entry:
        words.language, words.status = pack.language, entry.status
    return words
