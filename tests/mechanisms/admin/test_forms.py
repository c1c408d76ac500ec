"""Adding and changing facts: source first, coarse dates in one field, refusals that lead to the row in the way."""

import datetime

import pytest
from django.urls import reverse

from mechanisms.models import CouncilMembership, Mandate, MandateTheme, Theme, UprCycle, UprSession
from rules.dates import PartialDate
from tests.mechanisms.world import membership, proof, state

from .filling import filled, said
from .pages import address

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 11, 24)


@pytest.fixture(autouse=True)
def _today(monkeypatch, settings):
    settings.FIXED_DAY = str(TODAY)
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *zone: TODAY)


@pytest.fixture
def session() -> UprSession:
    cycle = UprCycle.objects.create(number=4, interval_months=54, **proof())
    return UprSession.objects.create(
        number=54, cycle=cycle, dates_status="unknown", stakeholder_deadline_status="unknown", **proof()
    )


def change(editor, row, **changed):
    page = address(type(row), "change", row.pk)
    return editor.post(page, filled(editor.get(page), **changed))


def test_source_and_check_date_come_first_and_a_new_fact_is_checked_today(editor):
    html = editor.get(address(CouncilMembership, "add")).content.decode()
    places = [
        html.index(f'name="{name}"') for name in ("source", "checked_on", "confidence", "note", "state", "valid_from")
    ]
    assert places == sorted(places)
    assert 'name="checked_on" value="2026-11-24"' in html


@pytest.mark.parametrize(
    ("typed", "first", "precision"),
    [("2027-01-18", "2027-01-18", "day"), ("2027-01", "2027-01-01", "month"), ("2027", "2027-01-01", "year")],
)
def test_a_date_is_as_precise_as_it_is_typed(editor, session, typed, first, precision):
    response = change(editor, session, start=typed, dates_status="tentative")
    assert response.status_code == 302, said(response)
    session.refresh_from_db()
    assert session.partial("start") == PartialDate(datetime.date.fromisoformat(first), precision)
    assert f'value="{typed}"' in editor.get(address(UprSession, "change", session.pk)).content.decode()


@pytest.mark.parametrize("typed", ["18.1.2027", "2027-13", "January 2027", "2027-02-30", "20270118"])
def test_anything_else_is_refused_with_the_forms_that_are_allowed(editor, session, typed):
    words = said(change(editor, session, start=typed, dates_status="tentative"))
    assert "is not a date. Write YYYY-MM-DD for a day, YYYY-MM where only the month is known" in words


def test_a_date_can_be_emptied(editor, session):
    UprSession.objects.update(start=datetime.date(2027, 1, 1), start_precision="month", dates_status="tentative")
    assert change(editor, session, start="", dates_status="unknown").status_code == 302
    session.refresh_from_db()
    assert (session.start, session.start_precision) == (None, "day")


def test_a_status_that_does_not_go_with_the_date_is_refused_in_words(editor, session):
    assert "Without a date the status is “not published, or not found”." in said(
        change(editor, session, dates_status="confirmed")
    )


def test_a_check_date_in_the_future_is_refused(editor, session):
    assert "This day lies in the future." in said(change(editor, session, checked_on="2026-11-25"))


def test_an_overlap_is_refused_with_a_link_to_the_row_in_the_way(editor):
    kenya = state()
    in_the_way = membership(state=kenya, valid_from=datetime.date(2022, 1, 1), valid_to=datetime.date(2024, 12, 31))
    in_the_way.save()
    data = filled(editor.get(address(CouncilMembership, "add")), source=str(in_the_way.source_id), confidence="high")
    data |= {"state": str(kenya.pk), "regional_group": "african", "valid_from": "2024-06", "valid_to": ""}
    response = editor.post(address(CouncilMembership, "add"), data)
    assert CouncilMembership.objects.count() == 1
    html = response.content.decode()
    assert f'<a href="{address(CouncilMembership, "change", in_the_way.pk)}">KEN · 2022-01-01 – 2024-12-31</a>' in html
    assert "Constraint" not in said(response)


def test_two_rows_without_a_start_are_refused_in_plain_words(editor):
    kenya = state()
    membership(state=kenya, valid_to=datetime.date(2020, 1, 1)).save()
    data = filled(editor.get(address(CouncilMembership, "add")), source=str(kenya.source_id), confidence="high")
    data |= {"state": str(kenya.pk), "regional_group": "african", "valid_from": "", "valid_to": "2010-01-01"}
    words = said(editor.post(address(CouncilMembership, "add"), data))
    assert "This period overlaps another row" in words
    assert "once_undated" not in words


def test_a_reader_sees_a_month_as_a_month(reader, session):
    UprSession.objects.update(start=datetime.date(2027, 1, 1), start_precision="month", dates_status="tentative")
    words = said(reader.get(address(UprSession, "change", session.pk)))
    assert "2027-01 " in words
    assert "2027-01-01" not in words
    assert "Jan. 1" not in words


def mandate(**changed) -> Mandate:
    cells = {"slug": "torture", "kind": "thematic", "form": "special_rapporteur", "short_name": "Torture"}
    cells |= {"full_title": "Special Rapporteur on torture", "established_year": 1985, "established_by": "1985/33"}
    cells |= {"renewal_status": "known", "reporting_duty_status": "unknown", "accepts_communications": "yes"}
    return Mandate.objects.create(**cells | {"special_route": "The form."} | proof() | changed)


def test_a_theme_added_without_a_position_comes_last(editor):
    torture = mandate()
    themes = [
        Theme.objects.create(slug=slug, label=slug, description=slug, grave=False, **proof()) for slug in ("one", "two")
    ]
    MandateTheme.objects.create(mandate=torture, theme=themes[0], position=1)
    page = address(Mandate, "change", torture.pk)
    data = filled(editor.get(page)) | {"theme_links-TOTAL_FORMS": "2", "theme_links-1-theme": str(themes[1].pk)}
    data |= {"theme_links-1-mandate": str(torture.pk), "theme_links-1-id": "", "theme_links-1-position": ""}
    response = editor.post(page, data)
    assert response.status_code == 302, said(response)
    assert list(torture.theme_links.values_list("theme__slug", "position")) == [("one", 1), ("two", 2)]


def test_saving_without_a_change_leaves_no_version(editor, session):
    assert change(editor, session).status_code == 302
    assert session.history.count() == 1


def test_the_first_page_speaks_of_the_product_and_the_sign_in_is_the_one_of_all(editor, client):
    assert "HRC Advisor, editors’ side" in said(editor.get(reverse("admin:index")))
    assert client.get(reverse("admin:login")).headers["Location"].startswith(reverse("account_login"))


@pytest.mark.django_db
def test_a_search_box_that_was_sent_no_key_comes_back_empty(editor):
    """Django's own looks for whatever was sent, and fails."""
    answer = editor.post("/admin/mechanisms/treatystatus/add/", {"state": "no key"})
    assert answer.status_code == 200
    assert "no key" not in answer.content.decode()
