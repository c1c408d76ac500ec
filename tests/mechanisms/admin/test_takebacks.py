"""A row just added is taken back by the person who added it, as long as nothing rests on it."""

import datetime

import pytest
from django.utils import timezone

from mechanisms.models import Mandate, MandateHolder, MandateTheme, Theme
from mechanisms.remembered import Change
from mechanisms.signals import asked_if_published
from mechanisms.takebacks import may_take_back
from tests.mechanisms.world import proof

from .filling import said
from .pages import address
from .test_forms import mandate

pytestmark = pytest.mark.django_db


@pytest.fixture
def ana(person):
    return person("Eda", "view", "add", "change")


@pytest.fixture
def row(ana) -> Mandate:
    Mandate.objects.all().delete()
    theme = Theme.objects.create(slug="one", label="One", description="One", grave=False, **proof())
    made = mandate()
    made.delete()
    Change(by=ana).save(made)
    Change(by=ana).save(MandateTheme(mandate=made, theme=theme, position=1))
    return made


def test_the_person_who_added_it_takes_it_back_and_history_keeps_it(ana, row, signed_in):
    desk = signed_in(ana)
    assert "Take back" in said(desk.get(address(Mandate, "change", row.pk)))
    page = address(Mandate, "take_back", row.pk)
    assert "Take this row back?" in said(desk.get(page))
    desk.post(page)
    assert not Mandate.objects.exists()
    assert Mandate.history.first().history_change_reason == "Taken back"
    assert "Torture" in said(desk.get(address(Mandate, "deleted")))


def test_nobody_else_does(row, editor):
    assert "Take back" not in said(editor.get(address(Mandate, "change", row.pk)))
    assert editor.post(address(Mandate, "take_back", row.pk)).status_code == 403


def test_not_after_a_day(ana, row):
    assert may_take_back(row, ana)
    assert not may_take_back(row, ana, timezone.now() + datetime.timedelta(days=1, minutes=1))


def test_not_while_another_row_refers_to_it(ana, row):
    MandateHolder.objects.create(mandate=row, name="Alice", **proof())
    assert not may_take_back(row, ana)


def test_not_once_something_was_published(ana, row):
    def published(since, **more):
        return True

    asked_if_published.connect(published)
    try:
        assert not may_take_back(row, ana)
    finally:
        asked_if_published.disconnect(published)
