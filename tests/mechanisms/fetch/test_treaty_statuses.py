"""The depositary's list becomes proposals: a new act is two rows, and whatever is doubtful is for a person."""

import datetime

import pytest

from mechanisms.fetch import treaty_statuses
from mechanisms.fetch.found import ChangedForm
from mechanisms.load.proposing import propose
from mechanisms.load.tables import table_of
from mechanisms.models import FactProposal, Source, State, Treaty, TreatyStatus
from tests.mechanisms.load.depositary.lists import xml
from tests.mechanisms.world import proof, state

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 11, 28)
KENYA, TOGO = ("Kenya", "", "21 Feb 1997 a"), ("Togo", "", "10 Nov 2026 a")


@pytest.fixture(autouse=True)
def _two_states():
    page = "https://treaties.un.org/Pages/ViewDetails.aspx?src=TREATY&mtdsg_no=IV-9&chapter=4"
    Source.objects.create(slug="untc-iv-9", title="CAT", kind="depositary", url=page)
    day = datetime.date(1984, 12, 10)
    words = {"name": "CAT", "abbreviation": "CAT", "committee_abbreviation": "CAT"}
    Treaty.objects.bulk_create(
        [Treaty(slug="cat", core=True, has_complaints=True, adopted=day, in_force=day, **words, **proof())]
    )
    rows = {
        ("KEN", "Kenya"): {"status": "party", "action": "accession", "valid_from": datetime.date(1997, 2, 21)},
        ("TGO", "Togo"): {"status": "none"},
    }
    for (iso3, name), told in rows.items():
        row = state(iso3)
        State.objects.filter(pk=row.pk).update(name=name)
        about = {"state": row, "treaty": Treaty.objects.get(), "instrument": "treaty"}
        TreatyStatus.objects.create(**about, **told, **proof(source=Source.objects.get(slug="untc-iv-9")))


def read(*rows, number="IV-9"):
    (page,) = treaty_statuses.ADAPTER.pages()
    return treaty_statuses.read(xml(*rows, number=number), {}, page, TODAY)


def test_each_treaty_has_its_file():
    (page,) = treaty_statuses.ADAPTER.pages()
    assert page.address == f"{treaty_statuses.FOLDER}IV-9.en.xml"
    assert page.about == ("cat", "treaty", "IV-9")


def test_a_new_act_ends_our_row_and_begins_another():
    names = {"state": "TGO", "treaty": "cat", "instrument": "treaty"}
    found = read(KENYA, TOGO)
    assert found.notes == []
    assert found.rows == [
        {**names, "valid_from": "", "valid_to": "2026-11-09"},
        {
            **names,
            "status": "party",
            "action": "accession",
            "valid_from": "2026-11-10",
            "valid_to": "",
            "confidence": "high",
        },
    ]
    told = [{"source": "untc-iv-9", "checked_on": "2026-11-28", **row} for row in found.rows]
    table = table_of(TreatyStatus)
    assert table is not None
    propose(table, told, name="treaty-statuses")
    assert FactProposal.objects.count() == 2
    assert TreatyStatus.objects.get(state__iso3="TGO").status == "none"


def test_a_correction_is_for_a_person():
    found = read(("Kenya", "", "22 Feb 1997 a"), TOGO)
    assert found.notes == ["Kenya: party 1997-02-22 accession"]


def test_another_treaty_and_no_list_at_all_change_nothing():
    with pytest.raises(ChangedForm, match="another treaty"):
        read(KENYA, TOGO, number="IV-4")
    with pytest.raises(ChangedForm):
        read()
    (page,) = treaty_statuses.ADAPTER.pages()
    with pytest.raises(ChangedForm):
        treaty_statuses.read(b"<html>please wait</html>", {}, page, TODAY)
