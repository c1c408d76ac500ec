"""Two editors on one row: the second is told what the first changed, and nothing is silently overwritten."""

import datetime

import pytest

from mechanisms.models import Mandate, MandateHolder, MandateTheme, Theme, UprSession
from tests.mechanisms.world import proof

from .filling import filled, said
from .pages import address
from .test_forms import mandate, session  # noqa: F401  # a fixture

pytestmark = pytest.mark.django_db


@pytest.fixture
def ana(editor):
    return editor


@pytest.fixture
def ben(person, signed_in):
    return signed_in(person("Ben", "view", "add", "change"))


def opened(client, row) -> dict[str, str]:
    return filled(client.get(address(type(row), "change", row.pk)))


def save(client, row, data):
    return client.post(address(type(row), "change", row.pk), data)


def test_the_second_is_told_and_sees_both_values(ana, ben, session):  # noqa: F811
    anas, bens = opened(ana, session), opened(ben, session)
    assert (
        save(
            ana, session, anas | {"stakeholder_deadline": "2026-07-17", "stakeholder_deadline_status": "confirmed"}
        ).status_code
        == 302
    )
    response = save(
        ben, session, bens | {"stakeholder_deadline": "2026-07-20", "stakeholder_deadline_status": "tentative"}
    )
    words = said(response)
    assert response.status_code == 200
    assert "Ana changed this row at" in words
    assert (
        "deadline for NGOs: was “empty”, now “2026-07-17”. You entered “2026-07-20”, which is still in the form."
        in words
    )
    assert "now “confirmed”. You entered “tentative”" in words
    session.refresh_from_db()
    assert (str(session.stakeholder_deadline), session.stakeholder_deadline_status) == ("2026-07-17", "confirmed")


def test_a_field_that_the_second_did_not_touch_takes_the_others_value(ana, ben, session):  # noqa: F811
    anas, bens = opened(ana, session), opened(ben, session)
    save(ana, session, anas | {"stakeholder_deadline": "2026-07-17", "stakeholder_deadline_status": "confirmed"})
    response = save(ben, session, bens | {"note": "From Ben."})
    assert "The form now holds this value." in said(response)
    again = filled(response)
    assert (again["stakeholder_deadline"], again["note"]) == ("2026-07-17", "From Ben.")
    assert save(ben, session, again).status_code == 302
    session.refresh_from_db()
    assert (str(session.stakeholder_deadline), session.note) == ("2026-07-17", "From Ben.")


def test_saving_again_without_looking_still_needs_a_second_save(ana, ben, session):  # noqa: F811
    anas, bens = opened(ana, session), opened(ben, session)
    save(ana, session, anas | {"note": "From Ana."})
    for _ in range(2):  # the old page, sent twice: its token stays old
        assert save(ben, session, bens | {"note": "From Ben."}).status_code == 200
    session.refresh_from_db()
    assert session.note == "From Ana."


@pytest.mark.parametrize("token", ["", "x", "1.2.3", "-1", "9" * 30])
def test_a_form_without_its_token_counts_as_old(ana, session, token):  # noqa: F811
    assert save(ana, session, opened(ana, session) | {"version": token, "note": "x"}).status_code == 200
    session.refresh_from_db()
    assert session.note == ""


def test_a_change_by_an_import_counts_as_well(ana, session):  # noqa: F811
    from mechanisms.remembered import Change

    data = opened(ana, session)
    row = UprSession.objects.get()
    row.note = "Imported"
    Change().update_all(UprSession, [row], ["note"])
    assert "Somebody changed this row" in said(save(ana, session, data | {"number": "55"}))


def test_rows_inside_are_guarded_too(ana, ben):
    torture = mandate()
    holder = MandateHolder.objects.create(
        mandate=torture, name="Alice", valid_from=datetime.date(2020, 1, 1), **proof()
    )
    anas, bens = opened(ana, torture), opened(ben, torture)
    assert save(ana, torture, anas | {"holders-0-valid_to": "2026-06-30"}).status_code == 302
    response = save(ben, torture, bens | {"holders-0-name": "Alicia"})
    assert "mandate holder: “Alice · Torture” changed" in said(response)
    assert filled(response)["holders-0-valid_to"] == "2026-06-30"
    holder.refresh_from_db()
    assert (holder.name, str(holder.valid_to)) == ("Alice", "2026-06-30")


def test_a_list_is_guarded_too(ana, ben):
    torture = mandate()
    theme = Theme.objects.create(slug="one", label="one", description="one", grave=False, **proof())
    anas, bens = opened(ana, torture), opened(ben, torture)
    added = {"theme_links-TOTAL_FORMS": "1", "theme_links-0-theme": str(theme.pk), "theme_links-0-position": ""}
    assert save(ana, torture, anas | added | {"theme_links-0-mandate": str(torture.pk)}).status_code == 302
    assert "theme of a mandate: “Torture – one” added" in said(save(ben, torture, bens | {"short_name": "Torture!"}))
    assert (MandateTheme.objects.count(), Mandate.objects.get().short_name) == (1, "Torture")
