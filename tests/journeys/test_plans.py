"""A plan on a phone, in a real browser: made, assigned, checked off, with a letter and its answer; with and without scripts."""

from urllib.parse import urlsplit

import pytest
from django.core.cache import cache
from playwright.sync_api import Page, expect

from tests.accounts.people import PASSWORD, organisation, person
from tests.advisor.plans.planned import DAY, saved_for
from tests.support.browser import PHONE, Axe

NO_SCRIPTS = {"java_script_enabled": False}


@pytest.fixture
def site(live_server, transactional_db, edition, settings) -> str:
    settings.FIXED_DAY = DAY.isoformat()
    cache.clear()
    return live_server.url


@pytest.fixture(params=["with scripts", "without scripts"])
def options(request) -> dict:
    return PHONE if request.param == "with scripts" else PHONE | NO_SCRIPTS


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def sound(page: Page, axe: Axe, path: str) -> None:
    """The page is the one expected, fits the phone and can be used by everybody."""
    page.wait_for_url(lambda url: urlsplit(url).path == path)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert axe(page) == []


def signed_in(page: Page, site: str, email: str) -> None:
    page.goto(f"{site}/account/login/")
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Password").fill(PASSWORD)
    press(page, "Sign in")
    page.wait_for_url(lambda url: urlsplit(url).path == "/saved/")


def test_a_plan_from_the_advice_to_the_answer(new_context, site: str, options: dict, axe: Axe):
    anna, ben = person("anna@one.example", first_name="Anna"), person("ben@two.example", first_name="Ben")
    made = organisation(owner=anna, member=ben)
    saved = saved_for(anna, made, case="deadline-missed-togo")
    plan, log = f"/saved/{saved.pk}/plan/", f"/saved/{saved.pk}/log/"
    page = new_context(**options).new_page()
    signed_in(page, site, anna.email)

    page.goto(f"{site}/saved/{saved.pk}/")
    page.get_by_role("link", name="Make a plan").click()
    sound(page, axe, f"{plan}make/")
    page.get_by_label("Universal Periodic Review (UPR)").check()
    press(page, "See the days first")
    expect(page.get_by_role("heading", name="Days of the plan")).to_be_visible()
    sound(page, axe, f"{plan}make/")
    press(page, "Make the plan")
    sound(page, axe, plan)
    expect(page.get_by_text("Win States for your recommendations – Togo", exact=True)).to_be_visible()

    page.get_by_role("link", name="Add a task of your own").click()
    sound(page, axe, f"{plan}add/")
    press(page, "Add")
    expect(page.get_by_role("alert")).to_be_visible()
    page.get_by_label("What is to be done?").fill("Book a room")
    page.get_by_label("Who does it?").select_option("Ben")
    page.get_by_label("By when?").fill("2026-12-01")
    press(page, "Add")
    sound(page, axe, plan)
    expect(page.get_by_text("Ben does it.")).to_be_visible()
    page.get_by_role("button", name="Book a room").first.click()
    sound(page, axe, plan)

    page.get_by_role("link", name="Letters and what came of them").click()
    page.get_by_role("link", name="Note a letter").click()
    sound(page, axe, f"{log}add/")
    page.get_by_label("UN experts (special procedures)").check()
    page.get_by_label("What does it say, in short?").fill("We asked for a letter of allegation.")
    press(page, "Save")
    sound(page, axe, log)
    expect(page.get_by_text("Answer expected by 23 January 2027.")).to_be_visible()
    page.get_by_role("link", name="Say what came of it").click()
    sound(page, axe, f"{log}outcome/{saved.outcomes.get().pk}/")
    page.get_by_label("They took it up").check()
    press(page, "Save")
    sound(page, axe, log)

    page.get_by_role("link", name="Board of all plans").click()
    sound(page, axe, f"/plans/{made.pk}/")
    page.get_by_label("Whose tasks?").select_option("Nobody’s yet")
    press(page, "Show")
    expect(page.get_by_text("Book a room")).to_have_count(0)
    page.get_by_role("link", name="Timeline", exact=True).click()
    sound(page, axe, f"/plans/{made.pk}/timeline/")
    expect(page.get_by_text("Date of the advice", exact=False).first).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="Download as CSV").click()
    assert download.value.suggested_filename == "plan-2026-11-24.csv"
