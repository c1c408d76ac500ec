"""National institutions and standing invitations."""

from typing import Any

from django.contrib import admin

from mechanisms.models import NationalInstitution, StandingInvitation, State

from .base import FactAdmin
from .filters import box


@admin.register(NationalInstitution)
class NationalInstitutionAdmin(FactAdmin):
    """National human rights institutions with their accreditation."""

    columns: tuple[Any, ...] = ("state", "name", "status")
    search_fields = ("state__name", "state__iso3", "name")
    filters = ("status", box("state", State))
    list_select_related = ("state",)


@admin.register(StandingInvitation)
class StandingInvitationAdmin(FactAdmin):
    """States that have invited every thematic expert in advance."""

    columns: tuple[Any, ...] = ("state",)
    search_fields = ("state__name", "state__iso3")
    filters = (box("state", State),)
    list_select_related = ("state",)
