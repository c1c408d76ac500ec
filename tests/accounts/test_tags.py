"""What the page of second factors says to whom."""

import pytest

from accounts.models import User
from tests.accounts.people import person, signed_in


@pytest.mark.django_db
def test_the_page_says_to_whom_it_is_due(settings):
    settings.STAFF_SECOND_FACTOR = True
    due = signed_in(User.objects.create_superuser("root")).get("/account/2fa/").content.decode()
    not_due = signed_in(person("anna@one.example")).get("/account/2fa/").content.decode()
    assert "your account must have a second factor" in due
    assert "your account must have" not in not_due
