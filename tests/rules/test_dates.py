"""Day arithmetic."""

import datetime

import pytest

from rules.dates import PartialDate, Period, Position, add_months, months_later, next_yearly


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2026-07-24", 6, "2027-01-24"),
        ("2026-08-31", 6, "2027-02-28"),
        ("2027-08-31", 6, "2028-02-29"),
        ("2026-12-31", 12, "2027-12-31"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2026-03-31", -1, "2026-02-28"),
        ("2026-01-15", -1, "2025-12-15"),
    ],
)
def test_months_later_is_the_same_day_or_the_months_last(start: str, months: int, end: str) -> None:
    assert add_months(day(start), months) == day(end)


@pytest.mark.parametrize("text", ["2026-11-24", "2026-11", "2026"])
def test_a_date_keeps_its_precision(text: str) -> None:
    assert str(PartialDate.parse(text)) == text


@pytest.mark.parametrize("text", ["", "2026-13", "2026-1-1", "24.11.2026", "soon"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        PartialDate.parse(text)


@pytest.mark.parametrize(
    ("today", "position", "past"),
    [
        ("2027-01-31", Position.AHEAD, False),
        ("2027-02-01", Position.WITHIN, False),
        ("2027-02-28", Position.WITHIN, False),
        ("2027-03-01", Position.PAST, True),
    ],
)
def test_a_month_is_past_only_after_its_last_day(today: str, position: Position, past: bool) -> None:
    month = PartialDate.parse("2027-02")
    assert month.seen_from(day(today)) is position
    assert month.is_past(day(today)) is past


def test_an_estimate_is_never_finer_than_a_month() -> None:
    assert str(months_later(PartialDate.parse("2025-04-28"), 54)) == "2029-10"


def test_the_next_first_of_june_may_be_today() -> None:
    assert next_yearly(6, 1, day("2026-06-01")) == day("2026-06-01")
    assert next_yearly(6, 1, day("2026-06-02")) == day("2027-06-01")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-11-24", "2026-11-24", "2026-11-24"),
        ("2026-11", "2026-11-01", "2026-11-30"),
        ("2028-02", "2028-02-01", "2028-02-29"),
        ("2027-12", "2027-12-01", "2027-12-31"),
        ("2027", "2027-01-01", "2027-12-31"),
    ],
)
def test_a_date_lies_between_its_first_and_its_last_day(text, first, last):
    date = PartialDate.parse(text)
    assert (date.first, date.last) == (day(first), day(last))
    assert date.seen_from(day(first)) is date.seen_from(day(last)) is Position.WITHIN
    one = datetime.timedelta(days=1)
    assert date.seen_from(day(first) - one) is Position.AHEAD
    assert date.seen_from(day(last) + one) is Position.PAST
    assert [date.is_past(day(last)), date.is_past(day(last) + one)] == [False, True]


def test_months_later_than_a_year_is_a_year():
    assert str(months_later(PartialDate.parse("2025"), 54)) == "2029"
    assert str(months_later(PartialDate.parse("2025-11"), 2)) == "2026-01"


@pytest.mark.parametrize(
    ("start", "end", "on", "covered"),
    [
        (None, None, "2026-11-24", True),
        ("2026-11-24", None, "2026-11-23", False),
        ("2026-11-24", None, "2026-11-24", True),
        (None, "2026-11-24", "2026-11-24", True),
        (None, "2026-11-24", "2026-11-25", False),
        ("2026-11", "2026-12", "2026-11-01", True),
        ("2026-11", "2026-12", "2026-10-31", False),
        ("2026-11", "2026-12", "2026-12-31", True),
        ("2026-11", "2026-12", "2027-01-01", False),
    ],
)
def test_a_span_holds_from_the_first_day_of_its_start_to_the_last_of_its_end(start, end, on, covered):
    span = Period(start and PartialDate.parse(start), end and PartialDate.parse(end))
    assert span.covers(day(on)) is covered


def test_dates_are_ordered_by_their_first_day():
    dates = [PartialDate.parse(text) for text in ("2027", "2026-11-24", "2026-12")]
    assert [str(date) for date in sorted(dates)] == ["2026-11-24", "2026-12", "2027"]
