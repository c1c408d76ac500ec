"""UPR stages of a State at their boundaries."""

import datetime

import pytest

from rules.timetable import next_council_session, upr_position
from rules.vocabulary import DateStatus

from . import world


@pytest.mark.parametrize(
    ("country", "day", "stage", "session"),
    [
        ("CCC", "2027-03-30", "submission", 56),
        ("CCC", "2027-03-31", "submission", 56),
        ("CCC", "2027-04-01", "advocacy", 56),
        ("CCC", "2027-11-12", "advocacy", 56),
        ("CCC", "2027-11-13", "adoption", 56),
        ("BBB", "2026-07-17", "submission", 54),
        ("BBB", "2026-07-18", "advocacy", 54),
        ("BBB", "2027-02-28", "advocacy", 54),
        ("BBB", "2027-03-01", "adoption", 54),
        ("AAA", "2024-05-17", "advocacy", 44),
        ("AAA", "2024-05-18", "adoption", 44),
        ("AAA", "2024-10-11", "adoption", 44),
        ("AAA", "2024-10-12", "follow-up", 44),
        ("DDD", "2026-11-24", "unscheduled", None),
        ("OBS", "2026-11-24", "unscheduled", None),
    ],
)
def test_stage(country: str, day: str, stage: str, session: int | None) -> None:
    position = upr_position(world.edition(), country, datetime.date.fromisoformat(day))
    assert (position.stage, position.session) == (stage, session)


def test_without_a_timetable_the_next_review_is_an_estimated_month() -> None:
    position = upr_position(world.edition(), "AAA", world.DAY)
    assert str(position.next_review) == "2028-11"
    assert position.review_status is DateStatus.ESTIMATED


def test_a_place_that_is_only_carried_over_is_tentative() -> None:
    position = upr_position(world.edition(), "BBB", world.DAY)
    assert (str(position.next_review), position.review_status) == ("2027-02", DateStatus.TENTATIVE)


def test_an_adoption_whose_session_is_not_known_is_not_waited_for_for_ever() -> None:
    early, late = datetime.date(2027, 11, 20), datetime.date(2028, 8, 13)
    assert upr_position(world.edition(), "CCC", early).stage == "adoption"
    assert upr_position(world.edition(), "CCC", late).stage == "follow-up"


@pytest.mark.parametrize(
    ("day", "number"), [("2026-09-07", 63), ("2026-09-08", 64), ("2027-02-22", 64), ("2027-02-23", 65)]
)
def test_the_next_council_session(day: str, number: int) -> None:
    session = next_council_session(world.edition(), datetime.date.fromisoformat(day))
    assert session is not None
    assert session.number == number
