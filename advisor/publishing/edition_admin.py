"""What was published, by whom, when and why: to look at. Publishing is done in the rule lab."""

import json
from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from advisor.compare.fact_words import SECTIONS
from advisor.editions.models import Edition, Publication
from advisor.editions.upgrades import upgraded


class ToLookAt(admin.ModelAdmin):  # type: ignore[type-arg]
    """Records: nothing is added, changed or deleted by hand."""

    show_facets = admin.ShowFacets.NEVER
    actions = None
    list_per_page = 50

    def has_add_permission(self, request: HttpRequest) -> bool:
        """A record."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A record."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A record."""
        return False


@admin.register(Publication)
class PublicationAdmin(ToLookAt):
    """What became the current edition, the latest first."""

    list_display = ("published_at", "note", "published_by", "edition_link", "is_current")
    list_display_links = ("published_at",)
    list_select_related = ("published_by",)
    search_fields = ("note", "edition__id")
    date_hierarchy = "published_at"
    fields = ("published_at", "published_by", "note", "edition_link", "is_current")

    def get_queryset(self, request: HttpRequest) -> "models.QuerySet[Publication]":
        """The content of an edition is large; a list has no use for it."""
        rows: models.QuerySet[Publication] = super().get_queryset(request)
        latest = Publication.objects.order_by("-pk").values("pk")[:1]
        return rows.defer("edition__content").annotate(latest=models.Subquery(latest))

    @admin.display(description=gettext_lazy("edition"))
    def edition_link(self, row: Publication) -> SafeString:
        """The edition's short name, leading to it."""
        address = reverse("admin:advisor_edition_change", args=[row.edition_id])
        return format_html('<a href="{}">{}</a>', address, row.edition_id[:12])

    @admin.display(description=gettext_lazy("advice is given on it"), boolean=True)
    def is_current(self, row: Any) -> bool:
        """Whether nothing was published since."""
        return bool(row.pk == row.latest)


@admin.register(Edition)
class EditionAdmin(ToLookAt):
    """Facts and weights frozen together."""

    list_display = ("short", "created_at", "is_current")
    list_display_links = ("short",)
    search_fields = ("id",)
    fields = ("id", "created_at", "is_current", "published", "holds")

    def get_queryset(self, request: HttpRequest) -> "models.QuerySet[Edition]":
        """The content is read for one edition at a time."""
        rows: models.QuerySet[Edition] = super().get_queryset(request)
        latest = Publication.objects.order_by("-pk").values("edition")[:1]
        return rows.defer("content").annotate(latest=models.Subquery(latest))

    @admin.display(description=gettext_lazy("edition"), ordering="id")
    def short(self, row: Edition) -> str:
        """The first letters of its digest."""
        return str(row)

    @admin.display(description=gettext_lazy("advice is given on it"), boolean=True)
    def is_current(self, row: Any) -> bool:
        """Whether it is the published one."""
        return bool(row.pk == row.latest)

    @admin.display(description=gettext_lazy("published"))
    def published(self, row: Edition) -> SafeString | str:
        """Every time that it became the current one."""
        found = [
            (reverse("admin:advisor_publication_change", args=[one.pk]), f"{one.published_at:%Y-%m-%d %H:%M}", one.note)
            for one in row.publications.order_by("-pk")
        ]
        if not found:
            return _("never: it was only compared")
        return format_html("<ul>{}</ul>", format_html_join("", '<li><a href="{}">{}</a> {}</li>', found))

    @admin.display(description=gettext_lazy("holds"))
    def holds(self, row: Edition) -> SafeString:
        """How much of each kind of fact."""
        content = upgraded(json.loads(row.content))
        rows = ((str(name), len(content[section])) for section, name in SECTIONS.items() if section in content)
        return format_html("<ul>{}</ul>", format_html_join("", "<li>{}: {}</li>", rows))
