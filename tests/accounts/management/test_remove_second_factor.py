"""The way back in for somebody who has lost app, key and recovery codes."""

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.core.management import CommandError, call_command

from accounts import sealing
from accounts.models import AccountEvent, User
from tests.accounts.people import person, signed_in


@pytest.fixture
def locked(db) -> User:
    anna = person("anna@one.example", language="en")
    for kind in ("totp", "recovery_codes"):
        Authenticator.objects.create(user=anna, type=kind, data={"secret": sealing.seal("x", "mfa_authenticator")})
    return anna


def test_it_removes_the_factors_ends_the_visits_tells_the_person_and_keeps_who_did_it(
    locked, capsys, django_capture_on_commit_callbacks
):
    operator, visit = User.objects.create_superuser("root"), signed_in(locked)
    with django_capture_on_commit_callbacks(execute=True):
        call_command("remove_second_factor", "Anna@one.example", by="root")
    assert not Authenticator.objects.exists()
    assert visit.get("/account/").status_code == 302
    event = AccountEvent.objects.get()
    assert (event.deed, event.by, event.whom) == ("factors-removed", operator, locked)
    (told,) = mail.outbox
    assert (told.to, told.subject) == (["anna@one.example"], "About your account")
    assert "UN" not in told.body
    assert "Removed: 1" in capsys.readouterr().out


def test_who_has_no_address_is_named_by_name_and_nobody_is_an_error(db, django_capture_on_commit_callbacks):
    editor = User.objects.create_superuser("editor")
    with django_capture_on_commit_callbacks(execute=True):
        call_command("remove_second_factor", "editor", by="editor")
    assert AccountEvent.objects.get().whom == editor
    assert mail.outbox == []
    with pytest.raises(CommandError, match="nobody signs in so"):
        call_command("remove_second_factor", "who", by="editor")
