"""Writing a draft in a real browser: with scripts (counted and saved while one types) and without."""

import datetime
import random
import re
import unicodedata
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from advisor.drafts.counting import words
from advisor.drafts.models import SubmissionDraft
from advisor.editions import store
from tests.accounts.people import person
from tests.advisor.drafts.reading import opened
from tests.advisor.drafts.test_counting import COUNTED
from tests.advisor.matters import begun, matter
from tests.advisor.test_identifying import FOUND
from tests.support.browser import PHONE, Axe

from .test_accounts import sign_in
from .test_advice import no_sideways_scroll, told

NARROWEST = 320
SOON = 15_000


@pytest.fixture
def draft(live_server: Any, edition: str, settings: Any) -> SubmissionDraft:
    settings.FIXED_DAY = datetime.date(2026, 11, 24).isoformat()
    anna = person("anna@one.example")
    saved = matter(owner=anna, case="own-status-patterns-pakistan")
    return begun(saved, store.open_edition(edition), "written-statement//", by=anna)


def open_draft(page: Page, site: str, draft: SubmissionDraft) -> Page:
    sign_in(page, site, "anna@one.example")
    page.wait_for_url("**/saved/")
    page.goto(f"{site}/saved/{draft.saved_id}/drafts/{draft.pk}/")
    return page


@pytest.fixture(params=["with scripts", "without scripts"])
def writer(request: pytest.FixtureRequest, live_server: Any, draft: SubmissionDraft) -> Page:
    page = request.getfixturevalue("phone" if request.param == "with scripts" else "phone_js_off")
    return open_draft(page, live_server.url, draft)


@pytest.fixture
def scripted(live_server: Any, draft: SubmissionDraft, phone: Page) -> Page:
    return open_draft(phone, live_server.url, draft)


def test_a_draft_is_written_saved_made_ready_and_taken_away(writer: Page, draft: SubmissionDraft) -> None:
    writer.get_by_label("The situation").fill("On 3 May the river was closed.")
    writer.get_by_role("button", name="Save", exact=True).click()
    expect(writer.get_by_text("Saved.", exact=True).first).to_be_visible()
    writer.get_by_role("button", name="Save and mark as ready").click()
    expect(writer.get_by_text("First make sure that those concerned agree")).to_be_visible()
    writer.get_by_label("Everybody whose case is told").check()
    writer.get_by_role("button", name="Save and mark as ready").click()
    expect(writer.get_by_text("Ready. Nothing was sent")).to_be_visible()
    assert no_sideways_scroll(writer)
    with writer.expect_download() as download:
        writer.get_by_role("button", name="DOCX").click()
    assert download.value.suggested_filename == "Written statement – Pakistan – 2026-11-24.docx"
    with open(download.value.path(), "rb") as file:
        assert "On 3 May the river was closed." in opened(file.read(), "docx").lines


def test_words_are_counted_while_one_types_and_the_text_is_saved_by_itself(
    scripted: Page, draft: SubmissionDraft
) -> None:
    total = scripted.locator("[data-words]")
    shown = total.inner_text()
    scripted.get_by_label("The situation").fill("one two three 人权")
    expect(scripted.locator('[data-words-of="part-situation"]')).to_have_text("5")
    assert total.inner_text() != shown
    expect(scripted.locator("[data-status]")).to_have_text("Saved.", timeout=SOON)
    draft.refresh_from_db()
    assert draft.content["sections"]["situation"] == "one two three 人权"
    counted = total.inner_text()
    scripted.reload()
    assert scripted.locator("[data-words]").inner_text() == counted
    scripted.get_by_label("The situation").fill("word " * 1600)
    expect(scripted.get_by_text("Too long")).to_be_visible()


def test_a_script_that_comes_second_overwrites_nothing_and_both_texts_are_seen(
    scripted: Page, draft: SubmissionDraft
) -> None:
    draft.content = draft.content | {"sections": draft.content["sections"] | {"situation": "Theirs"}}
    draft.revision += 1
    draft.save()
    scripted.get_by_label("The situation").fill("Mine")
    expect(scripted.locator("[data-status]")).to_contain_text("somebody else has changed", timeout=SOON)
    scripted.get_by_role("button", name="Save", exact=True).click()
    expect(scripted.get_by_text("Somebody else has saved meanwhile")).to_be_visible()
    expect(scripted.locator(".draft-theirs")).to_contain_text("Theirs")
    expect(scripted.get_by_label("The situation")).to_have_value("Mine")
    draft.refresh_from_db()
    assert draft.content["sections"]["situation"] == "Theirs"


def test_what_was_typed_last_is_in_the_file(scripted: Page) -> None:
    scripted.get_by_label("The situation").fill("Typed a moment ago")
    with scripted.expect_download() as download:
        scripted.get_by_role("button", name="TXT").click()
    with open(download.value.path(), "rb") as file:
        assert "Typed a moment ago" in opened(file.read(), "txt").lines


def test_without_a_line_it_says_so_and_saves_when_the_line_is_back(scripted: Page, draft: SubmissionDraft) -> None:
    scripted.context.set_offline(True)
    scripted.get_by_label("The situation").fill("Written on the train")
    expect(scripted.locator("[data-status]")).to_contain_text("no connection", timeout=SOON)
    scripted.context.set_offline(False)
    scripted.route("**/drafts/**", lambda route: route.fulfill(status=500, body=""), times=1)
    scripted.get_by_label("The situation").press("End")
    scripted.get_by_label("The situation").type(" ")
    expect(scripted.locator("[data-status]")).to_contain_text("the fault is ours", timeout=SOON)
    scripted.get_by_label("The situation").press("Backspace")
    scripted.get_by_label("The situation").press("End")
    scripted.get_by_label("The situation").type(".")
    expect(scripted.locator("[data-status]")).to_have_text("Saved.", timeout=SOON)
    draft.refresh_from_db()
    assert draft.content["sections"]["situation"] == "Written on the train."


def test_unsaved_text_never_holds_up_the_way_out(scripted: Page) -> None:
    asked = []
    scripted.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    scripted.get_by_label("The situation").fill("x")
    scripted.get_by_role("button", name="Leave this site").click()
    scripted.wait_for_url("**/leave/done/")
    assert asked == []


def test_the_browser_and_the_server_count_the_same(scripted: Page) -> None:
    dice = random.Random(7)
    # The browser may know letters that were added to Unicode after the tables of this Python.
    every = [chr(code) for code in range(0x20, 0xD800) if unicodedata.category(chr(code)) != "Cn"]
    early = [letter for letter in every if letter < "\u3400"]
    mixed = ["".join(dice.choices(early, k=200)) for _ in range(50)]
    texts = [*COUNTED, *mixed, "".join(every), " ".join(every), "a".join(every)]
    assert scripted.evaluate("texts => texts.map(window.draftWords)", texts) == [words(text) for text in texts]


def test_everybody_can_use_the_pages(writer: Page, live_server: Any, draft: SubmissionDraft, axe: Axe) -> None:
    assert axe(writer) == []
    writer.set_viewport_size({"width": NARROWEST, "height": 640})
    assert no_sideways_scroll(writer)
    for path in ("", f"{draft.pk}/delete/"):
        writer.goto(f"{live_server.url}/saved/{draft.saved_id}/drafts/{path}")
        assert axe(writer) == []
        assert no_sideways_scroll(writer)


def test_a_guest_takes_an_outline_from_the_advice(
    new_context: Any, live_server: Any, edition: str, settings: Any
) -> None:
    settings.FIXED_DAY = datetime.date(2026, 11, 24).isoformat()
    for options in (PHONE, PHONE | {"java_script_enabled": False}):
        page = new_context(**options).new_page()
        told(page, live_server.url, "nubian-children-kenya")
        page.goto(f"{live_server.url}/advice/")
        page.locator(".take summary", has_text="Start writing").click()
        with page.expect_download() as download:
            page.get_by_role("button", name=re.compile("ODT.*letter of allegation")).click()
        with open(download.value.path(), "rb") as file:
            assert "State: Kenya" in opened(file.read(), "odt").lines


def test_whoever_was_signed_out_meanwhile_is_told_that_nothing_is_saved(scripted: Page, draft: SubmissionDraft) -> None:
    scripted.context.clear_cookies(name="sessionid")
    scripted.get_by_label("The situation").fill("x")
    expect(scripted.locator("[data-status]")).to_contain_text("Not saved. Press Save", timeout=SOON)
    expect(scripted.get_by_label("The situation")).to_have_value("x")
    scripted.get_by_role("button", name="Save", exact=True).click()
    expect(scripted.get_by_role("heading", name="Your visit has ended")).to_be_visible()
    expect(scripted.get_by_role("button", name="Sign in and go on with it")).to_be_visible()


def test_the_browser_finds_the_same_names_and_numbers(scripted: Page) -> None:
    assert scripted.evaluate("texts => texts.map((text) => window.identifying(text))", list(FOUND)) == [
        [[kind, text] for kind, text in expected] for expected in FOUND.values()
    ]


def test_what_looks_like_a_name_is_asked_about_while_it_is_typed_and_kept_all_the_same(
    scripted: Page, draft: SubmissionDraft
) -> None:
    scripted.get_by_label("The situation").fill("Ms Sita Rai can be reached at +977 9841234567.")
    expect(scripted.get_by_text("This looks like the name of a person: “Ms Sita Rai”.")).to_be_visible()
    expect(scripted.get_by_text("This looks like a telephone number: “+977 9841234567”.")).to_be_visible()
    expect(scripted.get_by_text("Saved.", exact=True).first).to_be_visible(timeout=SOON)
    scripted.get_by_label("The situation").fill("The family can be reached through us.")
    expect(scripted.get_by_text("This looks like")).to_have_count(0)
