"""A State's page: its reviews without an invented date, its treaties as they were on the day."""

import datetime

import pytest

from mechanisms.models import Treaty, TreatyStatus
from mechanisms.reference.commitments import commitment
from rules.timetable import upr_position
from tests.rules import shipped


def test_the_states_stand_in_their_groups(visit):
    page = visit("states")
    assert "African States (54)" in page.text
    assert "State of Palestine (observer State)" in page.text


def test_a_review_that_is_not_published_is_not_invented(visit):
    review = visit("state", "KEN").part("review")
    assert "Next review: not published yet. It belongs to Cycle 5" in review
    assert "No day and no deadline is known" in review
    assert (
        "Cycle 4: UPR session 49, 28 April 2025 to 9 May 2025; outcome for Council session 60 (8 September 2025)"
        in review
    )
    assert "Cycle 3: UPR session 35, 20 January 2020 to 31 January 2020" in review


@pytest.mark.parametrize(
    ("state", "day"), [("KEN", "2026-11-27"), ("PHL", "2026-11-27"), ("PHL", "2027-12-01"), ("NPL", "2028-02-01")]
)
def test_an_estimate_is_the_one_of_the_advice(visit, state, day):
    found = upr_position(shipped.edition(), state, datetime.date.fromisoformat(day))
    first, last = (f"{date.first:%B %Y}" for date in (found.next_review, found.next_end))
    review = visit("state", state, on=day).part("review")
    assert f"in UPR session {found.next_session}, between {first} and {last}" in review


def test_who_is_no_member_is_not_reviewed(visit):
    for state in ("PSE", "VAT"):
        review = visit("state", state).part("review")
        assert "Not reviewed. Only Members of the United Nations are reviewed." in review
        assert "Next review" not in review
        assert "Cycle" not in review


def test_a_review_ahead_shows_each_date_with_how_settled_it_is(visit):
    review = visit("state", "TGO").part("review")
    assert "Next review" in review
    assert "UPR session 54, Cycle 4" in review
    assert "January 2027 to February 2027 tentative" in review
    assert "Last day for submissions of NGOs 17 July 2026 not confirmed" in review
    assert "Pre-sessions Not published, or not found." in review


def test_on_an_old_day_the_review_of_then_lies_ahead(visit):
    review = visit("state", "KEN", on="2024-01-01").part("review")
    assert "28 April 2025 to 9 May 2025 confirmed" in review
    assert "Cycle 3: UPR session 35" in review
    assert "Cycle 4: UPR session 49" not in review


def test_a_review_without_a_session_is_said(visit):
    review = visit("state", "UKR").part("review")
    assert "Cycle 4: dates not known." in review
    assert "Next review: not published yet. No date and no deadline is known" in review
    assert "estimate" not in review
    assert "Cycle 5" not in review


def test_a_day_that_rests_on_little_is_not_shown_as_certain(visit):
    assert "6 May 2019 to 17 May 2019 (day not certain)" in visit("state", "PRK").part("review")


def test_before_the_facts_begin_no_review_is_taken_for_the_next(visit):
    review = visit("state", "KEN", on="2010-01-01").part("review")
    assert "Next review: not among our facts." in review
    assert "begins later, with UPR session 35 in Cycle 3." in review
    assert "20 January 2020 to 31 January 2020 confirmed" in visit("state", "KEN", on="2018-01-01").part("review")


def test_treaties_complaints_and_limits(visit):
    treaties = visit("state", "ESP").part("treaties")
    assert "Accepted, since 13 January 1998" in treaties
    assert "Petition must come within three months of the final domestic decision" in treaties
    assert "Not accepted. Party to the Protocol, no opt-in declaration under art. 11." in treaties
    kenya = visit("state", "KEN").part("treaties")
    assert "Signed, not bound, since 6 February 2007" in kenya
    assert "no procedure in force" in kenya


def test_what_had_not_happened_on_the_day_is_not_told(visit):
    treaties = visit("state", "ESP", on="1985-01-01").part("treaties")
    assert "13 January 1998" not in treaties
    assert "no act known by this day" in treaties


def test_experts_council_and_regional_bodies(visit):
    assert "situation of human rights in Belarus" in visit("state", "BLR").part("experts")
    assert "ended" in visit("state", "CIV").part("experts")
    assert "A member on this day: 1 January 2025 to 31 December 2027" in visit("state", "KEN").part("council")
    assert "To come: 1 January 2025" in visit("state", "KEN", on="2024-01-01").part("council")
    assert "European Court of Human Rights" in visit("state", "ESP").part("regional")
    assert "4 months from the final decision." in visit("state", "ESP").part("regional")


@pytest.mark.parametrize(
    ("instrument", "action", "works_from"),
    [
        ("treaty", "accession", "2020-02-14"),
        ("individual_communications", "ratification", "2020-04-15"),
        ("individual_communications", "declaration", "2020-01-15"),
        ("individual_communications", "declaration with ratification", "2020-02-14"),
    ],
)
def test_an_act_works_after_the_delay_of_its_treaty(instrument, action, works_from):
    treaty = Treaty(binding_delay_days=30, complaint_delay_months=3, in_force=datetime.date(1990, 1, 1))
    status = "party" if instrument == "treaty" else "accepted"
    row = TreatyStatus(instrument=instrument, action=action, status=status, valid_from=datetime.date(2020, 1, 15))
    assert commitment(row, treaty).works_from == datetime.date.fromisoformat(works_from)


def test_an_act_never_works_before_the_treaty(facts):
    treaty = Treaty(in_force=datetime.date(1990, 1, 1))
    row = TreatyStatus(instrument="treaty", status="party", valid_from=datetime.date(1980, 1, 1))
    found = commitment(row, treaty)
    assert (found.works(datetime.date(1989, 12, 31)), found.works(datetime.date(1990, 1, 1))) == (False, True)


@pytest.mark.parametrize("status", ["signatory", "none", "not-accepted"])
def test_other_acts_never_work(status):
    row = TreatyStatus(instrument="treaty", status=status, valid_from=datetime.date(1980, 1, 1))
    assert commitment(row, Treaty()).works_from is None


def test_a_code_in_small_letters_leads_to_the_state(client, facts):
    response = client.get("/reference/states/ken/?on=2024-01-01")
    assert response.status_code == 302
    assert response["Location"] == "/reference/states/KEN/?on=2024-01-01"
    assert client.get("/reference/states/xyz/", follow=True).status_code == 404
