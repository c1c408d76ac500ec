"""The real facts come into a test whole, and only into one that asks for them."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.apps import apps
from django.db import connection

from accounts.models import User
from advisor.editions.store import current_edition_id
from mechanisms.checks import problems
from tests.conftest import ALIKE, TESTS


def rows() -> int:
    return sum(model.objects.count() for model in apps.get_app_config("mechanisms").get_models())


def test_without_asking_there_is_nothing(db):
    assert (rows(), current_edition_id()) == (0, None)


def test_the_edition_alone(edition):
    assert (rows(), current_edition_id()) == (0, edition)


def test_all_facts(facts):
    assert rows() > 5_000
    assert problems() == []
    assert current_edition_id() == facts


def test_facts_and_edition_are_the_same(facts, edition):
    assert facts == edition


@pytest.mark.parametrize("time", ["first", "again"])
def test_nothing_is_left_of_a_test_that_commits(transactional_db, time):
    assert User.objects.count() == 0
    User.objects.create(username="somebody")


@pytest.mark.parametrize("time", ["first", "again"])
def test_facts_return_after_a_test_that_deletes_them_for_good(transactional_db, facts, time):
    assert (rows() > 5_000, current_edition_id()) == (True, facts)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM advisor_publication")


def test_a_thread_meets_the_database_of_its_test(transactional_db, facts):
    with ThreadPoolExecutor(1) as threads:
        assert threads.submit(_in_a_thread).result() == facts


def _in_a_thread() -> str | None:
    try:
        return current_edition_id()
    finally:
        connection.close()


def test_what_the_rows_become_is_what_they_were(facts):
    """Freezing the inserted rows gives the edition that was made from the loaded ones."""
    from advisor.editions import store

    assert store.freeze_now().pk == facts


def test_what_both_databases_give_alike_is_there():
    assert [name for name in ALIKE if not (TESTS / name).exists()] == []
