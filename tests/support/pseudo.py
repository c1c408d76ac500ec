"""Invented translations: every text of ours in letters that are not Latin, so that a page can be looked at before it is translated.

`invented_translations` is for layouts: words mean nothing, but have the letters, the length and the direction of the real thing, in Arabic
or Chinese, and abbreviations stay. `foreign_translations` is for finding what can't be translated: not one Latin letter is left in a text
that went through translation, in Russian (from left to right) or Arabic (from right to left), whose plural forms, months and lists are
the real ones. What Django translates itself (months and days) is real in both.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from django.utils.translation import trans_real

ARABIC = dict(zip("abcdefghijklmnopqrstuvwxyz", "ابتدهفجحيكقلمنوپصرستعثخزضظغ", strict=False))
HAN = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
BETWEEN_HAN = re.compile(r"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])")
KEPT = re.compile(r"(%\([\w:-]+\)[sd]|[A-Z]{2,}|\d+|[^\w\s]|\s+)")


def invented(text: str, language: str) -> str:
    """The text in letters of the language; placeholders, numbers and abbreviations stay."""
    found = "".join(part if KEPT.fullmatch(part) else _word(part, language) for part in KEPT.split(text) if part)
    return found if language == "ar" else BETWEEN_HAN.sub("", found).replace(", ", "，").replace(". ", "。")


def _word(word: str, language: str) -> str:
    if language == "ar":
        return "".join(ARABIC.get(letter, letter) for letter in word.lower())
    return "".join(HAN[(ord(letter) * 7 + place) % len(HAN)] for place, letter in enumerate(word[:2]))


class Invented(trans_real.DjangoTranslation):
    """Django's own catalogue, and inventions for what is not in it."""

    def gettext(self, message: str) -> str:
        """A text, perhaps with its context before it."""
        found: str = super().gettext(message)
        if found != message:
            return found
        context, _separator, text = message.rpartition("\x04")
        return text if "letters for dates" in context else invented(text, self._script)

    def ngettext(self, singular: str, plural: str, number: int) -> str:  # type: ignore[override]
        """One or many."""
        return invented(singular if number == 1 else plural, self._script)

    @property
    def _script(self) -> str:
        return self.to_language()[:2]


CYRILLIC = dict(zip("abcdefghijklmnopqrstuvwxyz", "абцдефгхийклмнопярстувшжыз", strict=True))
LETTERS = {"ru": CYRILLIC, "ar": ARABIC}
HELD = re.compile(r"(%\(\w+\)[a-zA-Z]|%[a-zA-Z%]|\{\w*\}|</?[a-zA-Z][^>]*>|&#?\w+;)")
"""What a translator leaves as it is: places for names and numbers, markup."""


def foreign(text: str, language: str) -> str:
    """The text without a Latin letter, but in its markup and its placeholders."""
    table = str.maketrans(LETTERS[language] | {low.upper(): new.upper() for low, new in LETTERS[language].items()})
    return "".join(part if HELD.fullmatch(part) else part.translate(table) for part in HELD.split(text))


class Foreign(trans_real.DjangoTranslation):
    """Django's own catalogue, and letters of another script for what is not in it. Notes what was asked of it."""

    def __init__(self, language: str) -> None:
        super().__init__(language)
        self.asked: set[tuple[str, str]] = set()
        self._done: dict[str, str] = {}

    def gettext(self, message: str) -> str:
        """A text, perhaps with its context before it."""
        if message not in self._done:
            found: str = super().gettext(message)
            self._done[message] = self._invented(message) if found == message else found
        return self._done[message]

    def ngettext(self, singular: str, plural: str, number: int) -> str:  # type: ignore[override]
        """One or many; Django's own are real."""
        known: str = super().ngettext(singular, plural, number)
        return self._invented(known) if known in (singular, plural) else known

    def _invented(self, message: str) -> str:
        context, _separator, text = message.rpartition("\x04")
        self.asked.add((context, text))
        return text if "letters for dates" in context else foreign(text, self.to_language()[:2])


@contextmanager
def foreign_translations(language: str) -> Iterator[Foreign]:
    """Within it, everything is translated into ``ru`` or ``ar``."""
    catalogue = Foreign(language)
    with _translations(language, catalogue):
        yield catalogue


@contextmanager
def invented_translations(language: str) -> Iterator[None]:
    """Within it, everything is translated into the language."""
    with _translations(language, Invented(language)):
        yield


@contextmanager
def _translations(language: str, catalogue: trans_real.DjangoTranslation) -> Iterator[None]:
    before = trans_real._translations.get(language)
    trans_real._translations[language] = catalogue
    try:
        yield
    finally:
        if before is None:
            del trans_real._translations[language]
        else:
            trans_real._translations[language] = before
