"""Sharing saved advice with somebody who has no account, on two phones, in a browser without scripts, where the server does everything."""

from typing import Any
from urllib.parse import urlsplit

import pytest
from django.core.cache import cache
from playwright.sync_api import Page, expect

from tests.accounts.people import PASSWORD, person
from tests.advisor.saved.saved import DAY, NAME, kept
from tests.support.browser import PHONE, Axe


@pytest.fixture
def site(live_server: Any, edition: str, settings: Any) -> str:
    settings.FIXED_DAY = DAY
    cache.clear()
    return live_server.url


@pytest.fixture
def options() -> dict:
    return PHONE | {"java_script_enabled": False}


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def fits(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_link_is_made_read_and_withdrawn(new_context: Any, site: str, options: dict[str, Any], axe: Axe) -> None:
    saved = kept(person("anna@one.example"))
    anna, lawyer = new_context(**options).new_page(), new_context(**options).new_page()
    asked: list[str] = []
    lawyer.on("request", lambda request: asked.append(request.headers.get("referer", "")))
    anna.goto(f"{site}/account/login/?next=/saved/{saved.pk}/")
    anna.get_by_label("E-mail address").fill("anna@one.example")
    anna.get_by_label("Password").fill(PASSWORD)
    press(anna, "Sign in")
    anna.locator(".take summary", has_text="Share").click()
    anna.get_by_role("link", name="Make or withdraw links").click()
    expect(anna.get_by_role("heading", name="A new link")).to_be_visible()
    assert axe(anna) == []
    anna.get_by_label("Your note on this link (optional)").fill("lawyer")
    press(anna, "Make a link")
    link = anna.get_by_label("Link", exact=True).input_value()
    assert axe(anna) == []
    fits(anna)

    lawyer.goto(link)
    expect(lawyer.get_by_role("heading", level=1)).to_contain_text("fit about equally well")
    expect(lawyer.get_by_text(NAME)).to_have_count(0)
    assert axe(lawyer) == []
    fits(lawyer)
    lawyer.get_by_role("navigation", name="Main pages").get_by_role("link", name="Calendar").click()
    lawyer.wait_for_url(lambda url: urlsplit(url).path == "/reference/calendar/")
    token = urlsplit(link).path.split("/")[2]
    assert [where for where in asked if token in where] == []

    anna.get_by_role("link", name="All links").click()
    expect(anna.get_by_text("last opened on")).to_be_visible()
    anna.get_by_role("button", name="Withdraw lawyer").click()
    expect(anna.get_by_text("The link no longer works.")).to_be_visible()
    assert lawyer.goto(link).status == 404
    lawyer.locator("header").get_by_role("button", name="Leave this site").click()
    lawyer.wait_for_url(lambda url: urlsplit(url).path == "/leave/done/")
