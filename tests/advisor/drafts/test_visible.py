"""Text that files can hold, with nothing gone unseen; and the direction in which it is read."""

import sys
import unicodedata

import pytest
from lxml import etree

from advisor.drafts.visible import is_rtl, lines, runs, visible


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("a\x00b", "a\u2400b"),
        ("a\x07b\x1bc\x7fd", "a\u2407b\u241bc\u2421d"),
        ("a\x9fb", "a\ufffdb"),
        ("abc\u202egnp.exe\u202c", "abc\ufffdgnp.exe\u202c"),
        ("\u202dabc", "\ufffdabc"),
        ("a\ud800b\ufffec\U0001ffffd", "a\ufffdb\ufffdc\ufffdd"),
        ("a\r\nb\rc\x0bd\x0ce\u2028f\u2029g\x85h", "a\nb\nc\nd\ne\nf\ng\nh"),
    ],
)
def test_what_no_file_can_hold_is_replaced_where_it_stood(typed, shown):
    assert visible(typed) == shown


@pytest.mark.parametrize(
    "text",
    [
        '<b>&amp;</b> {{ x }} {% y %} #read("/etc/passwd") ${z} =1+1',
        "\ttab  spaces ",
        "منظمة\u200f \u2067x\u2069 می\u200cخواهد",
        "สิทธิ 人权 \U00020000",
        "👨\u200d👩\u200d👧 ❤\ufe0f",
        "e\u0301" + "\u0301" * 50,
        "\ue000\u00ad\u2060",
    ],
)
def test_everything_else_stays_as_it_was_typed(text):
    assert visible(text) == text


def test_every_character_there_is_can_stand_in_a_file():
    every = visible("".join(map(chr, range(sys.maxunicode + 1))))
    element = etree.Element("p")
    element.text = every
    assert etree.fromstring(etree.tostring(element)).text == every
    assert not {unicodedata.category(letter) for letter in every} & {"Cs"}


def test_showing_twice_changes_nothing():
    once = visible("".join(map(chr, range(0x3000))))
    assert visible(once) == once


def test_empty_lines_are_no_paragraphs():
    assert list(lines("a\n\n \t\nb\n")) == ["a", "b"]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("hello مرحبا", "ar", False),
        ("12 – مرحبا hello", "en", True),
        ("שלום", "en", True),
        ("12 – 13", "en", False),
        ("12 – 13", "ar", True),
        ("", "ar", True),
    ],
)
def test_a_line_is_read_as_its_first_letter_is(text, language, expected):
    assert is_rtl(text, language) is expected


@pytest.mark.parametrize(
    ("text", "rtl", "pieces"),
    [
        ("abc", False, [("abc", False)]),
        ("abc مرحبا 12 def", False, [("abc ", False), ("مرحبا 12 ", True), ("def", False)]),
        ("مرحبا", True, [("مرحبا", True)]),
        ("(12) abc", True, [("(12) ", True), ("abc", False)]),
        ("", False, []),
    ],
)
def test_a_line_in_pieces_of_one_direction(text, rtl, pieces):
    assert list(runs(text, rtl=rtl)) == pieces
