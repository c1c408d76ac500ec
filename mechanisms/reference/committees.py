"""The calendar of the treaty bodies on a day: what comes and what was, for a State and for a treaty's committee. As in the advice, nothing
is worked out from an earlier date."""

import datetime
from dataclasses import dataclass

from django.db.models import Prefetch

from mechanisms.models import Address, CommitteeReview, CommitteeSession, State, StateReport, Treaty
from rules import vocabulary
from rules.committee_calendar import COMMITTEE_LENGTH, Appointment
from rules.dates import PartialDate, over_after
from rules.facts import committees as facts


@dataclass(frozen=True)
class Meeting:
    """What a committee does about a State: the row, and when."""

    row: CommitteeReview
    start: PartialDate | None
    end: PartialDate | None
    deadline: PartialDate | None
    is_over: bool

    @property
    def session(self) -> CommitteeSession | None:
        """The session, where it is published."""
        return self.row.session


@dataclass(frozen=True)
class Before:
    """A State before one committee: what comes, the next first; what was held, the latest first; the reports that it owes."""

    treaty: Treaty
    ahead: list[Meeting]
    held: list[Meeting]
    reports: list[StateReport]


@dataclass(frozen=True)
class Sitting:
    """A session of a committee: its row, the rows of the States by what is done about them, and whether it is over."""

    row: CommitteeSession
    reviews: list[tuple[str, list[CommitteeReview]]]
    is_over: bool


def before_committees(state: State, day: datetime.date) -> list[Before]:
    """A State before the committees of which something is among the facts, by treaty."""
    rows = CommitteeReview.objects.filter(state=state).select_related("treaty", "session__source", "source")
    meetings = [_meeting(row, day) for row in rows]
    owed = list(StateReport.objects.filter(state=state).select_related("treaty", "source"))
    named: list[CommitteeReview | StateReport] = [*rows, *owed]
    found = {row.treaty_id: row.treaty for row in named}
    return [
        Before(
            treaty,
            sorted((one for one in meetings if one.row.treaty_id == pk and not one.is_over), key=_first),
            sorted((one for one in meetings if one.row.treaty_id == pk and one.is_over), key=_first, reverse=True),
            [report for report in owed if report.treaty_id == pk],
        )
        for pk, treaty in sorted(found.items(), key=lambda item: item[1].in_force)
    ]


def sittings(treaty: Treaty, day: datetime.date) -> tuple[list[Sitting], list[Sitting]]:
    """The sessions of a treaty's committee: those that are not over, and those that are, the latest first."""
    states = Prefetch("reviews", CommitteeReview.objects.select_related("state", "source").order_by("state__name"))
    rows = CommitteeSession.objects.filter(treaty=treaty).select_related("source").prefetch_related(states)
    every = [Sitting(row, _by_kind(row), is_over(row, day)) for row in rows.order_by("number")]
    return [one for one in every if not one.is_over], [one for one in every if one.is_over][::-1]


def where_to_look() -> list[Address]:
    """The pages on which dates are published that are not among the facts."""
    action = vocabulary.ActionSlug.ALTERNATIVE_REPORT.value
    return list(Address.objects.filter(action=action, treaty=None, mandate=None).select_related("source"))


def is_over(row: CommitteeSession, day: datetime.date) -> bool:
    """Whether a session surely is over, by the same rule as in the advice."""
    end = over_after(row.partial("start"), row.partial("end"), COMMITTEE_LENGTH)
    return end is not None and end < day


def _by_kind(row: CommitteeSession) -> list[tuple[str, list[CommitteeReview]]]:
    found = list(row.reviews.all())
    kinds = [(str(label), [one for one in found if one.kind == kind]) for kind, label in CommitteeReview.Kind.choices]
    return [(label, rows) for label, rows in kinds if rows]


def _meeting(row: CommitteeReview, day: datetime.date) -> Meeting:
    one = Appointment(_review(row), _session(row.session) if row.session else None)
    return Meeting(row, one.start, None if one.end == one.start else one.end, one.deadline, one.is_over(day))


def _first(one: Meeting) -> datetime.date:
    date = one.start or one.end
    return date.first if date else datetime.date.max


def _session(row: CommitteeSession) -> facts.CommitteeSession:
    return facts.CommitteeSession(
        slug=row.slug,
        treaty="",
        number=row.number,
        start=row.partial("start"),
        end=row.partial("end"),
        dates_status=vocabulary.DateStatus(row.dates_status),
        report_deadline=row.partial("report_deadline"),
        list_deadline=row.partial("list_deadline"),
        deadlines_status=vocabulary.DateStatus(row.deadlines_status),
        source="",
        checked_on="",
    )


def _review(row: CommitteeReview) -> facts.CommitteeReview:
    return facts.CommitteeReview(
        treaty="",
        kind=facts.ReviewKind(row.kind),
        session=row.session.slug if row.session else "",
        day=row.partial("day"),
        status=vocabulary.DateStatus(row.status),
        source="",
        checked_on="",
        confidence=row.confidence,
    )
