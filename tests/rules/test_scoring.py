"""Scores, verdicts, order and ties."""

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.advice import advise
from rules.factors import Reading
from rules.gates import gate
from rules.questions import BY_SLUG
from rules.result import Factor
from rules.scoring import (
    ROUTES,
    Assessment,
    assess,
    assess_all,
    assess_option,
    in_gates,
    points,
    spread,
    tie,
    touches,
    verdict,
    ways,
)
from rules.vocabulary import GateSlug, Result, RouteSlug, Verdict

from . import world

THRESHOLDS = world.edition().weights.thresholds


@pytest.mark.parametrize(
    ("value", "step"),
    [
        (100, "strong"),
        (70, "strong"),
        (69, "good"),
        (50, "good"),
        (49, "possible"),
        (30, "possible"),
        (29, "weak"),
        (0, "weak"),
    ],
)
def test_verdict_at_its_thresholds(value: int, step: str) -> None:
    assert verdict(value, THRESHOLDS) == step


@pytest.mark.parametrize(
    ("shares", "mean"), [((5, 4), 5), ((20,), 20), ((1, 0, 0), 0), ((2, 1, 1, 0), 1), ((-1, -2), -1)]
)
def test_several_outcomes_count_by_their_mean_rounded_half_up(shares: tuple[int, ...], mean: int) -> None:
    table = {str(place): value for place, value in enumerate(shares)}
    assert points(table, Reading("outcomes", "named", (), shares=tuple(table))) == mean


def test_an_arguable_gate_keeps_a_route_below_strong() -> None:
    best = world.case()
    assert assess(RouteSlug.TREATY_BODY_COMPLAINT, world.situation(**best)).verdict is Verdict.STRONG
    argued = assess(RouteSlug.TREATY_BODY_COMPLAINT, world.situation(**{**best, "began_on": "2010-03-31"}))
    assert argued.score.value == THRESHOLDS["strong"] - 1
    assert argued.factors[-1].factor == "held-back-arguable"


@pytest.mark.parametrize(
    "answers",
    [{"began_on": "2010-03-31", "happened_on": "2010-03-31"}, {"identification": "names-withheld"}],
    ids=["wholly before", "names withheld"],
)
def test_what_settled_practice_mostly_decides_against_holds_at_possible(answers: dict[str, object]) -> None:
    """Contract, section 2: low odds."""
    argued = assess(RouteSlug.TREATY_BODY_COMPLAINT, world.situation(**world.case(**answers)))
    assert argued.score.value == THRESHOLDS["good"] - 1
    assert argued.verdict is Verdict.POSSIBLE
    assert argued.factors[-1].factor == "held-back-arguable-low"


@pytest.mark.parametrize(
    ("outcomes", "value"),
    [
        (["council-action"], 49),
        (["country-visit", "expert-report"], 49),
        (["council-action", "protection"], None),
        (["law-change"], None),
        ([], None),
        ("unknown", None),
    ],
)
def test_a_route_that_can_give_nothing_wanted_is_at_best_possible(outcomes: object, value: int | None) -> None:
    """One outcome that it can give is enough; where none is named, nothing holds it."""
    found = assess(RouteSlug.TREATY_BODY_COMPLAINT, world.situation(**world.case(outcomes=outcomes)))
    held = [factor for factor in found.factors if factor.table == "held-back"]
    if value is None:
        assert held == []
        assert found.verdict in (Verdict.STRONG, Verdict.GOOD)
    else:
        assert found.score.low == found.score.value == value == THRESHOLDS["good"] - 1
        assert [factor.factor for factor in held] == ["held-back-outcomes"]


def test_while_it_is_open_what_is_wanted_the_range_goes_down_to_where_nothing_wanted_is_given() -> None:
    found = assess(RouteSlug.TREATY_BODY_COMPLAINT, world.situation(**world.case(outcomes="unknown")))
    assert found.score.low == THRESHOLDS["good"] - 1
    assert found.score.high == 100


def test_two_ceilings_do_not_add_up() -> None:
    one = world.case(outcomes=["council-action"])
    both = world.case(outcomes=["council-action"], identification="names-withheld")
    values = [assess(RouteSlug.TREATY_BODY_COMPLAINT, world.situation(**given)).score.value for given in (one, both)]
    assert values == [49, 49]


GIVEN = {
    "upr": "recommendations state-commitment law-change",
    "special-procedures": "protection mediation public-attention country-visit recommendations law-change expert-report",
    "complaint-procedure": "council-action",
    "treaty-body-complaint": "legal-finding law-change protection",
    "treaty-body-review": "recommendations law-change public-attention",
}


@pytest.mark.parametrize("route", GIVEN)
def test_what_a_route_can_give(route: str) -> None:
    """Contract, section 2. Torture: no opinion of the Working Group on Arbitrary Detention, no friendly settlement."""
    found = ROUTES[RouteSlug(route)].gives(world.situation(**world.CASE))
    assert found.surely == found.perhaps == set(GIVEN[route].split())


@given(world.ANSWERS)
def test_what_a_route_surely_gives_it_perhaps_gives(answers: dict[str, object]) -> None:
    s = world.situation(**answers)
    for route in ROUTES.values():
        found = route.gives(s)
        assert found.surely <= found.perhaps


def test_a_gate_that_may_yet_fail_keeps_a_route_below_good() -> None:
    found = assess(RouteSlug.TREATY_BODY_COMPLAINT, world.situation(**world.case(consent="unknown")))
    assert found.verdict is Verdict.POSSIBLE
    assert found.score.low == 0
    assert found.score.high > found.score.value


def test_missing_knowledge_of_a_condition_does_not_hold_an_urgent_letter_back() -> None:
    found = assess(
        RouteSlug.SPECIAL_PROCEDURES,
        world.situation(countries=["AAA"], themes=["torture"], urgency="imminent", information="individual-cases"),
    )
    assert found.verdict is Verdict.STRONG


def test_a_tie_names_all_within_the_margin_and_none_that_leads_clearly() -> None:
    ranked = assess_all(world.situation(**world.CASE))
    first, second = ranked[0], ranked[1]
    assert first.verdict is not Verdict.CLOSED is not second.verdict
    near = replace(second, score=replace(second.score, value=first.score.value - 5))
    far = replace(second, score=replace(second.score, value=first.score.value - 6))
    assert tie((first, near), 5) == (first.route, near.route)
    assert tie((first, far), 5) == ()


def test_all_closed_is_no_tie() -> None:
    closed = [a for a in assess_all(world.situation(**world.CASE)) if a.verdict is Verdict.CLOSED]
    assert tie((closed[0], closed[0]), 100) == ()


@given(
    world.ANSWERS,
    st.sampled_from([slug for slug in BY_SLUG if slug not in ("countries", "themes", "regions")]),
    st.data(),
)
def test_a_route_that_a_question_does_not_touch_does_not_move(
    answers: dict[str, object], question: str, data: st.DataObject
) -> None:
    before = world.situation(**answers)
    after = world.situation(**{**answers, question: data.draw(world.answers_to(question))})
    for route in ROUTES:
        one, other = assess(route, before), assess(route, after)
        if not touches(route, question):
            assert one.score == other.score, (route, question)
        if not in_gates(route, question):
            assert [g.result for g in one.gates] == [g.result for g in other.gates], (route, question)


def test_the_day_is_an_argument() -> None:
    given_ = world.scenario(countries=["CCC"], information="country-overview")
    early, late = (
        advise(given_, world.edition(), datetime.date.fromisoformat(day)).route(RouteSlug.UPR).score.value
        for day in ("2027-03-31", "2027-04-01")
    )
    assert early > late


def of(route: RouteSlug, **answers: object) -> Assessment:
    return assess(route, world.situation(**answers))


def test_the_trace_begins_with_the_base_and_names_each_row_of_its_table() -> None:
    found = of(RouteSlug.UPR, countries=["AAA"], effort="weeks")
    weights = world.edition().weights
    assert found.factors[0] == Factor("base", weights.base[RouteSlug.UPR], "base", "base", "own-weights")
    effort = next(factor for factor in found.factors if factor.table == "effort")
    points_ = weights.tables[RouteSlug.UPR]["effort"]["weeks"]
    assert effort == Factor("effort-weeks", points_, "effort", "weeks", "own-weights")


def test_a_row_without_points_is_told_only_while_its_question_is_open() -> None:
    for route in RouteSlug:
        for factor in of(route, **world.CASE).factors[1:]:
            assert factor.points or factor.table == "held-back"
    assert "reprisals-unknown" in {
        factor.factor for factor in of(RouteSlug.TREATY_BODY_REVIEW, countries=["AAA"], themes=["work"]).factors
    }


@pytest.mark.parametrize(
    ("answers", "ceiling", "reason"),
    [
        ({"remedies": "ineffective"}, 69, "held-back-arguable"),
        ({"consent": "unknown"}, 49, "held-back-unknown"),
        ({"consent": "unknown", "remedies": "ineffective"}, 49, "held-back-unknown"),
        ({"identification": "unknown", "began_on": "2009-01-01"}, 49, "held-back-unknown"),
        ({"remedies": "ineffective", "identification": "names-withheld"}, 49, "held-back-arguable-low"),
        ({"remedies": "ineffective", "outcomes": ["council-action"]}, 49, "held-back-outcomes"),
    ],
)
def test_the_lowest_ceiling_holds_and_is_named(answers: dict[str, object], ceiling: int, reason: str) -> None:
    found = of(RouteSlug.TREATY_BODY_COMPLAINT, **world.case(**answers))
    assert found.score.value == ceiling
    assert found.factors[-1].factor == reason
    assert found.factors[-1].points < 0
    assert sum(factor.points for factor in found.factors) == ceiling


def test_a_ceiling_that_is_not_reached_is_not_named() -> None:
    found = of(
        RouteSlug.TREATY_BODY_COMPLAINT,
        **world.case(remedies="ineffective", evidence="media-only", effort="days"),
    )
    assert found.score.value < 69
    assert "held-back" not in {factor.table for factor in found.factors}


def test_conditions_of_a_letter_hold_no_score_and_no_range_down() -> None:
    """Before a letter goes out, consent can be asked for and a name given."""
    best = {**world.CASE, "urgency": "imminent", "outcomes": ["protection"], "happened_on": "2026-11-01"}
    asked, open_ = (
        of(RouteSlug.SPECIAL_PROCEDURES, **best),
        of(RouteSlug.SPECIAL_PROCEDURES, **{**best, "consent": "unknown"}),
    )
    assert asked.score.low == asked.score.high
    assert open_.score.low >= 70
    refused = of(RouteSlug.SPECIAL_PROCEDURES, **{**best, "consent": "not-given"})
    assert refused.score.value >= 70


@pytest.mark.parametrize(
    ("answers", "low", "value", "high"),
    [
        ({}, 100, 100, 100),
        ({"remedies": "ineffective", "final_decision_on": "unknown"}, 69, 69, 69),
        ({"consent": "unknown"}, 0, 49, 100),
        ({"elsewhere": "unknown"}, 0, 49, 100),
        ({"remedies": "under-way", "final_decision_on": "unknown"}, 0, 0, 0),
        ({"remedies": "unknown", "final_decision_on": "unknown"}, 0, 49, 100),
        ({"happened_on": "unknown"}, 100, 100, 100),
        ({"began_on": "unknown"}, 49, 100, 100),
        ({"happened_on": "unknown", "began_on": "unknown"}, 49, 100, 100),
        ({"began_on": "2009-01-01"}, 69, 69, 69),
    ],
)
def test_the_range_of_a_complaint_to_the_human_rights_committee(
    answers: dict[str, object], low: int, value: int, high: int
) -> None:
    case = world.case(themes=["arbitrary-detention"], **answers)
    found = of(RouteSlug.TREATY_BODY_COMPLAINT, **case).score
    assert (found.low, found.value, found.high) == (low, value, high)


@pytest.mark.parametrize(
    ("table", "reading", "range_"),
    [
        ({"a": 5, "unknown": 1}, Reading("t", "a", ("a",)), (5, 5)),
        ({"a": 5, "b": -3, "unknown": 1}, Reading("t", "unknown", ("a", "b")), (-3, 5)),
        ({"a": 5, "b": 2}, Reading("t", "a", ("a", "b", None)), (0, 5)),
        ({"a": -5, "b": -2}, Reading("t", "a", ("a", "b", None)), (-5, 0)),
        ({"a": 4, "b": 1}, Reading("t", "named", (), shares=("a", "b")), (3, 3)),
    ],
)
def test_the_least_and_the_most_that_a_reading_can_give(
    table: dict[str, int], reading: Reading, range_: tuple[int, int]
) -> None:
    assert spread(table, reading) == range_


def test_a_changed_fact_takes_the_place_of_its_gate() -> None:
    s = world.situation(**world.case(countries=["BBB"]))
    route, slug = RouteSlug.TREATY_BODY_COMPLAINT, GateSlug.COMPETENCE_ACCEPTED
    assert assess(route, s).verdict is Verdict.CLOSED
    override = {slug: gate(slug, Result.PASS, "pass", "src")}
    opened = assess_option(route, ways(route, s)[0], ROUTES[route].gives(s), s, override)
    assert opened.verdict is not Verdict.CLOSED
    assert [one.gate for one in opened.gates] == [one.gate for one in assess(route, s).gates]


def test_the_range_of_a_route_with_several_committees_holds_whichever_becomes_the_best() -> None:
    """Six months at one committee, none at the other: late or not, the better one is open."""
    case = world.case(themes=["racism"], final_decision_on="unknown")
    found = of(RouteSlug.TREATY_BODY_COMPLAINT, **case)
    assert found.gates == found.options[0].gates
    for decided in ("2026-11-01", "2026-05-01", "2020-01-01"):
        sure = of(RouteSlug.TREATY_BODY_COMPLAINT, **{**case, "final_decision_on": decided}).score
        assert found.score.low <= sure.low
        assert sure.high <= found.score.high
    assert found.score.low > 0, "one committee cannot fail"


@pytest.mark.parametrize(
    ("route", "questions"),
    [
        ("special-procedures", "consent evidence identification information scale urgency"),
        ("upr", ""),
        ("council-sessions", "ecosoc sponsor"),
        ("treaty-body-review", "people"),
        (
            "treaty-body-complaint",
            "began_on consent continues elsewhere elsewhere_ended_on final_decision_on happened_on identification "
            "information people remedies remedy_stops_it scale urgency",
        ),
        ("complaint-procedure", "elsewhere evidence identification information remedies scale"),
    ],
)
def test_which_answers_the_gates_of_a_route_look_at(route: str, questions: str) -> None:
    assert sorted(ROUTES[RouteSlug(route)].reads.gates) == questions.split()


@pytest.mark.parametrize(
    ("question", "routes"),
    [
        ("ecosoc", {"upr", "council-sessions"}),
        ("sponsor", {"upr", "council-sessions"}),
        ("ready_on", {"upr", "council-sessions", "treaty-body-complaint"}),
        ("happened_on", {"special-procedures", "treaty-body-complaint"}),
        ("began_on", {"treaty-body-complaint"}),
        ("continues", {"special-procedures", "treaty-body-complaint"}),
        ("people", {"treaty-body-review", "treaty-body-complaint"}),
        ("remedy_stops_it", {"treaty-body-complaint"}),
        ("elsewhere_ended_on", {"treaty-body-complaint"}),
        ("considered", set()),
        ("our_name", set()),
        ("elsewhere", {"treaty-body-complaint", "complaint-procedure"}),
        ("final_decision_on", {"treaty-body-complaint"}),
        ("scale", {*RouteSlug}),
        ("information", {*RouteSlug}),
        ("outcomes", {*RouteSlug}),
        ("consent", {"special-procedures", "treaty-body-complaint"}),
        ("geneva", {"upr", "council-sessions"}),
    ],
)
def test_which_routes_an_answer_can_move(question: str, routes: set[str]) -> None:
    assert {route.value for route in RouteSlug if touches(route, question)} == {str(route) for route in routes}
