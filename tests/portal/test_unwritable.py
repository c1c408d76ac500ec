"""A database that cannot be written: nothing typed is lost, and reading goes on."""

import re
from pathlib import Path

import pytest
from django.db import OperationalError, connection
from django.test import Client

from accounts import visits
from portal.environment import database
from tests.accounts.people import person, signed_in
from tests.advisor.saved.saved import kept as save

OURS = {"HTTP_ACCEPT": "text/html", "HTTP_ORIGIN": "http://testserver"}


@pytest.fixture
def held():
    """Every write fails, as while somebody else holds the database for long, or the disk is full."""

    def refuse(execute, sql, params, many, context):
        if re.match(r"(?i)insert|update|delete", sql):
            raise OperationalError("database is locked")
        return execute(sql, params, many, context)

    return lambda: connection.execute_wrapper(refuse)


def test_a_note_comes_back_to_be_sent_again_and_reading_works(edition, held):
    anna = person("anna@one.example")
    client, saved = signed_in(anna), save(anna)
    client.raise_request_exception = False
    path = f"/saved/{saved.pk}/notes/"
    typed = {"notes": "Behind the bakery", "revision": str(saved.revision)}
    with held():
        answer = client.post(path, typed, **OURS)
        assert (answer.status_code, answer.headers["Retry-After"]) == (503, "60")
        page = answer.content.decode()
        assert "It cannot be saved at the moment" in page
        assert "Behind the bakery</textarea>" in page
        fields = dict(re.findall(r'name="(\w+)" value="([^"]*)"', page))
        assert (fields["notes"], fields["revision"]) == (typed["notes"], typed["revision"])
        assert client.get(f"/saved/{saved.pk}/").status_code == 200
        assert client.get("/reference/").status_code == 200
        assert "Behind" not in client.post(path, typed).content.decode(), "scripts keep what they sent themselves"
    assert client.post(path, fields, **OURS).status_code == 302


def test_a_visit_that_cannot_be_kept_is_told_so_and_not_called_a_bad_request(client: Client, edition, held):
    client.post("/questions/places/", {"go": "next", "countries": ["NPL"]})
    client.raise_request_exception = False
    with held():
        answer = client.post("/questions/themes/", {"go": "next", "themes": ["torture"]}, **OURS)
    assert answer.status_code == 503
    assert 'name="themes" value="torture"' in answer.content.decode()


def test_a_page_is_shown_although_the_visit_cannot_be_prolonged(client: Client, edition, held):
    client.post("/account/short-visit/")
    session = client.session
    session[visits.SHORT] -= visits.STEP
    session.save()
    with held():
        assert client.get("/reference/").status_code == 200
    before = client.session[visits.SHORT]
    client.get("/reference/")
    assert client.session[visits.SHORT] > before, "once it can be written, it is"


def test_any_other_fault_is_told_as_ours(client: Client, edition, monkeypatch):
    def broken(*_args, **_more):
        raise ValueError("anything")

    client.raise_request_exception = False
    monkeypatch.setattr("advisor.questions.views.drawer.keep", broken)
    assert client.post("/questions/places/", {"go": "next", "countries": ["NPL"]}, **OURS).status_code == 500


def test_readers_need_no_room_and_nobody_waits_for_ever(tmp_path: Path):
    """A file that stays open needs nothing new beside it; a write waits for some seconds."""
    made = database("X", f"sqlite:///{tmp_path / 'x.sqlite3'}", pool=False)
    assert made["CONN_MAX_AGE"] is None
    assert 5 <= made["OPTIONS"]["timeout"] <= 10
