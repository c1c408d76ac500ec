"""A theme: which experts, treaties and helpers belong to it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from mechanisms.models import Mandate, MandateRole, Support, Theme, ThemeTreaty

from .day import day_asked
from .pages import show


@require_safe
def theme(request: HttpRequest, slug: str) -> HttpResponse:
    """One theme, on the day."""
    asked = day_asked(request)
    row = get_object_or_404(Theme.objects.select_related("source"), slug=slug)
    in_force = Mandate.objects.on(asked.day)
    roles = (
        MandateRole.objects.filter(theme=row, mandate__in=in_force)
        .order_by("position", "mandate__slug")
        .select_related("mandate", "source")
    )
    on_countries = (
        in_force.filter(kind=Mandate.Kind.COUNTRY, theme_links__theme=row)
        .order_by("short_name")
        .select_related("state", "source")
    )
    treaties = ThemeTreaty.objects.filter(theme=row).order_by("position", "treaty__slug")
    return show(
        request,
        asked,
        "reference/theme.html",
        row.label,
        theme=row,
        number=len(roles) + len(on_countries),
        roles=roles,
        country=on_countries,
        treaties=treaties.select_related("treaty", "source"),
        supports=Support.objects.filter(themes=row).select_related("source"),
    )
