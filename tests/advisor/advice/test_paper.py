"""The advice as a PDF: open to strangers, read-only, under a name that tells nothing, and never kept by a cache."""

from typing import Any

import pytest
from django.test import Client

from advisor.advice.pdf import rendering
from advisor.questions import drawer
from tests.support.pseudo import invented_translations

from .reading import FIRST_SCREENS, letters, opened, words
from .test_views import answers_of

PATH = "/advice/pdf/"
ANSWERS = {
    "countries": ["KEN"],
    "themes": ["minorities"],
    "information": "individual-cases",
    "identification": "anonymous",
}


@pytest.fixture(autouse=True)
def the_day(settings: Any) -> None:
    settings.FIXED_DAY = "2026-11-24"


@pytest.fixture
def visitor(client: Client, edition: str) -> Client:
    return client


def told(client: Client, **answers: Any) -> Client:
    session = client.session
    session[drawer.KEY] = {"kind": drawer.KIND, "version": drawer.VERSION, "answers": answers, "no_danger": "no"}
    session.save()
    return client


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_stranger_with_a_draft_gets_it(method: str, visitor: Client) -> None:
    response = getattr(told(visitor, **ANSWERS), method)(PATH)
    assert response.status_code == 200
    assert response.content.startswith(b"%PDF")
    assert response.headers["Content-Type"] == "application/pdf"
    assert response.headers["Content-Disposition"] == 'attachment; filename="advice-brief-2026-11-24.pdf"'
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_it_takes_nothing_else(method: str, visitor: Client) -> None:
    assert getattr(visitor, method)(PATH).status_code == 405


def test_without_a_draft_there_is_nothing_to_print(visitor: Client) -> None:
    response = visitor.get(PATH)
    assert (response.status_code, response.headers["Location"]) == (302, "/start/")
    assert "sessionid" not in visitor.cookies


def test_an_answer_that_no_longer_holds_is_asked_anew(visitor: Client) -> None:
    response = told(visitor, themes=["no-such-theme"]).get(PATH)
    assert (response.status_code, response.headers["Location"]) == (302, "/questions/themes/")


def test_without_an_edition_it_says_so(client: Client, db: None) -> None:
    assert told(client, **ANSWERS).get(PATH).status_code == 503


def test_reading_changes_no_answer(visitor: Client) -> None:
    told(visitor, **ANSWERS).post(PATH)
    assert visitor.session[drawer.KEY]["answers"] == ANSWERS


def test_the_own_copy_holds_the_answers_and_the_shared_one_does_not(visitor: Client) -> None:
    own = visitor_copy(told(visitor, **ANSWERS))
    shared = visitor_copy(visitor, copy="shared")
    for answer in ("Nobody may know, not even the UN", "Nobody may know who is writing"):
        assert letters(answer) not in letters(shared)
    assert "Your answers" in own
    assert "Your answers" not in shared


def visitor_copy(client: Client, **wish: str) -> str:
    return words(client.post(PATH, {"length": "long"} | wish).content)


def test_the_shared_copy_has_a_name_of_its_own(visitor: Client) -> None:
    response = told(visitor, **ANSWERS).post(PATH, {"copy": "shared", "length": "long"})
    assert response.headers["Content-Disposition"] == 'attachment; filename="advice-2026-11-24-to-share.pdf"'


@pytest.mark.parametrize("case", FIRST_SCREENS)
def test_two_pages_hold_what_a_meeting_needs(case: str, visitor: Client) -> None:
    content = told(visitor, **answers_of(case)).post(PATH).content
    with opened(content) as document, document.open_metadata() as metadata:
        assert len(document.pages) <= 2
        assert metadata.get("pdfuaid:part") == "1"
        title = str(metadata.get("dc:title"))
    assert title.startswith("Advice: ")
    said = words(content)
    for part in ("How well it fits", "Because ", "What to do now", "The State", "Notes", "Sources"):
        assert letters(part) in letters(said)


def test_two_pages_without_answers_do_not_say_why(visitor: Client) -> None:
    told(visitor, **answers_of("defender-tortured-in-custody"))
    shared = words(visitor.post(PATH, {"copy": "shared"}).content)
    assert "Because " not in shared
    assert "One case" not in shared
    assert "Egypt" in shared


def test_letter_paper(visitor: Client) -> None:
    with opened(told(visitor, **ANSWERS).post(PATH, {"paper": "letter"}).content) as document:
        assert [float(edge) for edge in document.pages[0].mediabox][2:] == [612, 792]


@pytest.mark.parametrize("wish", [{"copy": "secret"}, {"paper": "papyrus"}, {"length": "endless"}])
def test_a_wish_that_cannot_be_met_is_refused(wish: dict[str, str], visitor: Client) -> None:
    assert told(visitor, **ANSWERS).post(PATH, wish).status_code == 400


def test_it_speaks_the_language_of_the_visitor(visitor: Client, settings: Any) -> None:
    settings.LANGUAGES = [("en", "English"), ("ar", "Arabic")]
    with invented_translations("ar"):
        response = told(visitor, **ANSWERS).get(PATH, headers={"accept-language": "ar"})
    with opened(response.content) as document:
        assert document.Root.Lang == "ar"


def test_a_forged_form_is_refused(edition: str) -> None:
    assert told(Client(enforce_csrf_checks=True), **ANSWERS).post(PATH).status_code == 403


def failing(error: type[Exception]) -> Any:
    def render(*args: object, **wishes: object) -> bytes:
        raise error

    return render


def test_when_too_many_ask_it_says_so_and_when_to_come_back(visitor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rendering, "render", failing(rendering.Busy))
    response = told(visitor, **ANSWERS).post(PATH)
    assert response.status_code == 503
    assert response.headers["Retry-After"] == "30"
    assert "try again in a minute" in response.content.decode()


def test_what_cannot_be_set_is_said_and_logged_without_answers(
    visitor: Client, edition: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(rendering, "render", failing(rendering.NotSet))
    response = told(visitor, **ANSWERS).post(PATH)
    assert response.status_code == 503
    assert "/advice/" in response.content.decode()
    assert f"a PDF could not be made on edition {edition}" in caplog.messages
    assert "anonymous" not in caplog.text
