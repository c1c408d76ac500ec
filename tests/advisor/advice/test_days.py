"""How far ahead a day lies, in words."""

import datetime

import pytest

from advisor.advice.days import shown
from rules.dates import PartialDate

TODAY = datetime.date(2026, 11, 24)


@pytest.mark.parametrize(
    ("date", "left"),
    [
        ("2026-11-23", ""),
        ("2026-11-24", "today"),
        ("2026-11-25", "1 day left"),
        ("2026-12-04", "10 days left"),
        ("2027-03-24", "120 days left"),
        ("2027-03-25", ""),
        ("2026-12", ""),
    ],
)
def test_days_are_counted_down_where_that_says_something(date: str, left: str) -> None:
    day = shown(PartialDate.parse(date), TODAY)
    assert day is not None
    assert (day.iso, day.left) == (date, left)


def test_no_day_is_no_day() -> None:
    assert shown(None, TODAY) is None


@pytest.mark.parametrize(("date", "year"), [("2027", True), ("2027-01", False), ("2027-01-01", False)])
def test_a_year_alone_is_told_from_the_rest(date: str, year: bool) -> None:
    day = shown(PartialDate.parse(date), TODAY)
    assert day is not None
    assert day.is_year is year
