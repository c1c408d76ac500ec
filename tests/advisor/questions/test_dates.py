"""Days as people type them."""

import datetime

import pytest
from django.utils import translation

from advisor.questions.dates import BadDay, read_day

DAY = datetime.date(2026, 2, 3)


@pytest.mark.parametrize(
    "typed",
    [("3", "2", "2026"), ("03", "02", "2026"), ("3", "feb", "2026"), ("3", "FEBRUARY", "2026"), ("٣", "٢", "٢٠٢٦")],
)
def test_the_same_day_in_many_ways(typed):
    assert read_day(*typed) == DAY


def test_months_may_be_named_in_the_language_of_the_page():
    with translation.override("fr"):
        assert read_day("3", "février", "2026") == DAY


def test_the_twenty_ninth_of_february_is_a_day_in_leap_years_only():
    assert read_day("29", "2", "2028") == datetime.date(2028, 2, 29)
    with pytest.raises(BadDay) as wrong:
        read_day("29", "2", "2027")
    assert wrong.value.part == "day"


@pytest.mark.parametrize(
    ("typed", "part"),
    [
        (("", "", "2026"), "day"),
        (("1", "", "2026"), "month"),
        (("1", "1", ""), "year"),
        (("1", "0", "2026"), "month"),
        (("1", "-1", "2026"), "month"),
        (("1", "1", "1899"), "year"),
        (("1", "1", "²026"), "year"),
        (("1.5", "1", "2026"), "day"),
    ],
)
def test_the_box_to_put_right_is_named(typed, part):
    with pytest.raises(BadDay) as wrong:
        read_day(*typed)
    assert wrong.value.part == part
