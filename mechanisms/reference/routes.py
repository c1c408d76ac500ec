"""A route: what it is, how it works, what it asks for, who sees what, what speaks for and against it."""

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from mechanisms.models import Route, RouteReading, RouteRequirement, RouteRule, RouteStatement, Support, UprCycle

from .day import day_asked
from .mandates import counted
from .numbers import numbers
from .pages import show
from .reviews import order

NEEDS = list(RouteRequirement.Need)


@require_safe
def route(request: HttpRequest, slug: str) -> HttpResponse:
    """One of the six routes, with what it asks for on the day."""
    asked = day_asked(request)
    statements = RouteStatement.objects.select_related("source")
    reading = RouteReading.objects.select_related("source")
    row = get_object_or_404(
        Route.objects.select_related("source").prefetch_related(
            Prefetch("statements", statements), Prefetch("reading_links", reading)
        ),
        slug=slug,
    )
    requirements = RouteRequirement.objects.on(asked.day).filter(route=row).select_related("source")
    rules = RouteRule.objects.on(asked.day).filter(route=row).select_related("source")
    said = {kind: [it for it in row.statements.all() if it.kind == kind] for kind in RouteStatement.Kind.values}
    return show(
        request,
        asked,
        "reference/route.html",
        row.label,
        route=row,
        steps=said[RouteStatement.Kind.STEP],
        pros=said[RouteStatement.Kind.PRO],
        cons=said[RouteStatement.Kind.CON],
        requirements=sorted(requirements, key=lambda need: NEEDS.index(RouteRequirement.Need(need.requirement))),
        numbers=numbers(rules),
        supports=Support.objects.filter(routes=row).select_related("source").order_by("route_links__position", "name"),
        mandates=counted(asked.day),
        cycles=UprCycle.objects.select_related("source") if row.slug == "upr" else (),
        order=order() if row.slug == "upr" else None,
        others=Route.objects.exclude(pk=row.pk),
    )
