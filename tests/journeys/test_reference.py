"""The reference pages on a phone, in a real browser: with scripts and without, for everybody."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.support.browser import Axe

NARROWEST = 320
PAGES = (
    "",
    "compare/",
    "routes/upr/",
    "routes/complaint-procedure/",
    "mandates/",
    "mandates/toxics/",
    "mandates/slavery/",
    "themes/torture/",
    "states/",
    "states/ESP/",
    "states/TGO/?on=2024-01-01",
    "treaties/",
    "treaties/cerd/",
    "council/",
    "calendar/",
    "glossary/",
    "help/",
    "?on=nonsense",
)


@pytest.fixture
def site(live_server: Any, facts: str, settings: Any) -> str:
    settings.FIXED_DAY = "2026-11-24"
    return f"{live_server.url}/reference/"


@pytest.fixture(params=["with scripts", "without scripts"])
def visitor(request: pytest.FixtureRequest, site: str) -> Page:
    """A phone on the first page."""
    page: Page = request.getfixturevalue("phone" if request.param == "with scripts" else "phone_js_off")
    page.goto(site)
    return page


def no_sideways_scroll(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))


def test_everybody_can_use_the_pages(phone: Page, site: str, axe: Axe) -> None:
    for path in PAGES:
        phone.set_viewport_size({"width": 360, "height": 740})
        phone.goto(site + path)
        phone.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
        assert axe(phone) == [], path
        phone.set_viewport_size({"width": NARROWEST, "height": 640})
        assert no_sideways_scroll(phone), path


def test_on_a_wide_screen_too(page: Page, site: str, axe: Axe) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    for path in ("compare/", "states/ESP/", "treaties/", "routes/council-sessions/"):
        page.goto(site + path)
        assert axe(page) == [], path
        assert no_sideways_scroll(page), path


def test_search_leads_to_a_state_and_leaves_no_word_in_an_address(visitor: Page) -> None:
    visitor.get_by_label("Search States, mandates, treaties, themes and words").fill("cote divoire")
    visitor.get_by_role("button", name="Search", exact=True).click()
    expect(visitor.get_by_role("heading", name="Found for “cote divoire”")).to_be_visible()
    assert "divoire" not in visitor.url
    visitor.get_by_role("link", name="Côte d'Ivoire", exact=True).click()
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Côte d'Ivoire")


def test_another_day_goes_along(visitor: Page, site: str) -> None:
    visitor.get_by_text("As of 24 November 2026").click()
    visitor.get_by_label("Show what held on another day").fill("2024-01-01")
    visitor.get_by_role("button", name="Show", exact=True).click()
    expect(visitor.get_by_text("As of 1 January 2024")).to_be_visible()
    visitor.get_by_role("link", name="Mandates of experts").click()
    expect(visitor.locator("section", has=visitor.locator("#thematic"))).to_contain_text("Trafficking (until 2025)")
    visitor.get_by_text("As of 1 January 2024").click()
    visitor.get_by_role("link", name="Back to today").click()
    assert visitor.url == f"{site}mandates/"


def test_a_fact_leads_to_its_source(visitor: Page, site: str) -> None:
    visitor.goto(f"{site}routes/upr/")
    visitor.locator(".steps a.cite").first.click()
    expect(visitor.locator(".sources li:target")).to_be_in_viewport()
    expect(visitor.locator(".sources li:target")).to_contain_text("New Tactics in Human Rights")


def test_on_a_phone_each_cell_of_a_table_says_what_it_is(visitor: Page, site: str) -> None:
    visitor.goto(f"{site}compare/")
    cell = visitor.locator("#conditions ~ table tbody td").first
    label = cell.evaluate("cell => getComputedStyle(cell, '::before').content")
    assert label == '"UN experts (special procedures)"'


def test_on_paper_nothing_is_folded_away(page: Page, site: str) -> None:
    page.goto(f"{site}treaties/cat/")
    page.emulate_media(media="print")
    expect(page.locator(".as-of-form")).to_be_hidden()
    expect(page.get_by_role("link", name="Afghanistan", exact=True)).to_be_visible()
