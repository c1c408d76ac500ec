"""Living advice: when an edition is published or a day has passed, all that is kept true is given anew, and who is concerned is told once.

What is to be done is a row (`Reassessment`), worked on as all long work is (`advisor.batches`). A batch is worked out outside of any
transaction; one short transaction then keeps what differs, queues the notices and moves the cursor. So it may be killed at any moment, run
twice or by several processes at once.
"""

import logging
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from cryptography.fernet import InvalidToken
from django.db import IntegrityError, OperationalError, transaction
from django.db.models import QuerySet
from django.utils import timezone

from advisor import batches, clock
from advisor.editions.models import Publication
from rules.version import RULES, named

from . import finer_rules, signals
from .access import concerned
from .assessment import draft_of
from .comparison import Change, Comparison, Stand
from .models import AdviceChange, GivenAdvice, Reassessment, SavedAdvice

log = logging.getLogger(__name__)

BATCH = 200
COMPARISONS = 4
"""Nearly everything is compared from one stand; each one more takes some MB."""

PATIENCE = 0.05
"""Seconds before a batch is read again that somebody was writing into."""


@dataclass(frozen=True)
class Found:
    """A saved advice as it was read, and what differs for it."""

    saved: SavedAdvice
    before: Stand
    change: Change


class Overtaken(Exception):
    """Somebody changed what was being worked out: the batch is read again."""


def run_due() -> int:
    """Give all living advice anew for whatever is due. Out: how many were looked at. One step is done before the next is begun."""
    looked_at = 0

    def steps(row: Reassessment) -> Iterator[None]:
        nonlocal looked_at
        for number in _Step(row).batches():
            looked_at += number
            yield

    while (_waiting().exists() or _begun()) and batches.run(_waiting(), steps):
        pass  # what was published meanwhile is the next step
    return looked_at


def _waiting() -> QuerySet[Reassessment]:
    rows = Reassessment.objects.select_related("publication", "follows__publication")
    return rows.filter(done_at=None).order_by("id")


def _begun() -> Reassessment | None:
    """The next step, where the published edition or the day is newer than what the last one went to."""
    publication = Publication.objects.order_by("-id").first()
    if publication is None:
        return None
    last = Reassessment.objects.select_related("publication").filter(followed_by=None).order_by("-id").first()
    day, reason = clock.today(), Reassessment.Reason.EDITION
    if last is not None and named(last.rules) != RULES:
        # By itself, before anything else: no fact is the cause of what finer rules say.
        publication, day, reason = last.publication, last.as_of, Reassessment.Reason.RULES
    elif last is not None:
        day = max(day, last.as_of)
        if (publication.pk, day) == (last.publication_id, last.as_of):
            return None
        if publication.edition_id == last.publication.edition_id:
            reason = Reassessment.Reason.DAY
    try:
        with transaction.atomic():
            return Reassessment.objects.create(
                publication=publication, as_of=day, rules=RULES, reason=reason, follows=last
            )
    except IntegrityError:
        # Another worker was quicker; its row is found the next time.
        return None


class _Step:
    """One worker's way through a re-assessment that it holds."""

    def __init__(self, row: Reassessment) -> None:
        self.row = row
        self.after = Stand(row.publication.edition_id, row.as_of, named(row.rules))
        last = row.follows
        self.before = Stand(last.publication.edition_id, last.as_of, named(last.rules)) if last else None
        self.last_moment = last.created_at if last else None
        self._comparisons: dict[Stand, Comparison] = {}

    def batches(self) -> Iterator[int]:
        """Batch after batch to the end. Out: how many were looked at in each."""
        while self.row.done_at is None:
            pks = [] if self.before == self.after else _next(self.row)
            found = list(self._found(pks))
            try:
                self._keep(pks, found)
            except Overtaken:
                time.sleep(PATIENCE)
                continue
            yield len(pks)

    def _keep(self, pks: Sequence[UUID], found: Sequence[Found]) -> None:
        """Keep a batch. Raises `batches.Lost` where another worker has the row now, `Overtaken` where somebody changes an answer."""
        row = self.row
        with batches.kept(row):
            row.changed += self._changes(found)
            row.assessed += len(pks)
            if len(pks) == BATCH:
                row.cursor = str(pks[-1])
            else:
                row.done_at = timezone.now()
            row.save(update_fields=["cursor", "assessed", "changed", "done_at"])

    def _found(self, pks: Sequence[UUID]) -> Iterator[Found]:
        rows = list(_read(pks))
        stands = self._stands(rows)
        for saved in batches.attended(self.row, rows):
            before = stands.get(saved.pk)
            if before is None or before == self.after:
                continue
            try:
                if before.rules == self.after.rules:
                    change = self._comparison(before).of(draft_of(saved).answers)
                else:
                    change = finer_rules.change(saved, self.after)
            except Exception:
                # One that can't be worked out keeps nobody else's advice from being true.
                log.exception("Saved advice %s could not be given anew", saved.pk)
                continue
            if change is not None:
                yield Found(saved, before, change)

    def _stands(self, rows: Sequence[SavedAdvice]) -> dict[UUID, Stand]:
        """From where each is compared: from where the last step left it, or, if it is newer than that, from the advice given first.
        Without either there is nothing to compare with."""
        old = [row for row in rows if self.last_moment is not None and row.created_at <= self.last_moment]
        stands = {row.pk: self.before for row in old if self.before is not None}
        new = [row.pk for row in rows if row.pk not in stands]
        given = (
            GivenAdvice.objects.filter(saved__in=new).order_by("-id").values_list("saved", "edition", "as_of", "rules")
        )
        return stands | {pk: Stand(edition, day, named(rules)) for pk, edition, day, rules in given}

    def _comparison(self, before: Stand) -> Comparison:
        if before not in self._comparisons:
            if len(self._comparisons) >= COMPARISONS:
                self._comparisons.pop(next(iter(self._comparisons)))
            self._comparisons[before] = Comparison(before, self.after)
        return self._comparisons[before]

    def _changes(self, found: Sequence[Found]) -> int:
        """The advice given, what differs, the notices. Out: for how many."""
        now = _locked([one.saved.pk for one in found])
        still = [one for one in found if one.saved.pk in now]
        if any(one.saved.revision != now[one.saved.pk] for one in still):
            raise Overtaken
        given = self._given(still)
        changes = AdviceChange.objects.bulk_create(
            AdviceChange(
                saved=one.saved,
                reassessment=self.row,
                before_edition_id=one.before.edition,
                before_day=one.before.day,
                given=given[one.saved.pk],
                said=one.change.said,
            )
            for one in still
        )
        people: dict[tuple[Any, Any], list[Any]] = {}
        for one, change in zip(still, changes, strict=True):
            whose = (one.saved.owner_id, one.saved.organisation_id)
            if whose not in people:
                people[whose] = concerned(one.saved)
            signals.advice_changed.send(sender=AdviceChange, saved=one.saved, change=change, people=people[whose])
        return len(changes)

    def _given(self, found: Sequence[Found]) -> dict[UUID, GivenAdvice]:
        """The new advice of each: the one that somebody was given already, who looked before we did, or a new row."""
        looked = GivenAdvice.objects.filter(
            saved__in=[one.saved.pk for one in found],
            edition=self.after.edition,
            rules=RULES,
            as_of=self.after.day,
        )
        there = {(row.saved_id, row.digest): row for row in looked.defer("scenario", "kept")}
        given = {one.saved.pk: there.get((one.saved.pk, one.change.digest)) or self._new(one) for one in found}
        GivenAdvice.objects.bulk_create(row for row in given.values() if row.pk is None)
        return given

    def _new(self, one: Found) -> GivenAdvice:
        reason = GivenAdvice.Reason.DAY if one.before.edition == self.after.edition else GivenAdvice.Reason.EDITION
        if one.before.rules != self.after.rules:
            reason = GivenAdvice.Reason.RULES
        return GivenAdvice(
            saved=one.saved,
            edition_id=self.after.edition,
            rules=RULES,
            as_of=self.after.day,
            scenario=one.change.scenario,
            digest=one.change.digest,
            kept=one.change.kept,
            reason=reason,
        )


def _next(row: Reassessment) -> list[UUID]:
    """The ids of the next batch. What has a change of this step is done: nobody is told of it twice."""
    rest = SavedAdvice.objects.living().exclude(changes__reassessment=row).order_by("pk")
    if row.cursor:
        rest = rest.filter(pk__gt=UUID(row.cursor))
    return list(rest.values_list("pk", flat=True)[:BATCH])


def _read(pks: Sequence[UUID]) -> Iterator[SavedAdvice]:
    """The rows, in their order. One that no key opens any more is left out, and the log says so."""
    rows = SavedAdvice.objects.defer("name", "notes").order_by("pk").filter(pk__in=pks)
    yield from [row for row in rows if _opens(row)]


def _opens(row: SavedAdvice) -> bool:
    try:
        return row.draft is not None
    except InvalidToken:
        log.error("Saved advice %s can't be unsealed: its key is gone", row.pk)
        return False


def _locked(pks: Sequence[UUID]) -> dict[UUID, int]:
    """Those that still are there, with their revision, locked until the transaction ends. Raises `Overtaken` where somebody holds
    one: to wait here, with others locked, could end in two waiting for each other."""
    rows = SavedAdvice.objects.select_for_update(no_key=True, nowait=True).filter(pk__in=pks)
    try:
        return dict(rows.values_list("pk", "revision"))
    except OperationalError as held:
        raise Overtaken from held
