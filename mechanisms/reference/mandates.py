"""The mandates of the special procedures: all of them on a day, and each one with its holder and how to write to it."""

import datetime
import re

from django.db.models import Count, F, Prefetch, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from mechanisms.models import CallForInput, Mandate, MandateContact, MandateHolder, MandateRole, MandateTheme, Theme

from .day import day_asked
from .pages import show
from .resolutions import renewals_of

FOLLOWED_BY = re.compile(r"use ([a-z0-9-]+)")
"""How the facts name the mandate to write to, in place of one that ended."""


def counted(day: datetime.date) -> dict[str, int]:
    """How many mandates of each kind are in force on a day."""
    kinds = list(Mandate.objects.on(day).values_list("kind", flat=True))
    return {kind: kinds.count(kind) for kind in Mandate.Kind.values}


@require_safe
def mandates(request: HttpRequest) -> HttpResponse:
    """Every mandate in force on the day, by theme and by State, and those that had ended by then."""
    asked = day_asked(request)
    links = Prefetch("theme_links", MandateTheme.objects.select_related("theme"))
    rows = Mandate.objects.select_related("state", "source").prefetch_related(links).order_by("short_name")
    in_force = list(rows.on(asked.day))
    today = Mandate.objects.on(asked.day).values("pk")
    by_role = Count("roles", filter=Q(roles__mandate__in=today), distinct=True)
    on_countries = Count("mandates", filter=Q(mandates__in=today, mandates__kind=Mandate.Kind.COUNTRY), distinct=True)
    return show(
        request,
        asked,
        "reference/mandates.html",
        _("Mandates of the UN’s experts"),
        thematic=[row for row in in_force if row.kind == Mandate.Kind.THEMATIC],
        country=[row for row in in_force if row.kind == Mandate.Kind.COUNTRY],
        ended=[row for row in rows if row.period.end and row.period.end.last < asked.day],
        themes=Theme.objects.annotate(number=by_role + on_countries).order_by("label"),
    )


@require_safe
def mandate(request: HttpRequest, slug: str) -> HttpResponse:
    """One mandate, also one that has ended or had not begun on the day."""
    asked = day_asked(request)
    links = Prefetch("theme_links", MandateTheme.objects.select_related("theme"))
    row = get_object_or_404(Mandate.objects.select_related("state", "source").prefetch_related(links), slug=slug)
    roles = MandateRole.objects.filter(mandate=row).select_related("theme", "state", "source")
    start, end = row.period.start, row.period.end
    contacts = MandateContact.objects.on(asked.day).filter(Q(mandate=row) | Q(mandate=None))
    return show(
        request,
        asked,
        "reference/mandate.html",
        row.full_title,
        mandate=row,
        roles=sorted(roles, key=lambda role: (list(MandateRole.Role).index(MandateRole.Role(role.role)), str(role))),
        is_over=end is not None and end.last < asked.day,
        is_to_come=start is not None and asked.day < start.first,
        successor=_successor(row),
        predecessors=Mandate.objects.filter(special_route=f"use {row.slug}").order_by("slug"),
        holders=MandateHolder.objects.on(asked.day).filter(mandate=row).select_related("source"),
        contacts=contacts.select_related("source").order_by(F("mandate").asc(nulls_last=True), "kind", "value"),
        renewals=renewals_of(row, asked.day),
        calls=CallForInput.objects.filter(mandate=row).select_related("source"),
    )


def _successor(row: Mandate) -> Mandate | None:
    named = FOLLOWED_BY.fullmatch(row.special_route.strip())
    return Mandate.objects.filter(slug=named[1]).first() if named else None
