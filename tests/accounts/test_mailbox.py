"""However the address of one mailbox is typed, it is one address."""

import json
from importlib import import_module
from types import SimpleNamespace

import pytest
from allauth.account.models import EmailAddress
from django.apps import apps
from django.db import connection
from django.test import Client

from accounts import actions, mailbox, privacy
from accounts.models import User

from .people import PASSWORD, organisation, person

KEPT = "anna@bücher.example"


@pytest.mark.parametrize(
    "typed",
    ["anna@bücher.example", "Anna@BÜCHER.Example", "anna@xn--bcher-kva.example", "ANNA@XN--BCHER-KVA.example",
     "anna@bu\u0308cher.example", "\uff41nna@b\u00fccher\uff0eexample", " anna@bücher。example "],
)  # fmt: skip
def test_it_is_kept_in_one_form(typed):
    assert mailbox.normal(typed) == KEPT


@pytest.mark.parametrize(
    "text", ["anna@one.example", "ed", "", "a@" + "ü" * 70 + ".example", "straße@one.example", "a@" + "ü" * 300]
)
def test_what_needs_no_other_form_stays(text):
    assert mailbox.normal(text) == text


def test_one_mailbox_is_one_account_and_each_form_opens_it(db):
    person(KEPT)
    Client().post("/account/signup/", {"email": "anna@xn--bcher-kva.example", "password1": PASSWORD})
    assert User.objects.count() == 1
    client = Client()
    client.post("/account/login/", {"login": "Anna@xn--bcher-kva.example", "password": PASSWORD})
    assert "_auth_user_id" in client.session
    long = Client().post(
        "/account/signup/", {"email": "a@" + ".".join(["ﬃ" * 20] * 5) + ".example", "password1": PASSWORD}
    )
    assert long.status_code == 200
    assert User.objects.count() == 1


def test_an_invitation_finds_its_person_in_any_form(db):
    team = organisation(owner=person("ben@two.example"))
    token = actions.invite(
        organisation=team, email="anna@xn--bcher-kva.example", role="reader", by=team.memberships.get().user
    )
    actions.accept_invitation(token=token, by=person(KEPT))
    assert team.memberships.count() == 2


def test_with_an_account_its_address_goes_in_every_script_from_sessions_too(db):
    anna = person(KEPT)
    visitor = Client()
    visitor.post("/account/password/reset/", {"email": "anna@xn--bcher-kva.example"})
    assert KEPT in json.dumps(dict(visitor.session.items()), ensure_ascii=False)
    privacy.delete_all(anna)
    assert not visitor.session.keys()


def test_addresses_from_before_get_that_form_and_two_of_one_mailbox_both_stay(db):
    migration = import_module("accounts.migrations.0004_one_form_of_addresses")
    anna, again, ben = (
        person("anna@xn--bcher-kva.example"),
        person("ANNA@bücher.example"),
        person("ben@xn--bcher-kva.example"),
    )
    migration.one_form(apps, SimpleNamespace(connection=connection))
    ben.refresh_from_db()
    assert ben.email == ben.emailaddress_set.get().email == "ben@bücher.example"
    assert set(EmailAddress.objects.exclude(user=ben).values_list("email", flat=True)) & {KEPT}
    assert {anna.emailaddress_set.count(), again.emailaddress_set.count()} == {1}
