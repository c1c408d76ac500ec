"""Keeping answers under a code and going on elsewhere, on two phones, in a browser without scripts, where the server does everything."""

import re
from urllib.parse import urlsplit

import pytest
from django.core.cache import cache
from playwright.sync_api import Page, expect

from tests.support.addresses import page_of
from tests.support.browser import PHONE, Axe


@pytest.fixture
def site(live_server, edition) -> str:
    cache.clear()
    return live_server.url


@pytest.fixture
def options() -> dict:
    return PHONE | {"java_script_enabled": False}


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def at(page: Page, path: str) -> None:
    page.wait_for_url(lambda url: page_of(url) == path)
    assert re.fullmatch(r"(answer=\w{12})?", urlsplit(page.url).query), "no answer of anybody's"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_answers_are_kept_on_one_phone_and_go_on_on_another(new_context, site: str, options: dict, axe: Axe):
    here, there = new_context(**options).new_page(), new_context(**options).new_page()
    here.goto(f"{site}/questions/places/")
    press(here, "Continue")
    at(here, "/questions/themes/")
    here.goto(f"{site}/check/")
    here.get_by_role("link", name="Keep it under a code").click()
    at(here, "/later/")
    assert axe(here) == []
    here.get_by_label("30 days").first.check()
    press(here, "Keep my answers and show me the code")
    expect(here.get_by_role("heading", name="Your code", exact=True)).to_be_visible()
    at(here, "/later/")
    assert axe(here) == []
    words = here.locator(".code-words span").all_inner_texts()

    there.goto(f"{site}/start/")
    there.get_by_text("Go on with a code", exact=True).click()
    there.get_by_label("Your code").fill("acid acorn acre acts afar")
    press(there, "Go on with this code")
    at(there, "/code/")
    expect(there.locator("#error-summary")).to_be_visible()
    expect(there).to_have_title(re.compile("^Error: "))
    assert axe(there) == []
    there.get_by_label("Your code").fill(", ".join(words).title())
    press(there, "Go on with this code")
    at(there, "/questions/themes/")
    expect(there.get_by_text("They are kept under your code until")).to_be_visible()

    there.goto(f"{site}/check/")
    there.get_by_role("link", name="Keep it as it is now").click()
    at(there, "/later/")
    there.locator("#id_own-code").fill(" ".join(words))
    press(there, "Replace what my code holds")
    at(there, "/check/")

    there.get_by_role("link", name="Keep it longer, change the code, or delete it").click()
    at(there, "/code/change/")
    assert axe(there) == []
    there.get_by_label("Your code").fill(" ".join(words))
    there.get_by_label("Delete the answers now").check()
    press(there, "Do it")
    expect(there.get_by_text("The code no longer works.")).to_be_visible()
