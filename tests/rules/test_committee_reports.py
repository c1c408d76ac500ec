"""What is said of a committee's dates beside the day: whose source it is, the hour, and what a sentence is told. The rest stands in
`tables/committee-reviews.csv`."""

from rules.committee_reports import actions, dates
from rules.dates import PartialDate
from rules.ground import situate
from tests.rules import sittings, world

SESSION = sittings.sitting("icescr", 90, "2027-02-15", "2027-03-05", reports="2027-01-18", time="12:00")


def situation(day=world.DAY):
    edition = sittings.with_calendar(world.edition(), [SESSION], {"AAA": (sittings.on_the_list(SESSION),)})
    return situate(world.scenario(countries=["AAA"], themes=["work"]), edition, day)


def test_a_deadline_carries_its_hour_its_clock_and_its_session():
    s = situation()
    deadline, review = dates(s, s.ground.committees)
    assert (deadline.code, deadline.time, deadline.zone) == ("tb-ngo-report", "12:00", "Europe/Zurich")
    assert deadline.params == review.params == {"treaty": "icescr", "session": 90}
    assert (review.code, review.time, review.end) == ("tb-review", None, PartialDate.parse("2027-03-05"))


def test_what_nothing_is_known_of_rests_on_the_source_of_the_route():
    s = situate(world.scenario(countries=["BBB"], themes=["work"]), world.edition(), world.DAY)
    assert {action.source for action in actions(s, s.ground.committees, "the-route")} == {"the-route"}


def test_of_what_was_held_the_sentence_is_told_when():
    s = situation(PartialDate.parse("2027-04-01").first)
    (action,) = [one for one in actions(s, s.ground.committees, "the-route") if one.treaty == "icescr"]
    assert (action.code, action.params) == ("alternative-report.held", {"last": PartialDate.parse("2027-03-05")})
