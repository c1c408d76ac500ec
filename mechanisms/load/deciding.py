"""What a person decides about proposals: take over, or keep the row as it is here. A second click does nothing new."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from mechanisms.models import FactProposal
from mechanisms.remembered import Change

from .reading import FactsError, Fault
from .stores import Store, stores
from .three_ways import Cells, merged

WAITING = FactProposal.State.WAITING


def digest_of(cells: Cells | None) -> str:
    """Tells whether a row still says what a person was shown."""
    return hashlib.sha256(json.dumps(cells, sort_keys=True).encode()).hexdigest()[:16]


@transaction.atomic
def adopt(proposals: Iterable[FactProposal], *, by: Any, reason: str = "", only: Cells | None = None) -> int:
    """Take proposals over, all or none; the history of each row says who did it. Out: how many waited.

    Of each row the cells that the others changed become theirs; the other cells stay. ``only`` gives the cells of one row instead, as a
    person has chosen them. A row that is proposed to go is deleted.

    Raises ``FactsError`` with all that is wrong, and then has written nothing.
    """
    waiting = _locked(proposals)
    by_table: dict[str, list[FactProposal]] = defaultdict(list)
    for proposal in waiting:
        by_table[proposal.table].append(proposal)
    moment = timezone.now()
    faults: list[Fault] = []
    for store in stores():
        if chosen := by_table.pop(store.name, []):
            act = Change(by=by, reason=_history_words(chosen[0], reason), moment=moment)
            try:
                _write(store, chosen, only, act)
            except FactsError as error:
                faults += error.faults
    faults += [Fault(table, 0, "", _("this table is no longer here")) for table in by_table]
    if faults:
        raise FactsError(faults)
    _close(waiting, FactProposal.State.ADOPTED, by, reason)
    return len(waiting)


@transaction.atomic
def decline(proposals: Iterable[FactProposal], *, by: Any, reason: str = "") -> int:
    """Keep the rows as they are here. Out: how many proposals waited."""
    waiting = _locked(proposals)
    _close(waiting, FactProposal.State.DECLINED, by, reason)
    return len(waiting)


def _locked(proposals: Iterable[FactProposal]) -> list[FactProposal]:
    pks = [proposal.pk for proposal in proposals]
    return list(FactProposal.objects.select_for_update().filter(pk__in=pks, state=WAITING).order_by("pk"))


def _write(store: Store, chosen: list[FactProposal], only: Cells | None, change: Change) -> None:
    # Nobody saves one of these rows between the reading and the writing.
    list(store.model._default_manager.select_for_update().order_by("pk").values_list("pk"))
    ours, before = store.living(), set(store.whole())
    rows: dict[str, Cells] = {}
    for proposal in chosen:
        if proposal.proposed is not None:
            base = None if proposal.base is None else store.full(proposal.base)
            rows[proposal.key] = only or merged(base, ours.get(proposal.key), store.full(proposal.proposed))
    gone = [proposal.key for proposal in chosen if proposal.proposed is None]
    store.write(rows, gone, change)
    if worse := [fault for fault in store.whole() if fault not in before]:
        raise FactsError(Fault(store.name, 0, "", fault) for fault in worse)


def _history_words(proposal: FactProposal, reason: str) -> str:
    if proposal.origin == FactProposal.Origin.RELEASE:
        words = _("Adopted from release %(name)s") % {"name": proposal.name}
    else:
        words = _("Adopted from %(name)s") % {"name": proposal.name}
    return f"{words}: {reason}" if reason else words


def _close(waiting: list[FactProposal], state: FactProposal.State, by: Any, reason: str) -> None:
    most = FactProposal._meta.get_field("reason").max_length
    FactProposal.objects.filter(pk__in=[row.pk for row in waiting]).update(
        state=state, decided_by=by, decided_at=timezone.now(), reason=reason.strip()[:most]
    )
