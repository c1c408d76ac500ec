"""States: the list by regional group, and each State with its reviews, treaties, experts and regional bodies."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from mechanisms.models import (
    CouncilMembership,
    Mandate,
    NationalInstitution,
    RegionalMembership,
    StandingInvitation,
    State,
    StateTreatyLimit,
    Treaty,
)

from .commitments import INSTRUMENT, Commitment, commitment, on_day
from .committees import before_committees, where_to_look
from .day import day_asked
from .pages import show
from .resolutions import on_state, votes_of
from .reviews import place


@dataclass(frozen=True)
class Line:
    """A treaty, what the State did about it, and the limits that it set. ``None`` if no row says it for that day."""

    treaty: Treaty
    bound: Commitment | None
    complaints: Commitment | None
    inquiry: Commitment | None
    limits: list[StateTreatyLimit]


@require_safe
def states(request: HttpRequest) -> HttpResponse:
    """Every State, by regional group."""
    asked = day_asked(request)
    rows = list(State.objects.select_related("source"))
    groups = [
        (label, [row for row in rows if row.regional_group == group]) for group, label in State.RegionalGroup.choices
    ]
    rest = [row for row in rows if not row.regional_group]
    return show(
        request,
        asked,
        "reference/states.html",
        _("States"),
        groups=[*groups, (_("In no group"), rest)] if rest else groups,
    )


@require_safe
def state(request: HttpRequest, iso3: str) -> HttpResponse:
    """One State, on the day. A code in small letters leads to the same page."""
    if iso3 != iso3.upper():
        return redirect(f"{reverse('mechanisms:state', args=[iso3.upper()])}?{request.GET.urlencode()}".rstrip("?"))
    asked = day_asked(request)
    row = get_object_or_404(State.objects.select_related("source"), iso3=iso3)
    covering = RegionalMembership.objects.on(asked.day).filter(state=row)
    return show(
        request,
        asked,
        "reference/state.html",
        row.name,
        state=row,
        review=place(row, asked.day),
        committees=before_committees(row, asked.day),
        look=where_to_look(),
        lines=_lines(row, asked.day),
        mandates=_mandates(row, asked.day),
        memberships=_memberships(row, asked.day),
        bodies=covering.select_related("body__source", "source"),
        resolutions=on_state(row, asked.day),
        votes=votes_of(row, asked.day),
        institutions=NationalInstitution.objects.on(asked.day).filter(state=row).select_related("source"),
        invitation=StandingInvitation.objects.on(asked.day).filter(state=row).select_related("source").first(),
    )


def _lines(state: State, day: datetime.date) -> list[Line]:
    acts: dict[tuple[int, str], Commitment] = {}
    for status in on_day(day, state=state):
        acts[status.treaty_id, status.instrument] = commitment(status, status.treaty)
    limits = list(StateTreatyLimit.objects.on(day).filter(state=state).select_related("source"))
    return [
        Line(
            treaty,
            acts.get((treaty.pk, INSTRUMENT.TREATY)),
            acts.get((treaty.pk, INSTRUMENT.INDIVIDUAL_COMMUNICATIONS)),
            acts.get((treaty.pk, INSTRUMENT.INQUIRY)),
            [limit for limit in limits if limit.treaty_id == treaty.pk],
        )
        for treaty in Treaty.objects.order_by("-core", "in_force")
    ]


def _mandates(state: State, day: datetime.date) -> list[tuple[Any, bool]]:
    """The mandates on this State that have begun, each with whether it is in force."""
    rows = Mandate.objects.filter(state=state).select_related("source").order_by("-valid_from")
    begun = [row for row in rows if row.period.start is None or row.period.start.first <= day]
    return [(row, row.period.covers(day)) for row in begun]


def _memberships(state: State, day: datetime.date) -> list[tuple[Any, str]]:
    """The State's terms on the Council, each with whether it is past, present or future on the day."""
    rows = CouncilMembership.objects.filter(state=state).select_related("source").order_by("valid_from")

    def where(row: CouncilMembership) -> str:
        if row.period.covers(day):
            return _("a member on this day")
        return _("to come") if row.period.start and day < row.period.start.first else _("over")

    return [(row, where(row)) for row in rows]
