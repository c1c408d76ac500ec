"""Codes from an app and recovery codes, sealed in the database and asked for at every way in."""

import re
from importlib import import_module
from types import SimpleNamespace

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.apps import apps
from django.contrib.auth.models import Group
from django.core import mail
from django.db import connection
from django.test import Client

from accounts import second_factor, staff
from accounts.models import User

from .people import PASSWORD, person

NOW = 58_000_000
"""The half minute since 1970 in which these tests run."""


def app_shows(secret: str) -> str:
    """What an authenticator app would show."""
    return format_hotp_value(hotp_value(secret, NOW))


@pytest.fixture(autouse=True)
def time_stands_still(monkeypatch):
    monkeypatch.setattr("allauth.mfa.totp.internal.auth.yield_hotp_counters_from_time", lambda: [NOW])


@pytest.fixture
def anna(db):
    return person("anna@one.example")


def sign_in(client: Client):
    return client.post("/account/login/", {"login": "anna@one.example", "password": PASSWORD}, follow=True)


@pytest.fixture
def secret(anna, client) -> str:
    """Codes are on; this is the secret that the app holds. `client` is signed in and has just proved who it is."""
    sign_in(client)
    asked = client.get("/account/2fa/totp/activate/", follow=True)
    assert asked.redirect_chain[-1][0].startswith("/account/reauthenticate/")
    page = client.post(asked.redirect_chain[-1][0], {"password": PASSWORD}, follow=True).content.decode()
    found = re.search(r'id="authenticator_secret" value="(\w+)"', page).group(1)
    done = client.post("/account/2fa/totp/activate/", {"code": app_shows(found)}, follow=True)
    assert done.redirect_chain[-1][0] == "/account/2fa/recovery-codes/"
    return found


def is_signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_the_password_alone_opens_nothing(secret):
    client = Client()
    assert sign_in(client).redirect_chain[-1][0] == "/account/2fa/authenticate/"
    assert client.get("/account/").status_code == 302
    client.post("/account/2fa/authenticate/", {"code": "000000"})
    assert not is_signed_in(client)


def test_a_code_is_taken_once(secret):
    code = app_shows(secret)
    first, second = Client(), Client()
    for client in (first, second):
        sign_in(client)
        client.post("/account/2fa/authenticate/", {"code": code})
    assert is_signed_in(first)
    assert not is_signed_in(second)


def test_a_recovery_code_opens_the_account_once(secret, client):
    page = client.get("/account/2fa/recovery-codes/").content.decode()
    code = re.findall(r"<code>(\w+)</code>", page)[0]
    first, second = Client(), Client()
    for other in (first, second):
        sign_in(other)
        other.post("/account/2fa/authenticate/", {"code": code})
    assert is_signed_in(first)
    assert not is_signed_in(second)


def test_the_database_holds_no_secret_that_would_make_a_code(secret, anna):
    kept = str(list(Authenticator.objects.values("data")))
    assert secret not in kept
    totp = Authenticator.objects.get(user=anna, type="totp").wrap()
    assert totp.validate_code("000000") is False


def test_every_change_is_told_by_mail_without_a_place(transactional_db, secret):
    told = [sent for sent in mail.outbox if sent.subject == "About your account"]
    assert len(told) == 1
    assert not any("127.0.0.1" in sent.body or "Browser" in sent.body for sent in told)


def test_it_can_be_turned_off(secret, client, anna):
    client.post("/account/2fa/totp/deactivate/")
    assert not Authenticator.objects.filter(user=anna, type="totp").exists()
    other = Client()
    sign_in(other)
    assert is_signed_in(other)


def test_guessing_is_counted(secret):
    client = Client()
    sign_in(client)
    pages = [client.post("/account/2fa/authenticate/", {"code": "000000"}).content.decode() for _ in range(6)]
    assert "This code is not right" in pages[0]
    assert "Too many tries" in pages[-1]


def activated_unseen(client: Client) -> None:
    """The right code was entered, and then the connection was gone: nobody has seen the recovery codes."""
    sign_in(client)
    activate(client)


def activate(client: Client) -> None:
    asked = client.get("/account/2fa/totp/activate/", follow=True)
    page = client.post(asked.redirect_chain[-1][0], {"password": PASSWORD}, follow=True).content.decode()
    found = re.search(r'id="authenticator_secret" value="(\w+)"', page).group(1)
    assert client.post("/account/2fa/totp/activate/", {"code": app_shows(found)}).status_code == 302


def test_no_factor_counts_before_its_recovery_codes_were_seen(anna, client):
    """Without them its owner could lock themselves out, as an editor did."""
    activated_unseen(client)
    assert second_factor.is_pending(anna)
    other = Client()
    sign_in(other)
    assert is_signed_in(other)
    page = client.get("/account/2fa/").content.decode()
    assert "Your second factor is not on yet." in page
    assert "This is on." not in page
    refused = client.post("/account/2fa/recovery-codes/generate/")
    assert "First look at the codes" in refused.content.decode()
    assert client.get("/account/2fa/recovery-codes/").status_code == 200
    assert second_factor.is_active(anna)
    late = Client()
    sign_in(late)
    assert not is_signed_in(late)


def test_new_recovery_codes_leave_the_factor_on(transactional_db, secret, client, anna):
    assert client.post("/account/2fa/recovery-codes/generate/").status_code == 302
    assert second_factor.is_active(anna), "before the new ones were seen"
    assert not second_factor.is_pending(anna)


def test_factors_from_before_count(secret, anna):
    Authenticator.objects.filter(type="recovery_codes").update(data={"seed": "s", "used_mask": 0})
    assert second_factor.is_pending(anna)
    import_module("accounts.migrations.0005_events_and_sign_ins").factors_count(
        apps, SimpleNamespace(connection=connection)
    )
    assert second_factor.is_active(anna)


@pytest.mark.parametrize(
    ("role", "more", "due"),
    [
        (staff.APPROVER, {"is_staff": True}, True),
        (staff.ADMINISTRATOR, {"is_staff": True}, True),
        (None, {"is_superuser": True}, True),
        (staff.EDITOR, {"is_staff": True}, False),
        (None, {}, False),
    ],
)
def test_who_may_do_much_gets_nowhere_without_a_second_factor(db, settings, role, more, due):
    settings.STAFF_SECOND_FACTOR = True
    user = User.objects.create_user("ed", password=PASSWORD, **more)
    user.groups.set(Group.objects.filter(name=role))
    client = Client()
    client.post("/account/login/", {"login": "ed", "password": PASSWORD})
    assert is_signed_in(client)
    for path in ("/admin/", "/account/", "/saved/", "/", "/admin/accounts/user/"):
        answer = client.get(path)
        assert (answer.status_code == 302 and answer.headers["Location"] == "/account/2fa/") is due, path
    assert client.get("/account/2fa/").status_code == 200
    if due:
        assert client.post("/account/", {"first_name": "x"}).headers["Location"] == "/account/2fa/"
        activate(client)
        assert client.get("/admin/").headers["Location"] == "/account/2fa/recovery-codes/"
        client.get("/account/2fa/recovery-codes/")
        assert client.get("/account/").status_code == 200
        assert client.post("/account/logout/").status_code == 302
        client.post("/account/login/", {"login": "ed", "password": PASSWORD})
        assert not is_signed_in(client), "asked for at the one sign-in, though there is no address"


@pytest.mark.parametrize("path", ["", "totp/activate/", "webauthn/", "webauthn/add/", "recovery-codes/generate/"])
def test_its_pages_need_a_sign_in(db, path):
    assert Client().get(f"/account/2fa/{path}").headers["Location"].startswith("/account/login/")
