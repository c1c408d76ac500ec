"""Rows that somebody else has → proposals that wait for a person. Nothing here writes a fact.

For whoever reads an official page or file: give the rows as files write them to `propose`, as many columns as the page tells. What is
not told stays as it is here.
"""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone

from mechanisms.models import FactProposal

from .reading import FactsError, Fault
from .stores import TableStore
from .tables import Table, table_of
from .three_ways import Cells, alike

Key = str


@dataclass
class Proposed:
    """What became of some rows, by key."""

    made: list[FactProposal] = field(default_factory=list)
    """New proposals."""
    known: list[FactProposal] = field(default_factory=list)
    """Proposals that say the same and wait already."""
    declined: list[FactProposal] = field(default_factory=list)
    """Proposals that say the same of the same row, and that a person has declined."""
    confirmed: list[Key] = field(default_factory=list)
    """Rows of which they say what we say; the day of the check may differ."""


@dataclass(frozen=True)
class Wanted:
    """A row as others would have it: see ``FactProposal``."""

    key: Key
    base: Cells | None
    proposed: Cells | None


def propose(
    table: Table,
    rows: Iterable[Mapping[str, str]],
    *,
    name: str,
    note: str = "",
    origin: FactProposal.Origin = FactProposal.Origin.FETCH,
    at: datetime.datetime | None = None,
) -> Proposed:
    """Propose rows of a table as somebody else has them, and say what became of each.

    In: the table; its rows, each a mapping of column to text as files write it, with at least the columns that name the row; who
    proposes them (``origin`` and ``name``: the name of the adapter or release, the same every time); where they were read (``note``: the
    address of the page). A column that a row leaves out stays as it is here; a row that is new here needs every column that must not be
    empty.

    Safe to run again: the same row makes no second proposal, also after a person has declined it. A row that says something else than
    last time overtakes the one that waits under the same name. What the rows refer to need not be here yet; adopting asks for it.

    Raises ``FactsError`` with every fault (the line is the place of the row, from 1), and then has proposed nothing.
    """
    store = TableStore(table_of(table.model) or table)
    living = store.living()
    found = store.read(_completed(store, list(rows), living))
    proposed = Proposed()
    wanted = []
    for key, cells in found.items():
        ours = living.get(key)
        if alike(ours, cells):
            proposed.confirmed.append(key)
        else:
            wanted.append(Wanted(key, ours, cells))
    keep(store.name, wanted, proposed, origin=origin, name=name, note=note, at=at)
    settle(store.name, proposed.confirmed, origin=origin, name=name, at=at)
    return proposed


def _completed(store: TableStore, rows: list[Mapping[str, str]], living: Mapping[Key, Cells]) -> list[Cells]:
    """Each row with a cell in every column. Raises ``FactsError`` on columns that there are not, and on rows without a name."""
    faults = [
        Fault(store.table.name, line, column, "unknown column", ", ".join(store.columns))
        for line, row in enumerate(rows, start=1)
        for column in row
        if column not in store.columns
    ]
    faults += [
        Fault(store.table.name, line, column, "the column is missing")
        for line, row in enumerate(rows, start=1)
        for column in store.table.model.NATURAL_KEY
        if column not in row
    ]
    if faults:
        raise FactsError(faults)
    empty = store.full({})
    named = [{**empty, **{name: row[name] for name in store.table.model.NATURAL_KEY}} for row in rows]
    return [{**living.get(store.key_of(cells), empty), **row} for cells, row in zip(named, rows, strict=True)]


@transaction.atomic
def keep(
    table: str,
    wanted: Iterable[Wanted],
    proposed: Proposed,
    *,
    origin: FactProposal.Origin,
    name: str,
    note: str = "",
    at: datetime.datetime | None = None,
) -> None:
    """Keep rows as proposals that wait, unless they wait or were declined already; note in ``proposed`` what became of each.

    A release overtakes what every earlier release proposed of the row, a page what it proposed itself.
    """
    wanted = list(wanted)
    if not wanted:
        return
    at = at or timezone.now()
    others = FactProposal.objects.filter(table=table, origin=origin, state__in=_ASKED).order_by("id")
    asked: dict[Key, list[FactProposal]] = {}
    for other in others:
        asked.setdefault(other.key, []).append(other)
    new, overtaken = [], []
    for row in wanted:
        earlier = [other for other in asked.get(row.key, []) if origin == _RELEASE or other.name == name]
        same = [other for other in earlier if alike(other.proposed, row.proposed)]
        waiting = [other for other in same if other.state == _WAITING]
        declined = [other for other in same if other.state != _WAITING and alike(other.base, row.base)]
        overtaken += [other.pk for other in earlier if other.state == _WAITING and other not in waiting]
        if waiting:
            proposed.known.append(waiting[-1])
        elif declined:
            proposed.declined.append(declined[-1])
        else:
            new.append(
                FactProposal(
                    table=table, key=row.key, base=row.base, proposed=row.proposed, made_at=at,
                    origin=origin, name=name, note=note[: FactProposal._meta.get_field("note").max_length],
                )
            )  # fmt: skip
    FactProposal.objects.filter(pk__in=overtaken).update(state=FactProposal.State.OVERTAKEN, decided_at=at)
    proposed.made += FactProposal.objects.bulk_create(new, batch_size=500)


def settle(
    table: str, keys: Iterable[Key], *, origin: FactProposal.Origin, name: str, at: datetime.datetime | None = None
) -> None:
    """Close what waits of these rows: they no longer propose anything."""
    wanted = set(keys)
    waiting = FactProposal.objects.filter(table=table, origin=origin, state=_WAITING)
    if origin != _RELEASE:
        waiting = waiting.filter(name=name)
    closed = [row.pk for row in waiting if row.key in wanted]
    FactProposal.objects.filter(pk__in=closed).update(
        state=FactProposal.State.OVERTAKEN, decided_at=at or timezone.now()
    )


_RELEASE, _WAITING = FactProposal.Origin.RELEASE, FactProposal.State.WAITING
_ASKED = (FactProposal.State.WAITING, FactProposal.State.DECLINED)
