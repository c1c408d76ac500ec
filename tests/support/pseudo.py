"""Invented translations: every text of ours in Arabic or Chinese letters, so that a layout can be looked at before it is translated.

Words mean nothing, but have the letters, the length and the direction of the real thing. What Django translates itself (months and
days) is real.
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


@contextmanager
def invented_translations(language: str) -> Iterator[None]:
    """Within it, everything is translated into the language."""
    before = trans_real._translations.get(language)
    trans_real._translations[language] = Invented(language)
    try:
        yield
    finally:
        if before is None:
            del trans_real._translations[language]
        else:
            trans_real._translations[language] = before
