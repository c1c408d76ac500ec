"""Scores, verdicts, order and ties."""

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.advice import advise
from rules.factors import Reading
from rules.questions import BY_SLUG
from rules.scoring import ROUTES, assess, assess_all, in_gates, points, tie, touches, verdict
from rules.vocabulary import RouteSlug, Verdict

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
    argued = assess(RouteSlug.TREATY_BODY_COMPLAINT, world.situation(**{**best, "happened_on": "2010-03-31"}))
    assert argued.score.value == THRESHOLDS["strong"] - 1
    assert argued.factors[-1].factor == "held-back-arguable"


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
