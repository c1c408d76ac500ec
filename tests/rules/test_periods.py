"""Dates known to the day, the month or the year, and periods between them."""

import datetime

import pytest

from rules.dates import PartialDate, Period

parse = PartialDate.parse


def period(start: str, end: str) -> Period:
    return Period(parse(start) if start else None, parse(end) if end else None)


@pytest.mark.parametrize("text", ["2026-11-24", "2026-02", "2024"])
def test_text_form_is_read_and_written(text):
    assert str(parse(text)) == text


@pytest.mark.parametrize(
    "text", ["", "2026-13", "2026-02-30", "24.11.2026", "20261124", "2026-1", "2026-11-24 ", "２０２６"]
)
def test_anything_else_is_refused(text):
    with pytest.raises(ValueError):
        parse(text)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024-02-10", "2024-02-10", "2024-02-10"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-12", "2025-12-01", "2025-12-31"),
        ("2025", "2025-01-01", "2025-12-31"),
    ],
)
def test_first_and_last_day(text, first, last):
    date = parse(text)
    assert (date.first.isoformat(), date.last.isoformat()) == (first, last)


def test_a_month_is_written_as_its_first_day():
    assert not PartialDate(datetime.date(2026, 11, 24), "month").is_normal
    assert PartialDate(datetime.date(2026, 11, 1), "month").is_normal


@pytest.mark.parametrize(
    ("start", "end", "day", "covered"),
    [
        ("2025-10-08", "2025-10-20", "2025-10-07", False),
        ("2025-10-08", "2025-10-20", "2025-10-08", True),
        ("2025-10-08", "2025-10-20", "2025-10-20", True),
        ("2025-10-08", "2025-10-20", "2025-10-21", False),
        ("2025-10", "2025-11", "2025-09-30", False),
        ("2025-10", "2025-11", "2025-10-01", True),
        ("2025-10", "2025-11", "2025-11-30", True),
        ("2025-10", "2025-11", "2025-12-01", False),
        ("2011", "2017", "2010-12-31", False),
        ("2011", "2017", "2017-12-31", True),
        ("2011", "2017", "2018-01-01", False),
        ("", "", "1900-01-01", True),
    ],
)
def test_a_coarse_start_counts_from_its_first_day_and_a_coarse_end_until_its_last(start, end, day, covered):
    assert period(start, end).covers(datetime.date.fromisoformat(day)) is covered


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        (("2024-01-01", "2026-12-31"), ("2027-01-01", ""), False),
        (("2024-01-01", "2026-12-31"), ("2026-12-31", ""), True),
        (("2024-01-01", ""), ("", "2023-12-31"), False),
        (("2024-01-01", ""), ("", ""), True),
        (("", "2025-10"), ("2025-10", ""), False),
        (("", "2025-10"), ("2025-10-15", ""), False),
        (("", "2025-10"), ("2025-09", ""), True),
        (("2004", "2017"), ("2017", ""), False),
        (("2004", "2017"), ("2016", ""), True),
    ],
)
def test_overlap_is_refused_only_where_it_is_sure(one, other, overlap):
    assert period(*one).overlaps(period(*other)) is overlap
    assert period(*other).overlaps(period(*one)) is overlap


def test_a_period_that_ends_before_it_begins():
    assert period("2026-02-01", "2026-01").is_backwards
    assert not period("2026-01-20", "2026-01").is_backwards
