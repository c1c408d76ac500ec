"""The six routes in words, for templates."""

from typing import Any

from django import template

from rules.vocabulary import RouteSlug

from .labels import ROUTE_LINES, ROUTES

register = template.Library()


@register.inclusion_tag("_components/route.html")
def route(slug: str) -> dict[str, Any]:
    """A route's name and its one line. Raises ``ValueError`` for a slug that is none."""
    return {"name": ROUTES[RouteSlug(slug)], "line": ROUTE_LINES[RouteSlug(slug)]}
