"""A mail server that refuses is told to whoever waits for a mail, in the same way whether the address is known or not."""

import smtplib

import pytest
from django.core.mail.backends.base import BaseEmailBackend
from django.test import Client

from accounts.adapter import NOT_SENT
from accounts.models import User

from .people import PASSWORD, person


class Refusing(BaseEmailBackend):
    """A server that takes nothing."""

    def send_messages(self, email_messages):
        raise smtplib.SMTPServerDisconnected("anna@one.example")


@pytest.fixture(autouse=True)
def no_mail(settings, db):
    settings.EMAIL_BACKEND = "tests.accounts.test_adapter.Refusing"


@pytest.mark.parametrize("known", [True, False])
def test_signing_up_goes_on_and_says_so(known, caplog):
    if known:
        person("anna@one.example")
    answer = Client().post(
        "/account/signup/", {"email": "anna@one.example", "password1": PASSWORD, "password2": PASSWORD}, follow=True
    )
    assert answer.status_code == 200
    assert str(NOT_SENT) in answer.content.decode()
    assert "A mail could not be sent (SMTPServerDisconnected)" in caplog.messages
    assert User.objects.filter(email="anna@one.example").count() == 1


@pytest.mark.parametrize("known", [True, False])
def test_a_forgotten_password_too(known):
    if known:
        person("anna@one.example")
    answer = Client().post("/account/password/reset/", {"email": "anna@one.example"}, follow=True)
    assert answer.status_code == 200
    assert str(NOT_SENT) in answer.content.decode()
