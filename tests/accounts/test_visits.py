"""Whose form it is; short visits, for a device that others use."""

import re
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from accounts import visits
from accounts.sessions import name
from tests.accounts.people import PASSWORD, person

BEGUN = "Continue: Nepal"


def left(client: Client) -> timedelta:
    """How long the visit lasts from now on, as the database has it."""
    return Session.objects.get(session_key=name(client.cookies["sessionid"].value)).expire_date - timezone.now()


def is_short(client: Client) -> bool:
    return left(client) <= timedelta(seconds=visits.LIFE)


@pytest.fixture
def visitor(client: Client, edition) -> Client:
    first = client.post("/start/", {visits.CHOICE: "yes"}).url
    client.post(first, {"go": "next", "countries": ["NPL"]})
    return client


def test_a_short_visit_is_chosen_at_the_start_and_says_when_it_ends(visitor):
    assert is_short(visitor)
    page = visitor.get("/reference/").content.decode()
    assert "15 minutes after your last step" in page
    assert 'data-short-visit="900" data-before="120"' in page


def test_it_names_nothing_that_was_begun_and_offers_nothing_to_resume(visitor, client):
    page = visitor.get("/start/").content.decode()
    assert (BEGUN in page, 'name="short_visit"' in page) == (False, False)
    other = Client()
    other.post(other.post("/start/").url, {"go": "next", "countries": ["NPL"]})
    assert BEGUN in other.get("/start/").content.decode()


def test_each_step_prolongs_it_and_without_one_it_ends(visitor, monkeypatch):
    session = visitor.session
    session[visits.SHORT] -= visits.STEP
    session.set_expiry(60)
    session.save()
    visitor.get("/reference/")
    assert left(visitor) > timedelta(seconds=visits.LIFE - 5)
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    assert visitor.get("/advice/").url == "/start/"
    assert BEGUN not in visitor.get("/start/").content.decode()


def test_it_may_be_prolonged_from_the_page_and_begun_on_the_safety_page(client, edition):
    page = client.get("/safety/").content.decode()
    assert 'action="/account/short-visit/"' in page
    assert client.post("/account/short-visit/", {"stay": "yes"}).status_code == 204
    assert is_short(client)
    assert client.post("/account/short-visit/", {"next": "/account/login/"}).url == "/account/login/"
    assert client.post("/account/short-visit/", {"next": "//evil.example/"}).url == "/start/"


def test_signing_in_keeps_it_short(edition):
    person("anna@one.example")
    client, typed = Client(), {"login": "anna@one.example", "password": PASSWORD}
    assert 'name="short_visit"' in client.get("/account/login/").content.decode()
    assert client.post("/account/login/", typed | {visits.CHOICE: "yes"}).status_code == 302
    assert is_short(client)
    client.get("/saved/")
    assert is_short(client)
    long = Client()
    long.post("/account/login/", typed)
    assert not is_short(long)


def test_no_cookie_outlives_the_browser(visitor):
    for client in (visitor, Client()):
        client.get("/account/login/")
        assert client.cookies
        for cookie in client.cookies.values():
            assert (cookie["max-age"], cookie["expires"]) == ("", ""), cookie.key


def test_a_form_says_whose_it_is_and_nobody_else_can_tell(django_user_model, settings):
    anna, ben, nobody = django_user_model(pk=1), django_user_model(pk=2), None
    assert re.fullmatch(r"[0-9a-f]{32}", visits.mark(anna))
    assert visits.mark(nobody) == ""
    cases = [(anna, anna), (anna, ben), (anna, nobody), (nobody, nobody)]
    assert [visits.is_of(visits.mark(drawn), sent) for drawn, sent in cases] == [True, False, False, True]
    marked = visits.mark(anna)
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "another-key-" * 6, [settings.SECRET_KEY]
    assert visits.is_of(marked, anna), "pages that are open while the key changes"
    settings.SECRET_KEY_FALLBACKS = []
    assert not visits.is_of(marked, anna)
