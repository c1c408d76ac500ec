"""The page on where one is signed in."""

import pytest
from django.test import Client

from tests.accounts.people import person, signed_in


@pytest.fixture
def anna(db):
    return person("anna@one.example")


def ways(client: Client) -> int:
    """The status of the account page: whether this browser still is signed in."""
    return client.get("/account/").status_code


def test_another_device_is_signed_out_and_then_all(anna):
    here, there, third = signed_in(anna), signed_in(anna), signed_in(anna)
    page = here.get("/account/sign-ins/")
    visits = page.context["visits"]
    assert len(visits) == 3
    assert "(this device)" in page.content.decode()
    assert (
        here.post("/account/sign-ins/end/", {"visit": visits[1].stored_as}).headers["Location"] == "/account/sign-ins/"
    )
    assert sorted([ways(there), ways(third)]) == [200, 302]
    here.post("/account/sign-ins/end/")
    assert (ways(here), ways(there), ways(third)) == (200, 302, 302)
    done = here.post("/account/sign-ins/everywhere/", follow=True)
    assert "You are signed out everywhere." in done.content.decode()
    assert ways(here) == 302


def test_nobody_ends_the_visits_of_others(anna):
    mine, theirs = signed_in(person("ben@two.example")), signed_in(anna)
    name = theirs.get("/account/sign-ins/").context["visits"][0].stored_as
    mine.post("/account/sign-ins/end/", {"visit": name})
    assert ways(theirs) == 200
    assert Client().get("/account/sign-ins/").status_code == 302
    assert mine.get("/account/sign-ins/end/").status_code == 405


def test_every_page_has_the_way_out(anna):
    client = signed_in(anna)
    for page in ("/", "/safety/", "/account/", "/reference/"):
        assert 'href="/account/logout/"' in client.get(page).content.decode(), page
    assert 'href="/account/logout/"' not in Client().get("/").content.decode()
