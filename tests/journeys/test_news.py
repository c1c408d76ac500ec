"""An editor who never saw the admin: a holder is replaced, a ratification recorded, a deadline announced, a session closed."""

import datetime
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from mechanisms.models import CouncilSession, Mandate, MandateHolder, TreatyStatus, UprSession

from .test_editing import desk, site

__all__ = ["desk", "site"]

DAY = datetime.date(2026, 11, 28)


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *zone: DAY)


def choose(desk: Page, field: str, words: str) -> None:
    """In a box that searches."""
    desk.locator(f"#id_{field} + .select2 .select2-selection").click()
    desk.locator(".select2-search__field").fill(words)
    desk.locator(".select2-results__option", has_text=words).first.click()


def written(desk: Page) -> None:
    desk.get_by_role("button", name="Show what will be written").click()
    expect(desk.get_by_role("heading", name="What will be written")).to_be_visible()
    desk.get_by_role("button", name="Write this").click()
    expect(desk.get_by_text("Advice follows once it is published.")).to_be_visible()


def start(desk: Page, site: str, what: str) -> None:
    desk.goto(f"{site}/admin/")
    desk.get_by_role("link", name=what, exact=True).click()


def test_four_pieces_of_news(desk: Page, site: str) -> None:
    source = CouncilSession.objects.get(number=60).source.title

    start(desk, site, "A mandate holder changed")
    choose(desk, "mandate", "Torture")
    desk.get_by_role("button", name="Continue").click()
    desk.get_by_label("Name of the new holder").fill("Clara Example")
    desk.get_by_label("Holds it from").fill("2026-11-16")
    choose(desk, "source", source)
    written(desk)
    torture = Mandate.objects.get(slug="torture")
    assert str(torture.holders.get(name="Clara Example").valid_from) == "2026-11-16"
    assert not MandateHolder.objects.filter(mandate=torture, valid_to=None).exclude(name="Clara Example").exists()

    start(desk, site, "A State ratified")
    choose(desk, "state", "Haiti")
    desk.get_by_label("Treaty").select_option(label="CAT")
    desk.get_by_role("button", name="Continue").click()
    expect(desk.get_by_text("signed, not bound")).to_be_visible()
    desk.get_by_label("The treaty itself").select_option("ratification")
    desk.get_by_label("Deposited (or signed) on").fill("2026-11-10")
    desk.get_by_label("Individual complaints").select_option("accepted")
    desk.get_by_label("Inquiries").select_option("accepted")
    written(desk)
    now = TreatyStatus.objects.on(DAY).filter(state__iso3="HTI", treaty__slug="cat")
    assert dict(now.values_list("instrument", "status")) == {
        "treaty": "party",
        "individual_communications": "accepted",
        "inquiry": "accepted",
    }

    start(desk, site, "A deadline was announced")
    desk.get_by_label("Which date").select_option("council/64/written_statement_deadline")
    desk.get_by_label("Date:", exact=True).fill("2027-02-10")
    choose(desk, "source", source)
    written(desk)
    council: Any = CouncilSession.objects.get(number=64)
    assert (str(council.written_statement_deadline), council.deadlines_status) == ("2027-02-10", "confirmed")
    assert council.date_sources.get().source.title == source

    start(desk, site, "A session closed")
    desk.get_by_label("Session").select_option("upr/53")
    desk.get_by_role("button", name="Continue").click()
    desk.get_by_label("First day").fill("2026-11-02")
    desk.get_by_label("Last day").fill("2026-11-13")
    choose(desk, "source", source)
    written(desk)
    closed = UprSession.objects.get(number=53)
    assert (str(closed.start), str(closed.end), closed.dates_status) == ("2026-11-02", "2026-11-13", "confirmed")
