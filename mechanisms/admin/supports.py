"""Who and what can help."""

from django.contrib import admin
from django.utils.translation import gettext_lazy

from mechanisms.models import Route, Support, SupportRoute, SupportTheme, Theme

from .base import FactAdmin
from .filters import box
from .parts import LinksInside


class RoutesInside(LinksInside):
    """The routes on which a support helps."""

    model = SupportRoute
    fields = ("route", "position")


class ThemesInside(LinksInside):
    """The themes on which it works; none means all."""

    model = SupportTheme
    fields = ("theme", "position")
    autocomplete_fields = ("theme",)


@admin.register(Support)
class SupportAdmin(FactAdmin):
    """Organisations, handbooks, pages."""

    columns = ("name", "kind", "url")
    search_fields = ("name", "slug", "what", "routes__label", "themes__label")
    filters = ("kind", box("routes", Route, gettext_lazy("route")), box("themes", Theme, gettext_lazy("theme")))
    inlines = (RoutesInside, ThemesInside)
