"""Rows become an edition, and the same rows the same one, whatever database holds them and in whatever order it gives them."""

import json

import pytest

from advisor.editions import store
from advisor.editions.freeze import canonical, digest
from advisor.editions.models import Edition
from tests.support.portal import Portal, prepared

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("facts")]


def test_the_same_rows_give_the_same_edition() -> None:
    before = store.current_edition_id()
    assert store.freeze_now().pk == before
    assert Edition.objects.filter(pk=before).count() == 1


def test_the_id_is_the_digest_of_the_content_and_of_no_key() -> None:
    edition = Edition.objects.get(pk=store.current_edition_id())
    assert digest(edition.content) == edition.pk
    assert canonical(json.loads(edition.content)) == edition.content


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Portal:
    """Made before a test has begun its transaction: until that ends nobody else reads the facts."""
    return prepared(tmp_path_factory.mktemp("elsewhere"), PYTHONHASHSEED="7")


def test_another_process_on_another_database_gives_the_same_id(elsewhere: Portal) -> None:
    """Read by a process of its own, with hashes of its own, from SQLite; in the round on PostgreSQL another process also made it."""
    frozen = elsewhere.run(
        "from advisor.editions.freeze import canonical, digest, freeze; print(digest(canonical(freeze())))"
    )
    assert frozen == store.current_edition_id()
