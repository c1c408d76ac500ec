"""The advice as one file: it asks nobody for anything, leads nowhere into the portal, and says what the page says."""

import re

import pytest
from django.contrib.auth.models import AnonymousUser
from lxml import html

from advisor.advice import one_file, page
from advisor.questions import drawer
from tests.accounts.people import person, signed_in
from tests.advisor.matters import matter

from .reading import FIRST_SCREENS

ANSWERS = {
    "countries": ["KEN"],
    "themes": ["minorities"],
    "information": "individual-cases",
    "identification": "anonymous",
}


@pytest.fixture(autouse=True)
def the_day(settings):
    settings.FIXED_DAY = "2026-11-24"


def asked_by(rf):
    request = rf.post("/advice/file/")
    request.user, request.session = AnonymousUser(), {}
    return request


@pytest.mark.parametrize("case", FIRST_SCREENS)
def test_it_stands_alone_and_says_what_the_page_says(case, advised, frozen, rf):
    advice = advised(case)
    text = one_file.write(asked_by(rf), advice, frozen, with_answers=True)
    document = html.document_fromstring(text)
    asked = [
        (element.tag, name, value)
        for element in document.iter()
        for name, value in element.attrib.items()
        if name in ("src", "srcset", "data", "action", "formaction", "poster") and not value.startswith("data:")
    ]
    assert asked == []
    links = [link.get("href") for link in document.iter("a") if link.get("href")]
    assert [link for link in links if not link.startswith(("https://", "http://", "mailto:", "#"))] == []
    assert re.findall(r"portal\.js|url\((?!#)|@import|<(?:script|form|button)", text) == []
    anchors = {element.get("id") for element in document.iter() if element.get("id")}
    assert [link for link in links if link.startswith("#") and link[1:] not in anchors] == []
    shown = page.build(advice, frozen, {})
    words = " ".join(document.text_content().split())
    assert all(str(card.name) in words for card in shown.cards)
    assert [cite.name for cite in shown.sources if cite.name not in words] == []


def test_a_copy_to_share_has_no_answers(advised, frozen, rf):
    advice = advised("defender-tortured-in-custody")
    own, shared = (one_file.write(asked_by(rf), advice, frozen, with_answers=wish) for wish in (True, False))
    assert "It holds your answers." in own
    assert "are left out" in shared
    assert len(shared) < len(own)


def test_a_guest_and_a_member_take_it_away(client, edition):
    session = client.session
    session[drawer.KEY] = {"kind": drawer.KIND, "version": drawer.VERSION, "answers": ANSWERS, "no_danger": "no"}
    session.save()
    answer = client.post("/advice/file/", {"copy": "shared", "length": "brief"})
    assert answer.headers["Content-Disposition"] == 'attachment; filename="advice-2026-11-24-to-share.html"'
    assert answer.headers["Cache-Control"] == "no-store"
    assert len(answer.content) < 400_000
    anna, ben = person("anna@one.example"), person("ben@one.example")
    saved = matter(owner=anna)
    assert signed_in(anna).post(f"/saved/{saved.pk}/file/").status_code == 200
    assert signed_in(ben).post(f"/saved/{saved.pk}/file/").status_code == 404
    assert client.get("/advice/file/").status_code == 405
