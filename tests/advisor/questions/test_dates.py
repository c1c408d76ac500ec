"""Dates as people write them."""

import datetime

import pytest
from django.utils import translation

from advisor.questions.dates import BadDate, read_date, written
from rules.dates import MONTH, YEAR, PartialDate

DAY = PartialDate(datetime.date(2026, 3, 27))


@pytest.mark.parametrize(
    "typed",
    [
        *("27 March 2026", "27 march 2026", "27 Mar 2026", "27 Mar. 2026", "March 27, 2026", "27th March 2026"),
        *("the 27th of March 2026", "27.3.2026", "27.03.2026", "27. 3. 2026", "27/03/2026", "27-3-2026", "27 3 2026"),
        *("03/27/2026", "2026-03-27", "2026/3/27", "2026.03.27", "2026年3月27日", "٢٧/٣/٢٠٢٦", "٢٧ ٣ ٢٠٢٦"),
        *("  27 March 2026 ", "\u200f27/03/2026\u200e", "27-Mar-2026"),
    ],
)
def test_the_same_day_in_many_ways(typed):
    assert read_date(typed) == DAY


@pytest.mark.parametrize(
    "typed", ["March 2026", "mar 2026", "2026 March", "3/2026", "03.2026", "2026-03", "3 2026", "٣/٢٠٢٦"]
)
def test_a_month_is_enough(typed):
    assert read_date(typed) == PartialDate(datetime.date(2026, 3, 1), MONTH)


@pytest.mark.parametrize("typed", ["2026", "٢٠٢٦", " 2026 ", "2026年"])
def test_a_year_is_enough(typed):
    assert read_date(typed) == PartialDate(datetime.date(2026, 1, 1), YEAR)


@pytest.mark.parametrize("typed", ["03/04/2026", "3-4-2026", "3 4 2026"])
def test_what_can_be_two_days_is_asked(typed):
    with pytest.raises(BadDate, match="can be two days"):
        read_date(typed)


def test_with_dots_the_day_comes_first_and_the_same_number_twice_is_one_day():
    assert read_date("3.4.2026") == PartialDate(datetime.date(2026, 4, 3))
    assert read_date("4/4/2026") == PartialDate(datetime.date(2026, 4, 4))


@pytest.mark.parametrize(
    ("language", "typed"), [("fr", "27 mars 2026"), ("es", "27 de marzo de 2026"), ("ru", "27 марта 2026 г.")]
)
def test_months_may_be_named_in_the_language_of_the_page_or_in_english(language, typed):
    with translation.override(language):
        assert read_date(typed) == DAY
        assert read_date("27 March 2026") == DAY


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        *(
            (typed, "Write a date, for example")
            for typed in ("", "yesterday", "27", "March", "March April 2026", "1 2 3 2026")
        ),
        *(
            (typed, "four digits")
            for typed in ("27 March", "27.3.26", "27 March 1447", "3/26", "1899", "2569-03-27", "²026")
        ),
        *((typed, "number from 1 to 12") for typed in ("13/2026", "2026-13-01", "27.13.2026", "27 Brumaire 2026")),
        *((typed, "no such day") for typed in ("31.2.2026", "0 March 2026", "29 February 2027", "32 March 2026")),
    ],
)
def test_what_is_wrong_is_said_with_the_same_example(typed, words):
    with pytest.raises(BadDate) as wrong:
        read_date(typed)
    assert words in str(wrong.value.message) or (typed in ("27", "²026") and "2026" in str(wrong.value.message))
    assert "27 March 2026" in str(wrong.value.message)


def test_the_twenty_ninth_of_february_is_a_day_in_leap_years_only():
    assert read_date("29.2.2028") == PartialDate(datetime.date(2028, 2, 29))


@pytest.mark.parametrize("language", ["en", "fr", "es", "ru", "ar", "zh-hans"])
@pytest.mark.parametrize("kept", ["2026-03-27", "2026-03", "2026"])
def test_what_is_shown_again_is_read_again(language, kept):
    date = PartialDate.parse(kept)
    with translation.override(language):
        assert read_date(written(date)) == date
