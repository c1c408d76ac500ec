"""Calendars and the experience of organisations on a phone, in a real browser without scripts, where the server does everything."""

import re
from pathlib import Path

import icalendar
import pytest
from django.core.cache import cache
from playwright.sync_api import Page, expect

from tests.accounts.people import organisation, person
from tests.advisor.calendars.matters import matter
from tests.advisor.experience.tellers import tell, tellers
from tests.support.browser import PHONE, Axe

from .test_accounts import NO_SCRIPTS, at, press, sign_in


@pytest.fixture
def site(live_server, transactional_db, edition, settings) -> str:
    settings.FIXED_DAY = "2026-06-01"
    cache.clear()
    return live_server.url


@pytest.fixture
def page(new_context) -> Page:
    return new_context(**PHONE, **NO_SCRIPTS, accept_downloads=True).new_page()


def test_dates_as_a_file_and_under_an_address_that_is_revoked(page: Page, site: str, axe: Axe):
    anna = person("anna@one.example")
    saved = matter(anna)
    sign_in(page, site, anna.email)
    at(page, "/saved/")
    page.goto(f"{site}/saved/{saved.pk}/")
    page.get_by_role("link", name="Put the dates into your calendar").click()
    expect(page.get_by_label("Neutral titles")).to_be_checked()
    with page.expect_download() as download:
        press(page, "Save the dates as a file")
    assert download.value.suggested_filename == "dates-2026-06-01.ics"
    events = icalendar.Calendar.from_ical(Path(download.value.path()).read_bytes()).walk("VEVENT")
    assert {str(event["summary"]).split(":")[0] for event in events} == {"Planner"}

    page.get_by_label("Neutral titles").uncheck()
    press(page, "Make a calendar address")
    at(page, "/calendar/new/")
    address = page.get_by_label("Address").input_value()
    assert page.get_by_role("link", name="Open it in a calendar program").get_attribute("href").startswith("webcal://")
    assert axe(page) == []
    read = page.request.get(address)
    assert read.status == 200
    assert "Iceland" in read.text()

    page.get_by_role("link", name="Your calendar addresses").click()
    at(page, "/calendar/")
    expect(page.get_by_text("Full titles.")).to_be_visible()
    assert axe(page) == []
    press(page, "Revoke Housing, spring")
    expect(page.get_by_text("Nobody can read this address any more.")).to_be_visible()
    assert page.request.get(address).status == 404


def test_telling_how_it_went_and_reading_how_it_went_for_others(page: Page, site: str, axe: Axe):
    anna = person("anna@one.example")
    own = organisation("River Watch", owner=anna)
    tellers(4)
    for teller in tellers(5, start=4, again="no"):
        tell(teller, again="no")
    sign_in(page, site, anna.email)
    at(page, "/saved/")
    page.goto(f"{site}/account/")
    page.get_by_role("link", name="River Watch").click()
    page.get_by_role("link", name="Tell others how a route went for you").click()
    at(page, f"/experience/{own.pk}/")
    assert axe(page) == []
    page.get_by_role("link", name=re.compile("^Tell how it went ?: Universal Periodic Review")).click()
    press(page, "Save")
    expect(page.locator("#error-summary")).to_be_visible()
    assert axe(page) == []
    page.get_by_label("Public attention").check()
    page.get_by_role("group", name="Would you use this route again?").get_by_label("Yes").check()
    page.get_by_label("Some weeks").check()
    page.get_by_label("When did you use it last?").select_option("2025")
    page.get_by_label("What should others know? (optional)").fill("Ask early.")
    press(page, "Save")
    expect(page.get_by_text("An editor has still to read the comment.")).to_be_visible()
    page.get_by_role("link", name="How it went for others").first.click()
    at(page, "/experience/")
    section = page.locator("section#upr")
    expect(section.get_by_text("At least 10 organisations have told us")).to_be_visible()
    expect(section.get_by_text("No: at least 5")).to_be_visible()
    expect(page.get_by_text("Ask early.")).to_have_count(0)
    assert axe(page) == []
