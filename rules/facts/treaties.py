"""Treaties, what a State did about them, and from when that counts. Frozen facts."""

import datetime
from dataclasses import dataclass, field

from rules.dates import Period, add_months


@dataclass(frozen=True, slots=True)
class Treaty:
    """A treaty: when it and its complaints procedure began, how long a new party waits, and what its committee asks for.

    ``limit_kind`` is ``strict``, ``guidance``, ``none`` or ``not-applicable``; ``limit_months`` counts from exhaustion.
    ``same_matter`` is ``none``, ``pending`` or ``pending-or-examined``: what elsewhere bars a complaint.
    ``binding_delay`` and ``complaint_delay`` are (months, days) between the deposit and the day that it binds.
    """

    slug: str
    name: str
    abbreviation: str
    committee: str
    committee_url: str
    core: bool
    in_force: datetime.date | None
    complaint_basis: str
    complaint_in_force: datetime.date | None
    binding_delay: tuple[int, int]
    complaint_delay: tuple[int, int]
    limit_months: int | None
    limit_kind: str
    same_matter: str
    source: str
    checked_on: str


@dataclass(frozen=True, slots=True)
class Commitment:
    """What a State did about a treaty: ``instrument`` is ``treaty``, ``individual_communications`` or ``inquiry``.

    ``span.start`` is the day of deposit, signature or declaration; ``binds_from`` the day the duty starts, if any does:
    it follows from the treaty's delay, so no edition keeps it.
    """

    status: str
    span: Period
    binds_from: datetime.date | None = field(metadata={"derived": True})
    source: str
    checked_on: str
    confidence: str
    note: str
    recheck_by: str = ""
    action: str = ""
    """What the State did, such as ``accession`` or ``declaration``."""

    def binds(self, day: datetime.date) -> bool:
        """Whether the State is bound (or has accepted) on a day."""
        return (
            self.status in ("party", "accepted")
            and self.binds_from is not None
            and self.binds_from <= day
            and (self.span.end is None or day <= self.span.end.last)
        )


@dataclass(frozen=True, slots=True)
class Limit:
    """A State's reservation or declaration that narrows a committee's competence."""

    kind: str
    summary: str
    months: int | None
    bars: str
    scope: str
    since: datetime.date | None
    source: str
    span: Period = field(default_factory=Period)

    @property
    def bars_what_was_submitted(self) -> bool:
        """Whether a reservation bars what was submitted to another procedure, whatever came of it (El Salvador, OP-ICCPR).
        Only its summary tells it from one on what is or was examined."""
        return self.kind == "same_matter_other_procedure" and "were submitted to" in self.summary

    @property
    def is_on_equality(self) -> bool:
        """Whether a limit on a subject keeps claims of equality (ICCPR art. 26) out, as Türkiye's does. Only its summary says so."""
        return self.kind == "subject" and "art. 26" in self.summary


def binds_from(deposit: datetime.date, delay: tuple[int, int], in_force: datetime.date | None) -> datetime.date:
    """The day a duty starts: the deposit plus (months, days), but not before the treaty itself was in force."""
    months, days = delay
    start = add_months(deposit, months) + datetime.timedelta(days=days)
    return max(start, in_force) if in_force else start
