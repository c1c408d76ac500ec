"""Boxes and dates of forms that belong to no single table: a search for a long table, a date as precise as it is known."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect
from django.db import models
from django.utils.translation import gettext_lazy as _

from mechanisms.models import MandateHolder, Source, State, StateTreatyLimit

from .fields import PartialDateField

SOURCE = _("Source")


class SearchBox(AutocompleteSelect):
    """A box that searches while one types; without scripts, the whole list."""

    def optgroups(self, name: str, value: Any, attrs: Any = None) -> Any:
        """Called by Django for what stands in the box."""
        return forms.Select.optgroups(self, name, value, attrs)


def search_box(model: type[models.Model], name: str) -> SearchBox:
    """A search box for what a field points at."""
    return SearchBox(model._meta.get_field(name), admin.site)


def source_field(
    *, required: bool = True, label: Any = SOURCE, help_text: Any = ""
) -> "forms.ModelChoiceField[Source]":
    """Where it is written."""
    rows = Source.objects.order_by("title")
    return forms.ModelChoiceField(
        rows, label=label, required=required, help_text=help_text, widget=search_box(StateTreatyLimit, "source")
    )


def state_field() -> "forms.ModelChoiceField[State]":
    """A State, by any of its names."""
    return forms.ModelChoiceField(State.objects.all(), label=_("State"), widget=search_box(StateTreatyLimit, "state"))


def mandate_box() -> SearchBox:
    """A mandate, by its name, its holder or its theme."""
    return search_box(MandateHolder, "mandate")


def date_field(label: Any, *, required: bool = True, help_text: Any = "") -> PartialDateField:
    """A date as precise as it is known."""
    said = help_text or _("A day, a month (2026-11) or a year (2026).")
    return PartialDateField(label=label, required=required, help_text=said)
