"""Who has left and presses "Back" sees nothing of ours."""

import pytest
from django.test import Client

NAVIGATION = {"Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
CLICKED = NAVIGATION | {"Sec-Fetch-Site": "same-origin", "Sec-Fetch-User": "?1"}
WENT_BACK = NAVIGATION | {"Sec-Fetch-Site": "same-origin"}
PLACES = ("/start/", "/reference/", "/draft/abcdefghij01/questions/places/", "/account/login/")


@pytest.mark.parametrize("path", PLACES)
def test_back_after_leaving_leads_to_the_neutral_page(client: Client, edition, path):
    client.get("/", headers=CLICKED)
    assert client.get(path, headers=WENT_BACK).status_code == 200, "back within a visit"
    client.post("/leave/")
    assert {name for name, cookie in client.cookies.items() if cookie.value} == set()
    after = Client().get(path, headers=WENT_BACK)
    assert (after.status_code, after.headers.get("Location")) == (302, "/leave/done/")
    assert not after.cookies


def test_who_follows_a_link_or_types_an_address_is_let_in_and_gets_a_cookie(client: Client, edition):
    for headers in (CLICKED, CLICKED | {"Sec-Fetch-Site": "none"}, NAVIGATION | {"Sec-Fetch-Site": "cross-site"}):
        answer = Client().get("/reference/", headers=headers)
        assert answer.status_code == 200
        assert "csrftoken" in answer.cookies


def test_the_neutral_page_leaves_no_cookie_and_leads_nowhere_else(client: Client, edition):
    answer = client.get("/leave/done/", headers=WENT_BACK)
    assert answer.status_code == 200
    assert not answer.cookies


def test_a_page_says_to_its_script_that_it_was_asked_for_without_a_cookie(client: Client, edition):
    assert 'data-fresh="/leave/done/"' in Client().get("/").content.decode()
    client.get("/", headers=CLICKED)
    assert "data-fresh" not in client.get("/").content.decode()


def test_leaving_clears_what_the_browser_keeps(client: Client, edition):
    assert client.post("/leave/").headers["Clear-Site-Data"] == '"cache", "cookies", "storage"'
