"""“Checked today”: asked for confirmation, on the day of the page, with a version for each row."""

import datetime

import pytest

from mechanisms.admin.checking import check_all
from mechanisms.models import CouncilMembership
from mechanisms.remembered import Change
from tests.mechanisms.world import DAY, membership, state

from .filling import said
from .pages import address

pytestmark = pytest.mark.django_db
TODAY = DAY + datetime.timedelta(days=7)
LIST = "/admin/mechanisms/councilmembership/"


@pytest.fixture
def rows(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *zone: TODAY)
    made = [membership(state=state(iso3)) for iso3 in ("KEN", "TGO", "UGA")]
    for row in made:
        row.save()
    return made


def ask(client, rows, **more):
    return client.post(LIST, {"action": "mark_as_checked", "_selected_action": [row.pk for row in rows]} | more)


def days():
    return list(CouncilMembership.objects.order_by("pk").values_list("checked_on", flat=True))


def test_nothing_is_written_before_it_is_confirmed(editor, rows):
    words = said(ask(editor, rows[:2]))
    assert "2 rows were looked up on 2026-12-01" in words
    assert "Somewhere (2)" in words
    assert days() == [DAY] * 3


def test_once_confirmed_the_chosen_rows_are_checked_on_that_day(editor, rows):
    assert ask(editor, rows[:2], confirmed="yes").status_code == 302
    assert days() == [TODAY, TODAY, DAY]
    version = rows[0].history.first()
    assert (version.history_user.username, version.history_change_reason) == ("Ana", "Checked against the source")


def test_all_rows_of_a_filtered_list_at_once(editor, rows):
    address_ = f"{LIST}?q=ken"
    page = editor.post(address_, {"action": "mark_as_checked", "_selected_action": [rows[0].pk], "select_across": "1"})
    assert 'name="select_across" value="1"' in page.content.decode()
    editor.post(
        address_,
        {"action": "mark_as_checked", "_selected_action": [rows[0].pk], "select_across": "1", "confirmed": "yes"},
    )
    assert days() == [TODAY, DAY, DAY]


def test_a_reader_can_not(reader, rows):
    ask(reader, rows, confirmed="yes")
    assert days() == [DAY] * 3


def test_a_later_check_is_not_undone(rows):
    assert check_all(CouncilMembership.objects.all(), DAY - datetime.timedelta(days=1), Change()) == 0
    assert days() == [DAY] * 3


def test_the_list_shows_since_when_a_row_is_due(editor, rows):
    CouncilMembership.objects.update(
        valid_from=datetime.date(2026, 1, 1),
        valid_to=datetime.date(2028, 12, 31),
        checked_on=datetime.date(2026, 10, 1),
    )
    assert "2026-10-01 due since 2026-11-07" in said(editor.get(address(CouncilMembership, "changelist")))
    assert len(editor.get(LIST, {"recheck": "due"}).context["cl"].result_list) == 3
    assert len(editor.get(LIST, {"recheck": "fine"}).context["cl"].result_list) == 0
