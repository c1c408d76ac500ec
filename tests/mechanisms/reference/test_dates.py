"""Dates in words, as precise as they are known."""

import datetime

import pytest

from mechanisms.reference import dates
from rules.dates import PartialDate, Period


@pytest.mark.parametrize(
    ("text", "words"), [("2026-11-24", "24 November 2026"), ("2026-11", "November 2026"), ("2026", "2026")]
)
def test_a_date_shows_how_much_of_it_is_known(text, words):
    assert dates.words(PartialDate.parse(text)) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2011", "2017", "2011 to 2017"),
        ("2025-10", None, "since October 2025"),
        (None, "2017", "until 2017"),
        (None, None, ""),
    ],
)
def test_a_period(start, end, words):
    span = Period(start and PartialDate.parse(start), end and PartialDate.parse(end))
    assert dates.period(span) == words


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [("2024-01-31", 1, "2024-02-29"), ("2023-10-15", 3, "2024-01-15"), ("2024-01-15", -12, "2023-01-15")],
)
def test_months_later(day, months, later):
    assert dates.months_later(datetime.date.fromisoformat(day), months) == datetime.date.fromisoformat(later)
