"""The editors' door is no weaker than the front door, and shows nobody's address."""

import pytest
from allauth.mfa.models import Authenticator
from django.contrib import admin
from django.test import Client

from accounts import sealing
from accounts.models import User

from .people import person

PASSWORD = "an editor's own password"


@pytest.fixture
def editor(db):
    return User.objects.create_superuser(username="editor", password=PASSWORD)


def sign_in(password: str = PASSWORD) -> tuple[Client, str]:
    client = Client()
    page = client.post("/admin/login/", {"username": "editor", "password": password}, follow=True)
    return client, page.content.decode()


def test_an_editor_without_address_and_second_factor_signs_in(editor):
    client, _ = sign_in()
    assert client.get("/admin/").status_code == 200
    assert client.get("/account/").status_code == 200


def test_the_editors_door_is_no_way_around_a_second_factor(editor):
    Authenticator.objects.create(user=editor, type="totp", data={"secret": sealing.seal("x", "mfa_authenticator")})
    client, page = sign_in()
    assert "second factor" in page
    assert client.get("/admin/").status_code == 302


def test_guessing_is_counted_there_too(editor):
    for _ in range(10):
        sign_in("wrong")
    client, page = sign_in()
    assert "Too many tries" in page
    assert client.get("/admin/").status_code == 302


def test_whoever_only_uses_the_portal_is_not_let_in(db):
    person("anna@one.example")
    client = Client()
    client.post("/account/login/", {"login": "anna@one.example", "password": "four plain words together"})
    assert client.get("/admin/").status_code == 302


def test_the_admin_shows_no_address(editor):
    person("anna@one.example", first_name="Anna")
    client, _ = sign_in()
    for path in ("/admin/accounts/user/", f"/admin/accounts/user/{User.objects.get(first_name='Anna').pk}/change/"):
        page = client.get(path)
        assert page.status_code == 200
        assert ">anna@one.example" not in page.content.decode().replace("person-anna@one.example", "")
        assert "Anna" not in page.content.decode()


def test_keys_addresses_and_organisations_have_no_page_there():
    shown = {model._meta.label for model in admin.site._registry}
    assert not {"account.EmailAddress", "mfa.Authenticator", "accounts.Organisation", "accounts.Membership"} & shown
