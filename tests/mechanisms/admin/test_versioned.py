"""History: who changed what, when, from what to what, and the way back."""

import datetime

import pytest

from mechanisms.models import CouncilMembership, Mandate, MandateTheme, Theme, UprSession
from tests.mechanisms.world import membership, proof, state

from .filling import filled, said
from .pages import address
from .test_forms import mandate, session  # noqa: F401  # a fixture

pytestmark = pytest.mark.django_db


def change(client, row, **changed):
    page = address(type(row), "change", row.pk)
    assert client.post(page, filled(client.get(page), **changed)).status_code == 302


def restore(client, row, number):
    return client.post(address(type(row), "restore", row.pk, number))


def test_the_history_says_who_changed_what_from_what_to_what(editor, session):  # noqa: F811
    change(editor, session, start="2027-01", dates_status="tentative")
    words = said(editor.get(address(UprSession, "history", session.pk)))
    assert "Ana · changed" in words
    assert "First day – 2027-01" in words
    assert "Status of the session's dates not published, or not found tentative" in words
    assert "the installation itself · added" in words


def test_a_version_can_be_restored_as_a_new_change(editor, session):  # noqa: F811
    change(editor, session, note="First.")
    change(editor, session, note="Second.", start="2027", dates_status="estimated")
    first = session.history.all()[1]
    page = editor.get(address(UprSession, "restore", session.pk, first.history_id))
    assert "Note Second. First." in said(page)
    assert restore(editor, session, first.history_id).status_code == 302
    session.refresh_from_db()
    assert (session.note, session.start, session.dates_status) == ("First.", None, "unknown")
    latest = session.history.first()
    assert latest.history_user.username == "Ana"
    assert latest.history_change_reason.startswith("Restored the version of")
    assert session.history.count() == 4


def test_a_list_is_part_of_its_rows_history(editor):
    torture = mandate()
    one, two = (
        Theme.objects.create(slug=slug, label=slug, description=slug, grave=False, **proof()) for slug in ("one", "two")
    )
    link = {
        "theme_links-TOTAL_FORMS": "1",
        "theme_links-0-theme": str(one.pk),
        "theme_links-0-mandate": str(torture.pk),
    }
    change(editor, torture, **link)
    change(editor, torture, **{"theme_links-0-theme": str(two.pk)})
    words = said(editor.get(address(Mandate, "history", torture.pk)))
    assert "Themes one two" in words
    assert "Themes – one" in words
    with_one = torture.history.all()[1]
    assert restore(editor, torture, with_one.history_id).status_code == 302
    assert list(torture.theme_links.values_list("theme__slug", flat=True)) == ["one"]
    assert MandateTheme.objects.count() == 1


def test_a_version_that_no_longer_fits_is_refused_with_the_row_in_the_way(editor):
    kenya = state()
    old = membership(state=kenya, valid_from=datetime.date(2020, 1, 1), valid_to=datetime.date(2024, 12, 31))
    old.save()
    change(editor, old, valid_to="2022-12-31")
    newer = membership(state=kenya, valid_from=datetime.date(2023, 1, 1), valid_to=datetime.date(2025, 12, 31))
    newer.save()
    response = restore(editor, old, old.history.last().history_id)
    assert response.status_code == 200
    assert address(CouncilMembership, "change", newer.pk) in response.content.decode()
    old.refresh_from_db()
    assert str(old.valid_to) == "2022-12-31"


def test_a_deleted_row_can_be_brought_back(administrator, editor):
    kenya = state()
    row = membership(state=kenya)
    row.save()
    pk = row.pk
    assert administrator.post(address(CouncilMembership, "delete", pk), {"post": "yes"}).status_code == 302
    assert "KEN" in said(editor.get(address(CouncilMembership, "deleted")))
    history = editor.get(address(CouncilMembership, "history", pk))
    assert "Eva · deleted" in said(history)
    version = CouncilMembership.history.filter(id=pk, history_type="+").get()
    assert editor.post(address(CouncilMembership, "restore", pk, version.history_id)).status_code == 302
    assert CouncilMembership.objects.get().pk == pk


def test_strange_addresses_are_not_found(editor, session):  # noqa: F811
    assert editor.get(address(UprSession, "restore", session.pk, 999999)).status_code == 404
    assert editor.get(address(UprSession, "history", "x")).status_code == 404
    assert editor.get(address(UprSession, "history", 999999)).status_code == 404


def test_a_reader_sees_the_history_and_restores_nothing(reader, session):  # noqa: F811
    number = session.history.first().history_id
    assert "Restore" not in said(reader.get(address(UprSession, "history", session.pk)))
    assert restore(reader, session, number).status_code == 403
