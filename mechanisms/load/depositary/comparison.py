"""The depositary's list beside our rows: what it confirms, what it would change, and what only a person can decide."""

import datetime
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from mechanisms.models import Source, State, Treaty, TreatyStatus
from mechanisms.names.folding import fold
from mechanisms.remembered import Change

from .files import DepositaryFile, Participant
from .lines import STAGES, TREATY, Kind, Line, Stage, Status, aged, line_of
from .names import ALIASES, LAST_YEARS
from .soundness import Refused

TOO_MANY_GONE = 5
"""More parties than this missing from a file without a number means that it is about another treaty."""
_NUMBER = re.compile(r"mtdsg_no=([IVXL]+(?:-\w+)+)", re.IGNORECASE)


@dataclass
class Comparison:
    """All lines, and the names that are no State of ours."""

    treaty: Treaty
    instrument: str
    as_at: datetime.date
    file: DepositaryFile
    number: str = ""
    """The treaty's number at the depositary, as our source has it; empty where that is not known."""
    lines: list[Line] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)
    ours: int = 0
    """How many States our rows have as bound on that day."""

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
        """How many of the file's participants are bound, States of ours or not."""
        return self.file.bound

    @property
    def is_another_treaty(self) -> bool:
        """Whether the file is about another treaty: by its number, or, without one, since too many of our parties are not in it."""
        if self.number and self.file.number:
            return self.number.upper() != self.file.number.upper()
        gone = [line for line in self.of(Kind.BY_HAND) if line.status in (Status.NONE, Status.NOT_ACCEPTED)]
        return len(gone) > TOO_MANY_GONE

    @property
    def old_names(self) -> list[tuple[str, int]]:
        """Names in the file that were given up long before the day that was stated, with the year."""
        names = {participant.name for participant in self.file.participants}
        return [(name, year) for name, year in LAST_YEARS.items() if name in names and year + 1 < self.as_at.year]

    @property
    def is_older(self) -> bool:
        """Whether the file can't show how things stood on the day that was stated: what it confirms was not looked at then."""
        return bool(self.of(Kind.NEWER) or self.old_names)

    @property
    def is_behind(self) -> bool:
        """Whether the file has fewer parties than our rows: an older copy, or a State has withdrawn."""
        return len(self.file.participants) > 0 and self.parties - len(self.strangers_bound) < self.ours

    @property
    def strangers_bound(self) -> list[str]:
        """Parties that are no States of ours."""
        bound = {participant.name for participant in self.file.participants if participant.is_party}
        return [name for name in self.strangers if name in bound]

    @property
    def is_writable(self) -> bool:
        """Whether the file may be written from: the right treaty, not older than stated, and read to the last party."""
        return not (self.is_another_treaty or self.is_older or self.file.is_miscounted)


def number_of(source: Source) -> str:
    """The number of a treaty in the address of its page at the depositary, such as "IV-11-b"; empty if there is none."""
    match = _NUMBER.search(source.url)
    return match[1] if match else ""


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


def compare(
    file: DepositaryFile, treaty: Treaty, instrument: str, as_at: datetime.date, number: str = ""
) -> Comparison:
    """Put the list beside our rows as they stand on its day. Raises ``Refused`` where that day can't be its day.

    ``number`` is the treaty's number at the depositary, where our source tells it.
    """
    newest = file.newest
    if newest is None:
        raise Refused(_("The list of participants is empty."))
    if as_at < newest:
        raise Refused(
            _("The file holds an act of %(newest)s, so it was not taken on %(day)s. Give the day on which you took it.")
            % {"newest": newest.isoformat(), "day": as_at.isoformat()}
        )
    found = Comparison(treaty, instrument, as_at, file, number)
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
    found.ours = sum(1 for row in ours.values() if STAGES[row.status] is Stage.BOUND)
    for state in sorted(states.values(), key=lambda state: state.name):
        line = line_of(state, ours.get(state.pk), listed.get(state.pk), instrument)
        if line:
            found.lines.append(aged(line, newest))
    return found


@transaction.atomic
def apply(found: Comparison, source: Source, change: Change) -> None:
    """Write acts and corrections, and the day of checking on whatever the list confirms. Nothing that needs a person.

    Raises ``Refused`` where the list is not to be relied upon.
    """
    if not found.is_writable:
        raise Refused(_("Nothing can be written from this file."))
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
