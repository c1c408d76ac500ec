"""Pages that the portal reads by itself: what is wrong with one, and what a person has to enter from it."""

from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from mechanisms.models import FetchedPage


class FaultFilter(admin.SimpleListFilter):
    """What needs a person."""

    title = _("needs a person")
    parameter_name = "needs"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Called by Django."""
        return [("fault", _("something is wrong")), ("notes", _("lines to enter by hand"))]

    def queryset(self, request: HttpRequest, queryset: "models.QuerySet[Any]") -> "models.QuerySet[Any]":
        """Called by Django."""
        name = self.value()
        return queryset.exclude(**{name: ""}) if name in ("fault", "notes") else queryset


@admin.register(FetchedPage)
class FetchedPageAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """A list to look at; the portal keeps it."""

    list_display = ("address", "adapter", "looked_at", "fault", "fault_since")
    list_filter = (FaultFilter, "adapter")
    search_fields = ("address", "fault", "notes")
    fields = ("address", "adapter", "looked_at", "due_at", "fault", "fault_since", "notes")
    actions = None
    change_list_template = "admin/change_list.html"

    def has_add_permission(self, request: HttpRequest) -> bool:
        """The portal adds them."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nothing to change."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nor to delete."""
        return False
