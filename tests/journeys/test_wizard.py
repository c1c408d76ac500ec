"""From the first page to the advice, on a phone, in a real browser: once with scripts and once without."""

import gzip
import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.support.browser import Axe


@pytest.fixture
def site(live_server, edition) -> str:
    return live_server.url


@pytest.fixture(params=["with scripts", "without scripts"])
def visitor(request, site) -> Page:
    page = request.getfixturevalue("phone" if request.param == "with scripts" else "phone_js_off")
    page.goto(site)
    return page


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def at(page: Page, path: str) -> None:
    """Wait for a page of the wizard: its address, its heading, and nothing wider than the screen."""
    page.wait_for_url(lambda url: urlsplit(url).path == path)
    expect(page.locator("main h1")).to_be_visible()
    assert urlsplit(page.url).query == ""


def choose(page: Page, search: str, typed: str, name: str) -> None:
    """Find and tick an entry of a long list, with the button where no script filters."""
    page.get_by_label(search).fill(typed)
    button = page.get_by_role("button", name="Find", exact=True)
    if button.count():
        button.first.click()
    page.get_by_label(name, exact=True).check()


def test_from_home_to_the_advice(visitor: Page):
    page = visitor
    page.get_by_role("link", name="Start", exact=True).click()
    at(page, "/start/")
    press(page, "Start")
    at(page, "/questions/danger/")
    page.get_by_label("No", exact=True).check()
    press(page, "Continue")
    at(page, "/questions/places/")
    choose(page, "Find a State", "cote d'iv", "Côte d'Ivoire")
    choose(page, "Find a State", "turkey", "Türkiye")
    press(page, "Continue")
    at(page, "/questions/themes/")
    choose(page, "Find a theme", "journalist", "Freedom of opinion and expression")
    press(page, "Continue")
    at(page, "/questions/information/")
    page.get_by_label("Cases of certain people or groups").check()
    page.get_by_label("One case").check()
    press(page, "Continue")
    at(page, "/questions/evidence/")
    page.get_by_label("At first hand").check()
    page.get_by_label("Day").fill("31")
    page.get_by_label("Month").fill("2")
    page.get_by_label("Year").fill("2027")
    press(page, "Continue")
    expect(page.locator("#error-summary")).to_be_focused()
    expect(page).to_have_title(re.compile("^Error: "))
    expect(page.get_by_label("Year")).to_have_value("2027")
    page.get_by_label("Day").fill("28")
    press(page, "Continue")
    at(page, "/questions/events/")
    press(page, "Back")
    at(page, "/questions/evidence/")
    expect(page.get_by_label("Day")).to_have_value("28")
    press(page, "Continue")
    for path in ("events", "consent", "remedies", "reprisals", "outcomes", "effort", "access"):
        at(page, f"/questions/{path}/")
        press(page, "Continue")
    at(page, "/check/")
    page.get_by_role("link", name="Change Does your organisation have ECOSOC consultative status?").click()
    at(page, "/check/change/access/")
    page.locator("#id_ecosoc_none").check()
    press(page, "Continue")
    at(page, "/check/change/sponsor/")
    page.get_by_label("Yes", exact=True).check()
    press(page, "Continue")
    at(page, "/check/")
    for words in ("Türkiye", "28 February 2027", "Not answered"):
        expect(page.get_by_text(words).first).to_be_visible()
    page.get_by_role("link", name="See the advice").first.click()
    at(page, "/advice/")
    expect(page.get_by_role("heading", name="All six routes")).to_be_visible()


def test_danger_reaches_the_urgent_steps_after_two_pages(visitor: Page):
    page = visitor
    press(page, "Someone is in danger now")
    at(page, "/questions/place-and-theme/")
    choose(page, "Find a State", "egypt", "Egypt")
    choose(page, "Find a theme", "torture", "Torture and ill-treatment")
    press(page, "Continue")
    at(page, "/urgent/")


def test_leaving_shows_an_empty_page_and_forgets_the_answers(visitor: Page, site: str):
    page = visitor
    page.goto(f"{site}/questions/information/")
    page.get_by_label("One case").check()
    press(page, "Continue")
    at(page, "/questions/evidence/")
    press(page, "Leave this site")
    page.wait_for_url("**/leave/done/")
    page.goto(f"{site}/questions/information/")
    expect(page.get_by_label("One case")).not_to_be_checked()


def test_shift_three_times_leaves(phone: Page, site: str):
    phone.goto(f"{site}/questions/danger/")
    for _ in range(3):
        phone.keyboard.press("Shift")
    phone.wait_for_url("**/leave/done/")


def test_the_browsers_own_back_shows_the_page_before(phone: Page, site: str):
    phone.goto(f"{site}/questions/information/")
    phone.get_by_label("One case").check()
    press(phone, "Continue")
    at(phone, "/questions/evidence/")
    phone.go_back()
    at(phone, "/questions/information/")
    expect(phone.get_by_label("One case")).to_be_checked()
    assert phone.evaluate("localStorage.length") == 0
    assert phone.evaluate("Object.keys(sessionStorage)") == ["htmx-current-path-for-history"]


def test_after_a_swap_the_heading_has_the_focus_and_the_title_fits(phone: Page, site: str):
    phone.goto(f"{site}/questions/information/")
    press(phone, "Continue")
    expect(phone.get_by_role("heading", name="How well do you know it?")).to_be_focused()
    expect(phone).to_have_title(re.compile("^How well do you know it"))
    expect(phone.locator("#announcer")).to_contain_text("How well do you know it?")


def test_a_lost_connection_loses_nothing_typed(phone: Page, site: str):
    phone.goto(f"{site}/questions/evidence/")
    phone.get_by_label("Year").fill("2027")
    phone.context.set_offline(True)
    press(phone, "Continue")
    expect(phone.get_by_role("heading", name="That did not reach the server")).to_be_visible()
    expect(phone.get_by_label("Year")).to_have_value("2027")


def test_answers_that_stand_alone_untick_the_others(phone: Page, site: str):
    phone.goto(f"{site}/questions/outcomes/")
    phone.get_by_label("Public attention").check()
    phone.get_by_label("None of these").check()
    expect(phone.get_by_label("Public attention")).not_to_be_checked()
    phone.get_by_label("Public attention").check()
    expect(phone.get_by_label("None of these")).not_to_be_checked()


PATHS = ["/", "/safety/", "/start/", "/no-such-page", "/leave/done/", "/check/"]
KEYS = ["danger", "places", "themes", "information", "evidence", "reprisals", "outcomes", "effort", "access"]


@pytest.mark.parametrize("path", [*PATHS, *(f"/questions/{key}/" for key in KEYS)])
def test_nothing_stands_in_anybodys_way(phone: Page, site: str, axe: Axe, path: str):
    phone.goto(f"{site}{path}")
    assert axe(phone) == []
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_pages_on_cases_stand_in_nobodys_way(phone: Page, site: str, axe: Axe):
    def look(path: str) -> None:
        phone.goto(f"{site}{path}")
        assert urlsplit(phone.url).path == path
        assert axe(phone) == []

    phone.goto(site)
    press(phone, "Someone is in danger now")
    for key in ("place-and-theme", "events", "consent"):
        look(f"/questions/{key}/")
    look("/questions/remedies/")
    phone.locator("#id_remedies_exhausted").check()
    press(phone, "Continue")
    at(phone, "/questions/final-decision/")
    look("/questions/final-decision/")
    look("/questions/access/")
    phone.locator("#id_ecosoc_none").check()
    press(phone, "Continue")
    at(phone, "/questions/sponsor/")
    look("/questions/sponsor/")
    look("/questions/information/")
    phone.get_by_label("One or more themes, in one country").check()
    phone.get_by_label("A law or policy").check()
    press(phone, "Continue")
    at(phone, "/questions/evidence/")
    look("/check/")
    expect(phone.get_by_role("heading", name="Set aside")).to_be_visible()


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_a_narrow_page_reads_from_the_right_side(new_context, site: str, axe: Axe, settings, language: str):
    settings.LANGUAGES = [("ar", "Arabic"), ("en", "English"), ("fr", "French")]
    page = new_context(viewport={"width": 320, "height": 640}, locale=language).new_page()
    page.goto(f"{site}/questions/places/")
    assert page.locator("html").get_attribute("dir") == ("rtl" if language == "ar" else "ltr")
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_errors_and_search_results_stand_in_nobodys_way(phone: Page, site: str, axe: Axe):
    phone.goto(f"{site}/questions/evidence/")
    phone.get_by_label("Day").fill("1")
    press(phone, "Continue")
    expect(phone.locator("#error-summary")).to_be_visible()
    assert axe(phone) == []
    phone.get_by_role("link", name="The date must include a month.").click()
    expect(phone.get_by_label("Month")).to_be_focused()
    phone.goto(f"{site}/questions/places/")
    phone.get_by_label("Find a State").fill("congo")
    assert axe(phone) == []


def test_the_first_load_is_light(page: Page, site: str):
    sizes = []
    page.on("response", lambda response: sizes.append(len(gzip.compress(response.body()))))
    page.goto(f"{site}/questions/places/", wait_until="networkidle")
    assert sum(sizes) <= 60_000
