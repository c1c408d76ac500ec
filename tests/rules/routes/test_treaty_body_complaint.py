"""Complaints to treaty bodies: each gate at its boundary, and one and the same committee through all of them."""

import datetime

import pytest

from rules.routes import treaty_body_complaint as route
from rules.vocabulary import DateCode, Result
from tests.rules import world


def results(day: str = "2026-11-24", **changed: object) -> dict[str, Result]:
    s = world.situation(datetime.date.fromisoformat(day), **world.case(**changed))
    return {gate.gate: gate.result for gate in route.gates(s)}


def codes(**changed: object) -> dict[str, str]:
    return {gate.gate: gate.code for gate in route.gates(world.situation(**world.case(**changed)))}


def test_the_complete_case_passes_every_gate() -> None:
    assert set(results().values()) == {Result.PASS}


@pytest.mark.parametrize(
    ("country", "ratified", "accepted"),
    [("AAA", "pass", "pass"), ("BBB", "pass", "fail"), ("CCC", "fail", "fail"), ("OBS", "fail", "fail")],
)
def test_a_signature_does_not_bind_and_a_party_need_not_have_accepted(
    country: str, ratified: str, accepted: str
) -> None:
    found = results(countries=[country])
    assert (found["treaty-ratified"], found["competence-accepted"]) == (ratified, accepted)


def test_the_sentence_says_that_it_was_only_signed() -> None:
    assert codes(countries=["CCC"])["treaty-ratified"] == "treaty-ratified.signed-only"


@pytest.mark.parametrize(("day", "result"), [("2010-03-31", "fail"), ("2010-04-01", "pass"), ("2010-04-02", "pass")])
def test_an_acceptance_counts_from_the_day_that_it_takes_effect(day: str, result: str) -> None:
    assert results(day, happened_on="unknown")["competence-accepted"] == result


@pytest.mark.parametrize(
    ("happened", "urgency", "code"),
    [
        ("2010-03-31", "past", "facts-before"),
        ("2010-03-31", "ongoing", "continuing"),
        ("2010-04-01", "past", "pass"),
        ("2010-04-02", "past", "pass"),
    ],
)
def test_facts_before_the_acceptance_can_only_be_argued_about(happened: str, urgency: str, code: str) -> None:
    assert codes(happened_on=happened, urgency=urgency)["competence-accepted"] == f"competence-accepted.{code}"


def test_a_procedure_that_is_not_in_force_is_closed_for_everybody() -> None:
    assert codes(themes=["migrants"])["competence-accepted"] == "competence-accepted.not-in-force"


@pytest.mark.parametrize(
    ("country", "theme", "day", "result"),
    [
        ("AAA", "racism", "2027-03-31", "pass"),
        ("AAA", "racism", "2027-04-01", "pass"),
        ("AAA", "work", "2027-09-30", "pass"),
        ("AAA", "work", "2027-10-01", "pass"),
        ("AAA", "work", "2027-10-02", "fail"),
        ("AAA", "torture", "2050-01-01", "pass"),
        ("DDD", "housing", "2027-09-30", "pass"),
    ],
)
def test_time_limit_by_committee(country: str, theme: str, day: str, result: str) -> None:
    assert results(day, countries=[country], themes=[theme])["time-limit"] == result


@pytest.mark.parametrize(
    ("country", "day", "left"),
    [
        ("AAA", "2027-03-31", ["2027-04-01"]),
        ("AAA", "2027-04-01", ["2027-04-01"]),
        ("AAA", "2027-04-02", []),
        ("DDD", "2026-12-31", ["2027-01-01"]),
        ("DDD", "2027-01-01", ["2027-01-01"]),
        ("DDD", "2027-01-02", []),
    ],
)
def test_six_months_under_cerd_and_three_where_the_state_said_so(country: str, day: str, left: list[str]) -> None:
    s = world.situation(datetime.date.fromisoformat(day), **world.case(countries=[country], themes=["racism"]))
    cerd = [date for date in route.dates(s) if date.params["treaty"] == "cerd"]
    assert [str(date.date) for date in cerd] == left
    assert {date.code for date in cerd} <= {DateCode.PETITION_LIMIT}


def test_guidance_of_five_years_is_no_limit() -> None:
    late = {"themes": ["arbitrary-detention"], "final_decision_on": "2021-11-23"}
    assert results(**late)["time-limit"] == "arguable"
    assert results(**{**late, "final_decision_on": "2021-11-24"})["time-limit"] == "pass"


@pytest.mark.parametrize(
    ("remedies", "result"),
    [
        ("exhausted", "pass"),
        ("ineffective", "arguable"),
        ("under-way", "fail"),
        ("not-started", "fail"),
        ("unknown", "unknown"),
    ],
)
def test_domestic_remedies(remedies: str, result: str) -> None:
    assert results(remedies=remedies)["domestic-remedies"] == result


@pytest.mark.parametrize(
    ("country", "theme", "result"),
    [
        ("AAA", "torture", "arguable"),
        ("AAA", "work", "fail"),
        ("AAA", "racism", "pass"),
        ("AAA", "enforced-disappearance", "arguable"),
        ("AAA", "arbitrary-detention", "arguable"),
        ("DDD", "arbitrary-detention", "fail"),
        ("DDD", "racism", "fail"),
    ],
)
def test_the_same_matter_elsewhere_bars_as_treaty_and_reservation_say(country: str, theme: str, result: str) -> None:
    assert (
        results(countries=[country], themes=[theme], elsewhere="yes", happened_on="2026-01-01")["same-matter"] == result
    )


def test_the_author_and_the_victim() -> None:
    assert results(identification="anonymous")["identified-author"] == "fail"
    assert results(identification="names-withheld")["identified-author"] == "pass"
    assert results(consent="not-given")["victim-consent"] == "fail"
    assert results(consent="given")["victim-consent"] == "pass"


def test_a_law_without_a_victim_is_no_case() -> None:
    found = results(information="country-overview", scale="law-or-policy")
    assert found["is-a-case"] == "fail"
    assert found["domestic-remedies"] == "not-needed"


def test_what_passes_together_is_one_committee() -> None:
    """Under ICESCR the time is over; under CERD the same matter is barred by the State: no door is left."""
    s = world.situation(
        datetime.date(2027, 12, 1),
        **world.case(countries=["DDD"], themes=["housing"], elsewhere="yes", final_decision_on="2027-11-01"),
    )
    assert route.usable(s) == ()
    assert Result.FAIL in {gate.result for gate in route.gates(s)}


def actions(**changed: object) -> list[str]:
    s = world.situation(**world.case(**changed))
    return [action.action for action in route.actions(s, open_=Result.FAIL not in {g.result for g in route.gates(s)})]


def test_interim_measures_only_where_harm_is_near() -> None:
    assert "interim-measures" in actions(urgency="imminent")
    assert "interim-measures" not in actions(urgency="ongoing")


def test_the_search_for_a_missing_person_needs_no_acceptance_and_no_remedies() -> None:
    missing = {
        "countries": ["BBB"],
        "themes": ["enforced-disappearance"],
        "remedies": "not-started",
        "urgency": "ongoing",
    }
    assert actions(**missing) == ["ced-urgent-action"]
    assert actions(**{**missing, "countries": ["CCC"]}) == []
