"""The script that makes the data files: its headers are the loader's, and it reads the data's wording as meant."""

import importlib

import pytest

from mechanisms.load.folder import FOLDER
from mechanisms.load.tables import TABLES


@pytest.fixture
def script(monkeypatch):
    monkeypatch.syspath_prepend(str(FOLDER.parent))
    return importlib.import_module("make_facts")


def test_headers_are_those_of_the_tables(script):
    columns = {table.file: set(table.columns) for table in TABLES}
    assert {name: set(header.split()) for name, header in script.HEADERS.items()}.items() <= columns.items()


@pytest.mark.parametrize(
    ("address", "slug"),
    [
        ("https://docs.un.org/en/A/HRC/RES/S-39/1", "hrc-res-s-39-1"),
        ("https://treaties.un.org/Pages/ViewDetails.aspx?src=TREATY&mtdsg_no=IV-11-d&chapter=4", "untc-iv-11-d"),
        ("https://worldconference.ilga.org/upr-deadlines", "worldconference-upr-deadlines"),
        ("https://fmsi.ngo/?p=33007", "fmsi-p-ad684a"),
    ],
)
def test_an_address_has_a_stable_slug(script, address, slug):
    assert script.Citations([]).slug(address) == slug


def test_a_source_described_by_hand_is_cited_by_its_own_slug(script):
    cite = script.Citations([{"slug": "by-hand", "url": "https://example.org/text"}])
    assert cite.slug("https://example.org/text") == "by-hand"
    assert cite.cited == []


def test_an_unknown_address_asks_for_a_title(script):
    with pytest.raises(SystemExit, match="give example-page a title"):
        script.Citations([]).slug("https://example.org/page")


@pytest.mark.parametrize(
    ("note", "plain"),
    [
        ("renewal: text read (S1); holder: S3,S5; one-year renewals", "renewal: text read; one-year renewals"),
        ("email and procedure from OHCHR page (S6)", "email and procedure from OHCHR page"),
        ("not settled (S9,S10)", "not settled"),
    ],
)
def test_notes_lose_the_codes_of_the_data(script, note, plain):
    assert script._without_codes(note) == plain
