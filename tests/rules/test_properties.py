"""What holds for every scenario."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from rules.advice import advise
from rules.gates import ORDER
from rules.questions import QUESTIONS
from rules.result import Advice, GateResult
from rules.vocabulary import DateStatus, GateSlug, Result, RouteSlug, Verdict

from . import world


def plain(answers: dict[str, object], day: datetime.date = world.DAY) -> Advice:
    return advise(world.scenario(**answers), world.edition(), day, counterfactuals=False)


@given(world.ANSWERS, world.DAYS)
def test_all_six_are_ranked_closed_ones_last_and_by_score(answers: dict[str, object], day: datetime.date) -> None:
    routes = plain(answers, day).routes
    assert {route.route for route in routes} == set(RouteSlug)
    assert [route.rank for route in routes] == [1, 2, 3, 4, 5, 6]
    led = routes[0].route is RouteSlug.TREATY_BODY_COMPLAINT and answers.get("urgency") == "imminent"
    keys = [(route.verdict is Verdict.CLOSED, -route.score.value) for route in (routes[1:] if led else routes)]
    assert keys == sorted(keys), "in danger the complaint may lead whatever its score"


@given(world.ANSWERS, world.DAYS)
def test_value_is_the_clamped_sum_of_the_factors(answers: dict[str, object], day: datetime.date) -> None:
    for route in plain(answers, day).routes:
        assert route.score.value == max(0, min(100, sum(factor.points for factor in route.factors)))
        assert 0 <= route.score.low <= route.score.value <= route.score.high <= 100


@given(world.ANSWERS, world.DAYS)
def test_a_route_is_closed_exactly_where_a_gate_fails(answers: dict[str, object], day: datetime.date) -> None:
    for route in plain(answers, day).routes:
        fails = any(gate.result is Result.FAIL for gate in route.gates)
        assert (route.verdict is Verdict.CLOSED) == fails
        assert not (fails and route.score.value)


@given(world.ANSWERS)
def test_the_range_holds_its_value_alone_when_everything_is_known(answers: dict[str, object]) -> None:
    """Also where a fact is not sure the range stays open: a review of which the month alone or a carried-over place is known. So it does
    while the victim has not been asked: what the victim will say is not known."""
    complete = {**world.CASE, "regions": [], **answers}
    if complete["consent"] == "not-asked":
        return
    for route in plain(complete).routes:
        if any(date.status in (DateStatus.TENTATIVE, DateStatus.ESTIMATED) for date in route.dates):
            continue
        if not any(gate.questions for gate in route.gates):
            assert route.score.low == route.score.value == route.score.high


@given(world.ANSWERS, st.sampled_from([question.slug for question in QUESTIONS]), st.data())
def test_not_knowing_is_never_narrower_than_any_answer(
    answers: dict[str, object], question: str, data: st.DataObject
) -> None:
    answers.pop(question, None)
    wide = plain(answers)
    answer = data.draw(world.answers_to(question))
    narrow = plain({**answers, question: answer})
    for route in RouteSlug:
        inner, outer = narrow.route(route).score, wide.route(route).score
        assert outer.low <= inner.low, (route, question, answer)
        assert inner.high <= outer.high, (route, question, answer)


Gates = tuple[GateResult, ...]


def judged_alike(before: Advice, after: Advice, route: RouteSlug) -> list[tuple[Gates, Gates]]:
    """The gates of two advices that are about the same. An answer may make another committee the best: each is compared with itself."""
    one, other = before.route(route), after.route(route)
    if not one.committees:
        return [(one.gates, other.gates)]
    later = {(found.treaty, found.country): found.gates for found in other.committees}
    assert len(later) == len(one.committees)
    return [(found.gates, later[found.treaty, found.country]) for found in one.committees]


@given(world.ANSWERS, st.sampled_from([question.slug for question in QUESTIONS]), st.data())
def test_a_gate_never_says_what_an_answer_could_belie(
    answers: dict[str, object], question: str, data: st.DataObject
) -> None:
    answers.pop(question, None)
    before = plain(answers)
    after = plain({**answers, question: data.draw(world.answers_to(question))})
    for route in RouteSlug:
        for then, now in judged_alike(before, after, route):
            results = {gate.gate: gate.result for gate in now}
            for gate in then:
                found = results[gate.gate]
                assert found in gate.possible | {Result.UNKNOWN, Result.NOT_NEEDED}, (route, gate.code, question)


@given(world.ANSWERS, st.sampled_from(["countries", "themes"]), st.data())
def test_another_place_or_theme_never_lowers_what_passed(
    answers: dict[str, object], question: str, data: st.DataObject
) -> None:
    have = answers.get(question)
    if not have:
        return
    more = sorted({*have, *data.draw(world.answers_to(question))})  # type: ignore[misc]
    before, after = plain(answers), plain({**answers, question: more})
    for route in RouteSlug:
        results = {gate.gate: gate.result for gate in after.route(route).gates}
        for gate in before.route(route).gates:
            if gate.gate in (GateSlug.MANDATE_COVERAGE, GateSlug.TREATY_RATIFIED, GateSlug.COMPETENCE_ACCEPTED):
                assert ORDER.get(results[gate.gate], 3) >= ORDER.get(gate.result, 3)
        opened = before.route(route).verdict is not Verdict.CLOSED
        assert not opened or after.route(route).verdict is not Verdict.CLOSED, route


@given(world.ANSWERS)
def test_answers_set_aside_never_count(answers: dict[str, object]) -> None:
    advice = plain(answers)
    without = plain({slug: value for slug, value in answers.items() if slug not in advice.set_aside})
    assert without.routes == advice.routes
    assert without.set_aside == ()


@given(world.ANSWERS)
def test_every_change_is_true(answers: dict[str, object]) -> None:
    full = advise(world.scenario(**answers), world.edition(), world.DAY)
    for change in full.changes:
        assert full.route(change.route).verdict is change.before
        if change.answers:
            after = plain({**answers, **{slug: str(value) for slug, value in change.answers.items()}})
            assert after.route(change.route).verdict is change.after


@given(world.ANSWERS, world.DAYS)
def test_the_same_three_give_the_same_advice(answers: dict[str, object], day: datetime.date) -> None:
    backwards = dict(reversed(answers.items()))
    one, other = (advise(world.scenario(**given), world.edition(), day) for given in (answers, backwards))
    assert one == other
