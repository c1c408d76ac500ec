"""The six routes: their texts, what they ask for, and the numbers that go with them."""

from typing import Any

from django.contrib import admin
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy

from mechanisms.models import Route, RouteReading, RouteRequirement, RouteRule, RouteStatement, Support

from .base import FactAdmin
from .elsewhere import lists_about
from .filters import box
from .parts import LinksInside


class ReadingInside(LinksInside):
    """What to read about a route."""

    model = RouteReading
    fields = ("source", "position")
    autocomplete_fields = ("source",)


@admin.register(Route)
class RouteAdmin(FactAdmin):
    """What each route is, and who sees what."""

    columns = ("label", "side", "position", "slug")
    search_fields = ("label", "slug", "summary")
    filters = ("side",)
    inlines = (ReadingInside,)

    def about(self, row: Route) -> SafeString:
        """Links to the route's statements, requirements and numbers."""
        asked = ((RouteStatement, "route"), (RouteRequirement, "route"), (RouteRule, "route"), (Support, "routes"))
        return lists_about(row, asked)


@admin.register(RouteStatement)
class RouteStatementAdmin(FactAdmin):
    """Steps, and what speaks for and against a route."""

    columns: tuple[Any, ...] = ("text_shown", "route", "kind", "position")
    search_fields = ("text", "route__label", "route__slug")
    filters = (box("route", Route), "kind")
    list_select_related = ("route",)

    @admin.display(description=gettext_lazy("text"), ordering="text")
    def text_shown(self, row: RouteStatement) -> str:
        """The first words."""
        return Truncator(row.text).words(14)


@admin.register(RouteRequirement)
class RouteRequirementAdmin(FactAdmin):
    """What a route asks for."""

    columns: tuple[Any, ...] = ("gate", "route", "requirement")
    search_fields = ("text", "route__label", "route__slug", "gate")
    filters = (box("route", Route), "gate", "requirement")
    list_select_related = ("route",)


@admin.register(RouteRule)
class RouteRuleAdmin(FactAdmin):
    """Word limits, time limits and the like."""

    columns: tuple[Any, ...] = ("label", "route", "value", "unit", "verified")
    search_fields = ("label", "key", "route__label", "route__slug")
    filters = (box("route", Route), "verified", "unit")
    list_select_related = ("route",)
