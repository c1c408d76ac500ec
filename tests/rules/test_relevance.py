"""What makes no difference: a question left out changes no gate, no verdict and nothing to do, whatever is answered to it."""

import dataclasses
import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.advice import advise
from rules.facts.edition import Edition
from rules.questions import BY_SLUG, QUESTIONS
from rules.relevance import ALWAYS, Relevance, may_matter, no_difference, outcome
from rules.scenario import check
from rules.scoring import ROUTES
from rules.vocabulary import Result, RouteSlug, Verdict

from . import shipped, world
from .sampler import Die, samples

CASE = {
    "countries": ["AAA"],
    "themes": ["torture"],
    "information": "individual-cases",
    "scale": "single-case",
    "evidence": "direct",
    "urgency": "past",
    "outcomes": ["legal-finding"],
}
LAW = CASE | {"information": "themes-one-country", "scale": "law-or-policy"}


def relevance(answers: dict[str, Any], edition: Edition | None = None, day: datetime.date = world.DAY) -> Relevance:
    facts = edition or world.edition()
    return Relevance(check(answers, countries=facts.states, themes=facts.themes), facts, day)


def left_out(answers: dict[str, Any]) -> set[str]:
    found = relevance(answers)
    return {question.slug for question in found.open_questions() if not found.may_matter(question.slug)}


def differs(before: Relevance, after: Relevance) -> list[str]:
    """The routes on which two scenarios come to something else. Conditions of a route closed for good don't count."""
    return [
        route
        for route, look in before.looks.items()
        if outcome(route, before.situation, sealed=look.sealed) != outcome(route, after.situation, sealed=look.sealed)
    ]


@given(world.ANSWERS, world.DAYS, st.data())
def test_no_answer_to_a_question_left_out_changes_anything(
    answers: dict[str, Any], day: datetime.date, data: st.DataObject
) -> None:
    found = relevance(answers, day=day)
    for slug in found.no_difference():
        answer = data.draw(world.answers_to(slug), label=slug)
        assert differs(found, relevance({**answers, slug: answer}, day=day)) == [], slug


def test_nor_on_the_shipped_facts() -> None:
    edition, tried = shipped.edition(), 0
    for sample in samples(edition, 250):
        die = Die(f"relevance/{sample.number}")
        answers = {slug: value for slug, value in sample.answers.items() if not die.chance(0.2)}
        found = relevance(answers, edition, sample.day)
        for slug in found.no_difference():
            for answer in _answers(die, slug, sample.day):
                tried += 1
                after = relevance({**answers, slug: answer}, edition, sample.day)
                assert differs(found, after) == [], (sample.number, slug, answer)
    assert tried > 1_500


def _answers(die: Die, slug: str, day: datetime.date) -> list[Any]:
    question = BY_SLUG[slug]
    if question.kind == "choice":
        return [*question.allowed]
    if question.kind == "date":
        ago = [die.one((0, 30, 100, 400)), die.one((900, 3_000, 9_000, 12_000)), -die.one((20, 90, 400))]
        return [(day - datetime.timedelta(days=days)).isoformat() for days in ago]
    return [die.some(question.allowed, number) for number in (1, 2, 3)]


@given(world.ANSWERS)
def test_what_tells_most_is_always_asked(answers: dict[str, Any]) -> None:
    found = relevance(answers)
    asked = {question.slug for question in found.open_questions()}
    assert {slug for slug in asked & ALWAYS if not found.may_matter(slug)} == set()


@given(world.ANSWERS)
def test_the_exact_answer_leaves_out_what_the_cheap_one_does_and_perhaps_more(answers: dict[str, Any]) -> None:
    found = relevance(answers)
    cheap = {question.slug for question in found.open_questions() if not found.may_matter(question.slug)}
    assert cheap <= {*found.no_difference()}
    assert not {*found.no_difference()} & answers.keys()


def test_what_never_scores_never_matters() -> None:
    assert "considered" in left_out(CASE)


def test_a_question_that_does_not_apply_does_not_matter() -> None:
    assert not may_matter(world.scenario(**LAW), world.edition(), world.DAY, "consent")
    assert not {"consent", "people"} & {*no_difference(world.situation(**LAW))}


def test_a_route_that_no_answer_opens_asks_for_nothing_more() -> None:
    """BBB accepts no complaints: whether remedies are exhausted tells nothing once no pattern is claimed either."""
    closed = {"remedies", "elsewhere", "final_decision_on"}
    assert closed & left_out(CASE | {"countries": ["BBB"], "remedies": "exhausted"}) == {
        "elsewhere",
        "final_decision_on",
    }
    assert not closed & left_out(CASE)


def test_a_route_that_an_answer_may_still_open_asks_on() -> None:
    """Without status and without knowing of a sponsor, sessions of the Council are not closed for good."""
    assert not relevance(LAW | {"ecosoc": "none"}).looks[RouteSlug.COUNCIL_SESSIONS].sealed
    assert relevance(LAW | {"ecosoc": "none", "sponsor": "no"}).looks[RouteSlug.COUNCIL_SESSIONS].sealed
    assert "sponsor" not in left_out(LAW | {"ecosoc": "none"})


def test_what_only_tips_the_balance_matters_where_a_verdict_hangs_on_it() -> None:
    told = {question.slug: world.CASE.get(question.slug) for question in QUESTIONS}
    told = {slug: value for slug, value in told.items() if value is not None and slug != "effort"}
    verdicts = {
        effort: [
            advise(world.scenario(**told, effort=effort), world.edition(), world.DAY).route(route).verdict
            for route in ROUTES
        ]
        for effort in ("days", "weeks", "months")
    }
    moved = len({tuple(found) for found in verdicts.values()}) > 1
    assert relevance(told).may_matter("effort") or not moved


def test_an_answer_that_would_set_another_aside_matters() -> None:
    told = {"information": "themes-one-country", "consent": "given", "countries": ["AAA"]}
    assert relevance(told).may_matter("scale")
    assert relevance(CASE | {"danger": ["removal"], "urgency": None}).may_matter("urgency")


def test_closed_for_good_is_said_of_closed_routes_alone() -> None:
    for sample in samples(shipped.edition(), 60):
        found = relevance(dict(sample.answers), shipped.edition(), sample.day)
        for look in found.looks.values():
            shut = [any(gate.possible == {Result.FAIL} for gate in option.gates) for option in look.options]
            assert look.sealed == (look.verdict is Verdict.CLOSED and all(shut))


@pytest.mark.parametrize("slug", [question.slug for question in QUESTIONS])
def test_looking_at_an_answer_is_noted_however_it_is_looked_at(slug: str) -> None:
    from rules.relevance import _watched

    watched, seen = _watched(world.situation(**CASE))
    getattr(watched.scenario, slug)
    assert seen == {slug}
    dataclasses.replace(watched.scenario)
    assert seen == set(BY_SLUG)
