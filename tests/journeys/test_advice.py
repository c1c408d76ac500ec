"""Reading the advice and the urgent steps on a phone, in a real browser: with scripts and without."""

import datetime
from typing import Any

import pytest
from django.contrib.sessions.backends.db import SessionStore
from playwright.sync_api import Page, expect

from advisor.questions import drawer
from tests.advisor.advice.reading import FIRST_SCREENS
from tests.support.browser import Axe
from tests.support.cases import answers_of

NARROWEST = 320


@pytest.fixture(params=["with scripts", "without scripts"])
def visitor(request: pytest.FixtureRequest, live_server: Any, edition: str, settings: Any) -> Page:
    settings.FIXED_DAY = datetime.date(2026, 11, 24).isoformat()
    return request.getfixturevalue("phone" if request.param == "with scripts" else "phone_js_off")


MOST_SCREENS = 6


def told(page: Page, site: str, case: str) -> None:
    """Let a visitor come with the answers of a case, as the wizard would have kept them."""
    session = SessionStore()
    session[drawer.KEY] = {
        "kind": drawer.KIND,
        "version": drawer.VERSION,
        "answers": answers_of(case),
        "no_danger": "no",
    }
    session.create()
    page.context.add_cookies([{"name": "sessionid", "value": session.session_key, "url": site}])


def on_the_first_screen(page: Page, text: str) -> bool:
    box = page.get_by_text(text, exact=True).first.bounding_box()
    size = page.viewport_size
    assert box is not None
    assert size is not None
    return box["y"] + box["height"] <= size["height"]


def no_sideways_scroll(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))


def test_the_first_screen_of_a_phone_says_what_to_do_now(
    phone: Page, live_server: Any, edition: str, settings: Any, subtests: pytest.Subtests
) -> None:
    """With scripts, which add buttons to it."""
    settings.FIXED_DAY = datetime.date(2026, 11, 24).isoformat()
    for case in ("defender-tortured-in-custody", "child-rights-upr-nepal", "cerd-clock-running"):
        with subtests.test(case):
            told(phone, live_server.url, case)
            phone.goto(f"{live_server.url}/advice/")
            for part in (phone.locator(".because"), phone.locator(".now h2"), phone.locator(".essentials dt").first):
                assert on_the_first_screen(phone, part.inner_text())
            assert no_sideways_scroll(phone)


def test_an_advice_is_short_before_anything_is_opened(
    phone: Page, live_server: Any, edition: str, settings: Any
) -> None:
    settings.FIXED_DAY = datetime.date(2026, 11, 24).isoformat()
    heights = {}
    for case in FIRST_SCREENS:
        told(phone, live_server.url, case)
        phone.goto(f"{live_server.url}/advice/")
        heights[case] = phone.evaluate("document.documentElement.scrollHeight / innerHeight")
    assert {case: height for case, height in heights.items() if height > MOST_SCREENS} == {}


def test_two_pages_come_by_two_touches(visitor: Page, live_server: Any) -> None:
    told(visitor, live_server.url, "child-rights-upr-nepal")
    visitor.goto(f"{live_server.url}/advice/")
    visitor.locator(".take summary", has_text="Print").click()
    with visitor.expect_download() as download:
        visitor.get_by_role("button", name="Save as PDF").click()
    assert download.value.suggested_filename.startswith("advice-brief-")


def test_a_route_folds_out_and_a_source_is_one_touch_away(visitor: Page, live_server: Any) -> None:
    told(visitor, live_server.url, "nubian-children-kenya")
    visitor.goto(f"{live_server.url}/advice/")
    card = visitor.locator("#route-special-procedures")
    card.locator("summary").first.click()
    conditions = card.locator("details", has_text="Conditions").first
    expect(conditions.locator(".gates")).to_be_hidden()
    conditions.locator("summary").click()
    expect(conditions.locator(".gates")).to_be_visible()
    conditions.locator("a.cite").first.click()
    # Beside its number where scripts run, else in the list at the end, which opens.
    expect(visitor.locator(".source-beside, .sources li:target").locator("visible=true").first).to_be_in_viewport()


def test_who_they_are_leads_to_the_experts(visitor: Page, live_server: Any) -> None:
    told(visitor, live_server.url, "nubian-children-kenya")
    visitor.goto(f"{live_server.url}/advice/")
    visitor.locator(".now").get_by_role("link", name="Who they are").click()
    expect(visitor.get_by_text("Special Rapporteur on minority issues")).to_be_visible()


def test_an_answer_is_changed_and_the_advice_follows(visitor: Page, live_server: Any) -> None:
    told(visitor, live_server.url, "nubian-children-kenya")
    visitor.goto(f"{live_server.url}/advice/")
    expect(visitor.locator("#route-council-sessions .verdict")).to_have_text("Not open as things stand")
    visitor.locator("summary", has_text="Your answers").click()
    visitor.goto(f"{live_server.url}/check/change/access/")
    visitor.get_by_label("No, but a partner who has it would bring us in", exact=True).check()
    visitor.get_by_role("button", name="Continue", exact=True).click()
    visitor.wait_for_url("**/check/")
    visitor.get_by_role("link", name="See the advice").first.click()
    visitor.wait_for_url("**/advice/")
    expect(visitor.locator("#route-council-sessions .verdict")).not_to_have_text("Not open as things stand")


def test_the_urgent_steps_on_a_phone(visitor: Page, live_server: Any) -> None:
    told(visitor, live_server.url, "defender-tortured-in-custody")
    visitor.goto(f"{live_server.url}/advice/")
    visitor.get_by_role("link", name="Go to the urgent steps and the letter").click()
    visitor.wait_for_url("**/urgent/")
    visitor.get_by_text("A first message to copy").click()
    expect(visitor.locator("#outline")).to_be_editable(editable=False)
    assert "Country: Egypt" in visitor.locator("#outline").input_value()
    assert no_sideways_scroll(visitor)


def test_everybody_can_use_the_page(
    phone: Page, live_server: Any, edition: str, settings: Any, axe: Axe, subtests: pytest.Subtests
) -> None:
    settings.FIXED_DAY = datetime.date(2026, 11, 24).isoformat()
    for case, path in (
        ("defender-tortured-in-custody", "/advice/"),
        ("defender-tortured-in-custody", "/urgent/"),
        ("housing-in-six-states", "/advice/"),
        ("nothing-known", "/advice/"),
    ):
        with subtests.test(f"{case} {path}"):
            phone.set_viewport_size({"width": 360, "height": 740})
            told(phone, live_server.url, case)
            phone.goto(f"{live_server.url}{path}")
            assert axe(phone) == []
            phone.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
            assert axe(phone) == []
            phone.set_viewport_size({"width": NARROWEST, "height": 640})
            assert no_sideways_scroll(phone)


def test_on_paper_everything_is_unfolded(page: Page, live_server: Any, edition: str) -> None:
    told(page, live_server.url, "nubian-children-kenya")
    page.goto(f"{live_server.url}/advice/")
    page.emulate_media(media="print")
    for part in (".gates", ".reasons", ".seen"):
        expect(page.locator(f"#route-special-procedures {part}")).to_be_visible()
        assert page.locator(f"#route-special-procedures {part}").bounding_box()["height"] > 0  # type: ignore[index]
