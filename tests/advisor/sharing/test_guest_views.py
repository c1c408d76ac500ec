"""Keeping answers without an account: shown once, opened by typing, limited in tries, the same words for wrong and for over."""

import datetime
import html
import re
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from advisor.questions import drawer
from advisor.sharing import guests
from advisor.sharing.models import GuestDraft
from tests.accounts.people import PASSWORD, person, signed_in
from tests.advisor.saved.saved import kept as save
from tests.support.rows import raw

TODAY = "2026-11-24"
ANSWERS = {"countries": ["KEN"], "themes": ["minorities"], "effort": "weeks"}
WRONG = "acid acorn acre acts afar"


@pytest.fixture(autouse=True)
def the_day(settings: Any, edition: str) -> None:
    settings.FIXED_DAY = TODAY
    cache.clear()


def told(client: Client, **answers: Any) -> Client:
    session = client.session
    session[drawer.KEY] = {"kind": drawer.KIND, "version": drawer.VERSION, "answers": answers, "at": "effort"}
    session.save()
    return client


def kept(client: Client, days: int = 7) -> str:
    """Keep the answers. Out: the code on the page."""
    response = client.post("/later/", {"under": "new", "days": days})
    assert response.status_code == 200
    found = re.findall(r"<span>([a-z]+)</span>", response.content.decode())
    assert len(found) == 5
    return " ".join(found)


@pytest.fixture
def code(client: Client) -> str:
    return kept(told(client, **ANSWERS))


def text(response: Any) -> str:
    return html.unescape(response.content.decode())


@pytest.mark.parametrize("page", ["/check/", "/advice/"])
def test_the_check_page_and_the_advice_lead_there(client: Client, page: str) -> None:
    shown = text(told(client, **ANSWERS).get(page))
    assert "Keep this for later" in shown
    assert 'href="/later/"' in shown


def test_a_code_is_shown_once_with_its_last_day(client: Client) -> None:
    response = told(client, **ANSWERS).post("/later/", {"under": "new", "days": 30})
    assert response.headers["Cache-Control"] == "no-store"
    assert "It works until 24 December 2026." in text(response)
    assert "Write it down where nobody looks for it" in text(response)
    words = re.findall(r"<span>([a-z]+)</span>", text(response))
    for page in ("/later/", "/code/", "/code/change/", "/check/", "/advice/", "/start/"):
        assert " ".join(words) not in re.sub(r"<[^>]+>|\s+", " ", text(client.get(page)))


def test_the_code_and_the_answers_stand_in_no_row(client: Client, code: str) -> None:
    client.session.flush()
    held = raw()
    for word in (code, code.replace(" ", ""), "minorities", '"ken"', '"weeks"'):
        assert word not in held
    assert "2026-12-01" in held


def test_while_the_visit_lasts_its_session_does_not_know_the_code(client: Client, code: str) -> None:
    assert code not in raw()
    assert code.replace(" ", "") not in raw()
    Client().post("/code/", {"code": code})
    assert code not in raw()


def test_on_another_device_the_code_opens_the_same_draft(client: Client, code: str) -> None:
    for typed in (code, f" {code.upper().replace(' ', '-')},", code.replace(" ", "")):
        other = Client()
        response = other.post("/code/", {"code": typed}, follow=True)
        (key,) = other.session[drawer.DRAFTS]
        draft = f"/draft/{key}"
        assert [where for where, _ in response.redirect_chain] == [f"{draft}/questions/", f"{draft}/questions/last/"]
        assert "They are kept under your code until 1 December 2026." in text(response)
        opened = other.session[drawer.DRAFTS][key]
        assert {name: opened[name] for name in client.session[drawer.KEY]} == client.session[drawer.KEY]


def test_opening_gives_the_visit_a_new_number(client: Client, code: str) -> None:
    other = told(Client())
    before = other.session.session_key
    other.post("/code/", {"code": code})
    assert other.session.session_key != before


def test_wrong_and_over_look_the_same(client: Client, code: str, settings: Any) -> None:
    wrong = Client().post("/code/", {"code": WRONG})
    settings.FIXED_DAY = "2026-12-02"
    over = Client().post("/code/", {"code": code})
    assert (wrong.status_code, over.status_code) == (422, 422)
    assert "No answers are kept under this code." in text(over)

    def same(response: Any, typed: str) -> str:
        return re.sub(r'value="[^"]{20,}"', "", text(response)).replace(typed, "")

    assert same(wrong, WRONG) == same(over, code)


@pytest.mark.parametrize("what", ["renew", "rename", "delete"])
def test_wrong_and_over_look_the_same_on_the_page_of_changes(code: str, what: str, settings: Any) -> None:
    settings.FIXED_DAY = "2026-12-02"
    for typed in (WRONG, code):
        response = Client().post("/code/change/", {"code": typed, "what": what, "days": 7})
        assert response.status_code == 422
        assert "No answers are kept under this code." in text(response)
    assert GuestDraft.objects.count() == 1


def opened(client: Client) -> list[Any]:
    """The answers of this visit's drafts that have an id."""
    return [kept["answers"] for kept in client.session.get(drawer.DRAFTS, {}).values()]


def test_other_answers_stay_open_beside_those_under_the_code(client: Client, code: str) -> None:
    other = told(Client(), countries=["TGO"])
    for _ in range(2):
        assert other.post("/code/", {"code": code}).status_code == 302
    assert other.session[drawer.KEY]["answers"] == {"countries": ["TGO"]}
    assert opened(other) == [ANSWERS, ANSWERS]


def test_where_many_are_open_none_makes_room_silently(client: Client, code: str) -> None:
    other = Client()
    session = other.session
    session[drawer.DRAFTS] = {
        f"draft{place:07}": {"kind": drawer.KIND, "version": drawer.VERSION, "answers": ANSWERS, "begun": "2026-11-24"}
        for place in range(drawer.MOST_OPEN)
    }
    session.save()
    response = other.post("/code/", {"code": code})
    assert response.status_code == 422
    assert "Too many sets of answers are open here." in text(response)
    assert len(opened(other)) == drawer.MOST_OPEN


def test_only_what_is_kept_is_said_to_be_kept(client: Client, code: str) -> None:
    other = Client()
    kept_one = other.post("/code/", {"code": code}).url.removesuffix("/questions/")
    new_one = other.post("/start/").url.removesuffix("/questions/places/")
    assert "Kept under your code" in text(other.get(f"{kept_one}/check/"))
    assert "Kept under your code" not in text(other.get(f"{new_one}/check/"))
    other.post("/code/change/", {"code": code, "what": "delete", "days": 7})
    assert "Kept under your code" not in text(other.get(f"{kept_one}/check/"))


def test_saving_again_under_the_same_code_is_asked_for(client: Client, code: str) -> None:
    told(client, **ANSWERS | {"effort": "months"})
    page = text(client.get("/later/"))
    assert "What it holds so far is replaced." in page
    response = client.post("/later/", {"under": "own", "own-code": code, "own-days": 1}, follow=True)
    assert response.redirect_chain == [("/check/", 302)]
    assert "Kept under your code until 25 November 2026." in text(response)
    assert GuestDraft.objects.count() == 1
    other = Client()
    other.post("/code/", {"code": code})
    assert [answers["effort"] for answers in opened(other)] == ["months"]


def test_a_wrong_code_replaces_nothing(client: Client, code: str) -> None:
    response = client.post("/later/", {"under": "own", "own-code": WRONG, "own-days": 7})
    assert response.status_code == 422
    assert "No answers are kept under this code." in text(response)
    assert GuestDraft.objects.count() == 1


def test_the_visit_says_until_when_it_is_kept(client: Client, code: str, settings: Any) -> None:
    for page in ("/check/", "/advice/"):
        assert "Kept under your code until 1 December 2026." in text(client.get(page))
    settings.FIXED_DAY = "2026-12-02"
    assert "Kept under your code" not in text(client.get("/check/"))


def test_a_code_is_renewed(client: Client, code: str) -> None:
    response = Client().post("/code/change/", {"code": code, "what": "renew", "days": 90}, follow=True)
    assert "Kept under your code until 22 February 2027." in text(response)


def test_a_code_is_exchanged(client: Client, code: str) -> None:
    response = Client().post("/code/change/", {"code": code, "what": "rename", "days": 90})
    fresh = " ".join(re.findall(r"<span>([a-z]+)</span>", text(response)))
    assert "It works until 1 December 2026." in text(response)
    assert Client().post("/code/", {"code": code}).status_code == 422
    assert Client().post("/code/", {"code": fresh}).status_code == 302


def test_what_is_kept_is_deleted(client: Client, code: str) -> None:
    Client().post("/code/change/", {"code": code, "what": "delete", "days": 7})
    assert not GuestDraft.objects.exists()


def test_deleting_the_answers_of_a_visit_tells_of_what_is_still_kept(client: Client, code: str) -> None:
    response = client.post("/draft/delete/", follow=True)
    assert response.redirect_chain == [("/code/change/", 302)]
    assert "What you kept under a code stays until its last day." in text(response)
    assert not drawer.exists(response.wsgi_request)


def test_leaving_forgets_all_but_what_the_code_opens(client: Client, code: str) -> None:
    client.post("/leave/")
    assert not client.session.keys()
    assert Client().post("/code/", {"code": code}).status_code == 302


@pytest.mark.parametrize("path", ["/code/", "/code/change/", "/later/"])
def test_tries_are_limited_by_network_on_all_pages_together(
    client: Client, code: str, path: str, settings: Any
) -> None:
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"guest_code": "3/m/ip"}
    for _ in range(3):
        assert Client().post("/code/", {"code": WRONG}).status_code == 422
    body = {"code": code, "own-code": code, "under": "own", "what": "delete", "days": 7, "own-days": 7}
    assert client.post(path, body).status_code == 429
    assert GuestDraft.objects.count() == 1
    elsewhere = Client(REMOTE_ADDR="198.51.100.7")
    assert elsewhere.post("/code/", {"code": code}).status_code == 302


def test_nobody_fills_the_database_with_codes(client: Client) -> None:
    told(client, **ANSWERS)
    statuses = [client.post("/later/", {"under": "new", "days": 1}).status_code for _ in range(21)]
    assert statuses == [200] * 20 + [429]
    assert GuestDraft.objects.count() == 20


def test_no_address_holds_a_network(client: Client, code: str) -> None:
    Client(REMOTE_ADDR="198.51.100.7").post("/code/", {"code": code})
    assert "198.51.100.7" not in raw()


@pytest.mark.parametrize("path", ["/code/", "/code/change/", "/later/"])
def test_looking_sends_no_code_and_counts_as_no_try(client: Client, code: str, path: str) -> None:
    for _ in range(12):
        assert client.get(path, {"code": code}).status_code == 200
    assert client.post("/code/", {"code": code}).status_code == 302


def test_without_answers_there_is_nothing_to_keep(client: Client) -> None:
    for answer in (client.get("/later/"), client.post("/later/", {"under": "new", "days": 7})):
        assert (answer.status_code, answer.headers["Location"]) == (302, "/start/")
    assert not GuestDraft.objects.exists()
    assert "sessionid" not in client.cookies


@pytest.mark.parametrize("body", [{}, {"under": "new", "days": 2}, {"under": "own", "own-days": 7}, {"under": "own"}])
def test_what_is_missing_is_asked_for(client: Client, body: dict[str, Any]) -> None:
    assert told(client, **ANSWERS).post("/later/", body).status_code == 422
    assert not GuestDraft.objects.exists()


@pytest.mark.parametrize("path", ["/code/", "/code/change/", "/later/"])
def test_a_forged_form_is_refused(path: str) -> None:
    assert told(Client(enforce_csrf_checks=True), **ANSWERS).post(path).status_code == 403


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_nothing_else_is_taken(client: Client, method: str) -> None:
    for path in ("/code/", "/code/change/", "/later/"):
        assert getattr(client, method)(path).status_code == 405


def test_the_code_is_in_no_log(code: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("DEBUG"):
        Client().post("/code/", {"code": code})
        Client(enforce_csrf_checks=True).post("/code/", {"code": code})
        Client().put("/code/", code)
    said = [record.getMessage() for record in caplog.records if not record.name.startswith("django.db")]
    assert [line for line in said if code in line or code.split()[0] + " " + code.split()[1] in line] == []


def test_the_browser_neither_remembers_nor_corrects_a_code(client: Client) -> None:
    field = re.search(r'<input[^>]*name="code"[^>]*>', text(client.get("/code/")))
    assert field is not None
    for attribute in ('autocomplete="off"', 'spellcheck="false"', 'autocapitalize="none"'):
        assert attribute in field.group()


def test_as_many_words_are_asked_for_as_a_code_has() -> None:
    from advisor.sharing import code_forms, codes

    assert codes.LENGTH == 5
    assert "Five words." in str(code_forms.CodeForm().fields["code"].help_text)
    assert str(max(guests.DAYS)) in str(guests.RETENTION)


def test_saved_answers_that_are_being_changed_are_neither_kept_nor_replaced(code: str) -> None:
    anna = person("anna@one.example")
    saved = save(anna)
    client = signed_in(anna)
    client.post(f"/saved/{saved.pk}/answers/")
    before = client.session[drawer.KEY]
    for path, body in (
        ("/later/", {"under": "new", "days": 7}),
        ("/later/", {"under": "own", "own-code": code, "own-days": 7}),
        ("/code/", {"code": code}),
    ):
        response = client.post(path, body, follow=True)
        assert response.redirect_chain == [("/check/", 302)]
        assert "First save the answers that you are changing" in text(response)
        assert "Keep this for later" not in text(response)
    assert client.session[drawer.KEY] == before
    assert GuestDraft.objects.count() == 1
    assert guests.look(code, today=datetime.date.fromisoformat(TODAY))[0].answers == ANSWERS


def test_after_signing_in_nothing_is_said_to_be_kept_that_is_not(client: Client, code: str) -> None:
    person("anna@one.example")
    client.post("/account/login/", {"login": "anna@one.example", "password": PASSWORD})
    assert "Kept under your code" not in text(told(client, countries=["TGO"]).get("/check/"))
    assert Client().post("/code/", {"code": code}).status_code == 302
