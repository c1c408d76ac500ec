"""The Universal Periodic Review: cycles, sessions with their deadlines, and who is reviewed when."""

from typing import Any

from django.contrib import admin
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mechanisms.models import State, UprCycle, UprReview, UprSession

from .base import FactAdmin
from .elsewhere import lists_about
from .filters import box
from .forms import link_to, page_of
from .parts import DatesInside, date_column, session_doors, settled_column


@admin.register(UprCycle)
class UprCycleAdmin(FactAdmin):
    """Rounds in which every State is reviewed once."""

    columns: tuple[Any, ...] = (
        "number", date_column("starts", gettext_lazy("starts")), date_column("ends", gettext_lazy("ends")), "interval_months",
    )  # fmt: skip
    search_fields = ("number", "note")

    def about(self, row: UprCycle) -> SafeString:
        """Links to the cycle's sessions and reviews."""
        return lists_about(row, ((UprSession, "cycle"), (UprReview, "cycle")))


@admin.register(UprSession)
class UprSessionAdmin(FactAdmin):
    """Sessions; the deadline for NGOs is here, since all States of a session share it."""

    columns: tuple[Any, ...] = (
        "number",
        "cycle",
        settled_column("start", "dates_status", gettext_lazy("first day")),
        settled_column("stakeholder_deadline", "stakeholder_deadline_status", gettext_lazy("deadline for NGOs")),
    )
    search_fields = ("number", "reviews__state__name", "reviews__state__iso3", "note")
    search_help_text = gettext_lazy("A number, or a State: the sessions in which it is reviewed.")
    filters = (
        "cycle", "dates_status", "stakeholder_deadline_status", box("reviews__state", State, gettext_lazy("State reviewed")),
    )  # fmt: skip
    list_select_related = ("cycle",)
    ordering = ("-number",)
    inlines = (DatesInside,)

    def about(self, row: UprSession) -> SafeString:
        """The States of the session, each leading to its review; and the list of them."""
        reviews = row.reviews.select_related("state", "cycle", "session").order_by("order", "state__name")
        states = format_html_join(
            ", ", '<a href="{}">{}</a>', ((page_of(review), review.state.name) for review in reviews)
        )
        shown = format_html("<li>{} {}</li>", _("States reviewed:"), states) if reviews else ""
        return format_html("{}{}", shown, lists_about(row, ((UprReview, "session"),)))

    def doors(self, row: UprSession) -> list[tuple[str, str]]:
        """What may have become known of it."""
        return session_doors("upr", row.number)


@admin.register(UprReview)
class UprReviewAdmin(FactAdmin):
    """In which session a State is reviewed."""

    columns: tuple[Any, ...] = ("state", "cycle", "session_shown", "deadline_shown", "order", "adoption_status")
    search_fields = ("state__name", "state__iso3", "session__number")
    filters = (box("state", State), "cycle", box("session", UprSession), "adoption_status")
    list_select_related = ("state", "cycle", "session")
    ordering = ("-cycle__number", "state__name")

    @admin.display(description=gettext_lazy("session"), ordering="session__number")
    def session_shown(self, row: UprReview) -> str | None:
        """The session, leading to its own form."""
        return link_to(row.session) if row.session else None

    @admin.display(description=gettext_lazy("deadline for NGOs"), ordering="session__stakeholder_deadline")
    def deadline_shown(self, row: UprReview) -> str | None:
        """The deadline of the session, or that it is missing."""
        if row.session is None:
            return None
        date = row.session.partial("stakeholder_deadline")
        words = str(date) if date else _("not published, or not found")
        return format_html("{} ({})", words, row.session.get_stakeholder_deadline_status_display()) if date else words
