"""Themes and the treaties that cover them."""

from django.contrib import admin
from django.utils.safestring import SafeString

from mechanisms.models import Mandate, Theme, ThemeTreaty, Treaty

from .base import FactAdmin
from .elsewhere import lists_about
from .filters import box
from .parts import LinksInside


class TreatiesInside(LinksInside):
    """The treaties of a theme, the best fitting first."""

    model = ThemeTreaty
    fields = ("treaty", "position")


@admin.register(Theme)
class ThemeAdmin(FactAdmin):
    """The words that people choose from."""

    columns = ("label", "grave", "slug")
    search_fields = ("label", "slug", "description")
    filters = ("grave", box("treaties", Treaty))
    inlines = (TreatiesInside,)

    def about(self, row: Theme) -> SafeString:
        """Links to the mandates on the theme."""
        return lists_about(row, ((Mandate, "themes"),))
