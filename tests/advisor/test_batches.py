"""Long work: one worker at a time, a batch wholly or not at all, and whoever comes next goes on where the last one was."""

import datetime
from unittest.mock import patch

import pytest
from django.utils import timezone

from advisor import batches
from advisor.editions.models import Edition, Publication
from advisor.saved.models import Reassessment

pytestmark = pytest.mark.django_db

DAY = datetime.date(2026, 5, 1)


@pytest.fixture
def row():
    edition = Edition.objects.create(pk="e" * 64, content="{}")
    return Reassessment.objects.create(
        publication=Publication.objects.create(edition=edition), as_of=DAY, reason=Reassessment.Reason.EDITION
    )


def waiting():
    return Reassessment.objects.filter(done_at=None).order_by("id")


def counts_to(last):
    """Batches that each move the cursor by one."""

    def steps(row):
        while row.done_at is None:
            with batches.kept(row):
                row.cursor = str(int(row.cursor or 0) + 1)
                row.done_at = timezone.now() if row.cursor == str(last) else None
                row.save(update_fields=["cursor", "done_at"])
            yield

    return steps


def time_passes():
    Reassessment.objects.update(claimed_until=timezone.now() - datetime.timedelta(seconds=1))


def test_it_goes_on_where_it_stopped_to_let_others_have_their_turn(row):
    assert [batches.run(waiting(), counts_to(5), most=2) for _ in range(4)] == [2, 2, 1, 0]
    row.refresh_from_db()
    assert (row.cursor, row.claim, row.claimed_until) == ("5", None, None)


def test_nobody_gets_what_another_holds_before_its_deadline(row):
    seen = []

    def steps(mine):
        seen.append(batches.run(waiting(), counts_to(5)))
        time_passes()
        seen.append(batches.run(waiting(), counts_to(5)))
        yield from counts_to(5)(mine)

    batches.run(waiting(), steps)
    assert seen == [0, 5]


def test_who_lost_it_keeps_nothing_and_does_not_give_it_back(row):
    def steps(mine):
        time_passes()
        assert batches.run(waiting(), counts_to(9), most=3) == 3
        Reassessment.objects.update(claim="0" * 32)  # and somebody else is at it now
        yield from counts_to(5)(mine)

    batches.run(waiting(), steps, most=1)
    row.refresh_from_db()
    assert (row.cursor, row.claim.int) == ("3", 0)


def test_a_fault_leaves_the_batch_undone_and_the_row_free(row):
    def steps(mine):
        yield from counts_to(9)(mine) if mine.cursor else ()
        with batches.kept(mine):
            mine.cursor = "7"
            mine.save(update_fields=["cursor"])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        batches.run(waiting(), steps)
    row.refresh_from_db()
    assert (row.cursor, row.claim) == ("", None)


def test_what_another_did_a_moment_ago_is_seen(row):
    """A worker that read the row before another moved its cursor starts from the moved one."""
    whole = batches.uuid.uuid4

    def late():
        with patch.object(batches.uuid, "uuid4", whole):
            batches.run(waiting(), counts_to(9), most=4)
        return whole()

    with patch.object(batches.uuid, "uuid4", late):
        batches.run(waiting(), counts_to(9), most=1)
    row.refresh_from_db()
    assert row.cursor == "5"


def test_long_batches_hold_on_to_the_claim(row):
    (mine,) = waiting()
    mine.claim = whole = batches.uuid.uuid4()
    Reassessment.objects.update(claim=whole, claimed_until=timezone.now())
    with patch.object(batches.time, "monotonic", side_effect=[0, 1, 6, 6, 7]):
        assert list(batches.attended(mine, "abc")) == ["a", "b", "c"]
    row.refresh_from_db()
    assert row.claimed_until > timezone.now() + batches.LEASE / 2


def test_long_batches_notice_that_the_claim_is_gone(row):
    (mine,) = waiting()
    mine.claim = batches.uuid.uuid4()
    with patch.object(batches.time, "monotonic", side_effect=[0, 6]), pytest.raises(batches.Lost):
        list(batches.attended(mine, "abc"))
