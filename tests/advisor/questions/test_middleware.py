"""Which draft a page is about."""

import re

import pytest
from django.test import Client

from advisor.questions import addresses, drawer
from tests.accounts.people import person, signed_in
from tests.advisor.saved.saved import kept as save

FIRST, SECOND = "firstdraft00", "seconddraft0"


def drafts(client: Client, **answers) -> Client:
    session = client.session
    session[drawer.DRAFTS] = {
        key: {"kind": drawer.KIND, "version": drawer.VERSION, "answers": told, "begun": "2026-11-24T10:20:00+00:00"}
        for key, told in answers.items()
    }
    session.save()
    return client


@pytest.fixture
def two(client: Client, edition) -> Client:
    return drafts(client, **{FIRST: {"countries": ["NPL"]}, SECOND: {"countries": ["KEN"]}})


@pytest.fixture
def one(client: Client, edition) -> Client:
    return drafts(client, **{FIRST: {"countries": ["NPL"], "themes": ["torture"]}})


def told(client: Client, key: str):
    return client.session[drawer.DRAFTS][key]["answers"]


def test_two_tabs_never_mix(two):
    for key, theme in ((FIRST, "torture"), (SECOND, "housing")):
        response = two.post(f"/draft/{key}/questions/themes/", {"go": "next", "themes": [theme]})
        assert response.url == f"/draft/{key}/questions/information/"
    assert told(two, FIRST) == {"countries": ["NPL"], "themes": ["torture"]}
    assert told(two, SECOND) == {"countries": ["KEN"], "themes": ["housing"]}
    assert drawer.KEY not in two.session


@pytest.mark.parametrize("page", ["check/", "advice/", "urgent/", "questions/last/", "later/"])
def test_each_page_is_on_its_own_draft_and_leads_nowhere_else(two, page):
    shown = two.get(f"/draft/{SECOND}/{page}").content.decode()
    assert f"/draft/{SECOND}/" in shown
    assert FIRST not in shown
    for plain in ('"/check/', '"/advice/', '"/questions/', '"/urgent/', '"/later/', '"/saved/new/', '"/draft/delete/'):
        assert plain not in shown


@pytest.mark.parametrize(
    "page", ["/advice/", "/check/", "/questions/", "/urgent/", "/check/change/themes/", "/advice/json/"]
)
def test_an_address_without_an_id_leads_to_the_only_draft(one, page):
    assert one.get(page).url == f"/draft/{FIRST}{page}"
    assert one.get(f"{page}?a=1").url == f"/draft/{FIRST}{page}?a=1"


def test_with_several_open_it_leads_to_their_list_but_for_the_urgent_steps(two):
    assert two.get("/advice/").url == "/start/"
    assert two.get("/urgent/").status_code == 200


def test_a_visit_begun_in_an_earlier_release_goes_on_at_its_addresses(two):
    session = two.session
    session[drawer.KEY] = {"kind": drawer.KIND, "version": drawer.VERSION, "answers": {"countries": ["TGO"]}}
    session.save()
    page = two.get("/check/")
    assert page.status_code == 200
    assert "Togo" in page.content.decode()
    assert two.post("/questions/themes/", {"go": "next", "themes": ["torture"]}).url == "/questions/information/"
    assert told(two, FIRST) == {"countries": ["NPL"]}


def test_without_a_draft_a_page_of_questions_begins_one(client, edition):
    first = client.get("/questions/places/").url
    assert addresses.WITH_ID.fullmatch(first)["page"] == "/questions/places/"
    assert "sessionid" not in client.cookies
    assert client.get("/advice/").url == "/start/"


def test_an_id_that_is_gone_shows_nothing(client, edition):
    assert client.get(f"/draft/{FIRST}/advice/").url == "/start/"


@pytest.mark.parametrize(
    "page", ["", "start/", "saved/", "reference/", "account/login/", "api/v1/openapi.json", "admin/"]
)
def test_no_other_page_has_an_id(one, page):
    assert one.get(f"/draft/{FIRST}/{page}").status_code == 404


def test_afterwards_nothing_of_the_draft_is_left(one):
    one.get(f"/draft/{FIRST}/check/")
    assert addresses.here() == addresses.NO_ID


def test_saved_answers_that_are_being_changed_are_not_those_of_a_draft(edition):
    anna = person("anna@one.example")
    client = drafts(signed_in(anna), **{FIRST: {"countries": ["NPL"]}})
    saved = save(anna)
    client.post(f"/saved/{saved.pk}/answers/")
    assert "You are changing the answers" in client.get("/check/").content.decode()
    page = client.get(f"/draft/{FIRST}/check/").content.decode()
    assert "You are changing the answers" not in page
    client.post(f"/draft/{FIRST}/draft/delete/")
    assert "You are changing the answers" in client.get("/check/").content.decode()


def test_a_page_of_answers_that_are_no_longer_open_saves_nothing(edition):
    anna = person("anna@one.example")
    client, first, second = signed_in(anna), save(anna), save(anna)
    client.post(f"/saved/{first.pk}/answers/")
    ticket = re.search(r'name="ticket" value="(\w+)"', client.get("/check/change/themes/").content.decode())[1]
    client.post(f"/saved/{first.pk}/answers/stop/")
    client.post(f"/saved/{second.pk}/answers/")
    before = client.session[drawer.KEY]
    stale = client.post("/check/change/themes/", {"go": "next", "themes": ["housing"], "ticket": ticket}, follow=True)
    assert stale.redirect_chain == [("/start/", 302)]
    assert "Nothing was saved" in stale.content.decode()
    assert client.session[drawer.KEY] == before
    fresh = {"go": "next", "themes": ["housing"], "ticket": before["ticket"]}
    assert client.post("/check/change/themes/", fresh).status_code == 302
    assert client.session[drawer.KEY]["answers"]["themes"] == ["housing"]
