"""Two people who have never seen the admin: one adds a deadline and has it compared, the other approves and publishes; then back."""

import json
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.db.models import Q
from playwright.sync_api import Page, expect

from accounts.models import User
from advisor.publishing import runs

PASSWORD = "a long enough password"


@pytest.fixture
def site(live_server: Any, facts: str, settings: Any) -> str:
    """The portal with all facts, an editor and an approver."""
    settings.FIXED_DAY = "2026-05-01"
    facts_rights = Permission.objects.filter(content_type__app_label="mechanisms").exclude(
        codename__startswith="delete"
    )
    lab = Q(content_type__app_label="advisor", codename__in=["add_proposal", "view_proposal"])
    publish = Q(codename__in=["view_proposal", "approve_edition", "publish_edition"])
    ana = User.objects.create_user("ana", password=PASSWORD, is_staff=True)
    ana.user_permissions.set([*facts_rights, *Permission.objects.filter(lab)])
    ben = User.objects.create_user("ben", password=PASSWORD, is_staff=True)
    ben.user_permissions.set(Permission.objects.filter(publish))
    return str(live_server.url)


def _sign_in(page: Page, site: str, name: str) -> None:
    page.context.clear_cookies()
    page.goto(f"{site}/admin/")
    page.get_by_label("E-mail address or name").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()


def _deadline(page: Page, site: str) -> str:
    """The deadline for Myanmar's review in the advice that anybody gets."""
    answers = {"scenario": {"countries": ["MMR"], "themes": ["torture"]}}
    advice = page.request.post(
        f"{site}/api/v1/advice", data=json.dumps(answers), headers={"Content-Type": "application/json"}
    )
    assert advice.ok, advice.text()
    routes = advice.json()["routes"]
    dates = next(route["dates"] for route in routes if route["route"] == "upr")
    return str(next(date["date"] for date in dates if date["code"] == "upr-stakeholder-deadline"))


def test_a_deadline_from_the_table_to_everybodys_advice_and_back(page: Page, site: str, axe: Any) -> None:
    assert _deadline(page, site) == "2026-07-17"
    _sign_in(page, site, "ana")
    page.get_by_role("link", name="UPR sessions", exact=True).first.click()
    page.locator("#searchbar").fill("myanmar")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name="54", exact=True).click()
    page.get_by_label("Checked on").fill("2026-05-01")
    page.get_by_label("Deadline for NGOs", exact=False).first.fill("2026-07-22")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_role("link", name="Home").click()
    page.get_by_role("link", name="Rule lab: compare and publish").first.click()
    page.get_by_role("link", name="Waiting for publication").click()
    expect(page.get_by_text("deadline for NGOs: 2026-07-17 → 2026-07-22")).to_be_visible()
    page.get_by_label("What did you change, and why?").fill("The UN moved the deadline for session 54")
    page.get_by_role("button", name="Compare").click()
    expect(page.get_by_text("Waiting for its turn")).to_be_visible()
    while runs.run_due():
        pass
    expect(page.get_by_text("A second person has to approve it")).to_be_visible()
    assert axe(page, copied=True) == []
    address = page.url

    _sign_in(page, site, "ben")
    page.goto(address)
    page.get_by_role("button", name="Approve").click()
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_text("All advice is given on it from now on")).to_be_visible()
    assert _deadline(page, site) == "2026-07-22"

    page.get_by_role("link", name="Rule lab: compare and publish").first.click()
    page.get_by_role("link", name="What was published").click()
    page.get_by_role("link", name="Go back to this").click()
    page.get_by_label("What did you change, and why?").fill("The first day was right")
    page.get_by_role("button", name="Go back to this edition").click()
    expect(page.locator("#content tbody tr").first).to_contain_text("Published now")
    assert axe(page, copied=True) == []
    assert _deadline(page, site) == "2026-07-17"
