"""A State in the depositary's list beside our row: what the line is, and so what may be written of it."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from mechanisms.models import State, TreatyStatus

from .files import Participant

TREATY = TreatyStatus.Instrument.TREATY
Status = TreatyStatus.Status
WITHDRAWN = "withdrawn"


class Kind(StrEnum):
    """What a line of the comparison is."""

    CONFIRMED = "confirmed"
    ACT = "act"
    CORRECTION = "correction"
    BY_HAND = "by-hand"
    NEWER = "newer"
    """Our row begins after the newest act of the file and says otherwise: the file is an older copy, or our row is wrong."""


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


def aged(line: Line, newest: datetime.date) -> Line:
    """What the file can't know yet is no difference that a person could settle from it."""
    row = line.row
    is_later = row is not None and row.valid_from is not None and row.valid_from > newest
    return replace(line, kind=Kind.NEWER, opens=False) if is_later and line.kind is not Kind.CONFIRMED else line
