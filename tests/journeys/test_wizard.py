"""From the first page to the advice, on a phone, in a real browser: once with scripts and once without."""

import re
from functools import partial
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Route, expect

from advisor.editions import store
from mechanisms.names.states import find_states
from tests.mechanisms.names.truth import FIRST, TOGETHER
from tests.support.addresses import page_of
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
    page.wait_for_url(lambda url: page_of(url) == path)
    expect(page.locator("main h1")).to_be_visible()
    assert re.fullmatch(r"(answer=\w{12})?", urlsplit(page.url).query), "no answer of anybody's"


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
    press(page, "No, start")
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
    page.get_by_label("At first hand").check()
    press(page, "Continue")
    at(page, "/questions/events/")
    page.get_by_label("It is over").check()
    page.get_by_label("Someone else, none of these").check()
    press(page, "Continue")
    at(page, "/questions/dates/")
    began = page.get_by_role("group", name="When did it begin?")
    began.get_by_label("Date").fill("31/2/2025")
    press(page, "Continue")
    expect(page.locator("#error-summary")).to_be_focused()
    expect(page).to_have_title(re.compile("^Error: "))
    expect(began.get_by_label("Date")).to_have_value("31/2/2025")
    began.get_by_label("Date").fill("28.2.2025")
    press(page, "Continue")
    at(page, "/questions/consent/")
    press(page, "Back")
    at(page, "/questions/dates/")
    expect(began.get_by_label("Date")).to_have_value("28 February 2025")
    press(page, "Continue")
    for path in ("consent", "remedies"):
        at(page, f"/questions/{path}/")
        press(page, "Continue")
    while page_of(page.url) != "/check/":
        before = page.url
        press(page, "Continue")
        page.wait_for_url(lambda url, before=before: url != before)
    at(page, "/check/")
    page.get_by_role("link", name="Change Does your organisation have ECOSOC consultative status?").click()
    at(page, "/check/change/access/")
    page.get_by_label("No, but a partner who has it would bring us in").check()
    press(page, "Continue")
    page.wait_for_url(lambda url: page_of(url) != "/check/change/access/")
    page.goto(f"{page.url.split('/check/')[0]}/check/")
    for words in ("Türkiye", "28 February 2025", "Not answered", "No, but a partner who has it would bring us in"):
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


def test_what_makes_no_difference_can_be_answered_from_the_check_page(visitor: Page, site: str):
    page = visitor
    page.goto(f"{site}/questions/information/")
    page.get_by_label("Cases of certain people or groups").check()
    press(page, "Continue")
    at(page, "/questions/events/")
    page.goto(f"{site}/check/")
    expect(page.get_by_role("heading", name="Makes no difference here")).to_be_visible()
    page.get_by_role("link", name="Answer When did it begin?").click()
    at(page, "/check/more/dates/")
    page.get_by_label("I do not know").first.check()
    press(page, "Continue")
    at(page, "/check/")
    expect(page.get_by_role("link", name="Change When did it begin?")).to_be_visible()


def test_a_theme_is_explained_once_it_is_searched_for(phone: Page, site: str):
    phone.goto(f"{site}/questions/themes/")
    hint = phone.get_by_text("Threats to, or attacks on, people who defend rights", exact=False)
    expect(hint).to_be_hidden()
    phone.get_by_label("Find a theme").fill("defend")
    expect(hint).to_be_visible()


def test_leaving_shows_an_empty_page_and_forgets_the_answers(visitor: Page, site: str):
    page = visitor
    page.goto(f"{site}/questions/information/")
    page.get_by_label("One case").check()
    press(page, "Continue")
    at(page, "/questions/events/")
    press(page, "Leave this site")
    page.wait_for_url("**/leave/done/")
    page.goto(f"{site}/questions/information/")
    expect(page.get_by_label("One case")).not_to_be_checked()


def test_shift_three_times_leaves(phone: Page, site: str):
    phone.goto(f"{site}/questions/places/")
    for _ in range(3):
        phone.keyboard.press("Shift")
    phone.wait_for_url("**/leave/done/")


@pytest.mark.parametrize("scripts", [True, False])
def test_after_leaving_back_shows_nothing_of_ours(new_context, site: str, scripts: bool):
    page = new_context(java_script_enabled=scripts).new_page()
    page.goto(f"{site}/reference/")
    page.goto(f"{site}/")
    page.get_by_role("link", name="Start", exact=True).click()
    press(page, "No, start")
    at(page, "/questions/places/")
    press(page, "Continue")
    at(page, "/questions/themes/")
    press(page, "Leave this site")
    page.wait_for_url("**/leave/done/")
    assert page.context.cookies() == []
    for _ in range(3 + scripts):
        page.go_back()
        page.wait_for_url("**/leave/done/")
        expect(page).to_have_title("Empty page")
    assert page.context.cookies() == []


def test_the_browsers_own_back_shows_the_page_before(phone: Page, site: str):
    phone.goto(f"{site}/questions/information/")
    phone.get_by_label("One case").check()
    press(phone, "Continue")
    at(phone, "/questions/events/")
    phone.go_back()
    at(phone, "/questions/information/")
    expect(phone.get_by_label("One case")).to_be_checked()
    assert phone.evaluate("localStorage.length") == 0
    assert phone.evaluate("Object.keys(sessionStorage)") == ["htmx-current-path-for-history"]


def test_after_a_swap_the_heading_has_the_focus_and_the_title_fits(phone: Page, site: str):
    phone.goto(f"{site}/questions/themes/")
    press(phone, "Continue")
    expect(phone.get_by_role("heading", name="What do you know?")).to_be_focused()
    expect(phone).to_have_title(re.compile("^What do you know"))
    expect(phone.locator("#announcer")).to_contain_text("What do you know?")


def test_a_lost_connection_loses_nothing_typed(phone: Page, site: str):
    phone.goto(f"{site}/questions/last/")
    phone.get_by_label("Date").fill("2027")
    phone.context.set_offline(True)
    press(phone, "Continue")
    expect(phone.get_by_role("heading", name="That did not reach the server")).to_be_visible()
    expect(phone.get_by_label("Date")).to_have_value("2027")


def test_who_comes_back_after_the_visit_goes_on_with_what_was_typed(phone: Page, site: str):
    phone.goto(f"{site}/questions/last/")
    phone.get_by_label("Date").fill("2027")
    phone.context.clear_cookies()
    press(phone, "Continue")
    expect(phone.get_by_role("heading", name="Your visit has ended")).to_be_visible()
    press(phone, "Go on with what you entered")
    phone.wait_for_url("**/check/change/places/")
    phone.goto(f"{site}/questions/last/")
    expect(phone.get_by_label("Date")).to_have_value("2027")


def test_back_works_after_a_fault_without_scripts(phone_js_off: Page, site: str):
    page = phone_js_off
    page.goto(f"{site}/questions/last/")
    page.get_by_label("Date").fill("31 February 2027")
    press(page, "Continue")
    expect(page.get_by_label("Date")).to_have_value("31 February 2027")
    page.get_by_role("link", name="Safety").first.click()
    page.go_back()
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.get_by_label("Date")).to_have_value("31 February 2027")


REFUSALS = [
    (404, "This page is no longer there"),
    (413, "That is too long"),
    (429, "That was too often"),
    (400, "We could not read that request"),
    (503, "It cannot be saved at the moment"),
    (500, "Something went wrong"),
]


def refuse(route: Route, *, status: int) -> None:
    route.fulfill(status=status, body="")


def test_a_refusal_says_what_happened(phone: Page, site: str):
    for status, heading in REFUSALS:
        phone.unroute_all()
        phone.goto(f"{site}/questions/last/")
        phone.route("**/questions/last/", partial(refuse, status=status))
        press(phone, "Continue")
        expect(phone.get_by_role("heading", name=heading)).to_be_visible()


def test_answers_that_stand_alone_untick_the_others(phone: Page, site: str):
    phone.goto(f"{site}/questions/outcomes/")
    phone.get_by_label("Public attention").check()
    phone.get_by_label("None of these").check()
    expect(phone.get_by_label("Public attention")).not_to_be_checked()
    phone.get_by_label("Public attention").check()
    expect(phone.get_by_label("None of these")).not_to_be_checked()


PATHS = [
    "/",
    "/safety/",
    "/accessibility/",
    "/examples/nubian-children-kenya/",
    "/start/",
    "/no-such-page",
    "/check/",
]
KEYS = ["places", "themes", "information", "outcomes", "access", "last"]


def test_nothing_stands_in_anybodys_way(phone: Page, site: str, axe: Axe):
    faults = {}
    for path in [*PATHS, *(f"/questions/{key}/" for key in KEYS), "/leave/done/"]:
        phone.goto(f"{site}{path}")
        faults[path] = axe(phone)
        if not phone.evaluate("document.documentElement.scrollWidth <= innerWidth"):
            faults[path].append("scrolls sideways")
    assert {path: found for path, found in faults.items() if found} == {}


def test_the_pages_on_cases_stand_in_nobodys_way(phone: Page, site: str, axe: Axe):
    def look(path: str) -> None:
        phone.goto(f"{site}{path}")
        assert page_of(phone.url) == path
        assert axe(phone) == []

    phone.goto(site)
    press(phone, "Someone is in danger now")
    at(phone, "/questions/place-and-theme/")
    choose(phone, "Find a State", "nepal", "Nepal")
    press(phone, "Continue")
    at(phone, "/urgent/")
    for key in ("place-and-theme", "events", "dates", "consent", "remedies"):
        look(f"/questions/{key}/")
    phone.locator("#id_remedies_under-way").check()
    press(phone, "Continue")
    at(phone, "/questions/decisions/")
    look("/questions/decisions/")
    look("/questions/information/")
    phone.get_by_label("One or more themes, in one country").check()
    phone.get_by_label("A law or policy").check()
    press(phone, "Continue")
    at(phone, "/questions/outcomes/")
    look("/questions/outcomes/")
    phone.locator("summary", has_text="Do you already have a UN route in mind?").click()
    assert axe(phone) == []
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
    phone.goto(f"{site}/questions/last/")
    phone.get_by_label("Date").fill("3/4/2027")
    press(phone, "Continue")
    expect(phone.locator("#error-summary")).to_be_visible()
    assert axe(phone) == []
    phone.get_by_role("link", name=re.compile("can be two days")).click()
    expect(phone.get_by_label("Date")).to_be_focused()
    phone.goto(f"{site}/questions/places/")
    phone.get_by_label("Find a State").fill("congo")
    assert axe(phone) == []


def test_the_search_in_the_browser_says_the_same_as_the_search_on_the_server(page: Page, site: str):
    page.goto(f"{site}/questions/places/")
    box = page.get_by_label("Find a State")
    states = {state.iso3: state.name for state in store.current().states.values()}
    for typed in (*FIRST, *TOGETHER, "zzz"):
        box.fill(typed)
        expect(page.locator("[data-entry]:not([hidden])")).to_have_count(len(find_states(typed, states)))
        shown = page.locator("[data-entry]:not([hidden]) input").evaluate_all("boxes => boxes.map((box) => box.value)")
        assert sorted(shown) == sorted(find_states(typed, states)), typed
    box.fill("niger")
    box.press("Enter")
    expect(page.get_by_label("Niger", exact=True)).to_be_checked()
    expect(page.get_by_label("Nigeria", exact=True)).not_to_be_checked()


def test_two_tabs_keep_two_matters_apart(new_context, site: str):
    context = new_context()
    one, other = context.new_page(), context.new_page()
    for page, state in ((one, "Nepal"), (other, "Kenya")):
        page.goto(f"{site}/start/")
        page.get_by_role("button", name=re.compile("^No, start")).click()
        choose(page, "Find a State", state.lower(), state)
    for page in (one, other):
        press(page, "Continue")
        at(page, "/questions/themes/")
    for page, state in ((one, "Nepal"), (other, "Kenya")):
        press(page, "Back")
        at(page, "/questions/places/")
        expect(page.get_by_label(state, exact=True)).to_be_checked()
        expect(page.locator("input[name=countries]:checked")).to_have_count(1)
    one.goto(f"{site}/start/")
    for state in ("Nepal", "Kenya"):
        expect(one.get_by_role("link", name=f"Continue: {state}")).to_be_visible()
