"""Makes any text fit for files and pages, and finds its direction.

Nothing disappears: a control character becomes its visible sign (U+0000 becomes ␀). Characters that no file can hold become �, and so
do direction overrides, which could make a text read differently from what was written. Everything else stays.
"""

import re
import unicodedata
from collections.abc import Iterator

from django.utils.translation import get_language_info

NEW_LINES = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
NO_CHARACTERS = "".join(chr(plane << 16 | place) for plane in range(17) for place in (0xFFFE, 0xFFFF))
UNFIT = re.compile(f"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202d\u202e\ud800-\udfff\ufdd0-\ufdef{NO_CHARACTERS}]")
PICTURES, DELETE, REPLACEMENT = 0x2400, "\u2421", "\ufffd"

RIGHT, LEFT = ("R", "AL"), "L"


def visible(text: str) -> str:
    """The text with plain line ends and nothing in it that can't be shown."""
    return UNFIT.sub(_sign, NEW_LINES.sub("\n", text))


def _sign(found: re.Match[str]) -> str:
    letter = found[0]
    if letter < " ":
        return chr(PICTURES + ord(letter))
    return DELETE if letter == "\x7f" else REPLACEMENT


def lines(text: str) -> Iterator[str]:
    """The lines of a text that hold something."""
    return (line for line in text.split("\n") if line.strip())


def is_rtl(text: str, language: str) -> bool:
    """Whether a line is read from right to left: by its first letter that has a direction, otherwise by its language."""
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind in RIGHT or kind == LEFT:
            return kind in RIGHT
    return bool(get_language_info(language)["bidi"])


def runs(text: str, *, rtl: bool) -> Iterator[tuple[str, bool]]:
    """A line in pieces of one direction each; digits, spaces and signs go with the piece before them."""
    start, current = 0, rtl
    for place, letter in enumerate(text):
        kind = unicodedata.bidirectional(letter)
        turned = kind in RIGHT if kind in RIGHT or kind == LEFT else current
        if turned != current:
            if place > start:
                yield text[start:place], current
            start, current = place, turned
    if text[start:]:
        yield text[start:], current
