"""Special procedures."""

import datetime

import pytest

from rules.routes import special_procedures as route
from rules.scoring import assess
from rules.vocabulary import RouteSlug, Verdict
from tests.rules import world


def actions(day: str = "2026-11-24", **changed: object) -> dict[str, str | None]:
    s = world.situation(datetime.date.fromisoformat(day), **world.case(**changed))
    return {action.action: action.by and str(action.by) for action in route.actions(s, open_=True)}


@pytest.mark.parametrize(
    ("answers", "result"),
    [
        ({"themes": ["torture"]}, "pass"),
        ({"countries": ["DDD"]}, "pass"),
        ({"themes": ["uncovered"], "countries": ["DDD"]}, "pass"),
        ({"themes": ["uncovered"], "countries": ["AAA"]}, "fail"),
        ({"themes": ["uncovered"]}, "unknown"),
        ({"themes": [], "countries": []}, "fail"),
        ({}, "unknown"),
    ],
)
def test_some_mandate_must_cover_a_theme_or_a_state(answers: dict[str, object], result: str) -> None:
    assert route.coverage(world.situation(**answers)).result == result


@pytest.mark.parametrize(
    ("day", "old", "new"),
    [("2025-09-30", True, False), ("2025-10-01", True, True), ("2025-10-31", True, True), ("2025-11-01", False, True)],
)
def test_a_mandate_counts_while_it_exists(day: str, old: bool, new: bool) -> None:
    found = route.named_mandates(world.situation(datetime.date.fromisoformat(day), themes=["work"]))
    assert (("old" in found), ("new" in found)) == (old, new)


def test_the_states_own_expert_comes_first() -> None:
    assert route.named_mandates(world.situation(themes=["racism"], countries=["DDD"]))[0] == "ddd"


def test_danger_now_is_an_urgent_appeal_and_the_past_a_letter() -> None:
    assert set(actions(urgency="imminent")) == {"urgent-appeal"}
    assert set(actions(urgency="past")) == {"allegation-letter"}
    assert set(actions(urgency="ongoing")) == {"urgent-appeal", "allegation-letter"}
    assert set(actions(urgency="ongoing", themes=["racism"])) == {"allegation-letter"}


def test_a_law_needs_no_victim() -> None:
    found = actions(scale="law-or-policy", information="themes-one-country")
    assert "legislation-letter" in found
    assert not {"urgent-appeal", "wgad-complaint"} & set(found)


@pytest.mark.parametrize(
    ("happened", "action", "by"),
    [
        ("2026-08-23", "wgeid-standard", None),
        ("2026-08-24", "wgeid-urgent", "2026-11-24"),
        ("2026-08-25", "wgeid-urgent", "2026-11-25"),
    ],
)
def test_three_months_for_the_urgent_procedure_on_disappearances(happened: str, action: str, by: str | None) -> None:
    found = actions(themes=["enforced-disappearance"], happened_on=happened)
    assert found[action] == by
    assert len({"wgeid-urgent", "wgeid-standard"} & set(found)) == 1


def test_detention_opens_the_working_groups_own_procedure() -> None:
    assert "wgad-complaint" in actions(themes=["arbitrary-detention"])


def test_a_call_that_is_over_is_not_offered() -> None:
    s = world.situation(themes=["housing"], information="themes-many-countries", scale="law-or-policy")
    calls = [action for action in route.actions(s, open_=True) if action.action == "call-for-input"]
    assert [str(call.by) for call in calls] == ["2026-12-15"]


def test_an_unknown_source_shuts_case_work_but_not_work_on_a_theme() -> None:
    cases = world.situation(**world.case(identification="anonymous"))
    themes = world.situation(**world.case(identification="anonymous", information="themes-one-country"))
    assert assess(RouteSlug.SPECIAL_PROCEDURES, cases).verdict is Verdict.CLOSED
    assert assess(RouteSlug.SPECIAL_PROCEDURES, themes).verdict is not Verdict.CLOSED
    assert {action.action for action in route.actions(themes, open_=True)} == {"call-for-input"}


def test_missing_consent_is_a_condition_and_closes_nothing() -> None:
    s = world.situation(**world.case(consent="not-given"))
    assert {gate.gate: gate.result for gate in route.gates(s)}["victim-consent"] == "arguable"
    assert assess(RouteSlug.SPECIAL_PROCEDURES, s).verdict is not Verdict.CLOSED


def test_neither_remedies_nor_ratification_is_asked_for() -> None:
    found = {gate.gate: gate.result for gate in route.gates(world.situation(**world.CASE))}
    assert found["domestic-remedies"] == found["treaty-ratified"] == "not-needed"


def test_research_on_many_states_goes_into_a_report_before_a_letter() -> None:
    law = {"themes": ["housing"], "scale": "law-or-policy"}
    many = world.situation(information="themes-many-countries", **law)
    one = world.situation(countries=["AAA"], information="themes-one-country", **law)
    assert [action.action for action in route.actions(many, open_=True)] == ["call-for-input", "legislation-letter"]
    assert [action.action for action in route.actions(one, open_=True)] == ["legislation-letter", "call-for-input"]
