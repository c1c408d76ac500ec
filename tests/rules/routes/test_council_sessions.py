"""Sessions of the Human Rights Council."""

import datetime
from dataclasses import replace

import pytest

from rules.dates import Period
from rules.ground import situate
from rules.result import Addressee
from rules.routes import council_sessions as route
from rules.vocabulary import AddressKind, DateStatus, Outcome, PointerSlug
from tests.rules import truth, world


@pytest.mark.parametrize(
    ("ecosoc", "sponsor", "result"),
    [
        ("special", "unknown", "pass"),
        ("roster", "no", "pass"),
        ("none", "yes", "pass"),
        ("unknown", "yes", "pass"),
        ("none", "no", "fail"),
        ("applied", "no", "fail"),
        ("none", "unknown", "unknown"),
        ("unknown", "no", "unknown"),
        ("unknown", "unknown", "unknown"),
    ],
)
def test_status_or_sponsor(ecosoc: str, sponsor: str, result: str) -> None:
    assert route.access(world.situation(ecosoc=ecosoc, sponsor=sponsor)).result == result


def actions(day: str = "2026-11-24", **answers: object) -> dict[str, str | None]:
    s = world.situation(datetime.date.fromisoformat(day), **answers)
    open_ = route.access(s).result != "fail"
    return {action.action: action.by and str(action.by) for action in route.actions(s, open_)}


@pytest.mark.parametrize(
    ("day", "by"), [("2027-02-07", "2027-02-08"), ("2027-02-08", "2027-02-08"), ("2027-02-09", "gone")]
)
def test_a_written_statement_is_due_two_weeks_before_the_session(day: str, by: str) -> None:
    assert actions(day, ecosoc="special").get("written-statement", "gone") == by


def test_without_published_dates_nothing_is_made_up() -> None:
    found = actions("2027-04-03", ecosoc="special")
    assert found["written-statement"] is None
    assert found["oral-statement"] is None


def test_a_closed_floor_still_says_how_it_opens() -> None:
    assert set(actions(ecosoc="none", sponsor="no", effort="weeks")) == {"find-sponsor", "apply-ecosoc"}
    assert set(actions(ecosoc="applied", sponsor="no")) == {"find-sponsor"}


def test_a_sponsor_need_not_be_found_twice() -> None:
    assert "find-sponsor" not in actions(ecosoc="none", sponsor="yes")
    assert "find-sponsor" not in actions(ecosoc="general")


def test_a_resolution_is_sought_only_where_council_action_is_wanted() -> None:
    assert "seek-resolution" in actions(ecosoc="special", outcomes=["council-action"])
    assert "seek-resolution" not in actions(ecosoc="special", outcomes=["public-attention"])


def test_from_afar_there_is_no_side_event() -> None:
    assert "side-event" in actions(ecosoc="special", geneva="travel")
    assert "side-event" not in actions(ecosoc="special", geneva="remote")


def test_its_dates_know_the_session() -> None:
    s = world.situation(ecosoc="special")
    assert [date.params for date in route.dates(s)] == [{"session": 64}, {"session": 64}]


def told(day: str = "2026-11-24", edition=None, open_: bool = True, **answers: object):
    s = situate(world.scenario(**answers).applicable()[0], edition or world.edition(), datetime.date.fromisoformat(day))
    return route.actions(s, open_)


@pytest.mark.parametrize(
    ("ecosoc", "code"),
    [
        ("general", "written-statement.general"),
        ("special", "written-statement.special"),
        ("roster", "written-statement.roster"),
        ("none", "written-statement"),
        ("unknown", "written-statement"),
    ],
)
def test_the_length_of_a_paper_is_that_of_the_status_held(ecosoc: str, code: str) -> None:
    assert code in [action.code for action in told(ecosoc=ecosoc, sponsor="yes")]


def test_without_a_published_day_the_sentence_says_so() -> None:
    codes = [action.code for action in told("2027-04-03", ecosoc="special")]
    assert "written-statement.not-published.special" in codes
    assert "side-event" in codes


def test_during_a_session_all_is_to_be_done_by_its_last_day() -> None:
    found = {
        action.code: str(action.by) for action in told("2027-03-10", ecosoc="special", outcomes=["council-action"])
    }
    assert found == dict.fromkeys(("oral-statement", "lobby-council.running", "seek-resolution.running"), "2027-04-02")


def test_what_is_too_late_for_the_one_session_names_the_next() -> None:
    s = world.situation(datetime.date(2027, 2, 20), ecosoc="special")
    assert [str(date.date or "-") for date in route.dates(s)] == ["2027-02-22", "-"]


def test_a_day_that_is_computed_each_year_is_not_confirmed() -> None:
    s = world.situation(datetime.date(2026, 6, 2), ecosoc="none")
    assert [(str(date.date), date.status) for date in route.dates(s)][-1] == ("2027-06-01", DateStatus.ESTIMATED)


CRISIS = {
    "countries": ["AAA"],
    "themes": ["torture"],
    "information": "themes-one-country",
    "scale": "consistent-pattern",
    "urgency": "ongoing",
    "outcomes": ["accountability"],
    "ecosoc": "none",
    "sponsor": "no",
}


def with_inquiry(*, states: tuple[str, ...] = ("AAA",), until: str | None = None, pointer=PointerSlug.INVESTIGATION):
    span = Period(world.date("2020"), until and world.date(until))
    door = replace(truth.inquiry(*states), span=span, pointer=pointer)
    return replace(world.edition(), doors=(door,))


def test_evidence_goes_to_the_body_of_inquiry_also_where_the_floor_is_closed() -> None:
    found = told(edition=with_inquiry(), open_=False, **CRISIS)
    assert [action.action for action in found[:2]] == ["call-special-session", "submit-evidence"]
    assert found[1].country == "AAA"
    assert found[1].source == "src"
    assert found[1].to == (
        Addressee("Commission of inquiry", AddressKind.EMAIL, "inquiry@example.org", "src", "It keeps evidence."),
    )


@pytest.mark.parametrize(
    ("edition", "changed", "there"),
    [
        (with_inquiry(), {}, True),
        (with_inquiry(), {"urgency": "past"}, True),
        (with_inquiry(), {"urgency": "past", "outcomes": ["council-action"]}, False),
        (with_inquiry(), {"outcomes": ["council-action"]}, True),
        (with_inquiry(), {"outcomes": ["public-attention"]}, False),
        (with_inquiry(states=("BBB",)), {}, False),
        (with_inquiry(states=("BBB",)), {"countries": ["AAA", "BBB"]}, True),
        (with_inquiry(until="2026-11-24"), {}, True),
        (with_inquiry(until="2026-11-23"), {}, False),
        (with_inquiry(pointer=PointerSlug.OTHER_DOOR), {}, False),
        (with_inquiry(), {"countries": []}, False),
    ],
)
def test_when_there_is_a_body_to_send_evidence_to(edition, changed: dict[str, object], there: bool) -> None:
    found = [action.action for action in told(edition=edition, **{**CRISIS, **changed})]
    assert ("submit-evidence" in found) is there


def test_accountability_is_given_only_where_evidence_can_be_sent() -> None:
    for edition, there in ((with_inquiry(), True), (with_inquiry(states=("BBB",)), False)):
        s = situate(world.scenario(**CRISIS).applicable()[0], edition, world.DAY)
        assert (Outcome.ACCOUNTABILITY in route.gives(s).surely) is there


@pytest.mark.parametrize(
    ("ready", "key"),
    [("2027-02-21", "ready"), ("2027-02-22", "too-late")],
)
def test_information_is_best_ready_before_the_session(ready: str, key: str) -> None:
    assert route.readings(world.situation(ecosoc="special", ready_on=ready))[1].key == key


@pytest.mark.parametrize(
    ("ready", "key"),
    [("2027-04-02", "ready"), ("2027-04-03", "too-late")],
)
def test_while_a_session_runs_its_last_day_counts(ready: str, key: str) -> None:
    s = world.situation(datetime.date(2027, 3, 10), ecosoc="special", ready_on=ready)
    assert route.readings(s)[1].key == key
