"""Saved advice on a phone, in a real browser: from a guest's answers to a plan B, with scripts and without."""

import datetime
import re
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.core.cache import cache
from django.urls import reverse
from playwright.sync_api import Page, expect

from advisor.saved import actions as saving
from advisor.saved.models import SavedAdvice
from tests.accounts.people import PASSWORD, last_code, organisation, person
from tests.advisor.saved.saved import draft, kept
from tests.support.browser import PHONE, Axe

from .test_advice import NARROWEST, no_sideways_scroll, told

NO_SCRIPTS = {"java_script_enabled": False}
PAGES = [
    "saved",
    "saved-history",
    "saved-compare",
    "saved-name",
    "saved-notes",
    "saved-keep",
    "saved-copy",
    "saved-delete",
    "saved-answers",
]


@pytest.fixture
def site(live_server: Any, edition: str, settings: Any) -> str:
    settings.FIXED_DAY = datetime.date(2026, 11, 24).isoformat()
    cache.clear()
    return live_server.url


@pytest.fixture(params=["with scripts", "without scripts"])
def options(request: pytest.FixtureRequest) -> dict[str, Any]:
    return PHONE if request.param == "with scripts" else PHONE | NO_SCRIPTS


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def follow(page: Page, name: str) -> None:
    page.get_by_role("link", name=name, exact=True).first.click()


def at(page: Page, path: str) -> None:
    page.wait_for_url(lambda url: re.fullmatch(path, urlsplit(url).path) is not None)
    assert no_sideways_scroll(page)


def sign_in(page: Page, site: str, email: str, where: str = "/saved/") -> None:
    page.goto(f"{site}/account/login/?next={where}")
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Password").fill(PASSWORD)
    press(page, "Sign in")
    at(page, where)


def test_a_guest_keeps_the_advice_and_tries_a_plan_b(new_context: Any, site: str, options: dict[str, Any]) -> None:
    page = new_context(**options).new_page()
    told(page, site, "nubian-children-kenya")
    page.goto(f"{site}/advice/")
    page.locator(".take summary", has_text="Keep").click()
    follow(page, "Save this advice")
    at(page, "/saved/new/")
    follow(page, "Create an account")
    page.get_by_label("E-mail address").fill("anna@one.example")
    page.get_by_label("New password").fill(PASSWORD)
    press(page, "Create an account")
    at(page, "/account/confirm-email/")
    page.get_by_label("Code").fill(last_code())
    press(page, "Confirm")

    at(page, "/saved/[0-9a-f-]{36}/")
    expect(page.get_by_text("Your answers came along")).to_be_visible()
    follow(page, "Rename, or share with an organisation")
    page.get_by_label("Name").fill("Identity cards")
    press(page, "Save")
    expect(page.locator(".about-line")).to_contain_text("Identity cards")
    follow(page, "Write notes")
    page.get_by_label("Notes").fill("Ask the partner in Geneva")
    press(page, "Save")
    expect(page.get_by_text("Ask the partner in Geneva")).to_be_visible()

    follow(page, "Make a copy, for a plan B")
    press(page, "Copy")
    expect(page.locator(".about-line")).to_contain_text("Identity cards, plan B")
    follow(page, "Change the answers")
    press(page, "Change the answers")
    at(page, "/check/")
    expect(page.get_by_role("heading", name="You are changing the answers of “Identity cards, plan B”")).to_be_visible()
    page.locator('a[href^="/check/change/access/"]').first.click()
    page.get_by_label("No, but a partner who has it would bring us in", exact=True).check()
    press(page, "Continue")
    at(page, "/check/")
    page.get_by_role("link", name="See the advice").first.click()
    at(page, "/advice/")
    press(page, "Save these answers")
    at(page, "/saved/[0-9a-f-]{36}/")
    expect(page.get_by_text("The answers are saved.")).to_be_visible()

    follow(page, "Compare with the one it was copied from")
    at(page, "/saved/[0-9a-f-]{36}/compare/[0-9a-f-]{36}/")
    row = (
        page.get_by_role("row", name=re.compile("^How well it fits")).filter(has_text="Not open as things stand").first
    )
    expect(row).to_be_visible()

    follow(page, "Identity cards")
    press(page, "Submitted")
    expect(page.get_by_role("button", name="Submitted")).to_have_attribute("aria-pressed", "true")
    page.goto(f"{site}/saved/")
    expect(page.get_by_text("Submitted", exact=True)).to_have_count(2)
    follow(page, "Identity cards, plan B")
    follow(page, "Delete")
    press(page, "Delete it now")
    at(page, "/saved/")
    expect(page.get_by_role("heading", level=3)).to_have_count(1)
    assert SavedAdvice.objects.get().name == "Identity cards"


def test_two_people_write_notes_at_once(new_context: Any, site: str, options: dict[str, Any]) -> None:
    anna, ben = person("anna@one.example"), person("ben@two.example")
    saved = kept(anna, organisation=organisation(owner=anna, member=ben))
    where = reverse("advisor:saved-notes", args=[saved.pk])
    pages = {}
    for name, email in (("anna", anna.email), ("ben", ben.email)):
        pages[name] = new_context(**options).new_page()
        sign_in(pages[name], site, email, where)
        pages[name].get_by_label("Notes").fill(f"Written by {name}")
    press(pages["anna"], "Save")
    press(pages["ben"], "Save")
    expect(pages["ben"].locator("#error-summary")).to_be_focused()
    expect(pages["ben"].get_by_label("Notes")).to_have_value("Written by anna\n\nWritten by ben")
    press(pages["ben"], "Save")
    pages["anna"].reload()
    expect(pages["anna"].locator(".notes")).to_contain_text("Written by ben")


def test_every_page_stands_in_nobodys_way(phone: Page, site: str, axe: Axe) -> None:
    anna = person("anna@one.example")
    sign_in(phone, site, anna.email)
    assert axe(phone) == []
    saved = kept(anna, case="defender-tortured-in-custody", organisation=organisation(owner=anna), notes="Ours")
    made = saving.copy(saved=saved, name="Plan B", by=anna, draft=draft("cerd-clock-running"))
    paths = ["/saved/", *(reverse(f"advisor:{name}", args=[saved.pk]) for name in PAGES)]
    paths += [f"/saved/{saved.pk}/history/1/", f"/saved/{saved.pk}/compare/{made.pk}/", f"/saved/{made.pk}/"]
    for path in paths:
        phone.goto(f"{site}{path}")
        at(phone, path)
        assert axe(phone) == [], path
        phone.set_viewport_size({"width": NARROWEST, "height": 640})
        assert no_sideways_scroll(phone), path
        phone.set_viewport_size(PHONE["viewport"])


def test_what_was_overtaken_stands_in_nobodys_way(phone: Page, site: str, axe: Axe) -> None:
    anna = person("anna@one.example")
    sign_in(phone, site, anna.email)
    saved = kept(anna)
    phone.goto(f"{site}/saved/{saved.pk}/answers/")
    press(phone, "Change the answers")
    at(phone, "/check/")
    assert axe(phone) == []
    saving.change_answers(saved=saved, draft=draft(effort="months"), revision=1, by=anna)
    press(phone, "Save these answers")
    expect(phone.locator("#error-summary")).to_be_focused()
    assert axe(phone) == []
    phone.set_viewport_size({"width": NARROWEST, "height": 640})
    assert no_sideways_scroll(phone)
    press(phone, "Leave what is saved, drop mine")
    at(phone, f"/saved/{saved.pk}/")
