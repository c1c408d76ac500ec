"""Joining by a link: for the person invited, once, and without the token staying anywhere."""

import re

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from accounts.models import Invitation, Membership
from tests.accounts.people import organisation, person, signed_in

NOT_SAID = re.compile(r"human.?right|united nations|\bUN\b|\bHRC\b|advi[cs]|river watch", re.IGNORECASE)


@pytest.fixture
def link(db):
    """The path of the link in the mail to Ben."""
    anna = person("anna@one.example")
    made = organisation(owner=anna)
    signed_in(anna).post(reverse("accounts:invite", args=[made.pk]), {"email": "ben@two.example", "role": "member"})
    found = re.search(r"http://testserver(/\S+)", mail.outbox[-1].body)
    return found.group(1)


def test_the_mail_says_nothing_of_the_portal(link):
    sent = mail.outbox[-1]
    assert sent.to == ["ben@two.example"]
    assert NOT_SAID.search(sent.subject + sent.body + sent.from_email) is None


def test_the_invited_person_joins(link):
    ben = person("ben@two.example")
    client = signed_in(ben)
    page = client.get(link, follow=True)
    assert page.redirect_chain == [("/account/invitation/", 302)]
    assert "River Watch" in page.content.decode()
    assert not Membership.objects.filter(user=ben).exists(), "looking is not joining"
    client.post("/account/invitation/")
    assert Membership.objects.get(user=ben).role == "member"
    assert client.get("/account/invitation/").status_code == 404


def test_a_guest_learns_no_name_and_is_led_to_sign_in(link):
    page = Client().get(link, follow=True)
    assert page.status_code == 200
    assert "River Watch" not in page.content.decode()
    assert "/account/signup/?next=/account/invitation/" in page.content.decode()


def test_somebody_else_learns_no_name_and_can_not_join(link):
    client = signed_in(person("carla@three.example"))
    page = client.get(link, follow=True)
    assert page.status_code == 403
    assert "River Watch" not in page.content.decode()
    assert "ben@two.example" not in page.content.decode()
    assert client.post("/account/invitation/").status_code == 403
    assert Membership.objects.count() == 1


@pytest.mark.parametrize("signed", [True, False])
@pytest.mark.parametrize("what", ["unknown", "withdrawn"])
def test_a_link_that_is_over_looks_like_one_that_never_was(link, signed, what):
    if what == "withdrawn":
        Invitation.objects.update(revoked_at="2026-01-01T00:00Z")
    client = signed_in(person("ben@two.example")) if signed else Client()
    page = client.get(link if what == "withdrawn" else "/account/invitation/made-up/", follow=True)
    assert page.status_code == 404
    assert "does not work" in page.content.decode()


def test_the_token_is_in_no_log(link, caplog):
    with caplog.at_level("DEBUG"):
        Client().get(link, follow=True)
        Client(enforce_csrf_checks=True).post(link)
        Client().put(link)
        signed_in(person("carla@three.example")).get(link, follow=True)
    refused = [record.getMessage() for record in caplog.records if record.name == "django.request"]
    assert refused
    token = link.rstrip("/").rsplit("/", 1)[-1]
    assert [line for line in refused if token in line] == []
