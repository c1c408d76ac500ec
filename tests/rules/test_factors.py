"""Which row of which weight table a situation hits, and which rows open questions could make it hit."""

import datetime

import pytest

from rules import factors
from rules.ground import situate
from rules.questions import BY_SLUG
from rules.routes import treaty_body_complaint
from rules.scenario import check
from rules.scoring import ROUTES
from rules.vocabulary import Outcome, RouteSlug

from . import shipped, world
from .sampler import samples


def best(route, s):
    """What speaks for and against the best way to take a route."""
    return ROUTES[RouteSlug(route)].options(s)[0].readings


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


@pytest.mark.parametrize("question", ["information", "scale", "evidence", "reprisals", "effort", "geneva", "coalition"])
def test_a_question_that_always_counts_has_no_condition(question):
    no_case = {"information": "country-overview", "scale": "law-or-policy", question: "unknown"}
    assert [one.key for one in factors.common(world.situation(**no_case), question)] == ["unknown"]
    assert BY_SLUG[question].asked_when({}) is True
    assert factors.common(world.situation(), question)[0].possible == BY_SLUG[question].allowed


@pytest.mark.parametrize("route", RouteSlug)
def test_every_row_that_a_reading_may_hit_is_in_the_weights(route):
    edition = shipped.edition()
    tables = edition.weights.tables[route]
    for sample in samples(edition, 150):
        kept = check(sample.answers, countries=edition.states, themes=edition.themes).applicable()[0]
        options = ROUTES[route].options(situate(kept, edition, sample.day))
        for one in (one for option in options for one in option.readings):
            keys = {*one.shares, *(key for key in one.possible if key is not None), *([] if one.shares else [one.key])}
            assert keys <= tables[one.table].keys(), (one.table, keys - tables[one.table].keys())


ROUTE_READINGS = [
    ("special-procedures", "coverage", {"countries": ["DDD"], "themes": ["torture"]}, "both", "both", ""),
    ("special-procedures", "coverage", {"countries": ["AAA"], "themes": ["torture"]}, "theme", "theme", ""),
    ("special-procedures", "coverage", {"countries": ["DDD"], "themes": ["uncovered"]}, "country", "country", ""),
    ("special-procedures", "coverage", {"countries": ["AAA"], "themes": ["uncovered"]}, "none", "none", ""),
    ("special-procedures", "coverage", {"themes": ["torture"]}, "theme", "both theme", "countries"),
    ("special-procedures", "coverage", {"countries": ["DDD"]}, "country", "both country", "themes"),
    ("special-procedures", "coverage", {"countries": ["AAA"]}, "unknown", "both country none theme", "themes"),
    ("special-procedures", "coverage", {}, "unknown", "both country none theme", "countries themes"),
    ("treaty-body-review", "treaties", {"countries": ["AAA"], "themes": ["work"]}, "one", "one", ""),
    ("treaty-body-review", "treaties", {"countries": ["AAA"], "themes": ["torture"]}, "several", "several", ""),
    ("treaty-body-review", "treaties", {"countries": ["AAA", "BBB"], "themes": ["work"]}, "one", "one", ""),
    ("treaty-body-review", "treaties", {"countries": ["CCC"], "themes": ["torture"]}, "one", "one", ""),
    ("treaty-body-review", "treaties", {"countries": ["AAA"]}, "unknown", "one several", "themes"),
    ("treaty-body-review", "treaties", {}, "unknown", "one several", "countries themes"),
    ("upr", "spread", {"countries": []}, "none", "none", ""),
    ("upr", "spread", {"countries": ["AAA"]}, "one", "one", ""),
    ("upr", "spread", {"countries": ["AAA", "BBB"]}, "few", "few", ""),
    ("upr", "spread", {"countries": ["AAA", "BBB", "CCC"]}, "few", "few", ""),
    ("upr", "spread", {"countries": ["AAA", "BBB", "CCC", "DDD"]}, "many", "many", ""),
    ("upr", "spread", {}, "unknown", "few many none one", "countries"),
    ("upr", "stage", {"countries": ["CCC"], "ready_on": "2027-03-31"}, "submission", "submission", ""),
    (
        "upr",
        "stage",
        {"countries": ["CCC"], "ready_on": "2027-04-01"},
        "submission-too-late",
        "submission-too-late",
        "",
    ),
    ("upr", "stage", {"countries": ["CCC"]}, "submission", "submission submission-too-late", "ready_on"),
    (
        "upr",
        "stage",
        {"countries": ["AAA", "CCC"]},
        "submission",
        "submission submission-too-late",
        "ready_on",
    ),
    ("upr", "stage", {"countries": ["AAA", "BBB"], "ready_on": "2026-12-01"}, "advocacy", "advocacy submission", ""),
    ("upr", "stage", {"countries": ["AAA"]}, "follow-up", "follow-up", ""),
    ("upr", "stage", {"countries": []}, "no-state", "no-state", ""),
    (
        "upr",
        "stage",
        {},
        "unknown",
        "adoption advocacy follow-up no-state preparation submission submission-too-late unscheduled",
        "countries ready_on",
    ),
    ("council-sessions", "session", {"ready_on": "2027-02-21"}, "ready", "ready", ""),
    ("council-sessions", "session", {"ready_on": "2027-02-22"}, "too-late", "too-late", ""),
    ("council-sessions", "session", {}, "unknown", "ready too-late", "ready_on"),
]


@pytest.mark.parametrize(("route", "table", "answers", "key", "possible", "asks"), ROUTE_READINGS)
def test_what_a_route_reads_of_the_facts(route, table, answers, key, possible, asks):
    found = next(one for one in best(route, world.situation(**answers)) if one.table == table)
    assert (found.key, " ".join(sorted(found.possible)), " ".join(found.questions)) == (key, possible, asks)


@pytest.mark.parametrize(("day", "key"), [("2027-04-02", "ready"), ("2027-04-03", "not-published")])
def test_a_session_without_published_days_is_neither_near_nor_missed_and_one_that_is_running_is_the_session(day, key):
    s = world.situation(datetime.date.fromisoformat(day), ready_on="2027-04-02")
    found = next(one for one in best("council-sessions", s) if one.table == "session")
    assert reading(found) == (key, {key}, ())


CLOCK = {**world.CASE, "themes": ["racism"]}


@pytest.mark.parametrize(
    ("answers", "key", "asks"),
    [
        ({}, "time-left", ""),
        ({"themes": ["torture"]}, "no-limit", ""),
        ({"final_decision_on": "2025-01-01"}, "no-limit", ""),
        ({"themes": ["work"]}, "time-left", ""),
        ({"themes": ["work"], "final_decision_on": "2025-12-24"}, "last-weeks", ""),
        ({"themes": ["work"], "ready_on": "2027-10-02"}, "ready-too-late", ""),
        ({"themes": ["work"], "remedies": "ineffective"}, "no-clock", ""),
        ({"countries": ["BBB"]}, "time-left", ""),
        ({"countries": "unknown"}, "unknown", "countries"),
        ({"themes": "unknown", "ready_on": "unknown"}, "unknown", "themes ready_on"),
    ],
)
def test_the_time_left_is_that_of_the_committee_that_the_route_shows(answers, key, asks):
    s = world.situation(**{**CLOCK, **answers})
    found = next(one for one in best("treaty-body-complaint", s) if one.table == "clock")
    assert (found.key, " ".join(found.questions)) == (key, asks)
    if key == "unknown":
        assert set(found.possible) == {"no-limit", "no-clock", "time-left", "last-weeks", "ready-too-late", None}
    else:
        assert found.possible == (key,)


@pytest.mark.parametrize(
    ("answers", "asks"),
    [
        ({"final_decision_on": "unknown"}, "final_decision_on"),
        ({"remedies": "unknown"}, "remedies"),
        ({"remedies": "unknown", "final_decision_on": "unknown"}, "remedies final_decision_on"),
        ({"remedies": "unknown", "ready_on": "unknown"}, "remedies ready_on"),
    ],
)
def test_a_limit_whose_start_is_not_known_leaves_every_row_open(answers, asks):
    """Committee by committee: another one has no limit and is not asked about it."""
    s = world.situation(**{**CLOCK, **answers})
    clocks = {
        filing.pair.treaty.slug: next(one for one in option.readings if one.table == "clock")
        for filing, option in zip(treaty_body_complaint.judged(s), treaty_body_complaint.options(s), strict=True)
    }
    rows = {"no-limit", "no-clock", "time-left", "last-weeks", "ready-too-late", None}
    assert (clocks["cerd"].key, set(clocks["cerd"].possible)) == ("unknown", rows)
    assert " ".join(clocks["cerd"].questions) == asks
    assert reading(clocks["iccpr"]) == ("no-limit", {"no-limit"}, ())


def test_while_it_is_open_when_we_are_ready_a_limit_may_be_missed():
    s = world.situation(**{**CLOCK, "ready_on": "unknown"})
    found = next(one for one in best("treaty-body-complaint", s) if one.table == "clock")
    assert reading(found) == ("time-left", {"time-left", "ready-too-late"}, ("ready_on",))


def test_while_it_is_open_whether_there_is_a_case_the_clock_is_open_too():
    s = world.situation(**{**CLOCK, "information": "country-overview", "scale": "unknown"})
    found = next(one for one in best("treaty-body-complaint", s) if one.table == "clock")
    assert (found.key, None in found.possible, found.questions) == ("time-left", True, ("scale",))


def test_without_a_case_there_is_no_clock():
    s = world.situation(countries=["AAA"], themes=["work"], information="country-overview", scale="law-or-policy")
    assert "clock" not in {one.table for one in best("treaty-body-complaint", s)}


@pytest.mark.parametrize(
    ("route", "tables"),
    [
        (
            "special-procedures",
            "coverage age information scale evidence urgency consent identification effort outcomes",
        ),
        ("upr", "stage spread information scale evidence urgency reprisals effort coalition geneva status outcomes"),
        (
            "council-sessions",
            "status session information scale evidence urgency identification reprisals effort geneva coalition outcomes",
        ),
        ("treaty-body-review", "treaties information scale evidence urgency reprisals effort coalition outcomes"),
        ("treaty-body-complaint", "clock information scale evidence urgency consent remedies effort outcomes"),
        ("complaint-procedure", "information evidence urgency remedies reprisals effort outcomes"),
    ],
)
def test_what_counts_on_a_route_and_in_which_order_it_is_told(route, tables):
    found = [one.table for one in best(route, world.situation(**world.CASE))]
    assert found == tables.split()
    assert set(found) == world.edition().weights.tables[RouteSlug(route)].keys()
