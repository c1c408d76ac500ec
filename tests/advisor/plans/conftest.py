"""The day, the person and the matter of most tests of plans; a test may have others of its own."""

import pytest

from tests.accounts.people import person

from .planned import DAY, saved_for


@pytest.fixture(autouse=True)
def the_day(settings):
    settings.FIXED_DAY = DAY.isoformat()


@pytest.fixture
def anna(edition):
    return person("anna@one.example")


@pytest.fixture
def saved(anna):
    return saved_for(anna)
