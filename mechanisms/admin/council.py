"""The Human Rights Council: sessions and members."""

from typing import Any

from django.contrib import admin
from django.utils.translation import gettext_lazy

from mechanisms.models import CouncilMembership, CouncilSession, State

from .base import FactAdmin
from .filters import box
from .parts import date_column, settled_column


@admin.register(CouncilSession)
class CouncilSessionAdmin(FactAdmin):
    """Regular sessions with their deadlines."""

    columns: tuple[Any, ...] = (
        "number",
        settled_column("start", "dates_status", gettext_lazy("first day")),
        date_column("end", gettext_lazy("last day")),
        "status",
        settled_column("written_statement_deadline", "deadlines_status", gettext_lazy("written statements until")),
    )
    search_fields = ("number", "note")
    filters = ("status", "dates_status", "deadlines_status")
    ordering = ("-number",)


@admin.register(CouncilMembership)
class CouncilMembershipAdmin(FactAdmin):
    """Terms of the members."""

    columns: tuple[Any, ...] = ("state", "regional_group")
    search_fields = ("state__name", "state__iso3")
    filters = (box("state", State), "regional_group")
    list_select_related = ("state",)
