"""What a release says of the rows of a store, beside what it said last time and what is here: which follow, which stay, which wait."""

import datetime
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from django.utils import timezone

from mechanisms.models import FactBase, FactProposal

from .proposing import Key, Proposed, Wanted, keep, settle
from .stores import Store
from .three_ways import Cells, Outcome, outcome

BATCH = 500
WRITTEN = (Outcome.NEW, Outcome.FOLLOWS)
"""What a load writes by itself."""


@dataclass(frozen=True)
class Count:
    """How many of a file's rows were added, followed (changed), wait for a person, were left as they are here, or say the same."""

    file: str
    added: int = 0
    changed: int = 0
    waiting: int = 0
    left: int = 0
    unchanged: int = 0

    def __str__(self) -> str:
        told = f"{self.file}: {self.added} added, {self.changed} changed, {self.unchanged} unchanged"
        told += f", {self.left} left as changed here" if self.left else ""
        return told + (f", {self.waiting} waiting for a person" if self.waiting else "")


@dataclass
class Merge:
    """The rows of one store in three texts, and what becomes of each. ``outcomes`` may be corrected before it is kept."""

    store: Store
    ours: Mapping[Key, Cells]
    theirs: Mapping[Key, Cells]
    base: Mapping[Key, Cells | None]
    outcomes: dict[Key, Outcome] = field(init=False)

    def __post_init__(self) -> None:
        keys = {**self.theirs, **self.base}
        self.outcomes = {key: outcome(self.base.get(key), self.ours.get(key), self.theirs.get(key)) for key in keys}

    @property
    def written(self) -> dict[Key, Cells]:
        """The rows that are to be written, as the release has them."""
        return {key: cells for key, cells in self.theirs.items() if self.outcomes[key] in WRITTEN}

    @property
    def no_longer_theirs(self) -> list[Key]:
        """Rows that are here and that the release leaves out, though an earlier one had them."""
        return [key for key in self.outcomes if key not in self.theirs and key in self.ours]

    def let_wait(self, keys: Iterable[Key]) -> None:
        """A person decides on these after all."""
        self.outcomes |= dict.fromkeys(keys, Outcome.WAITS)

    @property
    def count(self) -> Count:
        """For the person who loads."""
        found = list(self.outcomes.values())
        return Count(
            self.store.name,
            added=found.count(Outcome.NEW),
            changed=found.count(Outcome.FOLLOWS),
            waiting=found.count(Outcome.WAITS),
            left=found.count(Outcome.STAYS),
            unchanged=found.count(Outcome.SAME),
        )


def merge(store: Store, ours: Mapping[Key, Cells], theirs: Mapping[Key, Cells]) -> Merge:
    """Compare a release with what is here. Nothing is written.

    While a proposal of an earlier release waits, what it was made from is the base: that is when both sides last agreed.
    """
    base: dict[Key, Cells | None] = {row.key: row.cells for row in FactBase.objects.filter(table=store.name)}
    if not base:
        base.update(store.last_release())
    base.update({row.key: row.base for row in _waiting(store)})
    full = {key: None if cells is None else store.full(cells) for key, cells in base.items()}
    return Merge(store, ours, theirs, full)


def _waiting(store: Store) -> Iterable[FactProposal]:
    release, waiting = FactProposal.Origin.RELEASE, FactProposal.State.WAITING
    return FactProposal.objects.filter(table=store.name, origin=release, state=waiting)


def record(merged: Merge, release: str, at: datetime.datetime | None = None) -> Proposed:
    """Keep what waits as proposals, and what the release says as the base of the next one. For the transaction that writes the rows."""
    at, origin, store = at or timezone.now(), FactProposal.Origin.RELEASE, merged.store
    waiting = [key for key, found in merged.outcomes.items() if found is Outcome.WAITS]
    proposed = Proposed()
    wanted = [Wanted(key, merged.base.get(key), merged.theirs.get(key)) for key in waiting]
    keep(store.name, wanted, proposed, origin=origin, name=release, at=at)
    settle(store.name, merged.outcomes.keys() - set(waiting), origin=origin, name=release, at=at)
    _renew_base(store.name, merged.theirs, release)
    return proposed


def _renew_base(table: str, theirs: Mapping[Key, Cells], release: str) -> None:
    kept = {row.key: row for row in FactBase.objects.filter(table=table)}
    gone = [row.pk for key, row in kept.items() if key not in theirs]
    for start in range(0, len(gone), BATCH):
        FactBase.objects.filter(pk__in=gone[start : start + BATCH]).delete()
    changed = []
    for key, row in kept.items():
        if key in theirs and row.cells != theirs[key]:
            row.cells, row.release = theirs[key], release
            changed.append(row)
    FactBase.objects.bulk_update(changed, ["cells", "release"], batch_size=BATCH)
    new = [
        FactBase(table=table, key=key, cells=cells, release=release) for key, cells in theirs.items() if key not in kept
    ]
    FactBase.objects.bulk_create(new, batch_size=BATCH)


def name_of(files: Iterable[Path]) -> str:
    """What a release is called: the digest of its files, so that the same files are the same release."""
    found = hashlib.sha256()
    for path in sorted(files):
        found.update(path.name.encode() + b"\0" + path.read_bytes())
    return found.hexdigest()[:12]
