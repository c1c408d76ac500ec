"""Makes every text one that our fonts can show. In strict mode Typst refuses a whole document for one letter that no font has.

Controls are dropped; what no font can show becomes a white square, so that readers see that something stood there. A letter and the
marks on it must come from one font: a mark that does not fit its letter becomes a square too. Letters stand in the order in which
they were written: what would turn them around (right-to-left overrides and their kin) is dropped with the controls.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

COVERAGE = Path(__file__).parent / "fonts" / "coverage.txt"
SQUARE = "\u25a1"
JOINERS = "\u200c\u200d"
"""They shape the words of some scripts, Persian for one, and are kept where the font of the letter before knows them."""

SPACES = re.compile(r"[\t-\r\x1c-\x1f \x85\u2028\u2029]+")
SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""They choose between pictures of one letter, which our fonts do not have."""

MOST_MARKS = 8
"""So many marks on one letter: more would be drawn over the lines above it."""

LONGEST, BUDGET, LONGEST_AFTER = 20_000, 120_000, 1_000
"""Letters of one text; of one document, before longer texts are cut; and of a text from then on. No edition can fill our memory, and
none can hold a typesetter: joined scripts without a space take it more than twice as long for twice as many letters."""

CUT = " […]"

Font = frozenset[int]


class Guard:
    """Cleans the texts of one document."""

    def __init__(self) -> None:
        self._left = BUDGET

    def clean(self, value: Any) -> Any:
        """The same JSON value, its texts made fit to be shown."""
        if isinstance(value, str):
            return self._text(value)
        if isinstance(value, dict):
            return {key: self.clean(item) for key, item in value.items()}
        return [self.clean(item) for item in value] if isinstance(value, list) else value

    def _text(self, text: str) -> str:
        longest = LONGEST if self._left > 0 else LONGEST_AFTER
        if len(text) > longest:
            text = text[:longest] + CUT
        self._left -= len(text)
        return showable(text)


def showable(text: str) -> str:
    """A text with nothing in it that our fonts can't show."""
    if text.isascii() and text.isprintable():
        return text
    text = unicodedata.normalize("NFC", SELECTORS.sub("", SPACES.sub(" ", text)))
    # What was taken out may have stood between two spaces.
    return SPACES.sub(" ", "".join(_clusters(text))) if _needs_a_look().search(text) else text


def _clusters(text: str) -> Iterator[str]:
    place, before = 0, ""
    while place < len(text):
        end = place + 1
        while end < len(text) and unicodedata.category(text[end])[0] == "M":
            end += 1
        yield _cluster(text[place], text[place + 1 : end], before)
        before, place = text[place], end


def _cluster(base: str, marks: str, before: str) -> str:
    """A letter with its marks. ``before`` is the letter before it."""
    kind = unicodedata.category(base)
    if base in JOINERS:
        fonts = [font for font in families().values() if ord(base) in font and before and ord(before) in font]
        return (base if fonts else "") + _marks(marks, fonts)
    if kind in ("Cc", "Cf"):
        return _marks(marks, ())
    if kind[0] == "M":
        return SQUARE  # a mark on nothing
    fonts = [font for font in families().values() if ord(base) in font]
    replacement = " " if kind == "Zs" else SQUARE
    return (base if fonts else replacement) + _marks(marks, fonts)


def _marks(marks: str, fonts: Iterable[Font]) -> str:
    """As many of the marks as one of the fonts has, and a square if that is not all of them."""
    best = max((_run(marks, font) for font in fonts), key=len, default="")
    return best if best == marks else best + SQUARE


def _run(marks: str, font: Font) -> str:
    kept = ""
    for mark in marks[:MOST_MARKS]:
        if ord(mark) not in font:
            break
        kept += mark
    return kept


@cache
def families() -> dict[str, Font]:
    """What each family can show in all of its weights, from the table that ``fonts/make.py`` writes."""
    found = {}
    for line in COVERAGE.read_text(encoding="ascii").splitlines():
        name, _, spans = line.partition(": ")
        found[name] = frozenset(code for span in spans.split() for code in _codes(span))
    return found


def _codes(span: str) -> range:
    first, _, last = span.partition("-")
    return range(int(first, 16), int(last or first, 16) + 1)


@cache
def _needs_a_look() -> re.Pattern[str]:
    """Finds anything but letters and signs that some font has: marks and controls too, which need their neighbours looked at."""
    every = {chr(code) for font in families().values() for code in font}
    plain = sorted(letter for letter in every if unicodedata.category(letter)[0] not in "MC")
    return re.compile(f"[^{re.escape(''.join(plain))}]")
