"""The calendar of the treaty bodies: sessions with their deadlines, what is done about which State, and reports that are due."""

from typing import Any

from django.contrib import admin
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy

from mechanisms.models import CommitteeReview, CommitteeSession, State, StateReport, Treaty

from .base import FactAdmin
from .elsewhere import lists_about
from .filters import box
from .forms import link_to
from .parts import date_column, settled_column


@admin.register(CommitteeSession)
class CommitteeSessionAdmin(FactAdmin):
    """Sessions; the deadlines for NGOs are here, since all States of a session share them."""

    columns: tuple[Any, ...] = (
        "treaty",
        "number",
        settled_column("start", "dates_status", gettext_lazy("first day")),
        date_column("end", gettext_lazy("last day")),
        settled_column("report_deadline", "deadlines_status", gettext_lazy("NGO reports until")),
        settled_column("list_deadline", "deadlines_status", gettext_lazy("lists of issues until")),
    )
    search_fields = ("slug", "treaty__abbreviation", "treaty__committee_name", "reviews__state__name", "note")
    search_help_text = gettext_lazy("A committee, or a State: the sessions at which something is done about it.")
    filters = (box("treaty", Treaty), "dates_status", "deadlines_status")
    list_select_related = ("treaty",)
    ordering = ("-start", "treaty", "-number")

    def about(self, row: CommitteeSession) -> SafeString:
        """Links to the States of the session."""
        return lists_about(row, ((CommitteeReview, "session"),))


@admin.register(CommitteeReview)
class CommitteeReviewAdmin(FactAdmin):
    """At which session a committee does what about a State."""

    columns: tuple[Any, ...] = (
        "state",
        "treaty",
        "kind",
        "session_shown",
        settled_column("day", "status", gettext_lazy("day of this State")),
    )
    search_fields = ("state__name", "state__iso3", "treaty__abbreviation", "session__slug")
    filters = (box("state", State), box("treaty", Treaty), "kind")
    list_select_related = ("state", "treaty", "session__treaty")
    ordering = ("-session__start", "state__name")

    @admin.display(description=gettext_lazy("session"), ordering="session__start")
    def session_shown(self, row: CommitteeReview) -> str | None:
        """The session, leading to its own form."""
        return link_to(row.session) if row.session else None


@admin.register(StateReport)
class StateReportAdmin(FactAdmin):
    """Reports that States owe to committees."""

    columns: tuple[Any, ...] = (
        "state", "treaty", "document", "number", settled_column("due", "status", gettext_lazy("due")),
    )  # fmt: skip
    search_fields = ("state__name", "state__iso3", "treaty__abbreviation", "number")
    filters = (box("state", State), box("treaty", Treaty), "document", "status")
    list_select_related = ("state", "treaty")
    ordering = ("-due", "state__name")
