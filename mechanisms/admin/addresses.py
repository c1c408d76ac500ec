"""Where a step is sent, and the doors outside the six routes."""

from typing import Any

from django.contrib import admin

from mechanisms.models import Address, Door, DoorState, DoorTheme, Mandate, RegionalBody, State, Theme, Treaty

from .base import FactAdmin
from .filters import box
from .parts import LinksInside


@admin.register(Address)
class AddressAdmin(FactAdmin):
    """Forms, mailboxes and pages, by what is done there."""

    columns: tuple[Any, ...] = ("name", "action", "treaty", "mandate", "kind", "value", "position")
    search_fields = (
        "name",
        "value",
        "action",
        "treaty__abbreviation",
        "treaty__slug",
        "mandate__short_name",
        "mandate__slug",
    )
    filters = ("action", "kind", box("treaty", Treaty), box("mandate", Mandate))
    list_select_related = ("treaty", "mandate")


class ThemesInside(LinksInside):
    """The themes for which a door is there; none means all."""

    model = DoorTheme
    fields = ("theme", "position")
    autocomplete_fields = ("theme",)


class StatesInside(LinksInside):
    """The States for which it is there; none means all."""

    model = DoorState
    fields = ("state", "position")
    autocomplete_fields = ("state",)


@admin.register(Door)
class DoorAdmin(FactAdmin):
    """Help in danger, bodies of inquiry, other procedures, urgent measures of regional bodies."""

    columns = ("name", "pointer", "kind", "value", "position", "slug")
    search_fields = ("name", "slug", "summary", "value", "themes__label", "states__name", "states__iso3")
    filters = ("pointer", box("themes", Theme), box("states", State), box("regional_body", RegionalBody))
    inlines = (ThemesInside, StatesInside)
