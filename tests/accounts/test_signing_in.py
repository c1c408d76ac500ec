"""Signing up and in through the pages: codes by mail, nobody learns who has an account, attempts are counted."""

import re

import pytest
from allauth.account import app_settings as account_settings
from allauth.core.internal.ratelimit import parse_rates
from django.contrib.auth.hashers import MD5PasswordHasher, identify_hasher
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from accounts.models import User
from portal import settings as portal_settings

from .people import PASSWORD, last_code, person, signed_in

NOT_SAID = re.compile(r"human.?right|united nations|\bUN\b|\bHRC\b|advi[cs]|testserver|http", re.IGNORECASE)
ANNA = "anna@one.example"


def sign_up(client: Client, email: str = ANNA, password: str = PASSWORD):
    return client.post("/account/signup/", {"email": email, "password1": password}, follow=True)


def sign_in(client: Client, email: str = ANNA, password: str = PASSWORD, **more):
    return client.post("/account/login/", {"login": email, "password": password}, follow=True, **more)


def confirm(client: Client):
    return client.post("/account/confirm-email/", {"code": last_code()}, follow=True)


def is_signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


@pytest.fixture(autouse=True)
def mails_are_neutral(db):
    yield
    for sent in mail.outbox:
        assert NOT_SAID.search(sent.subject + sent.body + sent.from_email) is None, sent.body


def test_an_account_is_made_with_an_address_a_password_and_a_code(client):
    page = sign_up(client)
    assert page.redirect_chain[-1][0] == "/account/confirm-email/"
    assert not is_signed_in(client)
    assert confirm(client).redirect_chain[-1][0] == "/saved/"
    assert is_signed_in(client)
    user = User.objects.get()
    assert user.email == ANNA
    assert "anna" not in user.username
    assert user.label == ANNA


def test_passwords_are_kept_by_argon2(client, settings):
    assert portal_settings.PASSWORD_HASHERS == ["django.contrib.auth.hashers.Argon2PasswordHasher"]
    settings.PASSWORD_HASHERS = portal_settings.PASSWORD_HASHERS
    sign_up(client)
    assert identify_hasher(User.objects.get().password).algorithm == "argon2"


@pytest.mark.parametrize("password", ["short", "password1234", "123456789012", "anna@one.example"])
def test_a_weak_password_is_sent_back(client, password):
    page = sign_up(client, password=password)
    assert "There is a problem" in page.content.decode()
    assert not User.objects.exists()


def test_a_wrong_code_opens_nothing_and_the_third_one_ends_it(client):
    sign_up(client)
    for _ in range(3):
        page = client.post("/account/confirm-email/", {"code": "XXXX-XXXX"}, follow=True)
    assert page.redirect_chain[-1][0] == "/account/login/"
    confirm(client)
    assert not is_signed_in(client)


def test_without_the_code_there_is_no_way_in(client):
    sign_up(client)
    fresh = Client()
    assert "Too many tries" in sign_in(fresh).content.decode(), "a second code within ten seconds"
    cache.clear()
    assert sign_in(fresh).redirect_chain[-1][0] == "/account/confirm-email/"
    assert not is_signed_in(fresh)


def test_signing_up_says_the_same_whether_or_not_there_is_an_account(client):
    person("anna@one.example")
    taken, free = sign_up(Client()), sign_up(Client(), email="ben@two.example")
    strip = re.compile(r'value="\w{64}"|(anna|ben)@\w+\.example')
    assert taken.redirect_chain == free.redirect_chain
    assert strip.sub("", taken.content.decode()) == strip.sub("", free.content.decode())
    assert User.objects.filter(email=ANNA).count() == 1
    assert {sent.to[0]: sent.subject for sent in mail.outbox} == {
        ANNA: "About your account",
        "ben@two.example": "Your code",
    }


def test_signing_in_says_the_same_whether_or_not_there_is_an_account(client):
    person(ANNA)
    wrong, nobody = sign_in(client, password="wrong"), sign_in(client, email="ben@two.example")
    for page in (wrong, nobody):
        assert "The e-mail address, the name or the password is not right." in page.content.decode()


def test_a_forgotten_password_says_the_same_whether_or_not_there_is_an_account(client):
    person(ANNA)
    pages = [
        Client().post("/account/password/reset/", {"email": email}, follow=True) for email in (ANNA, "ben@two.example")
    ]
    assert pages[0].redirect_chain == pages[1].redirect_chain
    assert [sent.subject for sent in mail.outbox] == ["Your code", "About your request"]


def test_a_new_password_by_code_ends_every_other_sign_in(client):
    anna = person(ANNA)
    elsewhere = signed_in(anna)
    client.post("/account/password/reset/", {"email": ANNA})
    client.post("/account/password/reset/confirm/", {"code": last_code()})
    done = client.post("/account/password/reset/complete/", {"password1": "another four plain words"}, follow=True)
    assert "The new password is saved" in done.content.decode()
    assert not is_signed_in(client)
    assert elsewhere.get("/account/").status_code == 302
    sign_in(client, password="another four plain words")
    assert is_signed_in(client)
    assert mail.outbox[-1].subject == "About your account"


def test_a_sign_in_gives_the_session_a_new_key(client):
    person(ANNA)
    client.post("/start/")
    client.get("/account/login/")
    session = client.session
    session["kept"] = "draft"
    session.save()
    before = client.session.session_key
    sign_in(client)
    assert client.session.session_key != before
    assert client.session["kept"] == "draft"


def test_signing_out_leaves_no_session(client):
    person(ANNA)
    sign_in(client)
    assert is_signed_in(client)
    assert "Clear-Site-Data" not in client.get("/account/").headers
    answer = client.post("/account/logout/")
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert not is_signed_in(client)


def test_five_wrong_passwords_make_that_network_wait_and_no_other(client):
    """Whoever tries passwords far away keeps nobody from their account; and what is counted lapses within minutes."""
    person(ANNA)
    for _ in range(5):
        sign_in(client, password="wrong")
    page = sign_in(client)
    assert "Too many tries" in page.content.decode()
    assert not is_signed_in(client)
    elsewhere = Client()
    sign_in(elsewhere, REMOTE_ADDR="203.0.113.9")
    assert is_signed_in(elsewhere)
    neighbour = Client()
    person("ben@two.example")
    sign_in(neighbour, "ben@two.example")
    assert is_signed_in(neighbour), "others behind the same exit go on"


def test_after_a_new_password_by_code_one_gets_in_at_once(client):
    person(ANNA)
    for _ in range(6):
        sign_in(client, password="wrong")
    client.post("/account/password/reset/", {"email": ANNA})
    client.post("/account/password/reset/confirm/", {"code": last_code()})
    client.post("/account/password/reset/complete/", {"password1": "another four plain words"})
    sign_in(client, password="another four plain words")
    assert is_signed_in(client)


def test_no_limit_by_network_lasts_longer_than_minutes():
    limits = [rate for rates in account_settings.RATE_LIMITS.values() for rate in parse_rates(rates)]
    assert limits
    assert [str(rate) for rate in limits if rate.per == "ip" and rate.duration > 5 * 60] == []


def work(monkeypatch, do) -> tuple[int, int, int]:
    """How many passwords are hashed, mails sent and rows written for it."""
    hashed: list[int] = []
    encode = MD5PasswordHasher.encode

    def counted(self, *given):
        hashed.append(1)
        return encode(self, *given)

    monkeypatch.setattr(MD5PasswordHasher, "encode", counted)
    before = len(mail.outbox)
    with CaptureQueriesContext(connection) as asked:
        do()
    monkeypatch.undo()
    written = [one for one in asked.captured_queries if one["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    return len(hashed), len(mail.outbox) - before, len(written)


def test_signing_up_is_as_much_work_for_an_address_that_is_known(monkeypatch):
    person(ANNA)
    sign_up(Client(), email="first@three.example")
    known, new = (
        work(monkeypatch, lambda email=email: sign_up(Client(), email=email))
        for email in ("Anna@one.example", "ben@two.example")
    )
    assert known[:2] == new[:2] == (1, 1)
    assert abs(known[2] - new[2]) <= 2
    assert User.objects.filter(email=ANNA).count() == 1
    assert User.objects.count() == 3


def test_what_is_longer_than_any_address_is_sent_back(client):
    page = client.post("/account/login/", {"login": "a@" + "ü" * 300, "password": PASSWORD})
    assert "at most 254 characters" in page.content.decode()


def test_signing_in_is_as_much_work_for_nobody(monkeypatch):
    person(ANNA)
    User.objects.create_user("ed", password=PASSWORD)
    tries = [
        work(monkeypatch, lambda name=name: sign_in(Client(), name, "wrong"))
        for name in (ANNA, "ben@two.example", "ed", "nobody")
    ]
    assert {one[0] for one in tries} == {1}


def test_twenty_sign_ups_from_one_place_are_enough(client):
    for number in range(20):
        sign_up(Client(), email=f"x{number}@one.example", password="weak")
    page = sign_up(client)
    assert page.status_code == 429
    assert "Too many tries" in page.content.decode()


def test_an_address_changes_only_after_the_code(client):
    anna = person(ANNA)
    client = signed_in(anna)
    client.post("/account/email/", {"email": "new@one.example", "action_add": ""})
    anna.refresh_from_db()
    assert anna.email == ANNA
    confirm(client)
    anna.refresh_from_db()
    assert anna.email == "new@one.example"
    assert not anna.emailaddress_set.filter(email=ANNA).exists()


def test_a_password_is_changed_by_whoever_knows_it(client):
    anna = person(ANNA)
    client = signed_in(anna)
    wrong = {"oldpassword": "wrong", "password1": "another four plain words"}
    assert "Enter the password that you have now" in client.post("/account/password/change/", wrong).content.decode()
    client.post("/account/password/change/", wrong | {"oldpassword": PASSWORD})
    anna.refresh_from_db()
    assert anna.check_password("another four plain words")


@pytest.mark.parametrize(
    ("path", "name", "autocomplete"),
    [
        ("/account/login/", "login", "username"),
        ("/account/login/", "password", "current-password"),
        ("/account/signup/", "email", "email"),
        ("/account/signup/", "password1", "new-password"),
    ],
)
def test_password_managers_know_each_field(client, path, name, autocomplete):
    page = client.get(path).content.decode()
    field = re.search(rf'<input[^>]*name="{name}"[^>]*>', page).group()
    assert f'autocomplete="{autocomplete}"' in field
    assert "placeholder" not in field
    assert "onpaste" not in page


def test_mails_speak_the_language_of_the_person(client, settings, monkeypatch):
    person(ANNA, language="fr")
    spoken = []
    monkeypatch.setattr(
        "allauth.account.adapter.DefaultAccountAdapter.send_mail",
        lambda *_: spoken.append(translation.get_language()),
    )
    client.post("/account/password/reset/", {"email": ANNA})
    assert spoken == ["fr"]


def test_no_address_of_a_visitor_is_kept(client):
    person(ANNA)
    sign_in(client, password="wrong", REMOTE_ADDR="203.0.113.77")
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT cache_key FROM {cache._table}")
        keys = [row[0] for row in cursor.fetchall()]
    assert keys
    assert not any("203.0.113.77" in key or ANNA in key for key in keys)


def test_nothing_that_was_typed_is_in_a_log(client, caplog):
    with caplog.at_level("DEBUG"):
        sign_up(client)
        client.post("/account/confirm-email/", {"code": "XXXX-XXXX"})
        confirm(client)
        for _ in range(6):
            sign_in(Client(), password="wrong-secret")
    said = "\n".join(
        f"{record.name} {record.getMessage()}" for record in caplog.records if record.name != "django.db.backends"
    )
    for secret in (ANNA, PASSWORD, "wrong-secret", "XXXX-XXXX"):
        assert secret not in said
