"""A mandate that ended keeps its history."""

import datetime

import pytest

from mechanisms.models import Mandate, MandateContact, MandateHolder, Source, Theme
from tests.mechanisms.world import proof

from .filling import filled, said
from .pages import address
from .test_forms import mandate

pytestmark = pytest.mark.django_db


@pytest.fixture
def torture() -> Mandate:
    made = mandate()
    MandateHolder.objects.create(mandate=made, name="Alice", valid_from=datetime.date(2020, 1, 1), **proof())
    MandateContact.objects.create(mandate=made, kind="email", value="torture@example.org", **proof())
    return made


def end(client, row, **changed):
    answers = {
        "last_day": "2026-10",
        "source": Source.objects.get().pk,
        "note": "Resolution 63/1.",
        "with_people": "on",
    }
    return client.post(address(Mandate, "end", row.pk), answers | changed)


def test_ending_sets_the_last_day_and_keeps_the_mandate_with_its_people(editor, torture):
    assert "End this mandate" in said(editor.get(address(Mandate, "change", torture.pk)))
    assert end(editor, torture).status_code == 302
    torture.refresh_from_db()
    assert (str(torture.partial("valid_to")), torture.note) == ("2026-10", "Resolution 63/1.")
    assert str(torture.holders.get().partial("valid_to")) == "2026-10"
    assert str(torture.contacts.get().partial("valid_to")) == "2026-10"
    assert Mandate.objects.on(datetime.date(2026, 10, 31)).exists()
    assert not Mandate.objects.on(datetime.date(2026, 11, 1)).exists()
    assert torture.history.first().history_change_reason == "Ended the mandate"
    assert "End this mandate" not in said(editor.get(address(Mandate, "change", torture.pk)))


def test_people_may_stay(editor, torture):
    end(editor, torture, with_people="")
    assert torture.holders.get().valid_to is None


def test_an_end_before_the_start_changes_nothing(editor, torture):
    response = end(editor, torture, last_day="2019")
    assert "The end lies before the start." in said(response)
    torture.refresh_from_db()
    assert torture.valid_to is None


def test_the_action_leads_there_for_one_mandate_at_a_time(editor, torture):
    mandate(slug="water", short_name="Water")
    chosen = {"action": "end_chosen", "_selected_action": [torture.pk]}
    response = editor.post(address(Mandate, "changelist"), chosen)
    assert response.headers["Location"] == address(Mandate, "end", torture.pk)
    both = {"action": "end_chosen", "_selected_action": list(Mandate.objects.values_list("pk", flat=True))}
    assert "Choose one mandate" in said(editor.post(address(Mandate, "changelist"), both, follow=True))


def test_a_reader_ends_nothing(reader, torture):
    assert end(reader, torture).status_code == 403


def new(editor, **changed):
    page = address(Mandate, "add")
    cells = {"kind": "thematic", "form": "special_rapporteur", "short_name": "Clean water", "full_title": "On water"}
    cells |= {"source": str(proof()["source"].pk), "confidence": "high", "established_year": "2026"}
    cells |= {"established_by": "61/1", "renewal_status": "known", "reporting_duty_status": "unknown"}
    cells |= {"accepts_communications": "yes", "special_route": "The form.", "slug": ""}
    return editor.post(page, filled(editor.get(page)) | cells | changed)


def test_a_new_mandate_needs_a_theme_and_is_named_by_its_name(editor):
    theme = Theme.objects.create(slug="water", label="Water", description="Water", grave=False, **proof())
    assert "Choose at least one theme." in said(new(editor))
    cells = {"theme_links-TOTAL_FORMS": "1", "theme_links-0-theme": str(theme.pk), "theme_links-0-position": ""}
    response = new(editor, **cells)
    assert response.status_code == 302, said(response)
    assert Mandate.objects.get().slug == "clean-water"
