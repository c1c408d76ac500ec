"""Checking answers: everything wrong is named at once, nothing is guessed."""

import datetime

import pytest

from rules.questions import QUESTIONS
from rules.scenario import BadScenario, Scenario, check

from . import world


def faults(**answers: object) -> dict[str, str]:
    with pytest.raises(BadScenario) as caught:
        world.scenario(**answers)
    return {fault.question: fault.message for fault in caught.value.faults}


def test_every_question_is_a_field_and_no_other() -> None:
    assert set(Scenario.__dataclass_fields__) == {question.slug for question in QUESTIONS}


@pytest.mark.parametrize("slug", [question.slug for question in QUESTIONS])
def test_left_out_and_unknown_are_the_same(slug: str) -> None:
    assert world.scenario(**{slug: "unknown"}) == world.scenario() == world.scenario(**{slug: None})


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("countries", "AAA"),
        ("countries", ["Kenya"]),
        ("countries", [5]),
        ("countries", {"AAA": 1}),
        ("themes", ["nonsense"]),
        ("themes", [["torture"]]),
        ("regions", ["europe"]),
        ("information", "gossip"),
        ("information", ["individual-cases"]),
        ("urgency", True),
        ("ready_on", "2026-02-30"),
        ("ready_on", "24.11.2026"),
        ("ready_on", "20261124"),
        ("ready_on", 2026),
        ("ready_on", datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)),
        ("ready_on", "0001-01-01"),
        ("outcomes", "protection"),
        ("outcomes", ["protection", "peace"]),
        ("elsewhere", 1),
        ("colour", "blue"),
    ],
)
def test_a_bad_answer_is_named(question: str, value: object) -> None:
    assert question in faults(**{question: value})


def test_all_faults_come_at_once_and_say_what_is_allowed() -> None:
    with pytest.raises(BadScenario) as caught:
        world.scenario(urgency="now", countries=["Kenya"], colour="blue")
    found = {fault.question: fault for fault in caught.value.faults}
    assert set(found) == {"colour", "countries", "urgency"}
    assert found["urgency"].allowed == ("imminent", "ongoing", "past", "unknown")
    assert found["urgency"].value == "now"


def test_yaml_booleans_are_yes_and_no() -> None:
    assert world.scenario(sponsor=True, coalition=False) == world.scenario(sponsor="yes", coalition="no")


def test_order_and_doubles_do_not_matter() -> None:
    one = world.scenario(countries=["BBB", "AAA", "AAA"], outcomes=["law-change", "protection"])
    assert one == world.scenario(countries=["AAA", "BBB"], outcomes=["protection", "law-change"])


def test_an_empty_list_is_an_answer() -> None:
    assert world.scenario(countries=[]).countries == ()
    assert world.scenario().countries is None


@pytest.mark.parametrize("raw", [None, [], "text", 5])
def test_what_is_no_mapping_is_refused(raw: object) -> None:
    with pytest.raises(BadScenario, match="mapping"):
        check(raw, countries=(), themes=())


def test_case_questions_are_set_aside_without_a_case() -> None:
    kept, aside = world.scenario(
        information="country-overview",
        scale="law-or-policy",
        urgency="imminent",
        remedies="exhausted",
        final_decision_on="2026-01-01",
    ).applicable()
    assert aside == ("urgency", "remedies", "final_decision_on")
    assert kept == world.scenario(information="country-overview", scale="law-or-policy")


def test_a_sponsor_is_set_aside_with_own_status() -> None:
    assert world.scenario(ecosoc="special", sponsor="yes").applicable()[1] == ("sponsor",)
    assert world.scenario(ecosoc="applied", sponsor="yes").applicable()[1] == ()


def test_a_decision_is_set_aside_without_exhaustion() -> None:
    given = world.case(remedies="under-way")
    assert world.scenario(**given).applicable()[1] == ("final_decision_on",)


def test_danger_is_not_thrown_away_while_the_kind_of_information_is_open() -> None:
    kept, aside = world.scenario(urgency="imminent").applicable()
    assert aside == ()
    assert kept.urgency == "imminent"
