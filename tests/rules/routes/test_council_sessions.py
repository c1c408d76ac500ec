"""Sessions of the Human Rights Council."""

import datetime

import pytest

from rules.routes import council_sessions as route
from tests.rules import world


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
    found = actions("2027-03-01", ecosoc="special")
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
