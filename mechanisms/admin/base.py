"""What all tables of facts have in common in the admin: source first, search that folds, lists that say what is out of date."""

from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from mechanisms.folding import search
from mechanisms.models import DatedFact, Link, SourcedFact
from mechanisms.staleness import intervals, kind_of

from .checking import mark_as_checked
from .exchange import ExchangeAdmin
from .filters import InForceFilter, RecheckFilter
from .locking import LockedFactForm, numbers_of, read_numbers
from .parts import PERIOD, PROOF, Coarse, checked_on_column, coarse_dates, date_column


class FactAdmin(Coarse, ExchangeAdmin):
    """The admin of a table of facts. Subclasses say what their list shows (``columns``) and what is searched."""

    columns: tuple[Any, ...] = ()
    form = LockedFactForm
    list_per_page = 50
    show_facets = admin.ShowFacets.NEVER
    search_help_text = _("Words in any order. Capitals and accents make no difference.")
    filters: tuple[Any, ...] = ()
    actions: Any = (mark_as_checked,)
    change_list_template = "admin/mechanisms/change_list.html"
    change_form_template = "admin/mechanisms/change_form.html"
    delete_confirmation_template = "admin/mechanisms/delete_confirmation.html"

    def get_list_display(self, request: HttpRequest) -> list[Any]:
        """The table's own columns, then what every fact has."""
        if not issubclass(self.model, SourcedFact):
            return list(self.columns)
        period = [date_column(name, self._label(name)) for name in PERIOD] if self._is_dated() else []
        return [*self.columns, *period, checked_on_column, "confidence"]

    def get_list_filter(self, request: HttpRequest) -> list[Any]:
        """The table's own filters, then what every fact has."""
        if not issubclass(self.model, SourcedFact):
            return list(self.filters)
        return [*self.filters, *([InForceFilter] if self._is_dated() else []), RecheckFilter, "confidence"]

    def get_queryset(self, request: HttpRequest) -> "models.QuerySet[Any]":
        """Each row knows how many days it may go unchecked."""
        rows: models.QuerySet[Any] = super().get_queryset(request)
        if not issubclass(self.model, SourcedFact):
            return rows
        days = intervals().get(kind_of(self.model))
        annotated: models.QuerySet[Any] = rows.annotate(days_to_recheck=models.Value(days, models.IntegerField()))
        return annotated

    def get_search_results(
        self, request: HttpRequest, queryset: "models.QuerySet[Any]", search_term: str
    ) -> "tuple[models.QuerySet[Any], bool]":
        """Called by Django for the list's search and for the boxes that search while one types."""
        return search(queryset, self.search_fields, search_term), False

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """Facts are not deleted by the dozen."""
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        if not issubclass(self.model, SourcedFact):
            actions.pop("mark_as_checked", None)
        return actions

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Where it comes from and when it was checked; then what it says; then since when and until when."""
        names = self.form_fields()
        may = self.has_change_permission(request, obj) if obj else self.has_add_permission(request)
        shown = names if may else [self._readable(name) for name in names]
        proof, period, rest = (
            [item for name, item in zip(names, shown, strict=True) if name in group]
            for group in (PROOF, PERIOD, [name for name in names if name not in PROOF + PERIOD])
        )
        if not issubclass(self.model, SourcedFact):
            proof, rest = [], shown
        if obj and may:
            rest.append("version")
        sets = [(_("Where it is written, and when that was last looked up"), {"fields": proof})] if proof else []
        sets.append((_("What is so"), {"fields": rest}))
        return [*sets, (_("Since when, until when"), {"fields": period})] if period else sets

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **options: Any) -> Any:
        """The form knows which rows inside it are guarded along with its own."""
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

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None) -> Any:
        """Ending is nearly always better than deleting."""
        return super().delete_view(request, object_id, {"is_dated": self._is_dated(), **(extra_context or {})})

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
        """The kinds of rows edited inside this form, and how they point at its row."""
        return tuple((inline.model, self._pointer(inline.model)) for inline in self.inlines)

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        """While a form is being saved, nobody else saves one of the same row."""
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

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """A list is part of its row's history, so a row whose list alone changes gets a version too."""
        super().save_related(request, form, formsets, change)
        lists = [formset for formset in formsets if issubclass(formset.model, Link)]
        if change and not form.changed_data and any(formset.has_changed() for formset in lists):
            self.act(request).save(form.instance)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Whoever adds a fact has just read its source."""
        initial: dict[str, Any] = dict(super().get_changeform_initial_data(request))
        if issubclass(self.model, SourcedFact):
            initial.setdefault("checked_on", timezone.localdate())
        return initial

    def _label(self, name: str) -> Any:
        field: Any = self.opts.get_field(name)
        return field.verbose_name

    def _is_dated(self) -> bool:
        return issubclass(self.model, DatedFact)

    def _pointer(self, child: type[models.Model]) -> str:
        return next(
            f.name
            for f in child._meta.concrete_fields
            if isinstance(f, models.ForeignKey) and f.related_model is self.model
        )

    def _readable(self, name: str) -> Any:
        """For those who may only look: a date no more precise than it is known."""
        if name not in coarse_dates(self.model):
            return name
        return date_column(name, self._label(name))
