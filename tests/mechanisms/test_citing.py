"""How a source is cited."""

import datetime

import pytest

from mechanisms import citing


@pytest.mark.parametrize(
    ("title", "symbol", "said"),
    [
        (
            "Convention against Torture, article 22",
            "CAT, art. 22",
            "Convention against Torture, article 22, CAT, art. 22",
        ),
        ("Toonen v. Australia", "CCPR/C/50/D/488/1992", "Toonen v. Australia, CCPR/C/50/D/488/1992"),
        (
            "Toonen v. Australia, CCPR/C/50/D/488/1992",
            "CCPR/C/50/D/488/1992",
            "Toonen v. Australia, CCPR/C/50/D/488/1992",
        ),
        ("A page", "", "A page"),
    ],
)
def test_a_symbol_stands_behind_the_title_once(title, symbol, said):
    assert citing.name(title, symbol) == said


def test_it_is_said_whether_the_source_was_read_itself():
    assert citing.how_read("official", datetime.date(2026, 2, 3)) == "Read where it is published, on 3 February 2026."
    assert citing.how_read("official") == "Read where it is published."
    assert citing.how_read("copy") == "Read in a copy."
    assert citing.how_read("not") == "Not read: only its title is known."
    assert citing.how_read("") == ""
