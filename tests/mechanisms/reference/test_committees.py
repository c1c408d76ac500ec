"""Reviews by committees on the pages of States and treaties, and in the calendar: what is published, and where to look for the rest."""

import datetime

import pytest

from mechanisms.models import CommitteeReview, CommitteeSession, Source, State, StateReport, Treaty


@pytest.fixture
def planned(facts):
    """A session of CEDAW in 2027 at which Kenya is reviewed, with a deadline that has an hour."""
    proof = {"source": Source.objects.first(), "checked_on": datetime.date(2026, 11, 24), "confidence": "high"}
    session = CommitteeSession.objects.create(
        slug="cedaw-97",
        treaty=Treaty.objects.get(slug="cedaw"),
        number=97,
        start=datetime.date(2027, 2, 1),
        end=datetime.date(2027, 2, 19),
        dates_status="confirmed",
        report_deadline=datetime.date(2027, 1, 4),
        deadlines_status="tentative",
        **proof,
    )
    kenya = State.objects.get(iso3="KEN")
    CommitteeReview.objects.create(
        state=kenya, treaty=session.treaty, kind="review", session=session, status="confirmed", **proof
    )
    StateReport.objects.create(
        state=kenya,
        treaty=Treaty.objects.get(slug="cat"),
        document="periodic",
        number="4",
        due=datetime.date(2027, 5, 1),
        status="confirmed",
        **proof,
    )
    return session


def test_a_state_shows_what_comes_with_the_day_for_organisations(visit, planned):
    found = visit("state", "KEN").part("committees")
    assert (
        "Review of the State: session 97, 1 February 2027 to 19 February 2027 confirmed; NGOs write until 4 January 2027"
        in found
    )
    assert "Periodic report (4): due 1 May 2027 confirmed" in found
    assert "Held: review of the State, session 79, 9 February 2026 to 25 February 2026" in found


def test_where_nothing_is_known_the_page_says_where_to_look(visit):
    found = visit("state", "TUV").part("committees")
    assert "No date of a review by a committee is among our facts, and we invent none." in found
    assert "OHCHR master calendar of the treaty bodies (tbinternet.ohchr.org)" in found
    assert "UN Geneva: calendar of sessions (ungeneva.org)" in found


def test_a_list_of_issues_that_is_to_come_has_no_day(visit):
    found = visit("state", "IND").part("committees")
    assert "List of issues prior to reporting: day not published, or not found" in found
    assert "Periodic report (5-6): due, on a day that is not set or not found" in found


def test_seen_from_an_earlier_day_a_review_held_lies_ahead(visit):
    found = visit("state", "KEN", on="2026-01-15").part("committees")
    assert (
        "Review of the State: session 79, 9 February 2026 to 25 February 2026 confirmed; last day for NGOs not" in found
    )


def test_a_committee_shows_its_sessions_and_whom_it_reviews(visit, planned):
    found = visit("treaty", "cedaw").part("sessions")
    ahead, held = found.split("Sessions held")
    assert "Session 94 Days Not published, or not found." in ahead
    assert "Session 97 Days 1 February 2027 to 19 February 2027 confirmed" in ahead
    assert "Last day for reports of NGOs 4 January 2027 tentative" in ahead
    assert "Review of the State Kenya" in ahead
    assert "Session 92 Days until February 2026; the first day was not found" in held
    assert held.index("Session 92") < held.index("Session 91")


def test_a_protocol_has_no_sessions_of_its_own(visit):
    assert 'id="sessions"' not in visit("treaty", "opcat").markup


def test_the_calendar_names_sessions_deadlines_and_reports(visit, planned):
    page = visit("calendar")
    ahead = page.part("ahead")
    name = "Committee on the Elimination of Discrimination against Women"
    assert f"1 February 2027 to 19 February 2027 confirmed {name}: session 97" in ahead
    assert f"4 January 2027 tentative Last day for reports of NGOs: {name}: session 97" in ahead
    assert "1 May 2027 confirmed Due from the State: periodic report to the Committee against Torture" in ahead
    assert f"February 2026 as its source gives it {name}: last day of session 92" in page.part("past")
    assert f"{name}: session 94" in page.part("undated")


def test_a_session_that_came_before_one_held_is_not_waited_for(visit, planned):
    proof = {"source": Source.objects.first(), "checked_on": datetime.date(2026, 11, 24), "confidence": "high"}
    CommitteeSession.objects.create(
        slug="cedaw-90", treaty=planned.treaty, number=90, dates_status="unknown", deadlines_status="unknown", **proof
    )
    assert "session 90" not in visit("calendar").part("undated")
