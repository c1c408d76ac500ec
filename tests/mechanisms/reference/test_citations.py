"""Sources are numbered in the order in which a page uses them."""

import datetime
from dataclasses import dataclass

from mechanisms.models import State, Theme
from mechanisms.reference.citations import Cites, facts_in

TODAY = datetime.date(2026, 11, 24)


@dataclass
class Line:
    fact: Theme


@dataclass
class Said:
    source: str


def test_each_source_has_one_number(facts):
    cites = Cites(TODAY)
    state, theme = State.objects.first(), Theme.objects.first()
    assert [cites.of(row).number for row in (state, theme, state)] == [1, 2, 1]
    assert [cite.source for cite in cites.listed] == [state.source, theme.source]


def test_a_sentence_of_our_own_names_its_source(facts):
    assert Cites(TODAY).of(Said("hrc-res-5-1")).source.slug == "hrc-res-5-1"
    assert Cites(TODAY).of(Said("nowhere")) is None


def test_one_day_is_told_for_all_facts_that_may_have_changed(facts):
    states = list(State.objects.all())
    checked = states[0].checked_on
    assert Cites(TODAY).since(states) is None
    assert Cites(checked + datetime.timedelta(days=366)).since(states) == checked


def test_facts_are_found_however_deep_a_page_holds_them(facts):
    state, theme = State.objects.first(), Theme.objects.first()
    assert list(facts_in((("Africa", [state]), Line(theme)))) == [state, theme]


def test_a_table_has_one_sentence_and_its_rows_have_no_mark(facts, client):
    page = client.get("/reference/states/KEN/").content.decode()
    assert page.count("due-note") == 1
    assert "cite-old" not in page
