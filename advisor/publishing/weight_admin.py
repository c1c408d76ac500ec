"""Weights in the admin: points with their reason, checked as a whole, with history and files like any table of facts."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from advisor.editions import weight_tables, weights
from advisor.editions.models import Weight
from advisor.editions.stores import TABLE, whole
from advisor.words import weights as words
from mechanisms.admin.exchange import ExchangeAdmin
from mechanisms.admin.locked import LockedAdmin
from mechanisms.admin.locking import LockedFactForm
from mechanisms.admin.versioned import new_faults
from mechanisms.load.tables import Table
from mechanisms.names.folding import fold
from mechanisms.remembered import REASON_LENGTH, Change

NAMED = ("route", "table", "key")
CHANGING = ("points", "reason", "valid_from")


class WeightForm(LockedFactForm):
    """Refuses what would leave the weights with a fault that they do not have already."""

    why = forms.CharField(
        label=gettext_lazy("Why do you change it?"),
        max_length=REASON_LENGTH,
        help_text=gettext_lazy("A few words for the history. What the points are for stands in the reason above."),
        widget=forms.TextInput(attrs={"class": "vLargeTextField"}),
    )

    def clean(self) -> dict[str, Any] | None:
        """Called by Django once all fields have been read."""
        cleaned = super().clean()
        if not self.errors:
            now = list(Weight.objects.select_for_update().order_by("pk"))
            row = Weight(**{name: self._of(name) for name in (*NAMED, *CHANGING)})
            then = [other for other in now if other.pk != self.instance.pk] + [row]
            for fault in new_faults(weights.check(now), weights.check(then)):
                self.add_error(None, ValidationError(_("The weights would no longer fit together: %s") % fault))
        return cleaned

    def _of(self, name: str) -> Any:
        return self.cleaned_data[name] if name in self.fields else getattr(self.instance, name)


class RouteFilter(admin.SimpleListFilter):
    """By route, in words."""

    title = gettext_lazy("route")
    parameter_name = "route"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """The routes, and what holds for all of them."""
        return [("all", words.route("")), *((slug.value, words.route(slug)) for slug in weight_tables.TABLES)]

    def queryset(self, request: HttpRequest, queryset: "models.QuerySet[Any]") -> "models.QuerySet[Any]":
        """The rows of the route that was chosen."""
        value = self.value()
        return queryset if value is None else queryset.filter(route="" if value == "all" else value)


class TableFilter(admin.SimpleListFilter):
    """By what the points are given for."""

    title = gettext_lazy("given for")
    parameter_name = "table"
    template = "admin/mechanisms/box_filter.html"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Every table that any route reads."""
        found = {*weights.GENERAL, "base", *(name for tables in weight_tables.TABLES.values() for name in tables)}
        return sorted(((slug, words.table(slug)) for slug in found), key=lambda pair: pair[1])

    def queryset(self, request: HttpRequest, queryset: "models.QuerySet[Any]") -> "models.QuerySet[Any]":
        """The rows of the table that was chosen."""
        return queryset if self.value() is None else queryset.filter(table=self.value())


@admin.display(description=gettext_lazy("route"), ordering="route")
def route_column(row: Weight) -> str:
    """The route by its name."""
    return words.route(row.route)


@admin.display(description=gettext_lazy("given for"), ordering="table")
def table_column(row: Weight) -> str:
    """What the table is about."""
    return words.table(row.table)


@admin.display(description=gettext_lazy("answer"), ordering="key")
def key_column(row: Weight) -> str:
    """The answer that counts."""
    return words.key(row.key, row.table)


@admin.register(Weight)
class WeightAdmin(LockedAdmin, ExchangeAdmin):
    """Editors change points and reasons; which rows there are is decided by the rules that read them."""

    form = WeightForm
    list_display = (key_column, table_column, route_column, "points")
    list_display_links = (key_column,)
    list_filter = (RouteFilter, TableFilter)
    list_per_page = 100
    search_fields = ("reason",)
    actions = None

    formfield_overrides: ClassVar = {models.CharField: {"widget": forms.TextInput(attrs={"class": "vLargeTextField"})}}

    @property
    def table(self) -> Table:
        """The file of weights."""
        return TABLE

    def whole(self) -> Iterable[str]:
        """Weights are read as a whole."""
        return whole()

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """What the points are given for, and how many they are; last the words for the history."""
        named = NAMED if obj is None else (route_column, table_column, key_column)
        rest = [*CHANGING, "why"] if self._may_save(request, obj) else list(CHANGING)
        locked = ["version"] if obj is not None and self._may_save(request, obj) else []
        return [
            (_("What for"), {"fields": named}),
            (_("How much, and why"), {"fields": [*rest, *locked]}),
        ]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """What names a row stays."""
        return () if obj is None else (route_column, table_column, key_column)

    def get_search_results(
        self, request: HttpRequest, queryset: "models.QuerySet[Any]", search_term: str
    ) -> "tuple[models.QuerySet[Any], bool]":
        """Searched in the words that the list shows."""
        typed = fold(search_term).split()
        if not typed:
            return queryset, False
        found = [row.pk for row in queryset if all(word in _searched(row) for word in typed)]
        return queryset.filter(pk__in=found), False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Only a row that no route reads any more can go; all others are missed by some rule."""
        return super().has_delete_permission(request, obj) and obj is not None and not _is_read(obj)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """The words for the history are no change by themselves."""
        changed = [name for name in form.changed_data if name not in ("why", "version")]
        if not change or changed:
            request._act = Change(by=request.user, reason=form.cleaned_data["why"])  # type: ignore[attr-defined,arg-type]
            self.act(request).save(obj)

    def _may_save(self, request: HttpRequest, obj: Any) -> bool:
        return self.has_add_permission(request) if obj is None else self.has_change_permission(request, obj)


def _is_read(row: Weight) -> bool:
    """Whether the rules read this row."""
    rows = list(Weight.objects.all())
    without = weights.check([other for other in rows if other.pk != row.pk])
    return len(without) >= len(weights.check(rows))


def _searched(row: Weight) -> str:
    return fold(" ".join((words.route(row.route), words.table(row.table), words.key(row.key, row.table), row.reason)))
