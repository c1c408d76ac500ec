"""Where a State stands before a committee. What is to be done follows in `tables/committee-reviews.csv`."""

import datetime

import pytest

from rules.committee_calendar import Appointment, committee_position
from rules.dates import PartialDate
from rules.facts.committees import StateReport
from rules.facts.edition import Edition
from rules.vocabulary import DateStatus
from tests.rules import sittings, world

SPRING = sittings.sitting("cat", 90, "2027-04-12", "2027-04-30", reports="2027-03-15", lists="2027-02-01", time="23:59")
AUTUMN = sittings.sitting("cat", 91, "2027-11-08", "2027-11-26")
DAY = world.DAY


def edition(*reviews, owed=()) -> Edition:
    return sittings.with_calendar(world.edition(), (SPRING, AUTUMN), {"AAA": reviews}, {"AAA": owed})


def test_the_next_review_is_the_first_that_is_not_over():
    spring, autumn = sittings.on_the_list(SPRING), sittings.on_the_list(AUTUMN)
    unplaced = sittings.on_the_list(None, treaty="cat")
    one = edition(unplaced, autumn, spring)
    assert committee_position(one, "AAA", "cat", DAY).review == Appointment(spring, SPRING)
    after = committee_position(one, "AAA", "cat", datetime.date(2027, 5, 1))
    assert (after.review, after.held) == (Appointment(autumn, AUTUMN), Appointment(spring, SPRING))
    last = committee_position(one, "AAA", "cat", datetime.date(2027, 12, 1))
    assert (last.review, last.held) == (Appointment(unplaced, None), Appointment(autumn, AUTUMN))


def test_other_committees_and_other_states_are_not_looked_at():
    one = edition(sittings.on_the_list(SPRING))
    assert committee_position(one, "AAA", "ced", DAY).review is None
    assert committee_position(one, "BBB", "cat", DAY).review is None


def test_a_list_of_issues_counts_until_the_review_that_follows_it():
    listed, reviewed = sittings.on_the_list(SPRING, "list-of-issues"), sittings.on_the_list(AUTUMN)
    one = edition(listed, reviewed)
    assert committee_position(one, "AAA", "cat", datetime.date(2027, 6, 1)).listed == Appointment(listed, SPRING)
    assert committee_position(one, "AAA", "cat", datetime.date(2027, 12, 1)).listed is None


@pytest.mark.parametrize(
    ("kind", "deadline", "hour"),
    [
        ("review", "2027-03-15", ("23:59", "Europe/Zurich")),
        ("follow-up", "2027-03-15", ("23:59", "Europe/Zurich")),
        ("list-of-issues", "2027-02-01", ("", "")),
        ("list-of-issues-prior", "2027-02-01", ("", "")),
    ],
)
def test_a_review_and_a_list_of_issues_have_days_of_their_own(kind, deadline, hour):
    one = Appointment(sittings.on_the_list(SPRING, kind), SPRING)
    assert (str(one.deadline), one.hour) == (deadline, hour)


@pytest.mark.parametrize(
    ("start", "end", "day", "until"),
    [
        ("2027-04-12", "2027-04-30", "", "2027-04-30"),
        ("2027-04-12", "", "", "2027-05-03"),
        ("2027-04", "", "", "2027-04-30"),
        ("", "2027-04", "", "2027-04-30"),
        ("2027-04-12", "2027-04-30", "2027-04-15", "2027-04-15"),
        ("", "", "", "None"),
    ],
)
def test_until_when_it_can_take_place(start, end, day, until):
    session = sittings.sitting("cat", 90, start, end)
    assert str(Appointment(sittings.on_the_list(session, day=day), session).until) == until


@pytest.mark.parametrize(
    ("session", "confidence", "day", "status"),
    [
        (SPRING, "high", DAY, "confirmed"),
        (SPRING, "medium", DAY, "tentative"),
        (sittings.sitting("cat", 90, "2027-04-12", status="tentative"), "high", DAY, "tentative"),
        (sittings.sitting("cat", 90, "2027-04"), "high", DAY, "confirmed"),
        (sittings.sitting("cat", 90, "2027-04"), "high", datetime.date(2027, 4, 2), "tentative"),
        (sittings.sitting("cat", 90), "high", DAY, "unknown"),
    ],
)
def test_a_date_is_no_surer_than_its_session_and_the_states_place(session, confidence, day, status):
    assert Appointment(sittings.on_the_list(session, confidence=confidence), session).status(day) == status


def test_the_report_that_is_owed_is_the_next_one():
    def report(document: str, due: str) -> StateReport:
        return StateReport("cat", document, "", PartialDate.parse(due), DateStatus.CONFIRMED, "src", "2026-02-03")

    owed = (report("periodic", "2030-01-01"), report("follow-up", "2027-04"), report("initial", "2020-01-01"))
    found = committee_position(edition(owed=owed), "AAA", "cat", datetime.date(2027, 4, 30)).report
    assert found == owed[1]
    assert committee_position(edition(owed=owed), "AAA", "cat", datetime.date(2031, 1, 1)).report is None
