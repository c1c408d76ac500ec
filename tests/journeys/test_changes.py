"""What changed since somebody looked, on a phone: read, said to be seen, and found again on its own page."""

from typing import Any

from django.core.cache import cache
from playwright.sync_api import Page, expect

from advisor.saved import living
from tests.accounts.people import person
from tests.advisor.saved.living import DAY, deadline, keep, publish
from tests.support.browser import PHONE, Axe

from .test_advice import NARROWEST, no_sideways_scroll
from .test_saved import NO_SCRIPTS, at, follow, press, sign_in

HEADING = "What changed since you looked"


def test_a_moved_deadline_is_read_and_put_away(
    new_context: Any, live_server: Any, edition: str, settings: Any, axe: Axe
) -> None:
    settings.FIXED_DAY = DAY.isoformat()
    cache.clear()
    saved = keep(person("anna@one.example"))
    living.run_due()
    publish(deadline("2026-07-22"))
    living.run_due()

    page: Page = new_context(**PHONE, **NO_SCRIPTS).new_page()
    sign_in(page, live_server.url, "anna@one.example", f"/saved/{saved.pk}/")
    expect(page.get_by_role("heading", name=HEADING)).to_be_visible()
    expect(page.get_by_text("before 17 July 2026")).to_be_visible()
    page.get_by_text("What was changed in the facts").click()
    expect(page.get_by_text("before 2026-07-17, now 2026-07-22")).to_be_visible()
    assert axe(page, copied=True) == []

    press(page, "I have seen this")
    at(page, f"/saved/{saved.pk}/")
    expect(page.get_by_role("heading", name=HEADING)).to_have_count(0)
    follow(page, "What changed, and why")
    at(page, f"/saved/{saved.pk}/changes/")
    expect(page.get_by_text("before 17 July 2026")).to_be_visible()
    assert axe(page) == []
    page.set_viewport_size({"width": NARROWEST, "height": 700})
    assert no_sideways_scroll(page)
