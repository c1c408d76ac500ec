"""A theme: which experts, treaties and helpers belong to it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from mechanisms.models import Mandate, Support, Theme, ThemeTreaty

from .day import day_asked
from .pages import show


@require_safe
def theme(request: HttpRequest, slug: str) -> HttpResponse:
    """One theme, on the day."""
    asked = day_asked(request)
    row = get_object_or_404(Theme.objects.select_related("source"), slug=slug)
    covering = Mandate.objects.on(asked.day).filter(theme_links__theme=row).select_related("state", "source")
    return show(
        request,
        asked,
        "reference/theme.html",
        row.label,
        theme=row,
        mandates=covering.order_by("theme_links__position", "short_name"),
        treaties=ThemeTreaty.objects.filter(theme=row).select_related("treaty__source"),
        supports=Support.objects.filter(themes=row).select_related("source"),
    )
