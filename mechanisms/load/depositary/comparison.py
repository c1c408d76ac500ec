"""The depositary's list beside our rows: what it confirms, what it would change, and what only a person can decide."""

import datetime
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.db import transaction

from mechanisms.models import Source, State, Treaty, TreatyStatus
from mechanisms.names.folding import fold
from mechanisms.remembered import Change

from .files import DepositaryFile, Participant
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


class Stage(StrEnum):
    """How far a State has gone: with a treaty, or with the acceptance of complaints, which nobody signs first."""

    NOTHING = "nothing"
    SIGNED = "signed"
    BOUND = "bound"


STAGES: Mapping[str, Stage] = {
    Status.NONE: Stage.NOTHING,
    Status.NOT_ACCEPTED: Stage.NOTHING,
    Status.SIGNATORY: Stage.SIGNED,
    Status.PARTY: Stage.BOUND,
    Status.ACCEPTED: Stage.BOUND,
}
OF_TREATY = {Stage.NOTHING: Status.NONE, Stage.SIGNED: Status.SIGNATORY, Stage.BOUND: Status.PARTY}
OF_COMPLAINTS = {Stage.NOTHING: Status.NOT_ACCEPTED, Stage.BOUND: Status.ACCEPTED}

KINDS: Mapping[Stage | None, Mapping[Stage, Kind | None]] = {
    None: {Stage.NOTHING: None, Stage.SIGNED: Kind.BY_HAND, Stage.BOUND: Kind.BY_HAND},
    Stage.NOTHING: {Stage.NOTHING: Kind.CONFIRMED, Stage.SIGNED: Kind.ACT, Stage.BOUND: Kind.ACT},
    Stage.SIGNED: {Stage.NOTHING: Kind.BY_HAND, Stage.SIGNED: Kind.CONFIRMED, Stage.BOUND: Kind.ACT},
    Stage.BOUND: {Stage.NOTHING: Kind.BY_HAND, Stage.SIGNED: Kind.BY_HAND, Stage.BOUND: Kind.CONFIRMED},
}
"""Our row (``None``: we have none), then what the depositary says → what the line is. No State goes back without a person.

Two cells depend on the day: what is confirmed is a correction where day or act differ, and an act that our row leaves no room for is
for a person.
"""


@dataclass(frozen=True)
class Told:
    """What the depositary says of a State: how far it has gone, since when and by which act."""

    stage: Stage
    since: datetime.date | None = None
    action: str = ""


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
        line = line_of(state, ours.get(state.pk), listed.get(state.pk), instrument)
        if line:
            found.lines.append(line)
    return found


def line_of(state: State, row: TreatyStatus | None, listed: Participant | None, instrument: str) -> Line | None:
    """A State's line; ``None`` where neither side has anything to say. In: our row on that day, and the depositary's."""
    told = _told(listed, instrument)
    status = (OF_TREATY if instrument == TREATY else OF_COMPLAINTS)[told.stage]
    kind = KINDS[STAGES[row.status] if row else None][told.stage]
    if kind is None:
        return None
    if row is not None and kind is Kind.CONFIRMED:
        if told.stage is Stage.NOTHING or (row.valid_from, row.action) == (told.since, told.action):
            return Line(kind, state, row, status, row.valid_from, row.action)
        kind = Kind.CORRECTION
    if row is not None and kind is Kind.ACT and not _leaves_room(row, told.since):
        kind = Kind.BY_HAND
    opens = kind is Kind.ACT and told.stage is Stage.BOUND
    return Line(kind, state, row, status, told.since, told.action, opens)


def _told(listed: Participant | None, instrument: str) -> Told:
    """What a line of the list comes to. A signature is no acceptance of complaints."""
    bound = listed.bound if listed else None
    signed = listed.signed if listed and instrument == TREATY else None
    if bound:
        return (
            Told(Stage.NOTHING, bound.day, WITHDRAWN) if bound.withdrawn else Told(Stage.BOUND, bound.day, bound.action)
        )
    if signed and not signed.withdrawn:
        return Told(Stage.SIGNED, signed.day, "signature")
    return Told(Stage.NOTHING)


def _leaves_room(row: TreatyStatus, since: datetime.date | None) -> bool:
    """Whether our row goes on and began before the day of an act, so that it can end the day before."""
    began_before = since is not None and (row.valid_from is None or row.valid_from < since)
    return row.valid_to is None and began_before


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
