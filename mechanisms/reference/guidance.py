"""Help: how to take part in each procedure, where to learn it, who can help; and consultative status, explained."""

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from mechanisms.glossary import ENTRIES
from mechanisms.models import Route, RouteRule, RouteStatement, Support, SupportTheme

from .day import day_asked
from .numbers import numbers
from .pages import show

STATUS_RULES = "ecosoc-"
"""How the numbers that belong to consultative status begin."""


@require_safe
def guidance(request: HttpRequest) -> HttpResponse:
    """For newcomers, and for people who look for a helper or a handbook."""
    asked = day_asked(request)
    steps = RouteStatement.objects.filter(kind=RouteStatement.Kind.STEP).select_related("source").order_by("position")
    themes = Prefetch("theme_links", SupportTheme.objects.select_related("theme"))
    supports = list(Support.objects.select_related("source").prefetch_related("route_links", themes))
    routes = Route.objects.prefetch_related(Prefetch("statements", steps, to_attr="steps"))
    general = [support for support in supports if len(support.route_links.all()) == len(routes)]
    rules = RouteRule.objects.on(asked.day).filter(key__startswith=STATUS_RULES).select_related("source")
    return show(
        request,
        asked,
        "reference/help.html",
        _("How to take part, and who can help"),
        general=general,
        routes=[(route, [it for it in supports if it not in general and _helps(it, route)]) for route in routes],
        status=ENTRIES["consultative-status"],
        sponsor=ENTRIES["sponsor"],
        numbers=numbers(rules),
    )


def _helps(support: Support, route: Route) -> bool:
    return any(link.route_id == route.pk for link in support.route_links.all())
