"""A session of the Council closed: one sheet for all mandates, saved in one go, with history, and a second click that does nothing new."""

import datetime

import pytest

from mechanisms.models import Mandate, MandateContact, MandateHolder, Source

from .filling import said

SHEET = "/admin/mechanisms/mandate/closing/"
TODAY = datetime.date(2026, 11, 28)


@pytest.fixture(autouse=True)
def day(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *zone: TODAY)


@pytest.fixture
def mandate(facts):
    return lambda slug: Mandate.objects.get(slug=slug)


def cells(mandate: Mandate, **said: str) -> dict[str, str]:
    return {f"mandate-{mandate.pk}-{name}": value for name, value in said.items()}


def send(client, *lines: dict[str, str], **sheet: str):
    source = Source.objects.get(slug="sp-holders-list")
    return client.post(
        SHEET, {"source": str(source.pk)} | sheet | {k: v for line in lines for k, v in line.items()}, follow=True
    )


def versions() -> int:
    return sum(model.history.count() for model in (Mandate, MandateHolder, MandateContact))


def test_the_sheet_lists_first_whose_renewal_was_not_found(facts, editor):
    page = editor.get(SHEET)
    words = said(page)
    assert "The last session that closed is Council session 63." in words
    opened = [row.line.mandate.slug for row in page.context["open"]]
    assert set(opened) == set(Mandate.objects.filter(renewal_status="outcome-unknown").values_list("slug", flat=True))
    assert "torture" in [row.line.mandate.slug for row in page.context["due"]]
    assert "cote-divoire" not in words


def test_renewed_ended_in_other_hands_and_nothing_in_one_go(editor, mandate):
    renewed, ended, other, left = (mandate(slug) for slug in ("afghanistan", "burundi", "climate", "torture"))
    send(
        editor,
        cells(renewed, outcome="renewed", symbol="A/HRC/RES/63/1"),
        cells(ended, outcome="ended", last_day="2026-10-07"),
        cells(other, holder="A new person", since="2026-11-01"),
    )
    renewed.refresh_from_db()
    assert (renewed.last_renewal, renewed.renewal_status) == ("A/HRC/RES/63/1", "known")
    assert (renewed.source.slug, renewed.checked_on) == ("sp-holders-list", TODAY)
    ended.refresh_from_db()
    assert ended.valid_to == datetime.date(2026, 10, 7)
    before, after = MandateHolder.objects.filter(mandate=other).order_by("valid_from")
    assert (before.valid_to, after.name, after.valid_from) == (
        datetime.date(2026, 10, 31),
        "A new person",
        datetime.date(2026, 11, 1),
    )
    version = renewed.history.first()
    assert (version.history_user.username, version.history_change_reason) == ("Ana", "After Council session 63")
    left.refresh_from_db()
    assert left.checked_on < TODAY, "what is left open is not touched"


def test_a_second_click_writes_nothing(editor, mandate):
    lines = (
        cells(mandate("afghanistan"), outcome="renewed", symbol="A/HRC/RES/63/1"),
        cells(mandate("climate"), holder="A new person", since="2026-11"),
    )
    send(editor, *lines, rest="on")
    number = versions()
    assert "Nothing is new: nothing was written." in said(send(editor, *lines, rest="on"))
    assert versions() == number


def test_all_that_is_left_open_is_as_before_with_one_tick(editor, mandate):
    send(editor, rest="on", contacts="on")
    day = TODAY
    assert set(Mandate.objects.on(day).values_list("checked_on", flat=True)) == {TODAY}
    assert set(MandateHolder.objects.on(day).values_list("checked_on", flat=True)) == {TODAY}
    assert set(MandateContact.objects.on(day).values_list("checked_on", flat=True)) == {TODAY}
    assert mandate("afghanistan").renewal_status == "outcome-unknown", "nobody found it, so it stays open"
    assert mandate("torture").source.slug != "sp-holders-list", "a look alone changes no source"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ({"outcome": "renewed"}, "Give the symbol of the resolution"),
        ({"outcome": "ended"}, "Needed where the mandate ended"),
        ({"outcome": "as-before", "last_day": "2026-10-07"}, "Needed where the mandate ended"),
        ({"holder": "Somebody"}, "A new holder has a name and a first day"),
        ({"outcome": "ended", "last_day": "1990"}, "The end lies before the start"),
    ],
)
def test_what_does_not_fit_is_told_and_nothing_is_written(editor, mandate, line, told):
    number = versions()
    words = said(send(editor, cells(mandate("afghanistan"), **line), cells(mandate("torture"), outcome="as-before")))
    assert told in words
    assert versions() == number


def test_a_reader_can_not(reader, facts):
    assert reader.get(SHEET).status_code == 403
    assert reader.post(SHEET, {}).status_code == 403
