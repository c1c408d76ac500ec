"""A form that comes back has an address, so that "Back" and "Reload" work without scripts."""

import re

import pytest
from django.test import Client

from portal import answered
from tests.accounts.people import organisation, person, signed_in
from tests.advisor.saved.saved import kept as save

BROWSER = {"HTTP_ACCEPT": "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8"}


def led_back(client: Client, path: str, typed: dict[str, str]) -> str:
    """Send a form with a fault as a browser does. Out: the page that it is led to."""
    response = client.post(path, typed, **BROWSER)
    assert response.status_code == 302, path
    where = response.headers["Location"]
    assert re.fullmatch(rf"{re.escape(path.partition('?')[0])}\?(next=[^&]*&)?answer=\w{{12}}", where), where
    shown = client.get(where, **BROWSER)
    assert (shown.status_code, shown.headers["X-Frame-Options"]) == (200, "DENY")
    assert client.get(where, **BROWSER).content == shown.content, "Reload shows it again"
    return shown.content.decode()


def test_every_form_with_a_fault_leads_to_a_page_that_shows_what_was_typed(edition):
    anna = person("anna@one.example")
    watch, client = organisation(owner=anna), signed_in(anna)
    saved = save(anna)
    at = f"/saved/{saved.pk}"
    page = led_back(client, f"{at}/notes/", {"notes": "Salt " * 9000, "revision": str(saved.revision)})
    assert "Salt Salt" in page
    for path, typed in (
        (f"{at}/plan/add/", {"title": "Salt and iron", "due": "soon"}),
        (f"{at}/log/add/", {"text": "Salt and iron", "day": "soon"}),
        (f"/experience/{watch.pk}/upr/", {"comment": "Salt and iron", "year": "soon"}),
        ("/account/organisations/new/", {"name": "Salt " * 200}),
    ):
        page = led_back(client, path, typed)
        assert "Salt" in page, path
        assert "error-summary" in page, path


def test_the_questionnaire_and_the_sign_in_too(client, edition):
    page = led_back(client, "/questions/last/", {"go": "next", "ready_on": "31 February 2027"})
    assert 'value="31 February 2027"' in page
    page = led_back(client, "/account/login/?next=/saved/", {"login": "anna@one.example", "password": "not this one"})
    assert ("anna@one.example" in page, "not this one" in page) == (True, False)


def test_a_search_has_an_address_too(client, edition):
    page = led_back(client, "/questions/places/", {"go": "find", "find-countries": "nepa"})
    assert 'value="nepa"' in page


def test_programs_and_parts_of_pages_are_answered_at_once(client, edition):
    wrong = {"go": "next", "ready_on": "31 February 2027"}
    assert client.post("/questions/last/", wrong).status_code == 422
    assert client.post("/questions/last/", wrong, HTTP_HX_REQUEST="true", **BROWSER).status_code == 422


def test_nobody_else_sees_it_and_it_goes_with_the_visit(client, edition):
    wrong = {"login": "anna@one.example", "password": "not this one"}
    where = client.post("/account/login/", wrong, **BROWSER).headers["Location"]
    assert "anna@one.example" not in Client().get(where).content.decode()
    anna = person("anna@one.example")
    client.force_login(anna)
    assert client.get(where).status_code == 302, "signed in meanwhile: the page of before is gone"
    client.logout()
    client.post("/account/login/", wrong, **BROWSER)
    client.post("/leave/")
    assert answered.KEPT not in client.session


def test_a_visit_keeps_few_and_not_for_long(client, edition, monkeypatch):
    wrong = {"login": "anna@one.example", "password": "not this one"}
    places = [client.post("/account/login/", wrong, **BROWSER).headers["Location"] for _ in range(answered.MOST + 1)]
    assert len(client.session[answered.KEPT]) == answered.MOST
    assert ["anna@one.example" in client.get(place).content.decode() for place in places] == [False, True, True, True]
    monkeypatch.setattr(answered, "LASTS", -1)
    assert "anna@one.example" not in client.get(places[-1]).content.decode()


@pytest.mark.parametrize(
    ("path", "status", "header"),
    [("/admin/login/", 200, {}), ("/x/", 403, {}), ("/x/", 200, {"Content-Disposition": "attachment"})],
)
def test_a_file_a_refusal_and_the_editors_pages_stay_as_they_are(rf, path, status, header):
    from django.http import HttpResponse
    from django.urls import ResolverMatch

    request = rf.post(path, {}, **BROWSER)
    view_name = "admin:login" if path.startswith("/admin") else "x"
    request.resolver_match = ResolverMatch(lambda: None, (), {}, view_name.partition(":")[2] or view_name)
    request.resolver_match.view_name = view_name
    made = HttpResponse("page", status=status, headers=header)
    assert answered.answered(lambda _request: made)(request) is made
