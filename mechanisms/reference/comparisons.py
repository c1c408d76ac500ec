"""The six routes side by side; the UPR beside special procedures; who asks for exhausted remedies; 2013 and today."""

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from mechanisms.models import Route, RouteRequirement

from . import comparison_texts
from .day import day_asked
from .pages import show
from .then_and_now import THEN_YEAR, changes

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

GATE, NEED = RouteRequirement.Gate, RouteRequirement.Need
QUESTIONS: "dict[str, StrPromise]" = {
    GATE.DOMESTIC_REMEDIES: _("Must remedies at home be exhausted first?"),
    GATE.TREATY_RATIFIED: _("Must the State have ratified a treaty?"),
    GATE.COMPETENCE_ACCEPTED: _("Must the State have accepted complaints?"),
    GATE.ECOSOC_ACCESS: _("Is consultative status needed?"),
    GATE.PATTERN: _("Is a pattern of violations needed?"),
}
REMEDIES = (GATE.DOMESTIC_REMEDIES, GATE.TREATY_RATIFIED, GATE.COMPETENCE_ACCEPTED)
WORDS: "dict[str, StrPromise]" = {NEED.REQUIRED: _("Yes"), NEED.CONDITION: _("A condition"), NEED.NOT_NEEDED: _("No")}


@dataclass(frozen=True)
class Cell:
    """An answer in a word, an answer at more length, and the fact or sentence behind it. Without one, the route does not ask for it."""

    route: Route
    word: "str | StrPromise"
    text: "str | StrPromise" = ""
    fact: Any = None


@dataclass(frozen=True)
class Line:
    """A question and a cell for each route."""

    question: "str | StrPromise"
    cells: tuple[Cell, ...]


@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    """All comparisons on one page."""
    asked = day_asked(request)
    routes = _routes(asked.day)
    return show(
        request,
        asked,
        "reference/compare.html",
        str(_("The six routes side by side")),
        routes=routes,
        lines=_lines(routes),
        remedies=[
            (
                route,
                comparison_texts.REMEDIES_THEN.get(route.slug),
                [(QUESTIONS[gate], _cell(route, gate)) for gate in REMEDIES],
            )
            for route in routes
        ],
        remedies_questions=[QUESTIONS[gate] for gate in REMEDIES],
        remedies_notes=comparison_texts.REMEDIES_NOTES,
        lengths=[(route, comparison_texts.HOW_LONG.get(route.slug)) for route in routes],
        sides=[
            (label, comparison_texts.SIDES[side], [route for route in routes if route.side == side])
            for side, label in Route.Side.choices
        ],
        pairs=comparison_texts.UPR_AND_EXPERTS,
        choosing=comparison_texts.CHOOSING,
        both=comparison_texts.BOTH,
        then_year=THEN_YEAR,
        changes=list(changes(asked.day)),
    )


def _routes(day: datetime.date) -> list[Route]:
    in_force = RouteRequirement.objects.on(day).select_related("source")
    return list(
        Route.objects.select_related("source").prefetch_related(Prefetch("requirements", in_force, to_attr="asked_for"))
    )


def _lines(routes: list[Route]) -> list[Line]:
    who = Line(
        _("Who decides?"), tuple(Cell(route, capfirst(str(route.get_side_display())), "", route) for route in routes)
    )
    gates = [Line(question, tuple(_cell(route, gate) for route in routes)) for gate, question in QUESTIONS.items()]
    return [who, *gates, Line(_("Does it take a single case?"), tuple(map(_single_case, routes)))]


def _cell(route: Route, gate: str) -> Cell:
    found = [row for row in route.asked_for if row.gate == gate]  # type: ignore[attr-defined]  # prefetched above
    if not found:
        return Cell(route, _("Not asked for"))
    return Cell(route, WORDS[found[0].requirement], found[0].text, found[0])


def _single_case(route: Route) -> Cell:
    said = comparison_texts.SINGLE_CASE.get(route.slug)
    return Cell(route, said.word, said.text, said) if said else Cell(route, _("Not known"))
