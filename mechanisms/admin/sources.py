"""Sources: what every fact rests on."""

from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from mechanisms.models import Source

from .pages import SourcePages

OFFICIAL = (Source.Kind.LEGAL_TEXT, Source.Kind.DEPOSITARY, Source.Kind.UN_DOCUMENT, Source.Kind.UN_PAGE)


@admin.register(Source)
class SourceAdmin(SourcePages):
    """Documents and pages. One in use can't be deleted."""

    columns = ("title", "kind", "url", "slug")
    list_display_links = ("title",)
    search_fields = ("title", "slug", "url", "note")
    filters = ("kind",)

    def get_ordering(self, request: HttpRequest) -> list[Any]:
        """By title; in a box that searches, what the UN itself says comes first."""
        official = models.Case(models.When(kind__in=OFFICIAL, then=0), default=1, output_field=models.IntegerField())
        return [official, "title"] if request.path.endswith("/autocomplete/") else ["title"]
