"""Resolutions of the Council on the pages of States, mandates and the Council: votes, sponsors, and what falls due when."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from mechanisms.models import CouncilResolution, CouncilSession, Renewal, State
from mechanisms.models.fields import slugs
from mechanisms.words import listed

SHOWN_YEARS = 3
"""So far back resolutions are shown on a State's page."""

VOTES = {"voted_yes": "yes", "voted_no": "no", "abstained": "abstained"}


@dataclass(frozen=True)
class Passed:
    """A resolution with its vote in words, and what it keeps alive."""

    row: CouncilResolution
    renewals: tuple[Renewal, ...]
    on: tuple[State, ...]

    @property
    def vote(self) -> str:
        """How it was adopted, with the numbers of a recorded vote."""
        if self.row.adoption != CouncilResolution.Adoption.RECORDED:
            return str(self.row.get_adoption_display())
        return _("recorded vote: in favour %(yes)s, against %(no)s, abstaining %(abstentions)s") % {
            "yes": self.row.yes,
            "no": self.row.no,
            "abstentions": self.row.abstentions,
        }

    def voters(self, column: str, names: dict[str, str]) -> str:
        """The States that voted in one way, by their names."""
        return listed(sorted(names.get(code, code) for code in slugs(getattr(self.row, column))))


@dataclass(frozen=True)
class RollCall:
    """A resolution with the States that voted for it, against it, or abstained, in words; empty where the roll-call is not known."""

    passed: Passed
    yes: str
    no: str
    abstained: str


@dataclass(frozen=True)
class Cast:
    """How one State voted on a resolution."""

    passed: Passed
    how: str


def names_of_states() -> dict[str, str]:
    """Every State's name by its code."""
    return dict(State.objects.values_list("iso3", "name"))


def on_state(state: State, day: datetime.date) -> list[RollCall]:
    """The resolutions of the last years on a State, the latest first."""
    since = day.replace(year=day.year - SHOWN_YEARS, day=1)
    rows = _rows(Q(states=state, adopted_on__gte=since, adopted_on__lte=day))
    names = names_of_states()
    return [RollCall(row, *(row.voters(column, names) for column in VOTES)) for row in rows]


def votes_of(state: State, day: datetime.date) -> list[Cast]:
    """How a State voted on resolutions about other States and about mandates, the latest first."""
    since = day.replace(year=day.year - SHOWN_YEARS, day=1)
    named = Q(voted_yes__contains=state.iso3) | Q(voted_no__contains=state.iso3) | Q(abstained__contains=state.iso3)
    how = {"voted_yes": _("in favour"), "voted_no": _("against"), "abstained": _("abstained")}
    rows = _rows(named & Q(adopted_on__gte=since, adopted_on__lte=day))
    return [Cast(passed, how[passed.row.vote_of(state.iso3)]) for passed in rows]


def renewals_of(mandate: Any, day: datetime.date) -> list[RollCall]:
    """What made or extended a mandate, the latest first, with the renewal of this mandate alone."""
    names = names_of_states()
    found = []
    for passed in _rows(Q(renewals__mandate=mandate, adopted_on__lte=day)):
        own = tuple(row for row in passed.renewals if row.mandate_id == mandate.pk)
        only = Passed(passed.row, own, passed.on)
        found.append(RollCall(only, *(only.voters(column, names) for column in VOTES)))
    return found


def _rows(which: Q) -> Iterable[Passed]:
    rows = (
        CouncilResolution.objects.filter(which)
        .distinct()
        .select_related("source")
        .prefetch_related("renewals__mandate", "renewals__door", "renewals__source", "state_links__state")
    )
    for row in rows:
        renewals = sorted(row.renewals.all(), key=lambda renewal: str(renewal.mandate or renewal.door))
        yield Passed(row, tuple(renewals), tuple(link.state for link in row.state_links.all()))


@dataclass(frozen=True)
class DueAt:
    """What falls due at a session of the Council."""

    number: int
    session: CouncilSession | None
    renewals: tuple[Renewal, ...]


def due_by_session(day: datetime.date) -> list[DueAt]:
    """What falls due at the session that is running and at those to come, by session; the last renewal of each mandate and body counts."""
    latest: dict[tuple[int | None, int | None], Renewal] = {}
    rows = Renewal.objects.filter(resolution__adopted_on__lte=day).order_by("resolution__adopted_on", "resolution")
    for row in rows.select_related("mandate", "door", "resolution", "source"):
        latest[row.mandate_id, row.door_id] = row
    sessions = {session.number: session for session in CouncilSession.objects.select_related("source")}
    over = max((number for number, session in sessions.items() if _is_over(session, day)), default=0)
    found: dict[int, list[Renewal]] = {}
    for row in latest.values():
        subject = row.mandate or row.door
        if row.due_session and row.due_session > over and subject and subject.period.covers(day):
            found.setdefault(row.due_session, []).append(row)
    return [
        DueAt(number, sessions.get(number), tuple(sorted(rows, key=lambda row: str(row.mandate or row.door))))
        for number, rows in sorted(found.items())
    ]


def _is_over(session: CouncilSession, day: datetime.date) -> bool:
    last = session.partial("end") or session.partial("start")
    return last is not None and last.last < day
