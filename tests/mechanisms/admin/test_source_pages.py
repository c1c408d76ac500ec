"""A page of a source beside our rows: the counts of both, and one tick for all of them."""

import datetime

import pytest

from mechanisms.models import PageCheck, Source, TreatyStatus
from mechanisms.tasks import DISAGREES, tasks

from .filling import said

TODAY = datetime.date(2026, 11, 28)


@pytest.fixture(autouse=True)
def day(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *zone: TODAY)


@pytest.fixture
def page(facts):
    source = Source.objects.get(slug="untc-iv-4")
    return f"/admin/mechanisms/source/{source.pk}/page/"


def ticked(**changed: str) -> dict[str, str]:
    name = "treaty_statuses-iccpr-treaty"
    cells = {f"{name}-looked": "on", f"{name}-stated": "175", f"{name}-others": "", "compared": "on"}
    cells |= {f"{name}-{key}" if key != "compared" else key: value for key, value in changed.items()}
    return {key: value for key, value in cells.items() if value}


def statuses():
    return TreatyStatus.objects.filter(treaty__slug="iccpr", instrument="treaty")


def waits(page: str) -> list[str]:
    return [task.why for task in tasks(TODAY) if task.address == page]


def test_the_counts_stand_beside_each_other(editor, page):
    words = said(editor.get(page))
    assert "ICCPR – the treaty itself 195 175" in words


def test_one_tick_for_all_rows_without_a_version_of_any(editor, page):
    number = TreatyStatus.history.count()
    words = said(editor.post(page, ticked(), follow=True))
    assert "195 facts count as checked today." in words
    check = PageCheck.objects.get()
    assert (check.day, check.stated, check.counted, check.checked_by.username) == (TODAY, 175, 175, "Ana")
    assert TreatyStatus.history.count() == number
    assert waits(page) == []
    shown = said(editor.get("/admin/mechanisms/treatystatus/", {"q": "iccpr kenya", "instrument__exact": "treaty"}))
    assert "2026-11-28" in shown
    assert "due since" not in shown.split("ICCPR", 1)[1].split("OP2", 1)[0]


def test_the_same_twice_a_day_is_one(editor, page):
    editor.post(page, ticked())
    editor.post(page, ticked())
    assert PageCheck.objects.count() == 1


def test_participants_that_are_no_states_are_counted_apart(editor, page):
    editor.post(page, ticked(stated="177", others="2"))
    assert waits(page) == []


def test_a_page_that_counts_something_else_stays_a_task(editor, page):
    words = said(editor.post(page, ticked(stated="176"), follow=True))
    assert "1 part does not agree with the page" in words
    assert DISAGREES in waits(page)
    editor.post(page, ticked(stated="175"))
    assert waits(page) == []


@pytest.mark.parametrize("wrong", [{"compared": ""}, {"stated": "-1"}, {"stated": "many"}])
def test_without_the_tick_or_with_a_wrong_number_nothing_is_written(editor, page, wrong):
    assert editor.post(page, ticked(**wrong)).status_code == 200
    assert not PageCheck.objects.exists()


def test_a_part_that_nobody_looked_at_is_not_confirmed(editor, page):
    editor.post(page, ticked(looked=""))
    assert not PageCheck.objects.exists()


def test_a_reader_can_not_and_an_unknown_page_is_none(reader, editor, page):
    assert reader.post(page, ticked()).status_code == 403
    assert editor.get("/admin/mechanisms/source/999999/page/").status_code == 404
