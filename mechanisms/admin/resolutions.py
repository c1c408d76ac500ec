"""Resolutions of the Council with their votes, and what they renew."""

from typing import Any

from django.contrib import admin
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from mechanisms.models import CouncilResolution, Mandate, Renewal, ResolutionState, State

from .base import FactAdmin
from .filters import box
from .parts import LinksInside, RowsInside, date_column


class StatesInside(LinksInside):
    """The States that the resolution is on."""

    model = ResolutionState
    fields = ("state", "position")
    autocomplete_fields = ("state",)


class RenewalsInside(RowsInside):
    """The mandates and bodies of inquiry that it makes or extends."""

    model = Renewal
    inside = "resolution"


@admin.register(CouncilResolution)
class CouncilResolutionAdmin(FactAdmin):
    """What was adopted, how, who tabled it and who voted how."""

    columns: tuple[Any, ...] = ("symbol", "title", date_column("adopted_on", _("adopted on")), "vote")
    search_fields = ("symbol", "title", "sponsors", "states__name", "renewals__mandate__short_name")
    filters = ("adoption", "session", box("states", State))
    inlines = (StatesInside, RenewalsInside)

    @admin.display(description=_("vote"))
    def vote(self, row: CouncilResolution) -> str:
        """The numbers in favour, against and of abstentions."""
        if row.adoption != CouncilResolution.Adoption.RECORDED:
            return str(row.get_adoption_display())
        return f"{row.yes}–{row.no}–{row.abstentions}"

    def about(self, row: CouncilResolution) -> SafeString:
        """Links to its text and to the record of its vote."""
        record = format_html('<li><a href="{}">{}</a></li>', row.record_url, _("Record of the vote"))
        return format_html(
            '<li><a href="{}">{}</a></li>{}', row.address, _("Text of the resolution"), record if row.record_url else ""
        )


@admin.register(Renewal)
class RenewalAdmin(FactAdmin):
    """Which mandates and bodies fall due at which session."""

    columns: tuple[Any, ...] = ("resolution", "mandate", "door", "years", "due_session", "due_status")
    search_fields = (
        "resolution__symbol",
        "resolution__title",
        "mandate__short_name",
        "mandate__slug",
        "door__name",
        "door__slug",
    )
    filters = ("due_session", "due_status", box("mandate", Mandate))
    list_select_related = ("resolution", "mandate", "door")
