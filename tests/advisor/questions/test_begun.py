"""How a matter begins: danger asked once, several in one visit, listed on the start page, deleted."""

import re

import pytest
from django.test import Client

from advisor.questions import drawer


@pytest.fixture
def visitor(client: Client, edition):
    return client


def test_starting_leaves_what_was_begun_as_it_is(visitor):
    visitor.post("/questions/places/", {"go": "next", "countries": ["EGY"]})
    fresh = visitor.post("/start/").url
    visitor.post(fresh, {"go": "next", "countries": ["NPL", "KEN", "PHL"]})
    assert visitor.session[drawer.KEY]["answers"] == {"countries": ["EGY"]}
    page = visitor.get("/start/").content.decode()
    assert "Continue: Egypt" in page
    assert re.search("Continue: Kenya, Nepal,? and others", page)
    assert len(re.findall(r"begun 0.minutes ago", page)) == 1


def test_what_was_begun_is_named_on_no_other_page(visitor):
    begun = visitor.post("/start/").url
    visitor.post(begun, {"go": "next", "countries": ["TGO"]})
    other = visitor.post("/start/").url
    for path in ("/", "/safety/", other, other.replace("questions/places", "check")):
        assert "Togo" not in re.sub(r"<fieldset.*</fieldset>", "", visitor.get(path).content.decode(), flags=re.S)


def test_a_draft_without_an_answer_is_not_offered(visitor):
    visitor.post("/start/")
    assert "Continue:" not in visitor.get("/start/").content.decode()


def test_one_draft_is_deleted_and_the_others_stay(visitor):
    first, second = (visitor.post("/start/").url for _ in range(2))
    visitor.post(first, {"go": "next", "countries": ["NPL"]})
    visitor.post(second, {"go": "next", "countries": ["KEN"]})
    assert visitor.post(first.replace("questions/places", "draft/delete")).url == "/start/"
    page = visitor.get("/start/").content.decode()
    assert ("Nepal" in page, "Continue: Kenya" in page) == (False, True)


@pytest.mark.parametrize("way", ["/drafts/delete/", "/leave/"])
def test_all_drafts_are_deleted_at_once(visitor, way):
    visitor.post("/questions/access/", {"go": "next", "effort": "days"})
    begun = visitor.post("/start/").url
    visitor.post(begun, {"go": "next", "countries": ["NPL"]})
    visitor.post(way)
    assert not {drawer.KEY, drawer.DRAFTS} & {*visitor.session.keys()}


def test_where_many_are_open_the_oldest_may_go_and_none_is_lost_silently(visitor):
    opened = [visitor.post("/start/").url for _ in range(3)]
    for place in range(drawer.MOST_OPEN):
        opened.append(visitor.post("/start/").url)
        visitor.post(opened[-1], {"go": "next", "countries": ["NPL" if place else "KEN"]})
    full = visitor.post("/start/", {"danger": "yes"})
    page = full.content.decode()
    assert full.status_code == 409
    assert "The oldest is: Kenya." in page
    assert 'href="/urgent/"' in page
    assert page.count("Continue: ") == drawer.MOST_OPEN
    oldest = re.search(r'name="forget" value="(\w+)"', page)[1]
    begun = visitor.post("/start/", {"danger": "yes", "forget": oldest})
    assert begun.url.endswith("/questions/place-and-theme/")
    page = visitor.get("/start/").content.decode()
    assert ("Kenya" in page, page.count("Continue: ")) == (False, drawer.MOST_OPEN)


CASES = {"go": "next", "information": "individual-cases", "scale": "single-case"}


def test_who_said_that_nobody_is_in_danger_is_not_asked_again(visitor):
    places = visitor.post("/start/").url
    draft = places.removesuffix("/questions/places/")
    visitor.post(f"{draft}/questions/information/", CASES)
    page = visitor.get(f"{draft}/questions/events/").content.decode()
    assert "Is someone in danger now?" not in page
    assert "Does the harm go on, or is it over?" in page
    assert 'value="imminent"' not in page
    assert visitor.post(f"{draft}/questions/events/", {"go": "next", "urgency": "imminent"}).status_code == 422
    visitor.post(f"{draft}/questions/events/", {"go": "next", "urgency": "past"})
    assert 'value="imminent"' in visitor.get(f"{draft}/check/change/events/").content.decode()


def test_danger_that_comes_up_later_leads_to_the_urgent_steps(visitor):
    draft = visitor.post("/start/").url.removesuffix("/questions/places/")
    visitor.post(f"{draft}/questions/information/", CASES)
    assert visitor.post(f"{draft}/questions/events/", {"go": "danger"}).url == f"{draft}/urgent/"
    kept = next(iter(visitor.session[drawer.DRAFTS].values()))["answers"]
    assert kept["urgency"] == "imminent"


def test_no_page_counts_those_that_are_still_to_come(visitor):
    first = visitor.post("/start/").url
    page = visitor.get(first).content.decode()
    assert "Where and what" in page
    assert not re.search(r"\d+ more pages|Page \d+", page)
