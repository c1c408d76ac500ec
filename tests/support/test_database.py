"""The real facts come into a test whole, and only into one that asks for them."""

import pytest
from django.apps import apps

from advisor.editions.store import current_edition_id


def rows() -> int:
    return sum(model.objects.count() for model in apps.get_app_config("mechanisms").get_models())


def test_without_asking_there_is_nothing(db):
    assert (rows(), current_edition_id()) == (0, None)


def test_the_edition_alone(edition):
    assert (rows(), current_edition_id()) == (0, edition)


def test_all_facts(facts, facts_dump):
    read = sum(len(table.rows) for table in facts_dump if table.model._meta.app_label == "mechanisms")
    assert rows() == read > 193
    assert current_edition_id() == facts


def test_facts_and_edition_are_the_same(facts, edition):
    assert facts == edition


@pytest.mark.parametrize("time", ["first", "again"])
def test_facts_return_after_a_test_that_empties_the_database(transactional_db, facts, time):
    assert current_edition_id() == facts


def test_what_the_rows_become_is_what_they_were(facts):
    """Freezing the inserted rows gives the edition that was made from the loaded ones."""
    from advisor.editions import store

    assert store().pk == facts
