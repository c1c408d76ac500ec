"""States and the regional bodies that cover them."""

from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from mechanisms.models import (
    CommitteeReview,
    CouncilMembership,
    CouncilResolution,
    Mandate,
    NationalInstitution,
    Place,
    RegionalBody,
    RegionalMembership,
    StandingInvitation,
    State,
    StateReport,
    StateTreatyLimit,
    TreatyStatus,
    UprReview,
)
from mechanisms.searching import states_called

from .base import FactAdmin
from .elsewhere import lists_about
from .filters import box


@admin.register(State)
class StateAdmin(FactAdmin):
    """UN Member States and observers."""

    columns = ("name", "iso3", "un_status", "regional_group", "un_region")
    search_fields = ("name", "iso3", "iso2")
    filters = ("un_status", "regional_group", "un_region")
    ABOUT = (
        (UprReview, "state"),
        (CommitteeReview, "state"),
        (StateReport, "state"),
        (TreatyStatus, "state"),
        (StateTreatyLimit, "state"),
        (Mandate, "state"),
        (CouncilMembership, "state"),
        (RegionalMembership, "state"),
        (CouncilResolution, "states"),
        (NationalInstitution, "state"),
        (StandingInvitation, "state"),
        (Place, "state"),
    )

    def get_search_results(
        self, request: HttpRequest, queryset: "models.QuerySet[Any]", search_term: str
    ) -> "tuple[models.QuerySet[Any], bool]":
        """Under any name, the best fit first."""
        return states_called(queryset, search_term), False

    def about(self, row: State) -> SafeString:
        """Links to everything else that is kept about the State."""
        return lists_about(row, self.ABOUT)


@admin.register(RegionalBody)
class RegionalBodyAdmin(FactAdmin):
    """Regional courts and commissions."""

    columns = ("name", "can_receive_complaints", "slug")
    search_fields = ("name", "slug", "description")
    filters = ("can_receive_complaints",)

    def about(self, row: RegionalBody) -> SafeString:
        """Links to the States that the body covers."""
        return lists_about(row, ((RegionalMembership, "body"),))


@admin.register(RegionalMembership)
class RegionalMembershipAdmin(FactAdmin):
    """Which State is covered by which body."""

    columns: tuple[Any, ...] = ("state", "body")
    search_fields = ("state__name", "state__iso3", "body__name", "body__slug")
    filters = (box("state", State), box("body", RegionalBody, _("regional body")))
    list_select_related = ("state", "body")
