"""The brief as a file for word processors: of a draft and of saved advice, under a name that tells nothing."""

import pytest
from django.urls import reverse

from advisor.questions import drawer
from tests.accounts.people import person, signed_in
from tests.advisor.matters import matter

ANSWERS = {"countries": ["KEN"], "themes": ["minorities"], "information": "individual-cases"}


@pytest.fixture(autouse=True)
def the_day(settings, edition):
    settings.FIXED_DAY = "2026-11-24"


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_a_guest_takes_it_away(client, kind):
    session = client.session
    session[drawer.KEY] = {"kind": drawer.KIND, "version": drawer.VERSION, "answers": ANSWERS, "no_danger": "no"}
    session.save()
    page = client.get("/advice/").content.decode()
    assert 'formaction="/advice/brief/"' in page
    answer = client.post("/advice/brief/", {"file": kind, "copy": "shared", "paper": "letter", "length": "brief"})
    assert answer.headers["Content-Disposition"] == f'attachment; filename="advice-brief-2026-11-24-to-share.{kind}"'
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.content.startswith(b"PK")


def test_without_a_draft_one_starts_one_and_what_is_no_file_is_refused(client):
    assert client.post("/advice/brief/", {"file": "docx"}).headers["Location"] == "/start/"
    assert client.post("/advice/brief/", {"file": "exe"}).status_code == 400
    assert client.post("/advice/brief/", {"file": "docx", "paper": "a0"}).status_code == 400
    assert client.get("/advice/brief/").status_code == 405


def test_of_saved_advice_for_those_who_may_read_it():
    anna, ben = person("anna@one.example"), person("ben@one.example")
    saved = matter(owner=anna)
    where = reverse("advisor:saved-brief", args=[saved.pk])
    assert signed_in(anna).post(where, {"file": "odt"}).status_code == 200
    assert signed_in(ben).post(where, {"file": "odt"}).status_code == 404
    assert f'formaction="{where}"' in signed_in(anna).get(reverse("advisor:saved", args=[saved.pk])).content.decode()
