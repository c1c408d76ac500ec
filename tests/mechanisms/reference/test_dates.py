"""The little arithmetic of days."""

import datetime

import pytest

from mechanisms.reference import dates


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [("2024-01-31", 1, "2024-02-29"), ("2023-10-15", 3, "2024-01-15"), ("2024-01-15", -12, "2023-01-15")],
)
def test_months_later(day, months, later):
    assert dates.months_later(datetime.date.fromisoformat(day), months) == datetime.date.fromisoformat(later)
