"""Whom a command means."""

import pytest
from django.core.management import CommandError

from accounts.management.people import the_one
from accounts.models import User
from tests.accounts.people import person


@pytest.mark.django_db
def test_by_address_or_name_and_never_by_a_guess():
    anna = person("anna@one.example")
    assert the_one("ANNA@one.example") == anna
    User.objects.create_user("anna@one.example")
    with pytest.raises(CommandError, match="more than one"):
        the_one("anna@one.example")
