"""The way in: what is here, and a search. No address holds what somebody searches for, so the form is posted."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from mechanisms.glossary import ENTRIES
from mechanisms.models import Mandate, Route, State, Theme, Treaty
from mechanisms.names.folding import fold
from mechanisms.names.matching import best
from mechanisms.names.themes import theme_names
from mechanisms.searching import search, states_called

from .day import day_asked
from .mandates import counted
from .pages import show
from .places import called

LONGEST_SEARCH = 100


@dataclass(frozen=True)
class Found:
    """A page that the search found: its address, without the day, and what to say about it."""

    address: str
    name: str
    about: str = ""
    part: str = ""
    """The place on the page; it follows the day in the address."""


@require_http_methods(["GET", "HEAD", "POST"])
def index(request: HttpRequest) -> HttpResponse:
    """What is here, in numbers of the day; and, where something was searched for, what was found."""
    asked = day_asked(request)
    typed = request.POST.get("q", "").strip()[:LONGEST_SEARCH]
    statuses = list(State.objects.values_list("un_status", flat=True))
    return show(
        request,
        asked,
        "reference/index.html",
        _("Reference: procedures, States, experts and treaties"),
        routes=Route.objects.all(),
        mandates=counted(asked.day),
        members=statuses.count(State.UnStatus.MEMBER),
        observers=statuses.count(State.UnStatus.OBSERVER),
        treaties=Treaty.objects.count(),
        themes=Theme.objects.count(),
        words=len(ENTRIES),
        searched=request.method == "POST",
        typed=typed,
        groups=_groups(typed, asked.day) if fold(typed) else [],
    )


def _groups(typed: str, day: datetime.date) -> list[tuple[str, list[Found]]]:
    groups = [
        (_("States"), _states(typed)),
        (_("Places that are no States"), _places(typed)),
        (_("Mandates"), _mandates(typed, day)),
        (_("Treaties and committees"), _treaties(typed)),
        (_("Themes"), _themes(typed)),
        (_("Words"), _words(typed)),
    ]
    return [(title, found) for title, found in groups if found]


def _states(typed: str) -> list[Found]:
    return [
        Found(reverse("mechanisms:state", args=[row.iso3]), row.name)
        for row in states_called(State.objects.all(), typed)
    ]


def _places(typed: str) -> list[Found]:
    address = reverse("mechanisms:places")
    return [Found(address, row.name, row.text, f"#{row.slug}") for row in called(typed)]


def _mandates(typed: str, day: datetime.date) -> list[Found]:
    def about(row: Any) -> str:
        return row.full_title if row.period.covers(day) else _("%(title)s; not in force") % {"title": row.full_title}

    rows = search(Mandate.objects.all(), ["short_name", "full_title", "state__name", "state__iso3"], typed)
    return [Found(reverse("mechanisms:mandate", args=[row.slug]), row.short_name, about(row)) for row in rows]


def _treaties(typed: str) -> list[Found]:
    paths = ["name", "abbreviation", "committee_name", "committee_abbreviation"]
    rows = search(Treaty.objects.all(), paths, typed)
    return [Found(reverse("mechanisms:treaty", args=[row.slug]), row.abbreviation, row.name) for row in rows]


def _themes(typed: str) -> list[Found]:
    rows = list(Theme.objects.all())
    found = best(typed, [theme_names(row.slug, row.label, row.description) for row in rows])
    themes = [rows[place] for _fit, place in found]
    return [Found(reverse("mechanisms:theme", args=[row.slug]), row.label, row.description) for row in themes]


def _words(typed: str) -> list[Found]:
    wanted = fold(typed).split()
    return [
        Found(reverse("mechanisms:glossary"), str(entry.term), str(entry.short), f"#{entry.slug}")
        for entry in ENTRIES.values()
        if all(word in fold(str(entry.term)) for word in wanted)
    ]
