"""The admin of any row with a history that several people may have open: search without accents and capitals, forms that lock, links to
related rows."""

from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from mechanisms.searching import search

from .locking import LockedFactForm, numbers_of, read_numbers
from .versioned import VersionedAdmin


class LockedAdmin(VersionedAdmin):
    """For models of any app. A form that changes a row must have the field ``version`` among its fields."""

    form = LockedFactForm
    list_per_page = 50
    show_facets = admin.ShowFacets.NEVER
    search_help_text = _("Words in any order, a State by any of its names. Capitals and accents make no difference.")
    change_list_template = "admin/mechanisms/change_list.html"
    change_form_template = "admin/mechanisms/change_form.html"

    def get_search_results(
        self, request: HttpRequest, queryset: "models.QuerySet[Any]", search_term: str
    ) -> "tuple[models.QuerySet[Any], bool]":
        """Called by Django for the list's search and for the boxes that search while one types."""
        return search(queryset, self.search_fields, search_term), False

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """Rows are deleted one at a time."""
        actions: dict[str, Any] = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **options: Any) -> Any:
        """Tell the form which rows inside it are locked together with its own."""
        form: Any = super().get_form(request, obj, change, **options)
        form.children = self.children()
        return form

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """The list says what else may be done with the table."""
        context = {
            "may_import": self.has_add_permission(request) and self.has_change_permission(request),
            "may_restore": self.has_add_permission(request),
            "doors": self.list_doors(request),
        }
        return super().changelist_view(request, {**context, **(extra_context or {})})

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any, **options: Any) -> Any:
        """The form says what else is kept about its row."""
        row = options.get("obj")
        may = row is not None and self.has_change_permission(request, row)
        context |= {"about": self.about(row) if row else "", "doors": self.doors(row) if may else []}
        return super().render_change_form(request, context, *args, **options)

    def about(self, row: Any) -> SafeString | str:
        """Links to what else is kept about a row."""
        return ""

    def doors(self, row: Any) -> list[tuple[str, str]]:
        """What can be done with a row beside editing it: label and address."""
        return []

    def list_doors(self, request: HttpRequest) -> list[tuple[str, str]]:
        """The same for the list."""
        return []

    def children(self) -> tuple[tuple[type[models.Model], str], ...]:
        """The kinds of rows edited inside this form, and the field by which they point to its row."""
        return tuple((inline.model, self._pointer(inline.model)) for inline in self.inlines)

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        """While a form is being saved, nobody else can save one of the same row."""
        row = super().get_object(request, object_id, from_field)
        if row is not None and request.method == "POST":
            list(self.model._default_manager.select_for_update().order_by().filter(pk=row.pk))
            row = super().get_object(request, object_id, from_field)
        return row

    def get_formset_kwargs(self, request: HttpRequest, obj: Any, inline: Any, prefix: str) -> dict[str, Any]:
        """Rows inside that somebody else has changed meanwhile are shown as they are now, never overwritten."""
        options: dict[str, Any] = super().get_formset_kwargs(request, obj, inline, prefix)
        if request.method == "POST" and obj is not None and obj.pk is not None:
            children = self.children()
            place = 1 + [model for model, _name in children].index(inline.model)
            seen = read_numbers(request.POST.get("version", ""), children)[place]
            if seen != numbers_of(obj, children)[place]:
                del options["data"], options["files"]
        return options

    def _pointer(self, child: type[models.Model]) -> str:
        return next(
            f.name
            for f in child._meta.concrete_fields
            if isinstance(f, models.ForeignKey) and f.related_model is self.model
        )
