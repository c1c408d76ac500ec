"""Long work in batches: a row that says where to go on, claimed by one worker at a time, until a deadline.

Whoever works holds a claim and moves its deadline with every batch. A batch, the place to go on from and the deadline are kept in one
transaction, and only while the claim is still the worker's own. So whoever is killed has kept a batch or has not begun it; when the
deadline has passed, the next worker goes on from there; and of two who work out the same batch, one keeps it and the other nothing.

    for each batch:  rows = what comes after row.cursor; results = worked out, outside of any transaction
                     with kept(row): write the results; row.cursor = …; row.save(update_fields=[…])
"""

import datetime
import time
import uuid
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from django.db import models, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

LEASE = datetime.timedelta(seconds=20)
"""A claim without a sign of life for so long is no longer held."""


class LongWork(models.Model):
    """Work of many batches. ``cursor`` says where it goes on (the key of the last row that is done, empty before the first), ``claim`` is
    the word of the worker who is at it, ``claimed_until`` the moment from which on another may take over. Who calls work off empties the
    claim: the worker then keeps nothing more."""

    cursor = models.CharField(max_length=100, blank=True, editable=False)
    claim = models.UUIDField(null=True, blank=True, editable=False)
    claimed_until = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        abstract = True


Work = TypeVar("Work", bound=LongWork)
Item = TypeVar("Item")


class Lost(Exception):
    """Somebody else took over, or the work was called off. Nothing of the batch is kept."""


def run(waiting: QuerySet[Work], batches: Callable[[Work], Iterator[None]], *, most: int | None = None) -> int:
    """Work on what waits and nobody holds, row after row. Out: how many batches were done. Safe to run twice, and by several processes
    at once.

    In: ``waiting``, the rows that are not finished, in their order; ``batches(row)`` keeps one batch before each ``yield`` and ends when
    the row no longer waits; ``most``, after so many batches others get their turn.
    """
    done = 0
    while (most is None or done < most) and (row := _claimed(waiting)) is not None:
        try:
            for _batch in batches(row):
                done += 1
                if done == most:
                    break
        except Lost:
            done += 1
            continue
        except Exception:
            _give_back(row)
            raise
        _give_back(row)
    return done


@contextmanager
def kept(row: LongWork) -> Iterator[None]:
    """The transaction that keeps a batch. Raises `Lost`, before anything is written, where the claim is no longer this worker's."""
    with transaction.atomic():
        _hold_on(row)
        yield


def attended(row: LongWork, items: Iterable[Item]) -> Iterator[Item]:
    """The items, one after the other. Where they take long, the claim is held on to in between. Raises `Lost`."""
    sign = time.monotonic()
    for item in items:
        if time.monotonic() - sign > LEASE.total_seconds() / 4:
            _hold_on(row)
            sign = time.monotonic()
        yield item


def _claimed(waiting: QuerySet[Work]) -> Work | None:
    """The first row that nobody holds, as it is once it is ours."""
    now = timezone.now()
    # A claim never reaches so far ahead: a clock that ran ahead was set right since.
    free = waiting.filter(
        Q(claim=None) | Q(claimed_until=None) | Q(claimed_until__lt=now) | Q(claimed_until__gt=now + 2 * LEASE)
    )
    for pk in free.values_list("pk", flat=True):
        mine = uuid.uuid4()
        if free.filter(pk=pk).update(claim=mine, claimed_until=now + LEASE):
            # Read only now: another worker may have moved its cursor until a moment ago.
            return waiting.filter(pk=pk, claim=mine).first()
    return None


def _hold_on(row: LongWork) -> None:
    if not _mine(row).update(claimed_until=timezone.now() + LEASE):
        raise Lost


def _give_back(row: LongWork) -> None:
    _mine(row).update(claim=None, claimed_until=None)


def _mine(row: LongWork) -> QuerySet[LongWork]:
    return type(row)._default_manager.filter(pk=row.pk, claim=row.claim)
