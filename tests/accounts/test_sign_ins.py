"""A person sees where they are signed in, ends it, and is signed out in the end; the database tells nobody else."""

import json
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.utils import timezone

from accounts import sessions, sign_ins
from accounts.models import SignIn
from accounts.sessions import SessionStore

from .people import PASSWORD, person, signed_in

ANNA = "anna@one.example"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
PHONE = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36"
ADDRESS = "203.0.113.77"

pytestmark = pytest.mark.django_db


def browser(agent: str, **more) -> Client:
    client = Client(headers={"User-Agent": agent}, **more)
    client.post("/account/login/", {"login": ANNA, "password": PASSWORD})
    return client


def is_in(client: Client) -> bool:
    return client.get("/account/").status_code == 200


def aged(client: Client, hours: float) -> None:
    """As if this visit had begun, and been used last, so long ago."""
    session = client.session
    moved = {when: session[sessions.SIGN_IN][when] - hours * 3600 for when in ("began", "seen")}
    session[sessions.SIGN_IN] = session[sessions.SIGN_IN] | moved
    session.save()


def test_the_list_has_each_device_in_words_and_one_or_all_can_be_ended():
    anna, ben = person(ANNA), person("ben@two.example")
    here, phone, other = browser(FIREFOX), browser(PHONE), signed_in(ben)
    aged(phone, 3)
    visits = sign_ins.of(anna, here.session)
    told = [(visit.device, visit.began, visit.seen, visit.is_this) for visit in visits]
    assert told == [("Firefox on Linux", 0, 0, True), ("Chrome on Android", 3, 3, False)]
    assert not sign_ins.end(ben, visits[1].stored_as), "only one's own"
    assert is_in(phone)
    assert sign_ins.end(anna, visits[1].stored_as)
    assert (is_in(here), is_in(phone), is_in(other)) == (True, False, True)
    again = browser("")
    assert sign_ins.of(anna, again.session)[0].device == "A browser that does not say what it is"
    assert sign_ins.end_others(anna, again.session) == 1
    assert (is_in(here), is_in(again)) == (False, True)
    assert sign_ins.end_all(anna) == 1
    assert (is_in(again), is_in(other)) == (False, True)


def test_the_database_tells_neither_owner_nor_device_nor_address():
    anna = person(ANNA)
    client = browser(FIREFOX, REMOTE_ADDR=ADDRESS)
    row = SignIn.objects.get()
    assert row.pk == sessions.name(client.session.session_key)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM accounts_signin")
        assert str(anna.pk) not in {str(value) for row in cursor.fetchall() for value in row}
        cursor.execute("SELECT session_data FROM django_session")
        kept = str(cursor.fetchall())
    assert not any(word in kept for word in ("Firefox", "Linux", ADDRESS))
    assert ADDRESS not in json.dumps(dict(client.session.items()))


def test_a_visit_ends_in_the_end_whatever_one_does_and_the_page_says_so(settings):
    anna = person(ANNA)
    client = browser(FIREFOX)
    aged(client, settings.SIGN_IN_HOURS - 0.5)
    assert is_in(client)
    aged(client, 1)
    assert sign_ins.of(anna, SessionStore()) == []
    asked = client.get("/account/", follow=True)
    assert asked.redirect_chain[0][0].startswith("/account/login/")
    assert "You were signed in for 12 hours." in asked.content.decode()
    client.post("/account/login/", {"login": ANNA, "password": PASSWORD})
    assert is_in(client)
    assert sign_ins.TOO_LONG not in client.session


def test_being_there_is_kept_to_the_hour_and_costs_nothing_within_it(django_assert_num_queries):
    person(ANNA)
    client = browser(FIREFOX)
    before = client.session[sessions.SIGN_IN]
    client.get("/account/")
    assert client.session[sessions.SIGN_IN] == before
    aged(client, 2)
    client.get("/account/")
    assert client.session[sessions.SIGN_IN]["seen"] > before["seen"] - 60


def test_a_visit_from_before_this_was_kept_is_listed_once_it_goes_on():
    anna = person(ANNA)
    client = browser(FIREFOX)
    session = client.session
    del session[sessions.SIGN_IN]
    session.save()
    SignIn.objects.all().delete()
    assert is_in(client)
    assert [visit.is_this for visit in sign_ins.of(anna, client.session)] == [True]


def test_it_is_found_and_ended_after_a_change_of_the_key(settings):
    anna = person(ANNA)
    client = browser(FIREFOX)
    settings.SECRET_KEY_FALLBACKS, settings.SECRET_KEY = [settings.SECRET_KEY], "another-key-" * 5
    before = SignIn.objects.get().owner
    assert len(sign_ins.of(anna, SessionStore())) == 1
    call_command("reseal", verbosity=0)
    assert SignIn.objects.get().owner != before
    assert sign_ins.end_all(anna) == 1
    assert not is_in(client)


def test_what_is_over_is_forgotten():
    anna = person(ANNA)
    gone, left, kept = browser(FIREFOX), browser(FIREFOX), browser(PHONE)
    left.post("/account/logout/")
    Session.objects.filter(pk=sessions.name(gone.session.session_key)).update(expire_date=timezone.now() - timedelta(1))
    call_command("clearsessions")
    assert sign_ins.tidy() == 1
    assert SignIn.objects.get().pk == sessions.name(kept.session.session_key)
    anna.set_password("another four plain words")
    anna.save()
    assert sign_ins.of(anna, SessionStore()) == [], "signed in by the old password is signed in no more"
