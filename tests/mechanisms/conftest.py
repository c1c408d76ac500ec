"""People who edit facts, and their browsers."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Permission
from django.test import Client

from accounts.models import User

EDITS = ("view", "add", "change")


@pytest.fixture
def person(db) -> Callable[..., User]:
    """`person("Ana", "view", "change")`: somebody who may do this with every fact."""

    def made(name: str, *verbs: str) -> User:
        user = User.objects.create_user(name, password="a long enough password", is_staff=True, first_name=name)
        allowed = Permission.objects.filter(content_type__app_label="mechanisms")
        for verb in verbs:
            user.user_permissions.add(*allowed.filter(codename__startswith=f"{verb}_"))
        return user

    return made


@pytest.fixture
def signed_in() -> Callable[[User], Client]:
    """`signed_in(user)`: a browser of theirs."""

    def made(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return made


@pytest.fixture
def editor(person, signed_in) -> Client:
    """Somebody who may look, add and change, and not delete."""
    return signed_in(person("Ana", *EDITS))


@pytest.fixture
def reader(person, signed_in) -> Client:
    """Somebody who may only look."""
    return signed_in(person("Rui", "view"))


@pytest.fixture
def administrator(db, signed_in) -> Client:
    """Somebody who may do everything."""
    return signed_in(User.objects.create_superuser("Eva", password="a long enough password"))
