"""The calendar: what comes next, month by month, what has no date yet, and what was."""

import datetime
from collections.abc import Iterable
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from mechanisms.models import CommitteeSession, CouncilSession, UprSession
from rules.dates import MONTH, PartialDate

from . import committees
from .dates import months_later
from .day import day_asked
from .events import Event, events
from .pages import show
from .reviews import is_over

PAST_MONTHS = 12
"""How far the calendar looks back."""

Months = list[tuple[PartialDate, list[Event]]]


@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """What comes after the day, and what was before it."""
    asked = day_asked(request)
    every = events(asked.day)
    since = months_later(asked.day, -PAST_MONTHS)
    ahead = [event for event in every if event.last and event.last >= asked.day]
    past = [event for event in every if event.last and since <= event.last < asked.day]
    return show(
        request,
        asked,
        "reference/calendar.html",
        _("Calendar"),
        months=_by_month(ahead),
        past=_by_month(past)[::-1],
        undated=_undated(every, asked.day),
        past_months=PAST_MONTHS,
    )


def _by_month(entries: Iterable[Event]) -> Months:
    def month(event: Event) -> datetime.date:
        assert event.date is not None
        return event.date.first.replace(day=1)

    ordered = sorted(entries, key=lambda event: (event.date, event.what))
    return [(PartialDate(first, MONTH), list(group)) for first, group in groupby(ordered, month)]


def _undated(entries: Iterable[Event], day: datetime.date) -> list[Event]:
    """What has no date, without what belongs to a session that has ended or to an earlier one."""
    without = [event for event in entries if event.date is None]
    latest: dict[object, int] = {}
    for event in entries:
        if isinstance(event.fact, UprSession | CouncilSession | CommitteeSession) and _is_over(event.fact, day):
            latest[_series(event.fact)] = max(latest.get(_series(event.fact), 0), event.fact.number)
    return [
        event
        for event in without
        if not isinstance(event.fact, UprSession | CouncilSession | CommitteeSession)
        or event.fact.number > latest.get(_series(event.fact), 0)
    ]


def _is_over(session: UprSession | CouncilSession | CommitteeSession, day: datetime.date) -> bool | None:
    return committees.is_over(session, day) if isinstance(session, CommitteeSession) else is_over(session, day)


def _series(session: UprSession | CouncilSession | CommitteeSession) -> object:
    """What numbers a session: each committee counts its own."""
    return (type(session), session.treaty_id) if isinstance(session, CommitteeSession) else type(session)
