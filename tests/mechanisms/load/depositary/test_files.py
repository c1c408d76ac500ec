"""The depositary's XML: read as its parsers in public code agree that it is, and refused where it could do harm."""

import datetime

import pytest

from mechanisms.load.depositary.files import Deed, Refused, read

from .lists import xml

ESCAPED_NOTE = "China <superscript>1,2</superscript>"


def one(*cells: str, **options):
    return read(xml(cells, **options)).participants[0]


@pytest.mark.parametrize(
    ("cell", "day", "action", "withdrawn"),
    [
        ("22 Apr\t 2016 ", "2016-04-22", "ratification", False),
        ("10 Nov 2025 a", "2025-11-10", "accession", False),
        ("1 Jan 2001 A", "2001-01-01", "acceptance", False),
        ("1 Jan 2001 AA", "2001-01-01", "approval", False),
        ("12 Mar 2001 d", "2001-03-12", "succession", False),
        ("[20 Jan\t 2021 A]", "2021-01-20", "acceptance", True),
    ],
)
def test_a_day_and_the_act_behind_it(cell, day, action, withdrawn):
    assert one("Togo", "", cell).bound == Deed(datetime.date.fromisoformat(day), action, withdrawn)


def test_names_lose_their_footnotes_and_keep_their_letters():
    assert one(ESCAPED_NOTE, "", "1 Jan 2001").name == "China"
    assert one("Côte d'Ivoire", "", "1 Jan 2001").name == "Côte d'Ivoire"


def test_a_footnote_as_an_element_is_no_part_of_the_name_either():
    content = xml(("Togo", "", "1 Jan 2001")).replace(b"Togo<", b"Togo<superscript>3</superscript><")
    assert read(content).participants[0].name == "Togo"


def test_columns_are_told_by_their_words():
    header = (
        "Participant<superscript>1</superscript>",
        "Signature, Succession to signature(d)",
        "Accession(a), Succession(d), Ratification",
    )
    found = one("Togo", "1 Feb 2000", "1 Jan 2001 a", header=header)
    assert (str(found.signed.day), str(found.bound.day)) == ("2000-02-01", "2001-01-01")


def test_title_and_total_are_read():
    found = read(xml(("Togo", "", "1 Jan 2001"), title="Optional <i>Protocol</i>", parties="175"))
    assert (found.title, found.parties) == ("Optional Protocol", 175)


def test_a_cell_that_is_not_understood_is_listed_and_not_guessed():
    found = read(
        xml(
            ("Togo", "", "soon"), ("Benin", "", "1 Jan 2001 x"), ("Chad", "", "31 Feb 2001"), ("Mali", "", "1 Jan 2001")
        )
    )
    assert [participant.name for participant in found.participants] == ["Mali"]
    assert len(found.unread) == 3


ENTITIES = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'
OUTSIDE = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
PARAMETER = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY % a SYSTEM "http://example.org/x.dtd"> %a;]><x/>'


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (ENTITIES, "entities of its own"),
        (OUTSIDE, "entities of its own"),
        (PARAMETER, "entities of its own"),
        (b"", "not readable XML"),
        (b"<html><body>urgent maintenance</body>", "not readable XML"),
        (b"<html><body>urgent maintenance</body></html>", "no list of participants"),
        (b'<?xml version="1.0" encoding="no-such"?><x/>', "not readable XML"),
        (xml(), "list of participants is empty"),
        (
            xml(("Togo", "x"), header=("Country", "When")),
            "columns of the list are not those that are known: Country, When",
        ),
    ],
)
def test_refused(content, words):
    with pytest.raises(Refused, match=words):
        read(content)
