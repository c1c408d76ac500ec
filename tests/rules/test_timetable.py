"""UPR stages of a State at their boundaries, the order of the last cycle, and the Council session that counts."""

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.dates import add_months
from rules.timetable import next_council_session, next_in_regions, next_review, upr_position
from rules.vocabulary import DateStatus, Region, Stage

from . import shipped, world

DAYS = st.dates(datetime.date(2018, 1, 1), datetime.date(2032, 12, 31))
STATES = st.sampled_from(sorted(shipped.edition().states))


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("country", "on", "stage", "session"),
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
        ("AAA", "2027-03-31", "follow-up", 44),
        ("AAA", "2027-04-01", "preparation", 58),
        ("DDD", "2026-11-24", "unscheduled", None),
        ("OBS", "2026-11-24", "not-reviewed", None),
    ],
)
def test_stage(country: str, on: str, stage: str, session: int | None) -> None:
    position = upr_position(world.edition(), country, day(on))
    assert (position.stage, position.session) == (stage, session)


def test_without_an_order_nothing_is_estimated() -> None:
    edition = replace(world.edition(), reviews={"AAA": (world.review(4, 44),)})
    position = upr_position(edition, "AAA", world.DAY)
    assert (position.stage, position.next_review, position.review_status) == ("follow-up", None, "unknown")


def test_without_a_timetable_the_next_review_is_a_span_of_months() -> None:
    position = upr_position(world.edition(), "AAA", world.DAY)
    assert (str(position.next_review), str(position.next_end), position.next_session) == ("2029-05", "2030-05", 58)
    assert position.review_status is DateStatus.ESTIMATED


@pytest.mark.parametrize(
    ("on", "span"),
    [
        ("2026-11-27", "2027-11 2028-11"),
        ("2027-11-30", "2027-11 2028-11"),
        ("2027-12-01", "2028-01 2028-11"),
        ("2028-06-30", "2028-11 2028-11"),
        ("2028-11-30", "2028-11 2028-11"),
        ("2028-12-01", "none"),
    ],
)
def test_what_of_a_span_is_past_is_left_out(on: str, span: str) -> None:
    found = next_review(shipped.edition().upr_order, 41, world.date("2022-11-07"), day(on))
    assert (f"{found.first} {found.last}" if found else "none") == span


@given(STATES, DAYS)
def test_an_estimate_is_never_a_day_never_past_and_never_in_a_month_without_sessions(
    state: str, on: datetime.date
) -> None:
    position = upr_position(shipped.edition(), state, on)
    if position.review_status is DateStatus.ESTIMATED:
        assert position.next_review is not None
        assert position.next_end is not None
        assert position.next_review.first <= position.next_end.first
        for date in (position.next_review, position.next_end):
            assert (date.precision, date.is_past(on)) == ("month", False)
            assert date.first.month in (1, 2, 4, 5, 11)


@given(STATES, DAYS)
def test_an_estimate_keeps_to_the_waits_that_were_seen(state: str, on: datetime.date) -> None:
    position = upr_position(shipped.edition(), state, on)
    if position.review_status is DateStatus.ESTIMATED:
        assert position.held is not None
        assert position.held.start is not None
        start = position.held.start.first.replace(day=1)
        assert add_months(start, 60) <= position.next_review.first
        assert position.next_end.first <= add_months(start, 72)
        assert position.next_session == position.held.number + 14


@given(STATES, DAYS)
def test_only_members_have_a_stage(state: str, on: datetime.date) -> None:
    stage = upr_position(shipped.edition(), state, on).stage
    assert (stage is Stage.NOT_REVIEWED) != shipped.edition().states[state].member


@pytest.mark.parametrize(
    ("state", "on", "moved"),
    [
        ("USA", "2026-11-27", True),
        ("MMR", "2026-11-27", True),
        ("IRL", "2026-11-27", False),
        ("TGO", "2026-11-27", False),
        ("USA", "2026-12-01", True),
    ],
)
def test_a_review_out_of_its_turn_is_known(state: str, on: str, moved: bool) -> None:
    assert upr_position(shipped.edition(), state, day(on)).moved is moved


def test_a_place_that_is_only_carried_over_is_tentative() -> None:
    position = upr_position(world.edition(), "BBB", world.DAY)
    assert (str(position.next_review), position.review_status) == ("2027-02", DateStatus.TENTATIVE)
    assert not position.place_is_sure


def test_the_states_own_day_is_the_review_and_not_the_session() -> None:
    own = replace(world.review(4, 56), reviewed_on=world.date("2027-11-03"))
    edition = replace(world.edition(), reviews={**world.edition().reviews, "CCC": (own,)})
    before = upr_position(edition, "CCC", day("2027-11-03"))
    assert (str(before.next_review), before.next_end, before.stage) == ("2027-11-03", None, "advocacy")
    # The session runs until the 12th; this State's review is over.
    assert upr_position(edition, "CCC", day("2027-11-04")).stage == "adoption"


def test_an_adoption_whose_session_is_not_known_is_not_waited_for_for_ever() -> None:
    early, late = datetime.date(2027, 11, 20), datetime.date(2028, 8, 13)
    assert upr_position(world.edition(), "CCC", early).stage == "adoption"
    assert upr_position(world.edition(), "CCC", late).stage == "follow-up"


def test_the_states_of_a_region_that_come_next() -> None:
    african = next_in_regions(shipped.edition(), [Region.AFRICAN], day("2026-11-27"))
    assert [position.country for position in african] == ["SDN", "SSD", "TGO", "UGA", "ZWE"]
    assert {position.session for position in african} == {54}


@given(st.sampled_from(Region), DAYS)
def test_of_a_region_at_most_five_are_named_by_date_and_none_that_may_be_over(
    region: Region, on: datetime.date
) -> None:
    edition = shipped.edition()
    found = next_in_regions(edition, [region], on)
    assert len(found) <= 5
    assert [position.next_review.first for position in found] == sorted(
        position.next_review.first for position in found
    )
    assert {edition.states[position.country].regional_group for position in found} <= {region}
    assert not any(position.begun for position in found)


@pytest.mark.parametrize(
    ("on", "number"),
    [
        ("2026-09-06", 63),
        ("2026-09-07", 63),
        ("2026-10-31", 63),
        ("2026-11-01", 64),
        ("2027-02-22", 64),
        ("2027-04-02", 64),
        ("2027-04-03", 65),
    ],
)
def test_a_council_session_counts_until_it_is_over(on: str, number: int) -> None:
    session = next_council_session(world.edition(), day(on))
    assert session is not None
    assert session.number == number


def test_the_session_that_follows() -> None:
    edition = world.edition()
    first = next_council_session(edition, world.DAY)
    after = next_council_session(edition, world.DAY, after=first)
    assert after is not None
    assert after.number == 65
    assert next_council_session(edition, world.DAY, after=after) is None
