"""Characters that nobody sees, and letters read in the wrong encoding."""

import pytest

from mechanisms.load.exchange.characters import JOINERS, garbled, invisible


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kenya", None),
        ("two\nlines, no\u00a0break", None),
        ("Ke\u200bnya", (3, "U+200B zero width space")),
        ("\u202eayneK", (1, "U+202E right-to-left override")),
        ("a\tb", (2, "U+0009 control character")),
        ("soft\u00adhyphen", (5, "U+00AD soft hyphen")),
        ("x\ufeff", (2, "U+FEFF zero width no-break space")),
    ],
)
def test_the_place_and_name_of_what_nobody_sees(text, found):
    assert invisible(text) == found


def test_some_scripts_need_joiners():
    assert invisible("می\u200cخواهم", allowed=JOINERS) is None
    assert invisible("می\u200cخواهم") == (3, "U+200C zero width non-joiner")


@pytest.mark.parametrize("text", ["Riaño", "d’Ivoire", "“Türkiye”", "škoda", "Москва", "…"])
def test_garbled_letters_are_told_with_what_they_were(text):
    for encoding in ("cp1252", "latin-1"):
        try:
            broken = text.encode().decode(encoding)
        except UnicodeDecodeError:
            continue
        piece, was = garbled(broken)
        assert piece in broken
        assert was in text


@pytest.mark.parametrize(
    "text",
    ["“LIBERTÉ”", "Spaß“", "São Tomé", "naïve… déjà…", "À propos", "Österreich", "30 °C – 5 €", "北京", "العربية"],
)
def test_sound_text_is_left_alone(text):
    assert garbled(text) is None


def test_a_letter_that_was_lost():
    assert garbled("Ria\ufffdo") == ("\ufffd", "")
