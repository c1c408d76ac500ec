"""Themes and the treaties under which each can be brought."""

from typing import Any

from django.contrib import admin
from django.utils.safestring import SafeString

from mechanisms.models import Door, Mandate, MandateRole, Theme, ThemeTreaty, Treaty

from .base import FactAdmin
from .elsewhere import lists_about
from .filters import box


@admin.register(Theme)
class ThemeAdmin(FactAdmin):
    """The words that people choose from."""

    columns = ("label", "grave", "slug")
    search_fields = ("label", "slug", "description")
    filters = ("grave", box("treaty_links__treaty", Treaty))

    def about(self, row: Theme) -> SafeString:
        """Links to the treaties, mandates and doors on the theme."""
        asked = ((ThemeTreaty, "theme"), (Mandate, "themes"), (MandateRole, "theme"), (Door, "themes"))
        return lists_about(row, asked)


@admin.register(ThemeTreaty)
class ThemeTreatyAdmin(FactAdmin):
    """Which treaty names a theme, and under which one it can be framed, the best fitting first."""

    columns: tuple[Any, ...] = ("theme", "treaty", "kind", "condition", "position")
    search_fields = ("theme__label", "theme__slug", "treaty__abbreviation", "treaty__name", "treaty__slug", "condition")
    filters = (box("theme", Theme), box("treaty", Treaty), "kind")
    list_select_related = ("theme", "treaty")
