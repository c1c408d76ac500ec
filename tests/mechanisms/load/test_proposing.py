"""Rows of an official page become proposals that wait; the facts stay as they are."""

import datetime

import pytest
from django.utils import timezone

from mechanisms.load.folder import load
from mechanisms.load.proposing import propose
from mechanisms.load.reading import FactsError
from mechanisms.load.tables import TABLES
from mechanisms.models import FactProposal, TreatyStatus
from tests.mechanisms.world import FEW, row, write

pytestmark = pytest.mark.django_db
STATES, STATUSES = (next(table for table in TABLES if table.file == file) for file in ("states", "treaty_statuses"))
KENYA = {"state": "KEN", "treaty": "cat", "instrument": "treaty", "valid_from": "1997-02-21"}
KEY = "KEN · cat · treaty · 1997-02-21"
PAGE = "https://example.org/cat"


@pytest.fixture(autouse=True)
def loaded(tmp_path):
    load(write(tmp_path), FEW)


def read(*rows, table=STATUSES, name="cat-page"):
    return propose(table, rows, name=name, note=PAGE)


def test_a_row_that_differs_waits_and_nothing_is_written():
    before = list(TreatyStatus.objects.order_by("pk").values())
    (made,) = read(KENYA | {"action": "ratification", "checked_on": "2026-11-28"}).made
    kept = FactProposal.objects.get()
    assert kept == made
    assert (kept.table, kept.key, kept.origin, kept.name, kept.note) == (
        "treaty_statuses",
        KEY,
        "fetch",
        "cat-page",
        PAGE,
    )
    assert kept.state == "waiting"
    assert (kept.base["action"], kept.proposed["action"]) == ("accession", "ratification")
    # What the page does not tell stays.
    assert kept.proposed["source"] == "somewhere"
    assert kept.proposed["status"] == "party"
    assert list(TreatyStatus.objects.order_by("pk").values()) == before


def test_a_row_that_says_the_same_is_confirmed_whatever_the_day_of_the_check():
    found = read(KENYA | {"action": "accession", "checked_on": "2026-11-28"})
    assert (found.confirmed, found.made) == ([KEY], [])
    assert not FactProposal.objects.exists()


def test_the_same_row_twice_is_one_proposal():
    first, second = (read(KENYA | {"action": "ratification"}) for _ in range(2))
    assert second.known == first.made
    assert second.made == []
    assert FactProposal.objects.count() == 1


def test_a_declined_row_is_not_asked_for_again_until_something_else_is_said():
    read(KENYA | {"action": "ratification"})
    FactProposal.objects.update(state="declined", decided_at=timezone.now())
    again = read(KENYA | {"action": "ratification", "checked_on": "2026-11-28"})
    assert len(again.declined) == 1
    assert again.made == []
    assert len(read(KENYA | {"action": "succession"}).made) == 1


def test_a_later_reading_overtakes_the_earlier_one_of_the_same_name_alone():
    read(KENYA | {"action": "ratification"}, name="other-page")
    read(KENYA | {"action": "ratification"})
    read(KENYA | {"action": "succession"})
    told = {(row.name, row.proposed["action"]): row.state for row in FactProposal.objects.all()}
    assert told == {
        ("other-page", "ratification"): "waiting",
        ("cat-page", "ratification"): "overtaken",
        ("cat-page", "succession"): "waiting",
    }


def test_what_waits_is_closed_once_the_page_says_what_we_say():
    read(KENYA | {"action": "ratification"})
    read(KENYA | {"action": "accession"})
    assert FactProposal.objects.get().state == "overtaken"


def test_a_new_row_has_no_base():
    new = row("treaty_statuses", 1, valid_from="2001-05", status="signatory", checked_on="2026-11-28")
    (made,) = read(new).made
    assert made.base is None
    assert (made.key, made.proposed["valid_from"]) == ("TGO · cat · treaty · 2001-05-01", "2001-05")


def test_a_row_may_name_another_that_is_not_here_yet():
    new = row("states", iso3="SEN", iso2="SN", m49="686", name="Senegal", source="a-page-to-come")
    assert len(read(new, table=STATES).made) == 1


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        (KENYA | {"status": "perhaps"}, "treaty_statuses.csv:1:status: “perhaps” is not allowed"),
        (KENYA | {"colour": "red"}, "treaty_statuses.csv:1:colour: unknown column"),
        ({"state": "KEN"}, "treaty_statuses.csv:1:treaty: the column is missing"),
        (KENYA | {"valid_from": "1999-01-01"}, "treaty_statuses.csv:1:status: must not be empty"),
    ],
)
def test_an_unsound_row_is_a_fault_and_nothing_of_its_page_is_proposed(cells, words):
    with pytest.raises(FactsError) as error:
        read(cells, KENYA | {"action": "ratification"})
    assert words in str(error.value)
    assert not FactProposal.objects.exists()


def test_the_time_can_be_given():
    at = datetime.datetime(2026, 11, 28, 9, tzinfo=datetime.UTC)
    (made,) = propose(STATUSES, [KENYA | {"action": "x"}], name="cat-page", at=at).made
    assert made.made_at == at
