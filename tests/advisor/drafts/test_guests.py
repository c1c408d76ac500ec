"""Outlines in the browser, straight from the advice: for everybody, and nothing is kept."""

import io
import zipfile
from typing import Any

import pytest
from django.test import Client

from advisor.drafts.models import SubmissionDraft
from advisor.questions import drawer
from tests.support.cases import answers_of

from .reading import opened


@pytest.fixture(autouse=True)
def the_day(settings: Any) -> None:
    settings.FIXED_DAY = "2026-11-24"


class TestOutlines:
    """For everybody, straight from the advice; nothing is kept."""

    PATH = "/advice/outline/"

    @pytest.fixture
    def guest(self, client: Client, edition: str) -> Client:
        session = client.session
        answers = answers_of("defender-tortured-in-custody")
        session[drawer.KEY] = {"kind": drawer.KIND, "version": drawer.VERSION, "answers": answers, "no_danger": "no"}
        session.save()
        return client

    def test_the_advice_offers_one_for_each_step_that_ends_in_a_text(self, guest: Client) -> None:
        page = guest.get("/advice/").content.decode()
        for title in ("Request for an urgent appeal", "Complaint to the Working Group on Arbitrary Detention"):
            assert title in page
        assert 'value="urgent-appeal//"' in page

    def test_it_offers_every_other_one_too(self, guest: Client) -> None:
        assert 'value="upr-submission/EGY/"' in guest.get("/advice/").content.decode()
        read = opened(guest.post(self.PATH, {"draft": "upr-submission/EGY/", "file": "docx"}).content, "docx")
        assert read.lines[0] == "Submission to the Universal Periodic Review: Egypt"

    @pytest.mark.parametrize("kind", ["docx", "odt", "txt"])
    def test_it_holds_the_filled_text_guidance_and_checklist(self, guest: Client, kind: str) -> None:
        answer = guest.post(self.PATH, {"draft": "urgent-appeal//", "file": kind})
        read = opened(answer.content, kind)
        assert "State: Egypt" in read.lines
        assert "Before you send it" in read.lines
        assert any("☐" in line for line in read.lines)
        assert f'filename="Urgent appeal - Egypt - draft - 2026-11-24.{kind}"' in answer.headers["Content-Disposition"]

    def test_nothing_is_kept(self, guest: Client) -> None:
        before = dict(guest.session.items())
        guest.post(self.PATH, {"draft": "urgent-appeal//", "file": "docx"})
        assert dict(guest.session.items()) == before
        assert not SubmissionDraft.objects.exists()

    @pytest.mark.parametrize(
        "wish", [{}, {"draft": "urgent-appeal//"}, {"draft": "complaint/KEN/", "file": "docx"}, {"file": "docx"}]
    )
    def test_what_is_not_offered_is_refused(self, guest: Client, wish: dict[str, str]) -> None:
        assert guest.post(self.PATH, wish).status_code == 400

    def test_without_answers_one_begins_with_the_questions(self, client: Client, edition: str) -> None:
        answer = client.post(self.PATH, {"draft": "urgent-appeal//", "file": "docx"})
        assert answer.headers["Location"] == "/start/"

    def test_a_link_alone_gives_none_so_that_no_address_tells(self, guest: Client) -> None:
        assert guest.get(self.PATH).status_code == 405

    def test_a_forged_form_is_refused(self, edition: str) -> None:
        assert Client(enforce_csrf_checks=True).post(self.PATH, {"file": "docx"}).status_code == 403

    def test_the_same_answers_give_the_same_bytes(self, guest: Client) -> None:
        first, second = (guest.post(self.PATH, {"draft": "urgent-appeal//", "file": "odt"}).content for _ in range(2))
        assert first == second
        with zipfile.ZipFile(io.BytesIO(first)) as package:
            assert package.testzip() is None
