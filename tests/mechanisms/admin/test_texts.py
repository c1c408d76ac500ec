"""Editors see which translations are of an English that has changed, and save them beside the English that they saw."""

import datetime

import pytest

from mechanisms.models import FactText
from mechanisms.texts import fingerprint
from tests.mechanisms.world import state

from .filling import filled, said
from .pages import address

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 11, 24)


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *zone: TODAY)


@pytest.fixture
def kenya():
    return state("KEN")


@pytest.fixture
def text(kenya) -> FactText:
    cells = {"kind": "states", "key": "KEN", "field": "name", "language": "fr", "text": "Quenya", "status": "ours"}
    return FactText.objects.create(**cells, checked_on=TODAY)


def renamed(kenya, name="Republic of Kenya"):
    kenya.name = name
    kenya.save()


def test_a_text_is_added_beside_the_english_of_now(editor, kenya):
    page = address(FactText, "add")
    cells = {"kind": "states", "key": "KEN", "field": "name", "language": "ar", "text": "كينيا", "status": "draft"}
    response = editor.post(page, filled(editor.get(page), **cells))
    assert response.status_code == 302
    row = FactText.objects.get()
    assert (row.of, row.checked_on) == (fingerprint("KEN"), TODAY)


def test_a_row_that_is_not_there_is_refused(editor, kenya):
    page = address(FactText, "add")
    cells = {"kind": "states", "key": "XXX", "field": "name", "language": "ar", "text": "?", "status": "draft"}
    assert "There is no such row" in said(editor.post(page, filled(editor.get(page), **cells)))
    assert not FactText.objects.exists()


def test_the_list_tells_stale_from_fresh(editor, text, kenya):
    stale, fresh = (f"{address(FactText, 'changelist')}?translation={choice}" for choice in ("stale", "fresh"))
    assert ("Quenya" in said(editor.get(stale)), "Quenya" in said(editor.get(fresh))) == (False, True)
    renamed(kenya)
    assert ("Quenya" in said(editor.get(stale)), "Quenya" in said(editor.get(fresh))) == (True, False)


def test_the_list_asks_little_however_many_texts_there_are(editor, facts, django_assert_max_num_queries):
    cells = {"field": "label", "language": "fr", "text": "?", "status": "ours", "checked_on": TODAY, "of": "0" * 16}
    keys = [("routes", "upr"), ("themes", "torture"), ("themes", "housing"), ("themes", "children")]
    FactText.objects.bulk_create(FactText(kind=kind, key=key, **cells) for kind, key in keys)
    editor.get(address(FactText, "changelist"))
    with django_assert_max_num_queries(12):
        editor.get(address(FactText, "changelist"))


def test_the_form_shows_the_english_and_saving_it_makes_the_text_fresh(editor, text, kenya):
    renamed(kenya)
    page = address(FactText, "change", text.pk)
    shown = editor.get(page)
    assert "Republic of Kenya" in said(shown)
    editor.post(page, filled(shown))
    text.refresh_from_db()
    assert text.of == fingerprint("Republic of Kenya")
    assert text.history.count() == 2


def test_a_form_that_showed_another_english_leaves_the_text_stale(editor, text, kenya):
    page = address(FactText, "change", text.pk)
    shown = editor.get(page)
    renamed(kenya)
    assert editor.post(page, filled(shown, text="Kénya")).status_code == 302
    text.refresh_from_db()
    assert (text.text, text.of) == ("Kénya", fingerprint("KEN"))
    assert FactText.objects.stale() == [text]


def test_a_reader_sees_and_changes_nothing(reader, text):
    page = address(FactText, "change", text.pk)
    assert "Quenya" in said(reader.get(page))
    assert reader.post(page, {"text": "?"}).status_code == 403
