"""People and organisations for tests."""

import re

from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client

from accounts.models import Membership, Organisation, User

PASSWORD = "four plain words together"


def person(email: str, **more) -> User:
    """Somebody with a confirmed address, who signs in with `PASSWORD`."""
    user = User.objects.create_user(username=f"person-{email}", email=email, password=PASSWORD, **more)
    EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    return user


def organisation(name: str = "River Watch", **roles: User) -> Organisation:
    """An organisation with its people: `organisation(owner=anna, reader=ben)`."""
    made = Organisation.objects.create(name=name)
    for role, user in roles.items():
        Membership.objects.create(organisation=made, user=user, role=role)
    return made


def signed_in(user: User) -> Client:
    """A browser in which this person is signed in."""
    client = Client()
    client.force_login(user)
    return client


def last_code() -> str:
    """The code in the mail sent last."""
    found = re.search(r"^[A-Z0-9]{4}-[A-Z0-9]{4}$", mail.outbox[-1].body, re.MULTILINE)
    assert found, mail.outbox[-1].body
    return found.group()
