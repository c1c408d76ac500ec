"""Tables as proposals see them."""

import pytest

from mechanisms.load.stores import FACTS

pytestmark = pytest.mark.django_db


def test_every_living_row_read_as_a_row_of_a_file_is_the_same(facts):
    for store in FACTS:
        living = store.living()
        assert store.read(living.values()) == living, store.name
