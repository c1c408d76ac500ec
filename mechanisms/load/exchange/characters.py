"""Characters that nobody sees, and text that was read in the wrong encoding: where they stand, and what to do."""

import re
import unicodedata

JOINERS = "\u200c\u200d\u200e\u200f"
"""Persian, Hindi and Arabic need these within a word or beside a number; everywhere else they are accidents."""
_FOLLOWING = "\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122"
_GARBLED = re.compile(f"(?:[\u00c2-\u00f4][{_FOLLOWING}]{{1,3}})+")
_UNLIKELY = re.compile("[\u0250-\u036f\u0530-\u05ff\u0700-\u08ff]")
"""Scripts that nobody writes here: a capital and a closing quotation mark, as in “LIBERTÉ”, would come out as one of them."""


def invisible(text: str, *, allowed: str = "") -> tuple[int, str] | None:
    """The place (from 1) and the name of the first character that nobody sees. Line breaks are no such thing."""
    if text.replace("\n", "").isprintable():
        return None
    for place, sign in enumerate(text, start=1):
        if sign == "\n" or sign in allowed or unicodedata.category(sign) not in ("Cc", "Cf", "Co", "Cs", "Zl", "Zp"):
            continue
        return place, f"U+{ord(sign):04X} {unicodedata.name(sign, 'control character').lower()}"
    return None


def garbled(text: str) -> tuple[str, str] | None:
    """A piece of UTF-8 that was read as Western European text, and what it was: “Ã¼” was “ü”."""
    for match in _GARBLED.finditer(text):
        for end in range(match.end(), match.start() + 1, -1):
            piece = text[match.start() : end]
            was = _read_again(piece)
            if was and not _UNLIKELY.search(was) and (len(was) > 1 or piece[0] in "ÂÃâ" or piece[1] <= "\u00bf"):
                return piece, was
    return ("\ufffd", "") if "\ufffd" in text else None


def _read_again(piece: str) -> str:
    for encoding in ("cp1252", "latin-1"):
        try:
            return piece.encode(encoding).decode()
        except UnicodeError:
            continue
    return ""
