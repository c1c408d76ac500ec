"""People, what they keep, a fixed noon, and advice on a shipped case: for the tests of every subject."""

import datetime
from collections.abc import Callable

import pytest

from advisor.editions import store
from advisor.notices import actions as notices
from advisor.notices.models import Kind, Notice, NoticePreference
from advisor.saved.models import SavedAdvice
from rules.facts.edition import Edition
from rules.result import Advice
from tests.accounts.people import person
from tests.support.cases import advice_of

Advised = Callable[..., Advice]


@pytest.fixture
def frozen(edition: str) -> Edition:
    """The published edition, opened."""
    return store.open_edition(edition)


@pytest.fixture
def advised(frozen: Edition) -> Advised:
    """Advice on a case by its name, on the published edition or another."""

    def run(case: str = "nubian-children-kenya", on: Edition = frozen) -> Advice:
        return advice_of(case, on)

    return run


NOON = datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC)


@pytest.fixture
def anna(db):
    return person("anna@one.example")


@pytest.fixture
def matter(anna) -> SavedAdvice:
    """What Anna keeps."""
    return keep("The river", owner=anna)


def keep(name: str, **whose) -> SavedAdvice:
    return SavedAdvice.objects.create(name=name, draft={"answers": {}}, keep_until="2028-01-01", **whose)


@pytest.fixture
def queue(anna) -> Callable[..., Notice]:
    """`queue()` queues one notice that is due at noon; its arguments replace those of `notices.queue`."""

    def run(key: str = "task:1", **changed) -> Notice:
        asked = {"user": anna, "saved": None, "kind": Kind.TASK_DUE, "due_at": NOON, **changed}
        notices.queue(key=key, **asked)
        return Notice.objects.named(key).get(user=asked["user"])

    return run


def wishes(user, **chosen) -> NoticePreference:
    """How this person wants to be told."""
    preference, _ = NoticePreference.objects.update_or_create(user=user, defaults=chosen)
    return preference
