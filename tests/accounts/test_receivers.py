"""A change of how one signs in ends every other visit, and not one's own."""

import pytest
from allauth.mfa import signals
from allauth.mfa.models import Authenticator
from django.test import Client, RequestFactory

from accounts import sealing

from .people import PASSWORD, last_code, person, signed_in

ANNA = "anna@one.example"


@pytest.fixture
def anna(db):
    return person(ANNA)


@pytest.fixture
def here(anna) -> Client:
    return signed_in(anna)


@pytest.fixture
def elsewhere(anna) -> Client:
    return signed_in(anna)


def is_in(client: Client) -> bool:
    return client.get("/account/").status_code == 200


def test_another_password(here, elsewhere):
    here.post("/account/password/change/", {"oldpassword": PASSWORD, "password1": "another four plain words"})
    assert (is_in(here), is_in(elsewhere)) == (True, False)
    assert len(here.get("/account/sign-ins/").context["visits"]) == 1


def test_another_address(here, elsewhere):
    here.post("/account/email/", {"email": "new@one.example", "action_add": ""})
    assert is_in(elsewhere)
    here.post("/account/confirm-email/", {"code": last_code()})
    assert (is_in(here), is_in(elsewhere)) == (True, False)


@pytest.mark.parametrize("change", ["authenticator_added", "authenticator_removed", "authenticator_reset"])
def test_another_factor(anna, here, elsewhere, change):
    request = RequestFactory().get("/")
    request.session, request.user = here.session, anna
    factor = Authenticator.objects.create(
        user=anna, type="recovery_codes", data={"seed": sealing.seal("x", "mfa_authenticator"), "used_mask": 0}
    )
    getattr(signals, change).send(sender=Authenticator, request=request, user=anna, authenticator=factor)
    assert (is_in(here), is_in(elsewhere)) == (True, False)
