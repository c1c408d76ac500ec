"""The Human Rights Council: sessions and members."""

from typing import Any

from django.contrib import admin
from django.utils.translation import gettext_lazy

from mechanisms.models import CouncilMembership, CouncilSession, DateSource, Source, State

from .base import FactAdmin
from .filters import box
from .parts import DatesInside, date_column, session_doors, settled_column


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
    inlines = (DatesInside,)

    def doors(self, row: CouncilSession) -> list[tuple[str, str]]:
        """What may have become known of it."""
        return session_doors("council", row.number)


@admin.register(DateSource)
class DateSourceAdmin(FactAdmin):
    """Where single dates of sessions stand."""

    columns: tuple[Any, ...] = ("field", "upr_session", "council_session", "source", "checked_on", "confidence")
    search_fields = ("upr_session__number", "council_session__number", "source__title", "note")
    filters = ("field", "confidence", box("source", Source))
    list_select_related = ("upr_session", "council_session", "source")


@admin.register(CouncilMembership)
class CouncilMembershipAdmin(FactAdmin):
    """Terms of the members."""

    columns: tuple[Any, ...] = ("state", "regional_group")
    search_fields = ("state__name", "state__iso3")
    filters = (box("state", State), "regional_group")
    list_select_related = ("state",)
