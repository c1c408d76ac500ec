"""A day that passes is told only where something is over, opens or shuts; a last day that comes near is told once."""

import datetime

import pytest

from advisor.compare.days import come_near, that_matter
from advisor.compare.differences import Kind, differences

from .conftest import MYANMAR

DEADLINE = datetime.date(2026, 7, 17)
COMPLAINT = {
    "countries": ["ARG"],
    "themes": ["racism"],
    "information": "individual-cases",
    "scale": "single-case",
    "evidence": "direct",
    "urgency": "ongoing",
    "consent": "victim",
    "identification": "open",
    "remedies": "exhausted",
    "final_decision_on": "2026-03-10",
    "elsewhere": "no",
    "ready_on": "2026-05-01",
}
"""Six months from the last decision: until 10 September 2026, or later, as a national body comes first."""


def _days(ask, content, answers, one, other):
    return [ask(content, answers, day=datetime.date.fromisoformat(day)) for day in (one, other)]


@pytest.mark.parametrize("answers", [MYANMAR, MYANMAR | {"ecosoc": "special"}, COMPLAINT])
def test_days_that_only_come_nearer_are_not_told(content, ask, answers):
    was, now = _days(ask, content, answers, "2026-05-01", "2026-05-02")
    assert that_matter(differences(was, now), was, now) == ()
    assert come_near(was, now) == ()


def test_the_last_day_itself_is_not_over(content, ask):
    was, now = _days(ask, content, MYANMAR, "2026-07-16", "2026-07-17")
    assert that_matter(differences(was, now), was, now) == ()


def test_a_deadline_that_is_gone_is_told_with_the_stage_that_follows(content, ask):
    was, now = _days(ask, content, MYANMAR, "2026-07-17", "2026-07-18")
    told = that_matter(differences(was, now), was, now)
    assert (Kind.STAGE, "MMR", "submission", "advocacy") in [(d.kind, d.about, d.before, d.after) for d in told]
    gone = [one for one in told if one.kind is Kind.DATE]
    assert ("upr-stakeholder-deadline|MMR|", "2026-07-17/unknown", "") in [(d.about, d.before, d.after) for d in gone]


def test_a_session_that_begins_is_no_news(content, ask):
    was, now = _days(ask, content, MYANMAR | {"ecosoc": "special"}, "2026-08-01", "2026-09-08")
    assert {one.about for one in differences(was, now)} >= {"council-session||64", "council-written-statement||63"}
    rest = tuple(one for one in differences(was, now) if one.kind is Kind.DATE)
    assert that_matter(rest, was, now) == ()


def test_a_published_deadline_of_the_council_is_told_where_the_route_is_open(content, ask):
    for session in content["council_sessions"]:
        if session["number"] == 63:
            session["written_deadline"] = "2026-08-24"
    for answers, told in (({"ecosoc": "special"}, True), ({"ecosoc": "none", "sponsor": "no"}, False)):
        was, now = _days(ask, content, MYANMAR | answers, "2026-08-24", "2026-08-25")
        gone = ("council-written-statement||63", "2026-08-24/confirmed", "")
        assert gone in [(one.about, one.before, one.after) for one in differences(was, now)]
        found = that_matter(differences(was, now), was, now)
        assert (gone in [(one.about, one.before, one.after) for one in found]) is told


def test_a_limit_that_is_over_shuts_a_gate(content, ask):
    """The matter is pending elsewhere: only this committee takes it even so."""
    was, now = _days(ask, content, COMPLAINT | {"elsewhere": "pending"}, "2026-09-10", "2026-09-11")
    told = that_matter(differences(was, now), was, now)
    assert ("time-limit", "pass", "fail") in [(one.about, one.before, one.after) for one in told]


def test_a_limit_that_is_over_is_told_though_another_committee_still_takes_it(content, ask):
    was, now = _days(ask, content, COMPLAINT, "2026-09-10", "2026-09-11")
    (one,) = that_matter(differences(was, now), was, now)
    assert (one.about, one.before, one.after) == ("petition-limit|ARG|cerd", "2026-09-10/tentative", "")


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("2026-08-10", "2026-08-11", True),
        ("2026-08-09", "2026-08-10", False),
        ("2026-08-11", "2026-08-12", False),
        ("2026-06-01", "2026-09-01", True),
        ("2026-06-01", "2026-09-11", False),
    ],
)
def test_a_limit_comes_near_once_thirty_days_ahead(content, ask, before, after, told):
    was, now = _days(ask, content, COMPLAINT, before, after)
    names = [(one.about, one.after) for one in come_near(was, now)]
    assert names == ([("petition-limit|ARG|cerd", "2026-09-10/tentative")] if told else [])


def test_a_deadline_of_the_review_comes_near_too(content, ask):
    was, now = _days(ask, content, MYANMAR, "2026-06-16", "2026-06-17")
    assert [one.about for one in come_near(was, now)] == ["upr-stakeholder-deadline|MMR|"]
    assert DEADLINE - now.as_of == datetime.timedelta(days=30)


def test_a_month_is_not_counted_as_a_day(content, ask):
    content["upr_sessions"]["54"]["stakeholder_deadline"] = "2026-07"
    was, now = _days(ask, content, MYANMAR, "2026-06-01", "2026-07-30")
    assert come_near(was, now) == ()


def test_a_day_that_was_not_known_before_is_new_not_near(content, ask):
    was = ask(content, MYANMAR, day=datetime.date(2026, 5, 1))
    content["upr_sessions"]["54"]["stakeholder_deadline"] = "2026-06-10"
    now = ask(content, MYANMAR, day=datetime.date(2026, 6, 1))
    assert come_near(was, now) == ()
