"""No letter reaches Typst that our fonts can't show; everything else is left as it is."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.advice.pdf import glyphs
from advisor.advice.pdf.glyphs import SQUARE, Guard, showable


@pytest.mark.parametrize(
    "text",
    [
        "plain",
        "naïve – “quoted” … 1 000 km²",
        "Права человека",
        "Ανθρώπινα δικαιώματα",
        "مُحَمَّد",
        "人权理事会。",
        "Việt Nam",
        "می‌خواهم",
        "हिन्दी",
    ],
)
def test_what_can_be_shown_is_left_alone(text):
    assert showable(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x00b", "ab"),
        ("a\tb\r\n c", "a b c"),
        ("a\u2028b", "a b"),
        ("😀", SQUARE),
        ("e\u0301", "é"),
        ("\u202eabc\u202c", "abc"),
        ("soft\u00adhyphen", "softhyphen"),
        ("人\u064b", f"人{SQUARE}"),
        ("\u0301a", f"{SQUARE}a"),
        ("人\u200d人", "人人"),
        ("a\u2003b", "a\u2003b"),
        ("\ud800", SQUARE),
        ("", ""),
    ],
)
def test_what_cannot_is_dropped_or_replaced(text, shown):
    assert showable(text) == shown


@given(st.text())
def test_every_letter_that_is_left_has_a_font(text):
    every = set().union(*glyphs.families().values())
    assert {ord(letter) for letter in showable(text)} <= every


@given(st.text())
def test_what_was_cleaned_stays_clean(text):
    assert showable(showable(text)) == showable(text)


def test_the_square_itself_can_be_shown():
    assert any(ord(SQUARE) in font for font in glyphs.families().values())


def test_a_document_is_cleaned_to_the_last_text():
    given = {"a": ["x\x00", {"b": "y\x07"}], "n": 3, "none": None, "yes": True}
    assert Guard().clean(given) == {"a": ["x", {"b": "y"}], "n": 3, "none": None, "yes": True}


def test_a_document_has_a_budget():
    guard = Guard()
    texts = guard.clean(["x" * glyphs.LONGEST] * 10)
    assert len(texts[0]) == glyphs.LONGEST
    assert len(texts[-1]) == glyphs.LONGEST_AFTER + len(glyphs.CUT)
    assert texts[-1].endswith("[…]")
    assert guard.clean("short") == "short"
