"""People, what they keep, and a fixed noon, for the follow-up's tests."""

import datetime
from collections.abc import Callable

import pytest

from advisor.followup import notices
from advisor.models import Notice, NoticePreference, SavedAdvice
from advisor.models.notices import Kind
from tests.accounts.people import person

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
        return Notice.objects.get(user=asked["user"], key=key)

    return run


def wishes(user, **chosen) -> NoticePreference:
    """How this person wants to be told."""
    preference, _ = NoticePreference.objects.update_or_create(user=user, defaults=chosen)
    return preference
