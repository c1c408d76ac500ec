"""Whether a case is as expected, in words; and never an old answer for a new question."""

import datetime

from advisor.cases.models import ExpertCase
from advisor.cases.results import standing
from advisor.editions import store

DAY = datetime.date(2026, 11, 24)


def test_a_case_holds_or_says_what_does_not(edition):
    facts = store.open_edition(edition)
    row = ExpertCase(name="x", slug="x", why="w", as_of=DAY, expect={"stages": {}, "pointers": ["domestic"]})
    assert not standing(row, facts, DAY).holds
    assert standing(row, facts, DAY).broken == ("Outside the six routes: In the country",)
    row.expect = {}
    assert standing(row, facts, DAY).holds
    assert standing(row, facts, DAY).expected == 0


def test_the_case_s_own_day_counts_and_without_one_today(edition):
    facts = store.open_edition(edition)
    row = ExpertCase(
        name="x", slug="x", why="w", scenario={"countries": ["TGO"]}, expect={"stages": {"TGO": "advocacy"}}
    )
    long_ago = datetime.date(2024, 1, 1)
    assert standing(row, facts, DAY).holds
    assert not standing(row, facts, long_ago).holds
    row.as_of = DAY
    assert standing(row, facts, long_ago).holds


def test_what_the_edition_no_longer_knows_is_named(edition):
    facts = store.open_edition(edition)
    row = ExpertCase(name="x", slug="x", why="w", scenario={"themes": ["gone"]}, expect={"mandates": ["gone-too"]})
    found = standing(row, facts, DAY)
    assert [fault.split(":")[0] for fault in found.faults] == ["themes", "expect.mandates"]
    assert not found.holds
