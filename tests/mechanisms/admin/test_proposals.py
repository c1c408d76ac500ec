"""Deciding on what a release or an official page proposes."""

import pytest
from django.urls import reverse

from mechanisms.load.folder import load
from mechanisms.load.proposing import propose
from mechanisms.load.tables import TABLES
from mechanisms.models import Door, FactProposal, State, TreatyStatus
from mechanisms.remembered import Change
from tests.mechanisms.world import FEW, ROWS, write

from .filling import said

pytestmark = pytest.mark.django_db
KENYA, TOGO = ROWS["states"]
LIST = reverse("admin:mechanisms_factproposal_changelist")
STATES = next(table for table in TABLES if table.file == "states")


def at(proposal: FactProposal) -> str:
    return reverse("admin:mechanisms_factproposal_change", args=[proposal.pk])


def edit(**values: str) -> None:
    row = State.objects.get(iso3="KEN")
    for name, value in values.items():
        setattr(row, name, value)
    Change(reason="An editor knows better").save(row)


@pytest.fixture
def release(tmp_path):
    """`release(states=…)`: after an editor has changed the name and the note of Kenya; gives the one proposal that waits."""
    load(write(tmp_path), FEW)
    edit(name="Own name", note="Own note")

    def loaded(**files) -> FactProposal:
        load(write(tmp_path, **files), FEW)
        return FactProposal.objects.get(state="waiting")

    return loaded


@pytest.fixture
def proposal(release) -> FactProposal:
    """Both changed the name; the release changed the region, the editor the note."""
    return release(states=[KENYA | {"name": "Republic of Kenya", "un_region": "Eastern Africa"}, TOGO])


def decide(client, proposal, follow=True, **data):
    seen = client.get(at(proposal)).context["seen"]
    return client.post(at(proposal), {"seen": seen, **data}, follow=follow)


def kenya() -> tuple[str, str, str]:
    row = State.objects.get(iso3="KEN")
    return row.name, row.un_region, row.note


def test_the_page_shows_all_three_side_by_side_and_leaves_the_conflict_open(editor, proposal):
    cells = {cell.column: cell for cell in editor.get(at(proposal)).context["cells"]}
    assert set(cells) == {"name", "un_region", "note"}
    assert (cells["name"].before, cells["name"].ours, cells["name"].theirs) == (
        "Kenya",
        "Own name",
        "Republic of Kenya",
    )
    assert {name: cell.choice for name, cell in cells.items()} == {"name": "", "un_region": "theirs", "note": "ours"}


def test_cell_by_cell(editor, proposal):
    choices = {"cell-name": "ours", "cell-un_region": "theirs", "cell-note": "ours"}
    decide(editor, proposal, adopt="1", reason="Read on the page", **choices)
    assert kenya() == ("Own name", "Eastern Africa", "Own note")
    proposal.refresh_from_db()
    assert (proposal.state, proposal.decided_by.username, proposal.reason) == ("adopted", "Ana", "Read on the page")
    version = State.objects.get(iso3="KEN").history.first()
    assert version.history_user.username == "Ana"
    assert version.history_change_reason.startswith("Adopted from release")
    assert version.history_change_reason.endswith(": Read on the page")


def test_a_conflict_needs_a_choice(editor, proposal):
    words = said(decide(editor, proposal, adopt="1", **{"cell-un_region": "theirs", "cell-note": "ours"}))
    assert "Choose ours or theirs in every line." in words
    assert kenya() == ("Own name", "Africa", "Own note")
    proposal.refresh_from_db()
    assert proposal.state == "waiting"


def test_ours_can_be_kept(editor, proposal):
    decide(editor, proposal, keep="1", reason="Ours is right")
    assert kenya() == ("Own name", "Africa", "Own note")
    proposal.refresh_from_db()
    assert (proposal.state, proposal.reason) == ("declined", "Ours is right")


def test_a_second_click_does_nothing_new(editor, proposal):
    choices = {"cell-name": "theirs", "cell-un_region": "theirs", "cell-note": "theirs"}
    seen = editor.get(at(proposal)).context["seen"]
    editor.post(at(proposal), {"seen": seen, "adopt": "1", **choices})
    versions = State.history.count()
    edit(name="Own again")
    words = said(editor.post(at(proposal), {"seen": seen, "adopt": "1", **choices}, follow=True))
    assert "decided already" in words
    assert State.history.count() == versions + 1
    assert State.objects.get(iso3="KEN").name == "Own again"


def test_a_row_that_was_changed_meanwhile_is_looked_at_again(editor, proposal):
    seen = editor.get(at(proposal)).context["seen"]
    edit(note="Changed meanwhile")
    choices = {"cell-name": "theirs", "cell-un_region": "theirs", "cell-note": "theirs"}
    assert "changed meanwhile" in said(editor.post(at(proposal), {"seen": seen, "adopt": "1", **choices}, follow=True))
    assert kenya() == ("Own name", "Africa", "Changed meanwhile")


def test_many_at_once_take_theirs_where_they_changed_a_cell(editor, proposal):
    propose(STATES, [{"iso3": "TGO", "name": "Togolese Republic"}], name="a-page")
    marked = list(FactProposal.objects.values_list("pk", flat=True))
    for _click in range(2):
        editor.post(LIST, {"action": "adopt_selected", "_selected_action": marked})
    assert kenya() == ("Republic of Kenya", "Eastern Africa", "Own note")
    assert State.objects.get(iso3="TGO").name == "Togolese Republic"
    assert State.objects.get(iso3="TGO").history.count() == 2
    assert set(FactProposal.objects.values_list("state", flat=True)) == {"adopted"}


def test_many_at_once_can_be_kept(editor, proposal):
    editor.post(LIST, {"action": "keep_selected", "_selected_action": [proposal.pk]})
    assert kenya() == ("Own name", "Africa", "Own note")
    proposal.refresh_from_db()
    assert proposal.state == "declined"


def test_what_does_not_fit_is_said_and_nothing_is_written(editor, proposal):
    propose(STATES, [{"iso3": "TGO", "source": "not-here-yet"}], name="a-page")
    marked = list(FactProposal.objects.values_list("pk", flat=True))
    words = said(editor.post(LIST, {"action": "adopt_selected", "_selected_action": marked}, follow=True))
    assert "not-here-yet" in words
    assert kenya() == ("Own name", "Africa", "Own note")
    assert FactProposal.objects.filter(state="waiting").count() == 2


def test_a_new_row_is_adopted_whole(editor, release):
    status = {"state": "TGO", "treaty": "cat", "instrument": "treaty", "status": "party", "valid_from": "1987-11-18"}
    own = TreatyStatus.objects.get(state__iso3="TGO")
    table = next(table for table in TABLES if table.file == "treaty_statuses")
    rest = {"source": "somewhere", "checked_on": "2026-11-24", "confidence": "high"}
    (proposal,) = propose(table, [status | rest], name="a-page").made
    assert "overlaps" in said(decide(editor, proposal, adopt="1"))
    own.valid_to = "1987-11-17"
    own.save()
    decide(editor, proposal, adopt="1")
    assert TreatyStatus.objects.filter(state__iso3="TGO").count() == 2


def test_a_row_that_a_release_leaves_out_is_removed_only_by_who_may_delete(editor, admin_client, release):
    proposal = release(doors=[])
    assert "Remove the row" not in said(editor.get(at(proposal)))
    assert editor.post(at(proposal), {"adopt": "1"}).status_code == 403
    assert Door.objects.exists()
    decide(admin_client, proposal, adopt="1")
    assert not Door.objects.exists()
    proposal.refresh_from_db()
    assert proposal.state == "adopted"


def test_only_who_may_change_the_row_decides(client, django_user_model, proposal):
    from django.contrib.auth.models import Permission

    reader = django_user_model.objects.create(username="reader", is_staff=True)
    reader.user_permissions.set(Permission.objects.filter(codename__in=["view_factproposal", "view_state"]))
    client.force_login(reader)
    assert "Save what is chosen" not in said(client.get(at(proposal)))
    for data in ({"adopt": "1"}, {"keep": "1"}):
        assert client.post(at(proposal), data).status_code == 403
    assert client.post(LIST, {"action": "adopt_selected", "_selected_action": [proposal.pk]}).status_code == 403
    proposal.refresh_from_db()
    assert proposal.state == "waiting"
