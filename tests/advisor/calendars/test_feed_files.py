"""The dates as a file, of a draft and of saved advice, and what the page says about those that are in none."""

import datetime

import icalendar
import pytest

from advisor.questions import drawer
from advisor.saved import actions as saving
from mechanisms.models import UprSession
from tests.accounts.people import signed_in

from .matters import matter, publish_deadline
from .test_views import deadline, events, made

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("spring")]


def test_a_guest_takes_the_dates_of_the_draft_away(client):
    session = client.session
    told = {"countries": ["ISL"], "themes": ["housing"], "information": "themes-one-country"}
    session[drawer.KEY] = {"kind": drawer.KIND, "version": drawer.VERSION, "answers": told, "no_danger": "no"}
    session.save()
    answer = client.post("/advice/calendar/")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="dates-2026-06-01.ics"'
    assert answer.headers["Cache-Control"] == "no-store"
    first, again = events_of(answer), events_of(client.post("/advice/calendar/"))
    assert deadline(first).decoded("dtstart") == datetime.date(2026, 7, 17)
    assert [event["uid"] for event in first] == [event["uid"] for event in again]
    neutral = client.post("/advice/calendar/", {"neutral": "on"}).content.decode()
    assert "Iceland" not in neutral
    assert str(deadline(first)["uid"]) in neutral


def events_of(answer) -> list[icalendar.Event]:
    return icalendar.Calendar.from_ical(answer.content).walk("VEVENT")


def test_a_guest_s_second_file_after_a_change_of_the_facts_counts_higher(client, facts):
    session = client.session
    told = {"countries": ["ISL"], "themes": ["housing"], "information": "themes-one-country"}
    session[drawer.KEY] = {"kind": drawer.KIND, "version": drawer.VERSION, "answers": told, "no_danger": "no"}
    session.save()
    before = deadline(events_of(client.post("/advice/calendar/")))
    publish_deadline("2026-07-31")
    after = deadline(events_of(client.post("/advice/calendar/")))
    assert after["uid"] == before["uid"]
    assert after["sequence"] > before["sequence"]


def test_without_a_draft_there_are_no_dates(client):
    answer = client.post("/advice/calendar/")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/start/")
    assert client.get("/advice/calendar/").status_code == 405


def test_a_saved_advice_as_a_file_has_the_uids_of_its_addresses(anna):
    saved = matter(anna)
    answer = signed_in(anna).post(f"/saved/{saved.pk}/calendar/")
    assert {str(event["uid"]) for event in events_of(answer)} == {str(event["uid"]) for event in events(made(anna))}
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_matter_that_is_closed_can_still_be_taken_away(anna):
    saved = saving.save(draft=drawer.Draft(answers={"countries": ["ISL"]}), name="x", by=anna, status="closed")
    assert events_of(signed_in(anna).post(f"/saved/{saved.pk}/calendar/"))


def test_the_page_of_saved_advice_says_what_is_in_no_calendar(anna, facts):
    saved = matter(anna)
    publish_deadline(None)
    page = signed_in(anna).get(f"/saved/{saved.pk}/").content.decode()
    part = page[page.index('id="calendar"') :]
    assert "Not in the calendar, because no day or month is known:" in part
    assert "UPR: last day for reports by organisations – Iceland: Not published yet" in part
    assert f'action="/saved/{saved.pk}/calendar/"' in part
    assert 'formaction="/calendar/new/"' in part


def test_a_date_known_to_its_year_alone_is_said_to_be_in_no_calendar(anna, facts):
    saved = matter(anna)
    UprSession.objects.filter(number=54).update(start="2027-01-01", start_precision="year", end=None)
    publish_deadline("2026-07-31")
    page = signed_in(anna).get(f"/saved/{saved.pk}/").content.decode()
    assert "UPR: session that reviews the State – Iceland: 2027</li>" in page[page.index('id="calendar"') :]


def test_a_draft_is_offered_no_address(anna):
    saved = matter(anna)
    saving.set_status(saved=saved, status="draft", revision=saved.revision, by=anna)
    assert "/calendar/new/" not in signed_in(anna).get(f"/saved/{saved.pk}/").content.decode()
