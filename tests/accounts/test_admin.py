"""The editors' door is no weaker than the front door, and shows nobody's address."""

import pytest
from django.contrib import admin
from django.test import Client

from accounts.models import User

from .people import person

PASSWORD = "an editor's own password"


@pytest.fixture
def editor(db):
    return User.objects.create_superuser(username="editor", password=PASSWORD)


def sign_in(password: str = PASSWORD, name: str = "editor") -> tuple[Client, str]:
    """By the door that the admin leads to."""
    client = Client()
    door = client.get("/admin/").headers["Location"]
    asked = client.get(door)
    assert asked.headers["Location"].startswith("/account/login/?next=")
    page = client.post(asked.headers["Location"], {"login": name, "password": password}, follow=True)
    return client, page.content.decode()


def test_an_editor_without_an_address_signs_in_by_name(editor):
    client, page = sign_in(name="Editor")
    assert "editors’ side" in page
    assert client.get("/admin/").status_code == 200
    assert client.get("/account/").status_code == 200


def test_an_address_that_reaches_nobody_locks_no_editor_out(db):
    """One typed when the account was made on the server. Whoever signs in by it is asked for the code; by name nobody is."""
    User.objects.create_superuser(username="root", email="root@localhost.example", password=PASSWORD)
    by_address, _ = sign_in(name="root@localhost.example")
    assert by_address.get("/admin/").status_code == 302
    by_name, _ = sign_in(name="root")
    assert by_name.get("/admin/").status_code == 200
    assert by_name.get("/account/2fa/totp/activate/").headers["Location"].startswith("/account/reauthenticate/")


def test_the_editors_door_takes_no_password_itself(editor):
    client = Client()
    client.post("/admin/login/", {"username": "editor", "password": PASSWORD})
    assert client.get("/admin/").status_code == 302


def test_a_name_that_looks_like_an_address_is_not_lost_to_who_signs_up_with_it(db):
    User.objects.create_superuser(username="eva@one.example", password=PASSWORD)
    Client().post("/account/signup/", {"email": "eva@one.example", "password1": "four plain words together"})
    client, _ = sign_in(name="eva@one.example")
    assert client.get("/admin/").status_code == 200


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
