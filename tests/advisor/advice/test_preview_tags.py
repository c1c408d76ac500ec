"""The route that leads so far, beside the answers."""

import re

import pytest
from django.test import Client

from advisor.questions import drawer

MATTER = {
    "countries": ["PHL"],
    "themes": ["housing"],
    "information": "country-overview",
    "scale": "law-or-policy",
    "evidence": "direct",
    "outcomes": ["recommendations"],
    "effort": "months",
}


@pytest.fixture
def visitor(client: Client, edition) -> Client:
    session = client.session
    session[drawer.KEY] = {"kind": drawer.KIND, "version": drawer.VERSION, "answers": MATTER}
    session.save()
    return client


def previewed(page: str) -> str:
    """The words of the preview."""
    found = re.search(r'<aside class="notice preview".*?</aside>', page, flags=re.S)
    return " ".join(re.sub(r"<[^>]+>", " ", found[0] if found else page).split())


def test_the_check_page_names_the_leading_route_and_why(visitor):
    said = previewed(visitor.get("/check/").content.decode())
    assert said.startswith("Leading so far")
    assert "Because " in said


def test_it_changes_with_what_stands_on_the_page_and_nothing_is_kept(visitor):
    before = previewed(visitor.get("/check/change/information/").content.decode())
    case = {"information": "individual-cases", "scale": "single-case", "evidence": "direct"}
    after = previewed(visitor.post("/check/change/information/preview/", case).content.decode())
    assert after != before
    assert visitor.session[drawer.KEY]["answers"] == MATTER


def test_what_is_wrong_on_the_page_counts_as_not_said(visitor):
    response = visitor.post("/check/change/information/preview/", {"information": "nonsense"})
    assert response.status_code == 200
    assert "Leading so far" in response.content.decode()


def test_on_the_way_through_nothing_is_foretold(visitor):
    assert "Leading so far" not in visitor.get("/questions/information/").content.decode()


@pytest.mark.parametrize("path", ["/check/change/nothing/preview/", "/check/step/information/preview/"])
def test_other_addresses_show_nothing(visitor, path):
    assert visitor.post(path, {}).status_code == 404
