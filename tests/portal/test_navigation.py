"""The ways to other pages: the same on every page, without scripts, and one sees where one is."""

import re

import pytest
from django.test import Client

from tests.accounts.people import person


def ways(page: str) -> list[tuple[str, str]]:
    """Address and `aria-current` of each link of the navigation."""
    navigation = re.search(r'<nav class="site-nav".*?</nav>', page, flags=re.DOTALL)[0]
    return re.findall(r'<a href="([^"]+)"(?: aria-current="(\w+)")?', navigation)


def test_a_visitor_finds_the_advice_the_calendar_the_reference_and_the_way_in(client, db):
    assert [address for address, _ in ways(client.get("/").text)] == [
        "/advice/",
        "/reference/calendar/",
        "/reference/",
        "/account/login/",
    ]


def test_who_is_signed_in_finds_what_is_saved_and_the_way_out(client, db):
    client.force_login(person("anna@example.org"))
    assert [address for address, _ in ways(client.get("/").text)] == [
        "/saved/",
        "/reference/calendar/",
        "/reference/",
        "/account/",
        "/account/logout/",
    ]


@pytest.mark.parametrize(
    ("page", "current"),
    [
        ("/account/login/", {"/account/login/": "page"}),
        ("/account/signup/", {"/account/login/": "true"}),
        ("/", {}),
        ("/no/such/page", {}),
    ],
)
def test_the_link_to_where_one_is_says_so(client, db, page, current):
    assert {address: said for address, said in ways(client.get(page).text) if said} == current


def test_signing_out_asks_first(client, db):
    client.force_login(person("anna@example.org"))
    assert "not saved" in client.get("/account/logout/").text
    assert ways(client.get("/").text)[0][0] == "/saved/"


def test_a_request_for_another_host_is_a_bad_one_and_no_fault_of_ours(db):
    """It is refused before anybody looked who asks."""
    answer = Client(raise_request_exception=False).get("/", headers={"host": "other.example"})
    assert answer.status_code == 400
