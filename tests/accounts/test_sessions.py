"""Sessions lie sealed under a digest of their key; those from before are read until they end."""

import json
from datetime import timedelta
from importlib import import_module

import pytest
from cryptography.fernet import InvalidToken
from django.conf import settings as portal
from django.contrib.sessions.backends.base import CreateError, UpdateError
from django.contrib.sessions.backends.db import SessionStore as PlainStore
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.utils import timezone

from accounts import sessions
from accounts.sessions import SessionStore

from .people import person, signed_in

NEW = "another-key-" * 5

pytestmark = pytest.mark.django_db


def stored(content: str = "torture", **more) -> SessionStore:
    session = SessionStore()
    session.update({"answers": content, **more})
    session.save()
    return session


def plain(content: str = "torture") -> str:
    """A session as the release before kept it. Out: the key in the visitor's cookie."""
    session = PlainStore()
    session["answers"] = content
    session.save()
    return session.session_key


def rows() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM django_session")
        return "\n".join(str(value) for row in cursor.fetchall() for value in row)


def test_the_portal_uses_them():
    assert import_module(portal.SESSION_ENGINE).SessionStore is SessionStore


def test_the_database_holds_neither_the_key_nor_the_content():
    session = stored()
    assert session.session_key not in rows()
    assert "torture" not in rows()
    assert PlainStore().decode(Session.objects.get().session_data) == {}
    assert SessionStore(session.session_key)["answers"] == "torture"


def test_what_lies_in_the_database_opens_no_session():
    """Neither its name as a cookie, nor its content moved into a session of one's own."""
    stored()
    theirs = Session.objects.get()
    assert SessionStore(theirs.session_key).load() == {}
    mine = stored("mine")
    Session.objects.filter(pk=sessions.name(mine.session_key)).update(session_data=theirs.session_data)
    assert SessionStore(mine.session_key).load() == {}


def test_two_with_the_same_content_differ_and_are_as_long_as_an_empty_one():
    stored(), stored(), stored("")
    first, second, empty = Session.objects.values_list("session_data", flat=True)
    assert first != second
    assert len(first) == len(second) == len(empty)


def test_a_session_from_before_is_read_and_sealed_when_it_changes():
    key = plain()
    session = SessionStore(key)
    assert session["answers"] == "torture"
    assert Session.objects.get().pk == key, "reading changes nothing"
    session["more"] = "x"
    session.save()
    assert Session.objects.get().pk == sessions.name(key)
    assert "torture" not in rows()
    assert dict(SessionStore(key).items()) == {"answers": "torture", "more": "x"}


def test_of_two_who_change_one_from_before_the_second_finds_it():
    key = plain()
    first, second = SessionStore(key), SessionStore(key)
    first["a"], second["b"] = 1, 2
    first.save(), second.save()
    assert dict(SessionStore(key).items()) == {"answers": "torture", "b": 2}
    assert Session.objects.count() == 1


def test_a_visitor_with_a_session_from_before_stays_signed_in():
    anna = person("anna@one.example")
    client = signed_in(anna)
    held = sessions.opened(Session.objects.get())
    Session.objects.all().delete()
    old = PlainStore()
    old.update(held)
    old.save()
    client.cookies["sessionid"] = old.session_key
    assert client.get("/account/").status_code == 200


def test_after_a_change_of_the_key_it_is_found_and_gets_its_new_name(settings):
    key, before = stored().session_key, Session.objects.get()
    settings.SECRET_KEY_FALLBACKS, settings.SECRET_KEY = [settings.SECRET_KEY], NEW
    session = SessionStore(key)
    assert session["answers"] == "torture"
    session["more"] = "x"
    session.save()
    after = Session.objects.get()
    assert after.pk == sessions.name(key) != before.pk
    settings.SECRET_KEY_FALLBACKS = []
    assert SessionStore(key)["answers"] == "torture"


def test_rewriting_keeps_the_day_on_which_it_ends_and_notices_a_change_meanwhile():
    key = plain()
    row = Session.objects.get()
    assert sessions.rewrite(row, {"answers": "other"})
    assert not sessions.rewrite(row, {"answers": "late"}), "it is no longer as it was read"
    assert (SessionStore(key)["answers"], Session.objects.get().expire_date) == ("other", row.expire_date)


def test_sealing_anew_refuses_what_no_key_opens(settings):
    stored()
    settings.SECRET_KEY = NEW
    with pytest.raises(InvalidToken):
        sessions.seal_anew(Session.objects.get())
    assert sessions.opened(Session.objects.get()) == {}


def test_deleting_and_ending():
    kept, over, old = stored("kept"), stored("over"), plain()
    SessionStore(old).delete()
    Session.objects.filter(pk=sessions.name(over.session_key)).update(expire_date=timezone.now() - timedelta(1))
    assert SessionStore(over.session_key).load() == {}
    call_command("clearsessions")
    assert [row.pk for row in Session.objects.all()] == [sessions.name(kept.session_key)]
    kept.flush()
    assert not Session.objects.exists()


def test_it_keeps_to_what_django_promises():
    session = stored()
    assert SessionStore().exists(session.session_key)
    assert not SessionStore().exists("x" * 32)
    with pytest.raises(CreateError):
        SessionStore(session.session_key).save(must_create=True)
    before = session.session_key
    session.cycle_key()
    assert (SessionStore(before).load(), SessionStore(session.session_key)["answers"]) == ({}, "torture")
    late = SessionStore(session.session_key)
    assert late["answers"]
    session.flush()
    with pytest.raises(UpdateError):
        late.save()
    with pytest.raises(UpdateError):
        SessionStore(before).save()
    assert SessionStore(session.session_key).decode(session.encode({"a": 1})) == {"a": 1}


@pytest.mark.parametrize("key", ["a\\000b-and-more", "a\x00b-and-more", "\udcff" * 9, "x" * 300, "å" * 32])
def test_any_cookie_is_an_answer_as_good_as_none(key):
    assert SessionStore(key).load() == {}
    client = Client()
    client.cookies["sessionid"] = "a\\000b-and-more"
    assert client.get("/account/login/").status_code == 200


def test_odd_letters_come_back():
    odd = {"answers": "é \ud800 \x00 عربي"}
    session = SessionStore()
    session.update(odd)
    session.save()
    assert dict(SessionStore(session.session_key).items()) == odd
    assert json.dumps(odd)
