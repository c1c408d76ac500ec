"""Counts words, the same way in Python and in the browser (`static/drafts.js`), so that the number does not jump when a text is saved.

Spaces separate words, as in the word processors with which secretariats count: "well-known", "don't", "2026-11-24" and "A/HRC/RES/5/1" are
one word each, and so is a dash, a bullet or a bracket that stands alone. Three kinds of scripts put no space between words:

- Chinese characters and Japanese kana count as one word each, as in common word processors.
- Thai, Lao, Burmese and Khmer can't be divided into words without a dictionary. Four letters, not counting marks, count as one word: an
  estimate, near the usual length of their words.
- Arabic and the other scripts write spaces, and are counted by them.
"""

import re
import unicodedata

CHARACTERS = re.compile(
    "[\u2e80-\u2fdf\u3005\u3007\u3021-\u3029\u3031-\u3035\u303b\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff"
    "\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Each of these is a word."""

UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
"""Thai, Lao, Burmese and Khmer."""

LETTERS_A_WORD = 4

SPACES = re.compile("[\\s\u200b\ufeff\x1c-\x1f\x85]+")


def words(text: str) -> int:
    """How many words a text has."""
    characters = len(CHARACTERS.findall(text))
    letters = sum(unicodedata.category(letter)[0] == "L" for letter in UNSPACED.findall(text))
    spaced = SPACES.split(UNSPACED.sub(" ", CHARACTERS.sub(" ", text)))
    return characters + -(-letters // LETTERS_A_WORD) + sum(map(bool, spaced))
