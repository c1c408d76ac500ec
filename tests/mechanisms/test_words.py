"""Days, periods, numbers and lists in words, in the language of the page."""

import datetime

import pytest
from django.conf import settings
from django.utils import translation
from django.utils.translation import ngettext_lazy

from mechanisms import words
from rules.dates import PartialDate, Period


@pytest.mark.parametrize(
    ("text", "said"), [("2026-11-24", "24 November 2026"), ("2026-11", "November 2026"), ("2026", "2026")]
)
def test_a_date_shows_how_much_of_it_is_known(text, said):
    assert words.day(PartialDate.parse(text)) == said


def test_a_day_is_the_same_from_wherever_it_comes():
    day = datetime.date(2026, 9, 1)
    late = datetime.datetime(2026, 9, 1, 21, 30, tzinfo=datetime.UTC)  # in Geneva 23:30
    assert {words.day(day), words.day(PartialDate(day)), words.day(late)} == {"1 September 2026"}
    assert words.moment(late) == "1 September 2026, 23:30"


def test_a_short_day_keeps_what_is_not_known():
    assert words.short_day(datetime.date(2026, 9, 1)) == "1 Sep 2026"
    assert words.short_day(PartialDate.parse("2026-09")) == "September 2026"


def test_a_day_speaks_the_language_of_the_page():
    with translation.override("fr"):
        assert words.day(PartialDate.parse("2027-06-01")) == "1 juin 2027"


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2011", "2017", "2011 to 2017"),
        ("2025-10", None, "since October 2025"),
        (None, "2017", "until 2017"),
        (None, None, ""),
    ],
)
def test_a_period(start, end, said):
    span = Period(start and PartialDate.parse(start), end and PartialDate.parse(end))
    assert words.period(span) == said


@pytest.mark.parametrize(
    ("row", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_names_in_a_row_have_no_comma_before_the_last(row, said):
    assert words.listed(row) == said


@pytest.mark.parametrize(
    ("language", "all_of_them", "one_of_them"),
    [
        ("en", "a, b and c", "a, b or c"),
        ("fr", "a, b et c", "a, b ou c"),
        ("zh-hans", "a、b和c", "a、b或c"),
        ("ar", "a وb وc", "a أو b أو c"),
    ],
)
def test_each_language_strings_names_together_in_its_own_way(language, all_of_them, one_of_them):
    with translation.override(language):
        assert (words.listed("abc"), words.either("abc")) == (all_of_them, one_of_them)


@pytest.mark.parametrize("language", [code for code, _name in settings.UN_LANGUAGES])
def test_every_language_of_the_un_has_its_lists(language):
    with translation.override(language):
        assert all(name in words.listed("abcd") and name in words.either("abcd") for name in "abcd")


def test_what_is_empty_leaves_no_trace():
    assert words.separated(["a", "", None, "b"]) == "a, b"
    assert words.set_apart(["a, b", "", "c"]) == "a, b; c"
    assert words.sentences(["", "One.", None, "Two."]) == "One. Two."
    assert words.dashed(["a", "", "b"]) == "a – b"


@pytest.mark.parametrize(("number", "said"), [(1, "1 word"), (2, "2 words"), (2000, "2,000 words")])
def test_a_number_is_written_as_the_language_does_and_chooses_between_one_and_many(number, said):
    sentence = ngettext_lazy("%(number)s word", "%(number)s words", "number")
    assert sentence % {"number": words.Number(number)} == said
