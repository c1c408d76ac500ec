"""The depositary's list beside our rows: what it confirms, what it would change, and what only a person can decide."""

import datetime
from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.db import transaction

from mechanisms.models import Source, State, Treaty, TreatyStatus
from mechanisms.names.folding import fold
from mechanisms.remembered import Change

from .files import Deed, DepositaryFile, Participant
from .names import ALIASES

TREATY = TreatyStatus.Instrument.TREATY
Status = TreatyStatus.Status
WITHDRAWN = "withdrawn"
TOO_MANY_GONE = 5
"""More parties than this missing from a file means that it is about another treaty."""


class Kind(StrEnum):
    """What a line of the comparison is."""

    CONFIRMED = "confirmed"
    ACT = "act"
    CORRECTION = "correction"
    BY_HAND = "by-hand"


@dataclass(frozen=True)
class Line:
    """A State: our row, and what the depositary says."""

    kind: Kind
    state: State
    row: TreatyStatus | None
    status: str
    since: datetime.date | None = None
    action: str = ""
    opens: bool = False
    """Whether the change makes a State a party, or has it accept complaints: what people would act on."""


@dataclass
class Comparison:
    """All lines, and the names that are no State of ours."""

    treaty: Treaty
    instrument: str
    as_at: datetime.date
    file: DepositaryFile
    lines: list[Line] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)

    def of(self, kind: Kind) -> list[Line]:
        """The lines of a kind."""
        return [line for line in self.lines if line.kind == kind]

    @property
    def changes(self) -> list[Line]:
        """What applying would write, apart from check dates."""
        return [line for line in self.lines if line.kind in (Kind.ACT, Kind.CORRECTION)]

    @property
    def opens(self) -> bool:
        """Whether any change opens a route."""
        return any(line.opens for line in self.changes)

    @property
    def parties(self) -> int:
        """How many of the file's participants are bound."""
        return sum(1 for one in self.file.participants if one.bound and not one.bound.withdrawn)

    @property
    def is_another_treaty(self) -> bool:
        """Whether the file can't be about this treaty: too many of our parties are not in it."""
        gone = [line for line in self.of(Kind.BY_HAND) if line.status in (Status.NONE, Status.NOT_ACCEPTED)]
        return len(gone) > TOO_MANY_GONE


def subjects() -> list[tuple[Treaty, str, Source]]:
    """What a list of participants can be about: a treaty, or the protocol by which complaints under it are accepted.

    A protocol is told by its own page at the depositary: its rows cite another source than those of the treaty. Where complaints
    are accepted by a declaration instead, the list of participants says nothing about them.
    """
    rows = TreatyStatus.objects.order_by().values_list("treaty", "instrument", "source")
    cited: dict[tuple[int, str], Counter[int]] = {}
    for treaty, instrument, source in rows.iterator():
        cited.setdefault((treaty, instrument), Counter())[source] += 1
    usual = {key: counts.most_common(1)[0][0] for key, counts in cited.items()}
    sources, treaties = Source.objects.in_bulk(usual.values()), Treaty.objects.in_bulk()
    complaints = TreatyStatus.Instrument.INDIVIDUAL_COMMUNICATIONS
    return [
        (treaties[treaty], instrument, sources[source])
        for (treaty, instrument), source in sorted(
            usual.items(), key=lambda item: (treaties[item[0][0]].slug, item[0][1])
        )
        if instrument == TREATY or (instrument == complaints and source != usual.get((treaty, TREATY)))
    ]


def compare(file: DepositaryFile, treaty: Treaty, instrument: str, as_at: datetime.date) -> Comparison:
    """Put the list beside our rows as they stand on its day."""
    found = Comparison(treaty, instrument, as_at, file)
    states = {state.iso3: state for state in State.objects.all()}
    by_name = {fold(state.name): state for state in states.values()} | {
        fold(name): states[iso3] for name, iso3 in ALIASES.items() if iso3 in states
    }
    listed: dict[int, Participant] = {}
    for participant in file.participants:
        state = by_name.get(fold(participant.name))
        if state is None:
            found.strangers.append(participant.name)
        else:
            listed[state.pk] = participant
    rows = TreatyStatus.objects.on(as_at).filter(treaty=treaty, instrument=instrument).select_related("state")
    ours = {row.state_id: row for row in rows}
    for state in sorted(states.values(), key=lambda state: state.name):
        line = _line(state, ours.get(state.pk), listed.get(state.pk), instrument)
        if line:
            found.lines.append(line)
    return found


def _line(state: State, row: TreatyStatus | None, listed: Participant | None, instrument: str) -> Line | None:
    nothing, bound = (Status.NONE, Status.PARTY) if instrument == TREATY else (Status.NOT_ACCEPTED, Status.ACCEPTED)
    deed: Deed | None = listed.bound if listed else None
    withdrawn = deed is not None and deed.withdrawn
    since: datetime.date | None
    if deed and not withdrawn:
        status, since, action = bound, deed.day, deed.action
    elif listed and listed.signed and not listed.signed.withdrawn and not withdrawn and instrument == TREATY:
        status, since, action = Status.SIGNATORY, listed.signed.day, "signature"
    else:
        status, since, action = nothing, deed.day if deed else None, WITHDRAWN if deed else ""
    if row is None:
        return Line(Kind.BY_HAND, state, None, status, since, action) if status != nothing else None
    if row.status == status:
        if status == nothing or (row.valid_from == since and row.action == action):
            return Line(Kind.CONFIRMED, state, row, status, row.valid_from, row.action)
        return Line(Kind.CORRECTION, state, row, status, since, action)
    forward = status != nothing and row.status != bound
    if forward and since and row.valid_to is None and (row.valid_from is None or row.valid_from < since):
        return Line(Kind.ACT, state, row, status, since, action, opens=status == bound)
    return Line(Kind.BY_HAND, state, row, status, since, action)


@transaction.atomic
def apply(found: Comparison, source: Source, change: Change) -> None:
    """Write acts and corrections, and the day of checking on whatever the list confirms. Nothing that needs a person."""
    confirmed = [line.row for line in found.of(Kind.CONFIRMED) if line.row and line.row.checked_on < found.as_at]
    for same in confirmed:
        same.checked_on = found.as_at
    change.update_all(TreatyStatus, confirmed, ["checked_on"])
    for line in found.changes:
        if line.row is None or line.since is None:
            continue
        row = line.row
        proof: dict[str, Any] = {"source": source, "checked_on": found.as_at, "confidence": "high"}
        if line.kind == Kind.CORRECTION:
            row.valid_from, row.valid_from_precision, row.action = line.since, "day", line.action
            row.source, row.checked_on = source, found.as_at
            row.full_clean()
            change.save(row)
            continue
        row.valid_to, row.valid_to_precision = line.since - datetime.timedelta(days=1), "day"
        row.full_clean()
        change.save(row)
        following = TreatyStatus(
            state=line.state,
            treaty=found.treaty,
            instrument=found.instrument,
            status=line.status,
            action=line.action,
            valid_from=line.since,
            **proof,
        )
        following.full_clean()
        change.save(following)
