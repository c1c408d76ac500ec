"""Sources: what every fact rests on."""

from django.contrib import admin

from mechanisms.models import Source

from .pages import SourcePages


@admin.register(Source)
class SourceAdmin(SourcePages):
    """Documents and pages. One in use can't be deleted."""

    columns = ("title", "kind", "url", "slug")
    list_display_links = ("title",)
    search_fields = ("title", "slug", "url", "note")
    filters = ("kind",)
