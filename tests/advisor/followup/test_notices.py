"""What is queued is queued once, moves while it waits, and can be withdrawn."""

import datetime

import pytest
from django.utils import timezone

from advisor.followup import notices
from advisor.models import Notice
from advisor.models.notices import Kind
from tests.accounts.people import person

NOON = datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC)
LATER = NOON + datetime.timedelta(days=3)


@pytest.fixture
def anna(db):
    return person("anna@one.example")


def queue(user, key="task:1", due_at=NOON, saved=None) -> None:
    notices.queue(user=user, saved=saved, kind=Kind.TASK_DUE, key=key, due_at=due_at)


def test_queued_again_it_moves(anna):
    queue(anna)
    queue(anna, due_at=LATER)
    assert list(Notice.objects.values_list("due_at", "try_at")) == [(LATER, LATER)]


def test_queued_again_after_it_was_sent_it_stays(anna):
    queue(anna)
    Notice.objects.update(sent_at=timezone.now())
    queue(anna, due_at=LATER)
    assert list(Notice.objects.values_list("due_at", flat=True)) == [NOON]


def test_the_key_counts_for_each_person(anna):
    ben = person("ben@two.example")
    queue(anna)
    queue(ben)
    notices.withdraw(key="task:1", user=ben)
    assert [notice.user for notice in Notice.objects.all()] == [anna]
    notices.withdraw(key="task:1")
    assert not Notice.objects.exists()


def test_what_is_sent_is_not_withdrawn(anna):
    queue(anna)
    Notice.objects.update(sent_at=timezone.now())
    notices.withdraw(key="task:1")
    assert Notice.objects.count() == 1
