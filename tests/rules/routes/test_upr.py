"""The Universal Periodic Review."""

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.ground import situate
from rules.routes import upr
from rules.scenario import check
from rules.vocabulary import DateCode, DateStatus
from tests.rules import shipped, world


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


def test_a_deadline_carries_the_hour_of_its_source() -> None:
    timed = replace(
        world.edition().upr_sessions[56],
        stakeholder_deadline_time="23:59",
        stakeholder_deadline_zone="Europe/Zurich",
    )
    edition = replace(world.edition(), upr_sessions={**world.edition().upr_sessions, 56: timed})
    dates = {date.code: (date.time, date.zone) for date in upr.dates(on("2026-11-24", edition, countries=["CCC"]))}
    assert dates[DateCode.UPR_STAKEHOLDER_DEADLINE] == ("23:59", "Europe/Zurich")
    assert dates[DateCode.UPR_REVIEW] == (None, None)


def test_no_deadline_is_ever_made_up() -> None:
    s = world.situation(countries=["AAA", "DDD", "OBS"])
    assert DateCode.UPR_STAKEHOLDER_DEADLINE not in {date.code for date in upr.dates(s)}


@pytest.mark.parametrize(
    ("country", "day", "there"),
    [
        ("CCC", "2027-07-31", True),
        ("CCC", "2027-08-01", False),
        ("BBB", "2026-10-11", True),
        ("BBB", "2026-10-12", False),
    ],
)
def test_a_pre_session_is_offered_while_applications_can_be_open(country: str, day: str, there: bool) -> None:
    """CCC's is in September 2027; BBB's isn't published, and its review may begin as late as the end of February 2027."""
    assert ("pre-session" in actions(day, countries=[country])) is there


def on(day: str, edition=None, **answers: object):
    edition = edition or shipped.edition()
    given = check(answers, countries=edition.states, themes=edition.themes).applicable()[0]
    return situate(given, edition, datetime.date.fromisoformat(day))


def told(s) -> list[str]:
    return [action.code for action in upr.actions(s, open_=True)]


@pytest.mark.parametrize(
    ("country", "day", "codes"),
    [
        ("IRL", "2026-11-27", ["check-review-held", "lobby-states"]),
        ("IRL", "2026-12-01", ["adoption-statement", "follow-up.adoption"]),
        ("USA", "2026-11-27", ["check-review-held", "lobby-states.moved"]),
        ("USA", "2026-12-01", ["check-review-held.moved", "adoption-statement", "follow-up.adoption"]),
        ("MMR", "2026-11-27", ["lobby-states.moved"]),
        ("KHM", "2024-02-14", ["lobby-states.ask-speaker"]),
        ("KHM", "2024-02-17", ["lobby-states"]),
        ("UKR", "2026-11-27", ["follow-up.not-scheduled"]),
        ("PSE", "2026-11-27", []),
        ("PHL", "2026-11-27", ["prepare-submission"]),
        ("SAU", "2026-11-27", ["follow-up"]),
        ("SAU", "2026-12-15", ["prepare-submission", "follow-up"]),
    ],
)
def test_what_is_to_be_done_about_real_states(country: str, day: str, codes: list[str]) -> None:
    assert told(on(day, countries=[country])) == codes


def test_an_outcome_is_adopted_until_the_last_day_of_the_session_that_runs() -> None:
    found = {action.code: str(action.by) for action in upr.actions(on("2026-09-15", countries=["BEL"]), open_=True)}
    assert found["adoption-statement"] == "2026-10"
    before = {action.code: str(action.by) for action in upr.actions(on("2026-09-06", countries=["BEL"]), open_=True)}
    assert before["adoption-statement"] == "2026-09-07"


def test_a_region_alone_leads_to_the_states_that_come_next() -> None:
    s = on("2026-11-27", countries=[], regions=["african"])
    assert [gate.result for gate in upr.gates(s)[:2]] == ["pass", "pass"]
    assert upr.one_country(s).params == {"countries": ("SDN", "SSD", "TGO", "UGA", "ZWE")}
    assert [(action.country, action.action) for action in upr.actions(s, open_=True)] == [
        (country, "lobby-states") for country in ("SDN", "SSD", "TGO", "UGA", "ZWE")
    ]
    assert {stage.stage for stage in upr.stages(s)} == {"advocacy"}


def test_a_state_that_is_named_counts_before_a_region() -> None:
    s = on("2026-11-27", countries=["SAU"], regions=["african"])
    assert {action.country for action in upr.actions(s, open_=True)} == {"SAU"}


def test_observers_are_not_reviewed_and_members_beside_them_go_on() -> None:
    alone, beside = on("2026-11-27", countries=["PSE", "VAT"]), on("2026-11-27", countries=["PSE", "TGO"])
    assert (upr.un_member(alone).result, upr.un_member(alone).params) == ("fail", {"countries": ("PSE", "VAT")})
    assert (upr.un_member(beside).result, upr.un_member(beside).params) == ("pass", {"countries": ("PSE",)})
    assert {action.country for action in upr.actions(beside, open_=True)} == {"TGO"}
    assert {stage.country: stage.stage for stage in upr.stages(beside)} == {"PSE": "not-reviewed", "TGO": "advocacy"}
    assert upr.dates(alone) == []


def test_several_states_stand_in_the_order_of_what_is_next() -> None:
    s = on("2026-11-24", countries=["NPL", "KEN", "ZAF", "UGA", "TGO"])
    countries = [action.country for action in upr.actions(s, open_=True)]
    assert countries == ["TGO", "UGA", "ZAF", "KEN", "NPL"]


def stage_of(s) -> tuple[str, tuple[str | None, ...]]:
    reading = upr.readings(s)[0]
    return reading.key, reading.possible


@pytest.mark.parametrize(
    ("country", "day", "key", "possible"),
    [
        ("IRL", "2026-11-27", "advocacy", ("adoption", "advocacy")),
        ("IRL", "2026-12-01", "adoption", ("adoption",)),
        ("USA", "2026-12-01", "adoption", ("adoption", "unscheduled")),
        ("TGO", "2026-11-27", "advocacy", ("advocacy", "submission")),
        ("KHM", "2024-02-14", "advocacy", ("advocacy",)),
        ("KHM", "2024-05-02", "advocacy", ("adoption", "advocacy")),
        ("NPL", "2025-06-01", "submission", ("submission",)),
        ("IRL", "2025-12-01", "submission", ("advocacy", "submission")),
        ("SAU", "2026-12-15", "preparation", ("follow-up", "preparation", "submission")),
        ("PHL", "2027-06-01", "preparation", ("follow-up", "preparation", "submission")),
    ],
)
def test_a_fact_that_is_not_sure_opens_the_range(country: str, day: str, key: str, possible: tuple[str, ...]) -> None:
    s = on(day, countries=[country], ready_on=day)
    tables = {**s.edition.weights.tables, upr.ROUTE: world.weights().tables[upr.ROUTE]}
    weighed = replace(s, edition=replace(s.edition, weights=replace(s.edition.weights, tables=tables)))
    assert stage_of(weighed) == (key, possible)


def test_dates_of_a_session_that_a_state_is_only_thought_to_be_in_are_tentative() -> None:
    s = world.situation(datetime.date(2026, 7, 1), countries=["BBB"])
    assert {date.code: date.status for date in upr.dates(s)} == {
        DateCode.UPR_STAKEHOLDER_DEADLINE: DateStatus.TENTATIVE,
        DateCode.UPR_REVIEW: DateStatus.TENTATIVE,
    }


DAYS = st.dates(datetime.date(2022, 1, 1), datetime.date(2032, 12, 31))
STATES = st.lists(st.sampled_from(sorted(shipped.edition().states)), min_size=1, max_size=4, unique=True)


@given(STATES, st.sampled_from(sorted(shipped.edition().states)), DAYS)
def test_naming_one_more_state_takes_nothing_from_another(states: list[str], more: str, day: datetime.date) -> None:
    before, after = on(str(day), countries=states), on(str(day), countries=[*{*states, more}])
    for found in (lambda s: upr.actions(s, open_=True), upr.dates):
        assert {*map(str, found(before))} <= {*map(str, found(after))}


@given(STATES, DAYS)
def test_nothing_is_to_be_done_by_a_day_that_is_over_and_no_estimate_is_a_day(
    states: list[str], day: datetime.date
) -> None:
    s = on(str(day), countries=states)
    assert not any(action.by and action.by.is_past(day) for action in upr.actions(s, open_=True))
    for date in upr.dates(s):
        if date.date is not None:
            assert not (date.end or date.date).is_past(day)
            assert date.status is not DateStatus.ESTIMATED or date.date.precision == "month"
            assert not (
                date.code is DateCode.UPR_REVIEW and date.status is DateStatus.ESTIMATED and date.date.first.month == 7
            )


@given(STATES, DAYS)
def test_whoever_may_have_been_reviewed_is_first_told_to_find_out(states: list[str], day: datetime.date) -> None:
    s = on(str(day), countries=states)
    for position in s.ground.positions:
        own = [action.action for action in upr.actions(s, open_=True) if action.country == position.country]
        if position.begun:
            assert own[0] == "check-review-held"
