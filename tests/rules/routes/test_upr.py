"""The Universal Periodic Review."""

import datetime

import pytest

from rules.routes import upr
from rules.vocabulary import DateCode
from tests.rules import world


def actions(day: str = "2026-11-24", **answers: object) -> dict[str, str | None]:
    s = world.situation(datetime.date.fromisoformat(day), **answers)
    return {action.action: action.by and str(action.by) for action in upr.actions(s, open_=True)}


@pytest.mark.parametrize(
    ("answers", "result"),
    [
        ({"countries": ["AAA"]}, "pass"),
        ({"countries": ["AAA", "BBB"]}, "pass"),
        ({"countries": []}, "fail"),
        ({"countries": [], "regions": []}, "fail"),
        ({"countries": [], "regions": ["african"]}, "pass"),
        ({"regions": ["african"]}, "pass"),
        ({}, "unknown"),
    ],
)
def test_one_country_fails_only_without_state_and_region(answers: dict[str, object], result: str) -> None:
    assert upr.one_country(world.situation(**answers)).result == result


@pytest.mark.parametrize(("day", "there"), [("2027-03-30", True), ("2027-03-31", True), ("2027-04-01", False)])
def test_a_missed_deadline_changes_what_to_do(day: str, there: bool) -> None:
    found = actions(day, countries=["CCC"], coalition="no")
    assert ("submission" in found) is there
    assert found["lobby-states"] == "2027-11-01"


def test_information_that_comes_too_late_is_not_for_a_submission() -> None:
    assert "submission" in actions(countries=["CCC"], coalition="no", ready_on="2027-03-31")
    assert "submission" not in actions(countries=["CCC"], coalition="no", ready_on="2027-04-01")


@pytest.mark.parametrize(
    ("coalition", "found"),
    [("yes", {"joint-submission"}), ("no", {"submission"}), ("unknown", {"submission", "joint-submission"})],
)
def test_partners_make_it_joint(coalition: str, found: set[str]) -> None:
    assert {name for name in actions(countries=["CCC"], coalition=coalition) if "submission" in name} == found


def test_after_the_adoption_only_its_use_is_left() -> None:
    assert actions(countries=["AAA"]) == {"follow-up": "2027-03"}


def test_several_states_are_one_submission_each() -> None:
    s = world.situation(countries=["AAA", "BBB", "CCC"], coalition="no")
    assert {action.country for action in upr.actions(s, open_=True)} == {"AAA", "BBB", "CCC"}


def test_no_deadline_is_ever_made_up() -> None:
    s = world.situation(countries=["AAA", "DDD", "OBS"])
    assert DateCode.UPR_STAKEHOLDER_DEADLINE not in {date.code for date in upr.dates(s)}


@pytest.mark.parametrize(
    ("country", "day", "there"),
    [
        ("CCC", "2027-09-30", True),
        ("CCC", "2027-10-01", False),
        ("BBB", "2026-12-20", True),
        ("BBB", "2026-12-21", False),
    ],
)
def test_a_pre_session_is_offered_until_it_is_over_or_too_near_the_review(country: str, day: str, there: bool) -> None:
    """CCC's is published as September 2027; BBB's isn't, and its review may begin as late as the end of February 2027."""
    assert ("pre-session" in actions(day, countries=[country])) is there
