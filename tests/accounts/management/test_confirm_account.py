"""Where there is one administrator alone, the operator vouches for an account."""

import pytest
from django.core.management import call_command

from accounts import vouching
from accounts.models import AccountDeed, AccountEvent, User


@pytest.mark.django_db
def test_it_confirms_what_waits_and_keeps_who_did_it(capsys):
    root, app = User.objects.create_superuser("root"), User.objects.create_user("app")
    call_command("confirm_account", "app", by="root")
    assert not AccountEvent.objects.exists()
    vouching.note(AccountDeed.MADE, by=root, whom=app)
    call_command("confirm_account", "app", by="root")
    assert not vouching.waits(app)
    assert AccountEvent.objects.first().by == root
    assert capsys.readouterr().out.splitlines() == ["Nobody has to confirm this account.", "Confirmed."]
