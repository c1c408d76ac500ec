"""The day of a page: what is no day is told, and never breaks a page."""

import datetime

import pytest
from django.test import RequestFactory

from mechanisms.reference.day import day_asked

TODAY = datetime.date(2026, 11, 24)


def asked(on: str | None):
    return day_asked(RequestFactory().get("/", {} if on is None else {"on": on}))


def test_a_day_is_read_and_carried_to_the_next_page():
    found = asked("2024-01-31")
    assert (found.day, found.today, found.wrong) == (datetime.date(2024, 1, 31), TODAY, "")
    assert found.query == "?on=2024-01-31"


@pytest.mark.parametrize("on", [None, "", " ", "2026-11-24"])
def test_without_another_day_it_is_today(on):
    assert (asked(on).day, asked(on).wrong, asked(on).query) == (TODAY, "", "")


@pytest.mark.parametrize(
    "on",
    ["2024-13-01", "2023-02-29", "2024-01", "2024", "20240101", "yesterday", "1944-12-31", "2101-01-01", "٢٠٢٤-٠١-٠١"],
)
def test_what_is_no_day_gives_today_and_is_kept(on):
    assert (asked(on).day, asked(on).wrong, asked(on).query) == (TODAY, on, "")


def test_without_a_fixed_day_the_clock_counts(settings):
    settings.FIXED_DAY = None
    assert abs(asked(None).today - datetime.datetime.now(tz=datetime.UTC).date()) <= datetime.timedelta(days=1)
