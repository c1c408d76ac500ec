"""The depositary's XML: read as its parsers in public code agree that it is, and refused where it could do harm."""

import datetime

import pytest

from mechanisms.load.depositary.files import Deed, read
from mechanisms.load.depositary.soundness import Refused

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


@pytest.mark.parametrize(
    "notes",
    [
        b"\x1cThe Government \x18declares\x19\x1d \x02 paragraph\x02(c)\x13(d)",
        b"[The Government & the United Nations&] & </Note><Note>&",
        b"AT&T; &nbsp; &#x1C; &#2; &#55296; &#0;",
        b"\x00\x01\x0b\x1f",
    ],
)
def test_damage_in_notes_keeps_nobody_from_reading_the_list(notes):
    found = read(xml(("C\u00f4te d'Ivoire", "", "1 Jan 2001 a"), parties="1", notes=notes))
    assert [(one.name, one.bound.action) for one in found.participants] == [("Côte d'Ivoire", "accession")]
    assert not found.is_miscounted


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252", "iso-8859-1"])
def test_the_encoding_is_the_one_that_the_file_declares(encoding):
    text = xml(("Côte d'Ivoire", "", "1 Jan 2001")).decode("iso-8859-1").replace("ISO-8859-1", encoding)
    assert read(text.encode(encoding)).participants[0].name == "Côte d'Ivoire"


def test_quotes_that_lost_half_of_themselves_come_back():
    assert read(xml(("Togo", "", "1 Jan 2001"), title="The \x1cProtocol\x1d")).title == "The “Protocol”"


@pytest.mark.parametrize("number", ["IV-9", "IV-11-b", "XXVII-7-d", ""])
def test_the_file_tells_the_number_of_its_treaty(number):
    assert read(xml(("Togo", "", "1 Jan 2001"), number=number)).number == number


def test_an_empty_list_is_read_as_one():
    assert read(xml()).participants == ()


def test_who_is_counted_as_a_party():
    header = (
        "Participant",
        "Signature",
        "Provisional application(n)",
        "Ratification, Acceptance(A), Consent to be bound(P)",
    )
    found = read(
        xml(
            ("Togo", "1 Feb 2000", "", "1 Jan 2001"),
            ("Mali", "1 Feb 2000", "3 Mar 2000 n", ""),
            ("Chad", "", "", "[ 1 Jan 2001 A]"),
            ("Benin", "", "", "2 Jan 2002 P"),
            ("China", "", "", ""),
            header=header,
            parties="2",
        )
    )
    assert (found.bound, found.is_miscounted, str(found.newest)) == (2, False, "2002-01-02")
    mali, benin = found.participants[1], found.participants[3]
    assert (mali.is_party, mali.provisional.action) == (False, "provisional application")
    assert benin.bound.action == "consent to be bound"


@pytest.mark.parametrize(
    ("heading", "cell", "action"),
    [
        (
            "Definitive signature of the Protocol, Acceptance of the Protocol",
            "1 Jan 2001",
            "definitive signature of the protocol or acceptance of the protocol",
        ),
        (
            "Accession to the Convention as amended(a), Succession(d)",
            "1 Jan 2001 a",
            "accession to the convention as amended",
        ),
        ("Participation under articles 3 (2) and (3)(P)", "1 Jan 2001 P", "participation under articles 3 (2) and (3)"),
        ("Provisional acceptance/accession", "1 Jan 2001", "provisional acceptance/accession"),
        ("Application", "1 Jan 2001", "application"),
    ],
)
def test_the_heading_says_what_a_letter_means(heading, cell, action):
    assert one("Togo", cell, header=("Participant", heading)).bound.action == action


def test_who_came_back_is_bound_by_the_later_column():
    header = ("Participant", "Definitive signature(s)", "Ratification")
    assert str(one("Togo", "[1 Jan 1990 s]", "1 Jan 2001", header=header).bound.day) == "2001-01-01"
    assert str(one("Togo", "1 Jan 1990 s", "[1 Jan 2001]", header=header).bound.day) == "1990-01-01"


def test_a_count_that_the_list_does_not_meet_is_noticed():
    assert read(xml(("Togo", "", "1 Jan 2001"), parties="2")).is_miscounted
    assert not read(xml(("Togo", "", "1 Jan 2001"))).is_miscounted


def test_a_name_that_stands_twice_is_for_a_person():
    found = read(xml(("Togo", "", "1 Jan 2001"), ("Togo", "", "1 Jan 2002")))
    assert (len(found.participants), found.unread) == (1, ("Togo |  | 1 Jan 2002",))


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
        (b"<x><y></x>", "not readable XML"),
        (b"<html><body>urgent maintenance</body>", "a web page, not the XML"),
        (b"\xef\xbb\xbf<!DOCTYPE html><html></html>", "a web page, not the XML"),
        (b"<!DOCTYPE x><x/>", "document type"),
        (b"<x/>", "no list of participants"),
        (b'<?xml version="1.0" encoding="no-such"?><x/>', "not readable XML"),
        (
            xml(("Togo", "x"), header=("Country", "When")),
            "columns of the list are not those that are known: Country, When",
        ),
    ],
)
def test_refused(content, words):
    with pytest.raises(Refused, match=words):
        read(content)
