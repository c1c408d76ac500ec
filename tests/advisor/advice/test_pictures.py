"""The pictures: dates in their places, what lies outside said in words, and a drawing that keeps to the page's rules."""

import dataclasses
import datetime
import re
from html.parser import HTMLParser

import pytest
from django.template import Context, Template
from django.utils import translation

from advisor.advice import page, pictures
from advisor.advice.cards import Date
from advisor.advice.citations import Cite
from advisor.advice.days import Day
from advisor.advice.picture_tags import LETTERS, wrapped
from tests.support.pseudo import invented_translations

DAY = datetime.date(2026, 11, 24)
CITE = Cite(1, "s", "Title", "Title", "https://un.example/", "", None, None, False)


def date(iso: str | None, status: str = "confirmed") -> Date:
    day = Day(words=f"<{iso}>", iso=iso, left="") if iso else None
    return Date("upr-review", "Review", "", "Kenya", "KEN", "", "", day, status, "Confirmed", "UPR", CITE)


def only(iso: str | None) -> pictures.Mark:
    time = pictures.timeline([date(iso)], DAY)
    assert time.asides == ()
    return time.marks[0]


def test_a_day_is_a_point_and_a_month_a_span():
    day, month = only("2027-08-24"), only("2027-08")
    assert (day.is_day, day.width) == (True, 0)
    assert day.start == pytest.approx(0.5, abs=0.01)
    assert not month.is_day
    assert month.width == pytest.approx(31 / 546, abs=0.001)
    assert month.start < day.start < month.start + month.width


def test_the_month_of_the_advice_is_shown_from_its_day_on():
    month = only("2026-11")
    assert month.start == 0
    assert month.width == pytest.approx(7 / 546, abs=0.001)


def test_a_year_is_a_long_span_that_ends_with_the_picture():
    year = only("2028")
    assert year.start + year.width == pytest.approx(1)


@pytest.mark.parametrize(
    ("iso", "why"),
    [
        (None, "No day yet"),
        ("2026-11-23", "<2026-11-23>: past"),
        ("2028-05-24", "<2028-05-24>: later"),
        ("2030-01", "<2030-01>: later"),
    ],
)
def test_what_lies_outside_is_said(iso, why):
    time = pictures.timeline([date(iso)], DAY)
    assert time.marks == ()
    assert [(aside.what, aside.why) for aside in time.asides] == [("Review – Kenya", why)]


@pytest.mark.parametrize("iso", ["2026-11-24", "2028-05-23"])
def test_the_first_and_the_last_day_are_inside(iso):
    assert 0 <= only(iso).start < 1


def test_there_are_as_many_months_as_said_and_some_have_names():
    ticks = pictures.timeline([], DAY).ticks
    assert len(ticks) == pictures.MONTHS
    assert [tick.label for tick in ticks if tick.label] == [
        "Dec 2026",
        "Mar 2027",
        "Jun 2027",
        "Sep 2027",
        "Dec 2027",
        "Mar 2028",
    ]
    assert all(0 < tick.start < 1 for tick in ticks)


def test_bars_have_a_range_only_where_answers_are_open(advised, frozen):
    certain = pictures.bars(page.build(advised("defender-tortured-in-custody"), frozen, {}).cards)
    open_ = pictures.bars(page.build(advised("nothing-known"), frozen, {}).cards)
    assert {bar.range for bar in certain} == {""}
    assert open_[0].range == f"{open_[0].low} to {open_[0].high}"
    assert [bar.rank for bar in open_] == [1, 2, 3, 4, 5, 6]


def drawn(advice, edition, language="en"):
    with translation.override(language):
        shown = page.build(advice, edition, {})
        return Template("{% load pictures %}{% timeline page %}").render(Context({"page": shown}))


class Elements(HTMLParser):
    """The elements of a drawing with their attributes."""

    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


def test_each_picture_has_a_name_and_a_table_that_says_the_same(advised, frozen):
    advice = advised()
    text = drawn(advice, frozen)
    [names] = [names for tag, names in Elements(text).found if tag == "svg"]
    assert names["role"] == "img"
    assert f'<title id="{names["aria-labelledby"]}">' in text
    [table] = re.findall(r"<table.*?</table>", text, re.DOTALL)
    assert all(
        words in table for words in ("1 June 2027", "April 2030 to April 2031: later", "Tentative: it may still move")
    )


def test_a_drawing_has_no_style_of_its_own_and_every_id_once(advised, frozen):
    found = Elements(drawn(advised("before-the-mandates-merged"), frozen)).found
    assert [tag for tag, names in found if "style" in names or tag in ("style", "script")] == []
    ids = [names["id"] for _, names in found if "id" in names]
    assert len(ids) == len(set(ids))
    used = {
        match
        for _, names in found
        for value in names.values()
        for match in re.findall(r"url\(#([\w-]+)\)", value or "")
    }
    assert used <= set(ids)


def test_numbers_are_written_for_svg_in_every_language(advised, frozen):
    for _, names in Elements(drawn(advised("before-the-mandates-merged"), frozen, "fr")).found:
        for name in ("x", "x1", "x2", "cx", "width"):
            assert re.fullmatch(r"-?\d+(\.\d+)?%?|", names.get(name, "")), names


def test_in_arabic_everything_is_mirrored(advised, frozen):
    def places(text):
        return [float(names["x"][:-1]) for tag, names in Elements(text).found if tag == "text"]

    assert 0 in places(drawn(advised(), frozen))
    with invented_translations("ar"):
        found = places(drawn(advised(), frozen, "ar"))
    assert 100 in found
    assert 0 not in found


def test_hostile_names_stay_text(advised, frozen):
    name = "<script>alert(1)</script>"
    states = {**frozen.states, "KEN": dataclasses.replace(frozen.states["KEN"], name=name)}
    assert "<script" not in drawn(advised(), dataclasses.replace(frozen, states=states))


def test_without_dates_there_is_no_time_line_but_its_table(advised, frozen):
    advice = advised("nothing-known")
    undated = tuple(
        dataclasses.replace(
            route, dates=tuple(dataclasses.replace(row, date=None, end=None) for row in route.dates), next=None
        )
        for route in advice.routes
    )
    text = drawn(dataclasses.replace(advice, routes=undated), frozen)
    assert "<svg" not in text
    assert "<figure" not in text
    assert text.count("<table") == 1


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("short", ["short"]),
        ("one two " * 10, ["one two one two one two one two one two", "one two one two one two one two one two"]),
        ("人" * 30, ["人" * 21, "人" * 9]),
        ("", [""]),
    ],
)
def test_words_are_wrapped_for_a_phone(words, lines):
    assert wrapped(words) == lines


def test_an_endless_word_is_broken():
    assert max(map(len, wrapped("x" * 500))) <= LETTERS
