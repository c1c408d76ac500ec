"""Which row of which weight table a situation hits, and which rows open questions could make it hit."""

import pytest

from rules import factors
from rules.ground import situate
from rules.questions import BY_SLUG
from rules.scenario import check
from rules.scoring import ROUTES
from rules.vocabulary import Outcome, RouteSlug

from . import shipped, world
from .sampler import samples


def reading(found):
    return found.key, set(found.possible), found.questions


@pytest.mark.parametrize(
    ("ecosoc", "sponsor", "key", "possible", "asks"),
    [
        ("roster", None, "own", {"own"}, ()),
        ("special", "yes", "own", {"own"}, ()),
        ("general", "no", "own", {"own"}, ()),
        ("none", "yes", "sponsor", {"sponsor"}, ()),
        ("applied", "yes", "sponsor", {"sponsor"}, ()),
        ("none", "no", "none", {"none"}, ()),
        ("applied", "no", "none", {"none"}, ()),
        ("none", None, "unknown", {"sponsor", "none"}, ("sponsor",)),
        ("applied", None, "unknown", {"sponsor", "none"}, ("sponsor",)),
        (None, "yes", "sponsor", {"own", "sponsor"}, ("ecosoc",)),
        (None, "no", "unknown", {"own", "none"}, ("ecosoc",)),
        (None, None, "unknown", {"own", "sponsor", "none"}, ("ecosoc", "sponsor")),
    ],
)
def test_access_to_the_council(ecosoc, sponsor, key, possible, asks):
    found = factors.status(world.situation(ecosoc=ecosoc, sponsor=sponsor))
    assert reading(found) == (key, possible, asks)
    assert found.table == "status"


def test_an_answer_hits_its_own_row_alone():
    found = factors.answer(world.situation(effort="weeks"), "effort")
    assert (found.table, *reading(found)) == ("effort", "weeks", {"weeks"}, ())


def test_without_an_answer_every_row_is_possible():
    found = factors.answer(world.situation(), "effort")
    assert (found.table, *reading(found)) == ("effort", "unknown", {"days", "weeks", "months"}, ("effort",))


def test_a_question_on_cases_counts_only_where_there_are_cases():
    case = world.situation(information="individual-cases", urgency="past")
    assert reading(factors.case_answer(case, "urgency")) == ("past", {"past"}, ())
    none = world.situation(information="country-overview", scale="law-or-policy")
    assert factors.case_answer(none, "urgency") is None


def test_while_it_is_open_whether_there_are_cases_no_points_are_possible_too():
    found = factors.case_answer(world.situation(urgency="past"), "urgency")
    assert reading(found) == ("past", {"past", None}, ("information", "scale"))
    found = factors.case_answer(world.situation(), "urgency")
    assert reading(found) == (
        "unknown",
        {"imminent", "ongoing", "past", None},
        ("urgency", "information", "scale"),
    )


def test_several_outcomes_share_their_points():
    found = factors.outcomes(world.situation(outcomes=["protection", "law-change"]))
    assert (found.table, found.key, found.possible, found.questions) == ("outcomes", "named", (), ())
    assert found.shares == ("protection", "law-change")
    assert found.params == {"outcomes": ("protection", "law-change")}


def test_no_outcome_in_particular_is_an_answer_and_no_answer_is_open():
    assert reading(factors.outcomes(world.situation(outcomes=[]))) == ("none", {"none"}, ())
    found = factors.outcomes(world.situation())
    assert reading(found) == ("unknown", {*(outcome.value for outcome in Outcome), "none"}, ("outcomes",))


def test_plain_readings_keep_the_order_asked_for_and_leave_out_what_does_not_apply():
    s = world.situation(information="country-overview", scale="law-or-policy")
    found = factors.common(s, "effort", "urgency", "information", "consent")
    assert [one.table for one in found] == ["effort", "information"]


@pytest.mark.parametrize("question", sorted(factors.ALWAYS))
def test_a_question_that_always_counts_has_no_condition(question):
    assert BY_SLUG[question].asked_when({}) is True
    assert factors.common(world.situation(), question)[0].possible == BY_SLUG[question].allowed


@pytest.mark.parametrize("route", RouteSlug)
def test_every_row_that_a_reading_may_hit_is_in_the_weights(route):
    edition = shipped.edition()
    tables = edition.weights.tables[route]
    for sample in samples(edition, 150):
        kept = check(sample.answers, countries=edition.states, themes=edition.themes).applicable()[0]
        for one in ROUTES[route].readings(situate(kept, edition, sample.day)):
            keys = {*one.shares, *(key for key in one.possible if key is not None), *([] if one.shares else [one.key])}
            assert keys <= tables[one.table].keys(), (one.table, keys - tables[one.table].keys())
