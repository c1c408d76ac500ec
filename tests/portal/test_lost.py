"""Nothing typed is lost: a form that nobody may send any more comes back, and goes on from there."""

import re
from html import unescape

import pytest
from django.test import Client

from advisor.questions import drawer
from advisor.saved.models import SavedAdvice
from portal import lost
from tests.accounts.people import organisation, person, signed_in
from tests.advisor.saved.saved import kept as save

OURS = {"HTTP_ACCEPT": "text/html", "HTTP_ORIGIN": "http://testserver"}
TEXT = "Meet <the> delegate\nbehind the bakery"


@pytest.fixture
def anna(edition):
    return person("anna@one.example")


def hidden(page: str) -> dict[str, str]:
    """The hidden fields of the forms in the middle of a page."""
    main = page.partition("<main")[2].partition("</main>")[0]
    found = re.findall(r'<input type="hidden" name="([\w-]+)"(?: value="([^"]*)")?', main)
    return {name: unescape(value) for name, value in found}


def form_of(client: Client, path: str) -> dict[str, str]:
    return hidden(client.get(path).content.decode())


def sent_after_the_end(client: Client, path: str, typed: dict[str, str]) -> str:
    """Send a form that was drawn before the visit ended. Out: the page that comes back."""
    drawn = form_of(client, path)
    client.session.flush()
    response = client.post(path, drawn | typed, **OURS)
    assert response.status_code == 403
    return response.content.decode()


def given_back(client: Client, page: str, by) -> tuple[str, dict[str, str]]:
    """Sign in and press the button. Out: where the form goes, and what it holds."""
    asked = client.post("/given-back/keep/", hidden(page))
    assert asked.headers["Location"] == "/account/login/?next=%2Fgiven-back%2F"
    client.force_login(by)
    shown = client.get("/given-back/").content.decode().partition("<main")[2]
    action = re.search(r'<form method="post" action="([^"]+)"', shown)
    return (action[1] if action else ""), hidden(f"<main{shown}")


def test_notes_come_back_after_signing_in(anna):
    client, saved = signed_in(anna), save(anna)
    path = f"/saved/{saved.pk}/notes/"
    page = sent_after_the_end(client, path, {"notes": TEXT})
    assert "Meet &lt;the&gt; delegate" in page
    assert lost.KEPT not in client.session, "nothing is kept before somebody asks for it"
    action, fields = given_back(client, page, anna)
    assert (action, fields["notes"]) == (path, TEXT)
    assert client.post(action, fields, **OURS).status_code == 302
    assert SavedAdvice.objects.get().notes.replace("\r\n", "\n") == TEXT
    assert lost.KEPT not in client.session, "and no longer than it is needed"


def test_one_way_for_every_form(anna):
    client, saved, watch = signed_in(anna), save(anna), organisation(owner=anna)
    at = f"/saved/{saved.pk}"
    client.post(
        f"{at}/drafts/begin/",
        {"draft": re.search(r'name="draft" value="([^"]+)"', client.get(f"{at}/drafts/").content.decode())[1]},
    )
    draft = saved.submissions.get()
    for path, name in (
        (f"{at}/plan/add/", "title"),
        (f"{at}/log/add/", "text"),
        (f"{at}/drafts/{draft.pk}/", "title"),
        (f"/experience/{watch.pk}/upr/", "comment"),
    ):
        client.force_login(anna)
        drawn = form_of(client, path)
        client.session.flush()
        page = client.post(path, {"form_of": drawn["form_of"], name: TEXT}, **OURS).content.decode()
        action, fields = given_back(client, page, anna)
        assert (action, fields[name]) == (path, TEXT)


def test_somebody_else_gets_nothing_and_saves_nothing_as_their_own(anna):
    client, saved, ben = signed_in(anna), save(anna), person("ben@two.example")
    path = f"/saved/{saved.pk}/notes/"
    page = sent_after_the_end(client, path, {"notes": TEXT})
    action, fields = given_back(client, page, ben)
    assert (action, fields) == ("", {})
    assert lost.KEPT not in client.session
    drawn = form_of(signed_in(anna), "/account/organisations/new/")
    answer = client.post("/account/organisations/new/", drawn | {"name": "River Watch"}, **OURS)
    assert answer.status_code == 403
    assert "somebody else has signed in since" in answer.content.decode()


def test_the_questionnaire_says_that_the_visit_has_ended_and_starts_again_with_the_page(client, edition):
    draft = client.post("/start/").url.removesuffix("/questions/places/")
    client.post(f"{draft}/questions/places/", {"go": "next", "countries": ["NPL"]})
    path = f"{draft}/questions/themes/"
    page = sent_after_the_end(client, path, {"go": "next", "themes": ["torture"]})
    assert "Your visit has ended" in page
    assert drawer.DRAFTS not in client.session
    again = client.post(path, hidden(page), **OURS)
    assert again.status_code == 302
    assert [kept["answers"] for kept in client.session[drawer.DRAFTS].values()] == [{"themes": ["torture"]}]


def test_a_page_of_a_draft_in_which_nothing_is_answered_yet_goes_on(client, edition):
    first = client.post("/start/").url
    drawn = form_of(client, first)
    client.post("/start/")  # in another tab: the empty one makes room
    assert client.post(first, drawn | {"go": "next", "countries": ["NPL"]}, **OURS).status_code == 302


def test_without_its_cookies_a_form_comes_back_but_not_one_of_another_site(edition):
    client = Client(enforce_csrf_checks=True)
    typed = {"go": "next", "countries": ["NPL"], "ready_on": TEXT}
    page = client.post("/questions/last/", typed, **OURS)
    assert page.status_code == 403
    assert "behind the bakery" in page.content.decode()
    again = hidden(page.content.decode())
    assert again["ready_on"].replace("\r\n", "\n") == TEXT
    assert client.post("/questions/places/", again | {"ready_on": ""}, **OURS).status_code == 302
    for origin in ({"HTTP_ORIGIN": "https://evil.example"}, {"HTTP_ORIGIN": "null"}, {}):
        foreign = client.post("/questions/last/", typed, HTTP_ACCEPT="text/html", **origin)
        assert (foreign.status_code, "bakery" in foreign.content.decode()) == (403, False)
        assert 'name="ready_on"' not in foreign.content.decode()


def test_no_password_comes_back(edition):
    client = Client(enforce_csrf_checks=True)
    page = client.post("/account/login/", {"login": "anna@one.example", "password": "not this one"}, **OURS)
    assert page.status_code == 403
    assert "not this one" not in page.content.decode()
    assert 'href="/account/login/"' in page.content.decode()


def test_what_travels_is_locked_bound_and_short_lived(anna, monkeypatch):
    client, saved = signed_in(anna), save(anna)
    parcel = hidden(sent_after_the_end(client, f"/saved/{saved.pk}/notes/", {"notes": TEXT}))["parcel"]
    assert "bakery" not in parcel
    assert str(saved.pk) not in parcel
    assert lost.Parcel.opened(parcel).sent[-1] == ["notes", [TEXT]]
    assert lost.Parcel.opened(parcel[:-4] + "AAA=") is None
    assert lost.Parcel.opened("") is None
    monkeypatch.setattr(lost, "LASTS", -1)
    assert lost.Parcel.opened(parcel) is None
    client.post("/given-back/keep/", {"parcel": parcel})
    assert lost.KEPT not in client.session


def test_a_mere_button_leads_to_the_sign_in_as_before(anna):
    client, saved = signed_in(anna), save(anna)
    drawn = form_of(client, f"/saved/{saved.pk}/")
    client.session.flush()
    answer = client.post(f"/saved/{saved.pk}/answers/", {"form_of": drawn["form_of"]}, **OURS)
    assert answer.headers["Location"].startswith("/account/login/?next=")
