"""How text messages count, by the tables of GSM 03.38."""

import pytest

from advisor.advice import text_messages


@pytest.mark.parametrize(
    ("typed", "sent"),
    [
        ("Côte d’Ivoire – “now”…", 'Cote d\'Ivoire - "now"...'),
        ("Türkiye, El Niño, Åland, à", "Türkiye, El Niño, Åland, à"),
        ("ça et là, œuvre, día, São Tomé", "ca et là, oeuvre, dia, Sao Tomé"),
        ("a\u00a0b", "a b"),
        ("e\u0301", "é"),
    ],
)
def test_accents_that_phones_do_not_have_are_left_out(typed, sent):
    assert text_messages.narrow(typed) == sent
    assert text_messages.is_narrow(sent)


@pytest.mark.parametrize("text", ["Специальные процедуры – й", "特别程序", "الإجراءات الخاصة"])
def test_other_scripts_stay_as_they_are(text):
    assert text_messages.narrow(text) == text
    assert not text_messages.is_narrow(text)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("a" * 160, 1),
        ("a" * 161, 2),
        ("a" * 306, 2),
        ("a" * 307, 3),
        ("[" * 80, 1),
        ("[" * 81, 2),
        ("я" * 70, 1),
        ("я" * 71, 2),
        ("я" * 134, 2),
        ("я" * 201, 3),
        ("я" * 202, 4),
        ("a" * 70 + "я", 2),
        ("😀" * 35, 1),
        ("😀" * 36, 2),
    ],
)
def test_messages_are_counted_as_phones_count_them(text, parts):
    assert text_messages.parts(text) == parts


def test_the_table_has_as_many_letters_as_the_standard():
    # One of its 128 places leads to the second table.
    assert len(text_messages.BASIC) == 127
