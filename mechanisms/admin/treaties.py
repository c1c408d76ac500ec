"""Treaties, what States did about them, and the limits that they set."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from mechanisms.models import (
    Address,
    CommitteeReview,
    CommitteeSession,
    Source,
    State,
    StateTreatyLimit,
    ThemeTreaty,
    Treaty,
    TreatyStatus,
)

from .base import FactAdmin
from .depositary import DepositaryPages
from .elsewhere import lists_about
from .filters import box


@admin.register(Treaty)
class TreatyAdmin(FactAdmin):
    """The core treaties and their protocols."""

    columns = ("abbreviation", "name", "core", "has_complaints", "petition_limit_kind", "untc_ref")
    search_fields = ("name", "abbreviation", "slug", "committee_name", "untc_ref")
    filters = ("core", "has_complaints", "petition_limit_kind")

    def about(self, row: Treaty) -> SafeString:
        """Links to what States did about the treaty, what its committee does when, the themes that it covers, and its addresses."""
        kept = (TreatyStatus, StateTreatyLimit, CommitteeSession, CommitteeReview, ThemeTreaty, Address)
        return lists_about(row, ((model, "treaty") for model in kept))


@admin.register(TreatyStatus)
class TreatyStatusAdmin(DepositaryPages):
    """Party, signatory, accepted or not: one row a State, treaty, instrument and period."""

    columns: tuple[Any, ...] = ("state", "treaty", "instrument", "status", "action")
    search_fields = ("state__name", "state__iso3", "treaty__abbreviation", "treaty__name", "treaty__slug", "action")
    filters = (box("state", State), box("treaty", Treaty), "instrument", "status", box("source", Source))
    list_select_related = ("state", "treaty")

    def list_doors(self, request: HttpRequest) -> list[tuple[str, str]]:
        """The way to the depositary's file."""
        may = self.has_add_permission(request) and self.has_change_permission(request)
        return [(_("Import from the UN Treaty Collection"), self.address("depositary"))] if may else []

    def get_urls(self) -> list[URLPattern]:
        """The pages for the depositary's own file."""
        view = self.admin_site.admin_view
        return [
            path("depositary/", csrf_exempt(view(csrf_exempt(self.depositary_view))), name=self.page("depositary")),
            *super().get_urls(),
        ]


@admin.register(StateTreatyLimit)
class StateTreatyLimitAdmin(FactAdmin):
    """Reservations and declarations."""

    columns: tuple[Any, ...] = ("state", "treaty", "limit_type", "summary")
    search_fields = ("state__name", "state__iso3", "treaty__abbreviation", "treaty__slug", "summary", "basis")
    filters = (box("state", State), box("treaty", Treaty), "limit_type")
    list_select_related = ("state", "treaty")
