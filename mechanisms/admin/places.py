"""Places that are no States."""

from typing import Any

from django.contrib import admin

from mechanisms.models import Place, State

from .base import FactAdmin
from .filters import box


@admin.register(Place)
class PlaceAdmin(FactAdmin):
    """Who answers for them."""

    columns: tuple[Any, ...] = ("name", "state")
    search_fields = ("name", "other_names", "state__name", "state__iso3")
    filters = (box("state", State),)
    list_select_related = ("state",)
