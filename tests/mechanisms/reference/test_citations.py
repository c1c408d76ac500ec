"""Sources are numbered in the order in which a page uses them."""

import datetime
from dataclasses import dataclass

from mechanisms.models import State, Theme
from mechanisms.reference.citations import Cites

TODAY = datetime.date(2026, 11, 24)


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


def test_a_fact_that_should_have_been_checked_again_is_marked(facts):
    state = State.objects.first()
    assert not Cites(TODAY).of(state).due
    assert Cites(state.checked_on + datetime.timedelta(days=366)).of(state).due
