"""Several workers on the same rows: nobody takes what another has, until that one must be dead."""

import datetime

from advisor.notices import outbox
from advisor.notices.models import Mode, Notice
from tests.advisor.conftest import NOON, wishes

MINUTE = datetime.timedelta(minutes=1)
TOO_LATE = NOON + outbox.CLAIM_LASTS + MINUTE


def keys(letter: outbox.Letter | None) -> list[str]:
    assert letter is not None
    return sorted(notice.name for notice in letter.notices)


def test_what_one_worker_has_no_other_takes(anna, queue):
    wishes(anna, mode=Mode.EACH)
    for number in range(2):
        queue(f"task:{number}")
    assert [keys(outbox.take(NOON)) for _ in range(2)] == [["task:0"], ["task:1"]]
    assert outbox.take(NOON) is None


def test_a_claim_that_is_too_old_is_taken_again_as_the_same_mail(queue):
    for number in range(3):
        queue(f"task:{number}")
    first = outbox.take(NOON)
    queue("task:3")
    assert outbox.take(NOON + outbox.CLAIM_LASTS) is None
    again = outbox.take(TOO_LATE)
    assert keys(again) == keys(first) == ["task:0", "task:1", "task:2"]
    assert (again.id, again.claim != first.claim) == (first.id, True)


def test_who_comes_back_from_the_dead_changes_nothing(queue):
    queue()
    dead = outbox.take(NOON)
    living = outbox.take(TOO_LATE)
    outbox.failed(dead, TOO_LATE)
    outbox.drop(dead, dead.notices)
    outbox.sent(dead, TOO_LATE)
    assert Notice.objects.unsent().filter(claim=living.claim, attempts=0).count() == 1


def test_who_switches_off_gets_no_second_attempt(anna, queue):
    queue()
    outbox.failed(outbox.take(NOON), NOON)
    wishes(anna, mode=Mode.OFF)
    assert outbox.take(NOON + 2 * MINUTE) is None
    assert not Notice.objects.exists()


def test_moving_to_another_time_does_not_touch_what_is_on_its_way(queue):
    queue()
    letter = outbox.take(NOON)
    queue(due_at=TOO_LATE)
    outbox.sent(letter, NOON)
    assert Notice.objects.get().due_at == NOON


def test_the_one_that_waits_longest_comes_first(anna, queue):
    wishes(anna, mode=Mode.EACH)
    queue("second")
    queue("first", due_at=NOON - MINUTE)
    assert keys(outbox.take(NOON)) == ["first"]
