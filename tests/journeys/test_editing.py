"""An editor at work in a real browser: finds a State's session, adds its deadline, undoes it; with the site's policy in force."""

from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, Permission
from playwright.sync_api import Page, expect

from accounts.models import User
from mechanisms.models import CouncilMembership, UprReview, UprSession

PASSWORD = "a long enough password"
FACTS = Path(settings.BASE_DIR) / "fixtures" / "facts"


@pytest.fixture
def site(live_server: Any, facts: str) -> str:
    """The portal with all facts, and an editor who has never seen the admin."""
    editor = User.objects.create_user("ana", password=PASSWORD, is_staff=True, first_name="Ana")
    rights = Permission.objects.filter(content_type__app_label="mechanisms")
    editor.user_permissions.set(rights.exclude(codename__startswith="delete"))
    return str(live_server.url)


@pytest.fixture
def desk(site: str, page: Page) -> Page:
    """Signed in, at the first page."""
    page.goto(f"{site}/admin/")
    page.get_by_label("E-mail address or name").fill("ana")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    return page


def test_a_deadline_for_a_state_from_the_first_page_to_the_history_and_back(desk: Page) -> None:
    session = UprReview.objects.get(state__iso3="MMR", cycle__number=4).session
    assert session is not None
    desk.get_by_role("link", name="UPR sessions", exact=True).first.click()
    desk.locator("#searchbar").fill("MYANMAR")
    desk.get_by_role("button", name="Search").click()
    desk.get_by_role("link", name=str(session.number), exact=True).click()
    desk.get_by_label("Checked on").fill("2026-11-24")
    desk.get_by_label("Deadline for NGOs", exact=False).first.fill("2026-07-20")
    desk.get_by_label("Status of the deadline for NGOs").select_option("confirmed")
    desk.get_by_role("button", name="Save", exact=True).click()
    expect(desk.get_by_text("was changed successfully")).to_be_visible()
    session.refresh_from_db()
    assert (str(session.stakeholder_deadline), session.stakeholder_deadline_status) == ("2026-07-20", "confirmed")

    desk.get_by_role("link", name=str(session.number), exact=True).click()
    desk.get_by_role("link", name="History", exact=True).click()
    expect(desk.get_by_role("heading", name="Ana · changed")).to_be_visible()
    desk.get_by_role("link", name="Restore this version").last.click()
    desk.get_by_role("button", name="Restore this version").click()
    expect(desk.get_by_text("The earlier version is the current one again.")).to_be_visible()
    session.refresh_from_db()
    assert str(session.stakeholder_deadline) == "2026-07-17"


def test_an_overlap_leads_to_the_row_in_the_way(desk: Page, site: str) -> None:
    term = CouncilMembership.objects.select_related("state").order_by("-valid_from").first()
    assert term is not None
    desk.goto(f"{site}/admin/mechanisms/councilmembership/add/")
    for field, words in (("source", term.source.title), ("state", term.state.name)):
        desk.locator(f".field-{field} .select2-selection").click()
        desk.locator(".select2-search__field").fill(words.upper())
        desk.locator(".select2-results__option", has_text=words).first.click()
    desk.get_by_label("Confidence").select_option("high")
    desk.get_by_label("Elected for").select_option(term.regional_group)
    desk.get_by_label("From", exact=False).first.fill(str(term.valid_from.year))
    desk.get_by_role("button", name="Save", exact=True).click()
    desk.locator(".errorlist").get_by_role("link", name=term.state.name).click()
    expect(desk).to_have_url(f"{site}/admin/mechanisms/councilmembership/{term.pk}/change/")


def test_the_second_of_two_editors_is_told(desk: Page, site: str) -> None:
    session = UprSession.objects.get(number=55)
    desk.goto(f"{site}/admin/mechanisms/uprsession/{session.pk}/change/")
    session.note = "Written meanwhile."
    session.save()
    desk.get_by_label("Note").fill("My own.")
    desk.get_by_role("button", name="Save", exact=True).click()
    expect(desk.get_by_text("You entered “My own.”, which is still in the form.")).to_be_visible()
    expect(desk.get_by_label("Note")).to_have_value("My own.")
    assert UprSession.objects.get(number=55).note == "Written meanwhile."


def test_pages_with_forms_lists_and_files_keep_to_the_policy(desk: Page, site: str) -> None:
    facts = f"{site}/admin/mechanisms"
    desk.goto(f"{facts}/treatystatus/?recheck=due")
    desk.get_by_label("State", exact=True).select_option(label="Togo")
    desk.locator(".box-filter").first.get_by_role("button", name="Show").click()
    expect(desk.locator("#result_list tbody tr").first).to_contain_text("Togo")
    desk.locator("#action-toggle").check()
    desk.get_by_label("Action:").select_option("mark_as_checked")
    desk.get_by_role("button", name="Go").click()
    expect(desk.get_by_role("heading", name="Have you read the source today?")).to_be_visible()
    desk.goto(f"{facts}/mandate/add/")
    desk.get_by_role("button", name="Add another Mandate holder").click()
    desk.goto(f"{facts}/theme/import/")
    desk.get_by_label("File:").set_input_files(FACTS / "themes.csv")
    desk.get_by_role("button", name="Show what would change").click()
    expect(desk.get_by_text("There is nothing to write.")).to_be_visible()
    for page in (
        "theme/export/",
        "recheckinterval/due/",
        "treatystatus/depositary/",
        "callforinput/",
        "mandate/deleted/",
    ):
        desk.goto(f"{facts}/{page}")


def test_a_flood_is_refused_in_words_and_not_by_a_broken_connection(desk: Page, site: str, tmp_path: Path) -> None:
    flood = tmp_path / "states.csv"
    flood.write_bytes(b"iso3,name\n" * 5_000_000)
    desk.goto(f"{site}/admin/mechanisms/state/import/")
    desk.get_by_label("File:").set_input_files(flood)
    desk.get_by_role("button", name="Show what would change").click()
    expect(desk.get_by_text("The file is larger than 5 MB")).to_be_visible()


def test_an_expert_case_without_typing_a_code(desk: Page, site: str) -> None:
    ana = User.objects.get(username="ana")
    ana.user_permissions.clear()
    ana.groups.add(Group.objects.get(name="editor"))
    desk.goto(f"{site}/admin/")
    desk.get_by_role("link", name="Expert cases", exact=True).first.click()
    desk.get_by_role("link", name="Add expert case").click()
    desk.get_by_label("Name:", exact=True).press_sequentially("Prisons in Togo")
    expect(desk.get_by_label("Short name")).to_have_value("prisons-in-togo")
    desk.get_by_label("Why").fill("The review is weeks away.")
    desk.get_by_label("Day").fill("2026-11-24")
    desk.get_by_role("button", name="Save", exact=True).click()
    desk.get_by_role("button", name="Open the questionnaire").click()
    desk.get_by_role("searchbox").first.fill("togo")
    desk.get_by_label("Togo", exact=True).check()
    desk.get_by_role("button", name="Continue").click()
    desk.goto(f"{site}/check/")
    desk.get_by_role("link", name="Back to the expert case").click()
    desk.get_by_role("button", name="Take the answers from the questionnaire").click()
    desk.get_by_label("Time to speak with States").check()
    desk.get_by_text("Other experts").click()
    desk.get_by_label("Not among the experts: Adequate housing").check()
    desk.get_by_role("button", name="Save").click()
    expect(desk.get_by_text("On the published facts all 2 expectations hold.")).to_be_visible()
    expect(desk.get_by_text("UPR, Togo: Time to speak with States")).to_be_visible()
