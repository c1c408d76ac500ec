"""What all tables of facts have in common in the admin: source first, lists that say what is out of date."""

from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mechanisms.models import DatedFact, Link, PartialDates, SourcedFact
from mechanisms.remembered import Change
from mechanisms.staleness import Dues
from mechanisms.takebacks import may_take_back, take_back

from .checking import mark_as_checked
from .exchange import ExchangeAdmin
from .filters import InForceFilter, RecheckFilter
from .locked import LockedAdmin
from .parts import PERIOD, PROOF, Coarse, checked_on_column, coarse_dates, date_column


class FactAdmin(Coarse, LockedAdmin, ExchangeAdmin):
    """The admin of a table of facts. Subclasses say what their list shows (``columns``) and what is searched."""

    columns: tuple[Any, ...] = ()
    filters: tuple[Any, ...] = ()
    actions: Any = (mark_as_checked,)
    delete_confirmation_template = "admin/mechanisms/delete_confirmation.html"

    def get_list_display(self, request: HttpRequest) -> list[Any]:
        """The table's own columns, then what every fact has."""
        if not issubclass(self.model, SourcedFact):
            return list(self.columns)
        period = [date_column(name, self._label(name)) for name in PERIOD] if self._is_dated() else []
        return [*self.columns, *period, checked_on_column(self._dues(request), timezone.localdate()), "confidence"]

    def get_list_filter(self, request: HttpRequest) -> list[Any]:
        """The table's own filters, then what every fact has."""
        if not issubclass(self.model, SourcedFact):
            return list(self.filters)
        return [*self.filters, *([InForceFilter] if self._is_dated() else []), RecheckFilter, "confidence"]

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """Only rows with a source can be marked as checked."""
        actions = super().get_actions(request)
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
        if may and issubclass(self.model, PartialDates):
            rest.append("sure")
        sets: list[Any] = (
            [(gettext_lazy("Where it is written, and when that was last looked up"), {"fields": proof})]
            if proof
            else []
        )
        sets.append((gettext_lazy("What is so"), {"fields": rest}))
        return [*sets, (gettext_lazy("Since when, until when"), {"fields": period})] if period else sets

    def get_urls(self) -> list[URLPattern]:
        """The page on which a row just added is taken back."""
        view = self.admin_site.admin_view(self.take_back_view)
        return [path("<path:object_id>/take-back/", view, name=self.page("take_back")), *super().get_urls()]

    def take_back_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Ask first, then take the row out again; its history stays."""
        row = self.get_object(request, unquote(object_id))
        if row is None or not self.has_add_permission(request) or not may_take_back(row, request.user):
            raise PermissionDenied
        if request.method == "POST":
            name, address = str(row), self.address("changelist")
            take_back(row, Change(by=request.user, reason=_("Taken back")))  # type: ignore[arg-type]
            messages.success(request, _("Taken back: %(row)s. The history keeps it.") % {"row": name})
            return HttpResponseRedirect(address)
        return self.respond(
            request, "take_back", {"title": _("Take this row back?"), "subtitle": str(row), "object": row}
        )

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any, **options: Any) -> Any:
        """The form of a row just added leads to taking it back."""
        row = options.get("obj")
        if row is not None and self.has_add_permission(request) and may_take_back(row, request.user):
            context["take_back"] = self.address("take_back", row.pk)
        return super().render_change_form(request, context, *args, **options)

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None) -> Any:
        """Ending is nearly always better than deleting."""
        return super().delete_view(request, object_id, {"is_dated": self._is_dated(), **(extra_context or {})})

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """A list is part of its row's history, so a row whose list alone changes gets a version too."""
        super().save_related(request, form, formsets, change)
        lists = [formset for formset in formsets if issubclass(formset.model, Link)]
        if change and not form.changed_data and any(formset.has_changed() for formset in lists):
            self.act(request).save(form.instance)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Somebody who adds a fact has just read its source."""
        initial: dict[str, Any] = dict(super().get_changeform_initial_data(request))
        if issubclass(self.model, SourcedFact):
            initial.setdefault("checked_on", timezone.localdate())
        return initial

    def _dues(self, request: HttpRequest) -> Dues:
        """When facts are due, read once for a request."""
        if not hasattr(request, "_dues"):
            request._dues = Dues()  # type: ignore[attr-defined]
        return request._dues  # type: ignore[attr-defined,no-any-return]

    def _label(self, name: str) -> Any:
        field: Any = self.opts.get_field(name)
        return field.verbose_name

    def _is_dated(self) -> bool:
        return issubclass(self.model, DatedFact)

    def _readable(self, name: str) -> Any:
        """For people who may only look: a date as precise as it is known."""
        if name not in coarse_dates(self.model):
            return name
        return date_column(name, self._label(name))
