"""Words, counted in scripts with and without spaces. That the browser counts the same is tested in `tests/journeys/test_drafts.py`."""

import pytest

from advisor.drafts.counting import words

COUNTED = {
    "": 0,
    "   \n\t ": 0,
    "one": 1,
    "one two\nthree\r\n\r\nfour": 4,
    "don't  well-known": 2,
    "2026-11-24 A/HRC/RES/5/1 3,300": 3,
    "a – b — c … [ ] !": 9,
    "– A first point\n– A second one": 8,
    "a well-known, long-standing duty (art. 2(3))": 6,
    "see para. 12 – 14": 5,
    "and/or": 1,
    "e.g. 1 500 people": 4,
    "a\u00a0b": 2,
    "word—word": 1,
    "[…]": 1,
    "[name as agreed]": 3,
    "人权理事会": 5,
    "人权 Council 2026年": 5,
    "ひらがな カタカナ": 8,
    "한국어 문장": 2,
    "منظمة حقوق الإنسان": 3,
    "سازمان می‌خواهد": 2,
    "права человека": 2,
    "สิทธิมนุษยชน": 3,
    "สิทธิ": 1,
    "ສິດທິ": 1,
    "abc\u200bdef": 2,
    "😀 👨‍👩‍👧 ❤️": 3,
    "😀word": 1,
    "\u202eabc\u202c": 1,
    "½ Ⅷ ٣": 3,
    "\U00020000\U00020001": 2,
    "e\u0301te\u0301": 1,
    "x" * 100_000: 1,
    "w " * 50_000: 50_000,
    "人" * 100_000: 100_000,
}
"""Texts and their words. The browser is asked for the same."""


@pytest.mark.parametrize(("text", "expected"), COUNTED.items(), ids=lambda value: repr(value)[:20])
def test_counted(text, expected):
    assert words(text) == expected
