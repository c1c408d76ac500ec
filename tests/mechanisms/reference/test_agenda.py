"""The calendar: every date says how settled it is, and what has none is said."""

import datetime

import pytest

from mechanisms.models import CallForInput, CouncilSession, Mandate, Source


def test_what_comes_next_stands_month_by_month(visit):
    ahead = visit("calendar").part("ahead")
    assert ahead.index("November 2026 tentative Reviews: session 53") < ahead.index("January 2027 to February 2027")
    assert "1 June 2027 confirmed Last day to apply for consultative status with ECOSOC in 2027" in ahead
    assert "States: Antigua and Barbuda" in ahead
    assert "24 February 2027 to 2 April 2027 tentative Council: session 64" in ahead


def test_what_is_not_published_is_not_invented(visit):
    undated = visit("calendar").part("undated")
    assert "No date not published, or not found Reviews: session 55" in undated
    assert "No date not published, or not found Last day for NGOs to send a submission: session 53" in undated
    assert "session 52" not in undated


def test_what_was(visit):
    past = visit("calendar").part("past")
    assert "4 May 2026 confirmed Reviews: session 52" in past
    assert "17 July 2026 not confirmed Last day for NGOs to send a submission: session 54" in past
    assert "1 June 2026" in past
    assert "session 50" not in past.replace("UPR session 50", "")


def test_on_another_day_other_things_lie_ahead(visit):
    ahead = visit("calendar", on="2025-06-01").part("ahead")
    assert "17 July 2025 confirmed Last day for NGOs to send a submission: session 51" in ahead
    assert "16 June 2025 to 9 July 2025 confirmed Council: session 59" in ahead
    assert "1 June 2025 confirmed Last day to apply" in ahead


def test_deadlines_of_a_session_and_calls_for_input_are_in_it(visit):
    source = Source.objects.first()
    fact = {"source": source, "checked_on": datetime.date(2026, 11, 24), "confidence": "high"}
    CouncilSession.objects.filter(number=64).update(
        written_statement_deadline=datetime.date(2027, 2, 8), deadlines_status="tentative"
    )
    CallForInput.objects.create(
        mandate=Mandate.objects.get(slug="housing"),
        title="Evictions",
        deadline=datetime.date(2027, 1, 15),
        status="confirmed",
        **fact,
    )
    page = visit("calendar").part("ahead")
    assert "8 February 2027 tentative Last day for written statements: session 64" in page
    assert "15 January 2027 confirmed Call for input: Evictions (Adequate housing)" in page
    assert "Evictions, until 15 January 2027 (confirmed)" in visit("mandate", "housing").text


@pytest.mark.parametrize("on", ["1945-01-01", "2100-12-31"])
def test_the_ends_of_time(visit, on):
    assert visit("calendar", on=on).part("ahead")
