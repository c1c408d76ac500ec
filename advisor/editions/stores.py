"""Weights of a release beside those that editors changed: what nobody touched follows, the rest waits for a person."""

from collections.abc import Iterable
from pathlib import Path

from django.db import transaction

from mechanisms.load.releases import WRITTEN, Count, Merge, merge, name_of, record
from mechanisms.load.stores import TableStore, key_text, register
from mechanisms.load.tables import Table
from mechanisms.load.three_ways import Outcome, changed
from mechanisms.remembered import Change

from .models import Weight
from .weights import check, expected, place_of, rows_of, write

LOADED = "Loaded from a file"
SINCE = "valid_from"
"""A file gives one day for all of its weights. By itself it says nothing new of one of them."""


def whole() -> list[str]:
    """All that is wrong with the weights as they are saved."""
    return check(Weight.objects.all())


TABLE = Table("weights", Weight, whole=whole)
STORE = TableStore(TABLE, LOADED)
register(STORE)


@transaction.atomic
def load(path: Path) -> Count:
    """Take over the weights of a file. Each row that changes leaves a version.

    A weight that no rule reads any more goes, if nobody touched it. Where the points of a table would no longer fit together, because
    some of them were changed here, all that the file says of that table waits.

    Raises as ``rows_of`` does, before anything is written.
    """
    read = {_key(row): row for row in rows_of(path)}
    now = {_key(row): row for row in Weight.objects.select_for_update().order_by("pk")}
    merged = merge(STORE, STORE.living(), STORE.of_rows(read.values()))
    for key, found in list(merged.outcomes.items()):
        if found is Outcome.WAITS and changed(merged.base.get(key), merged.theirs.get(key)) == [SINCE]:
            merged.outcomes[key] = Outcome.STAYS
    read_by_rules = expected()
    for key in merged.no_longer_theirs:
        row = now[key]
        if merged.base[key] == merged.ours[key] and row.key not in read_by_rules.get((row.route, row.table), ()):
            merged.outcomes[key] = Outcome.FOLLOWS
    before = set(check(now.values()))
    broken = {place_of(fault) for fault in check(_then(now, read, merged)) if fault not in before}
    in_broken = [key for key in merged.written if key in now and (now[key].route, now[key].table) in broken]
    merged.let_wait(in_broken)
    change = Change(reason=LOADED)
    write(list(_then(now, read, merged)), change)
    record(merged, name_of([path]), change.moment)
    return merged.count


def _then(now: dict[str, Weight], read: dict[str, Weight], merged: Merge) -> Iterable[Weight]:
    """The weights as they will be."""
    for key in {**now, **read}:
        if merged.outcomes.get(key) in WRITTEN:
            if key in read:
                yield read[key]
        elif key in now:
            yield now[key]


def _key(row: Weight) -> str:
    return key_text(getattr(row, name) for name in Weight.NATURAL_KEY)
