"""The history of any remembered row in the admin: its versions in words, and the way back to each of them."""

from collections.abc import Iterable
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.db import models, transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _

from mechanisms.history.versions import DELETED, compared, restore, versions_of
from mechanisms.models.dated import in_saving_order
from mechanisms.remembered import Change

from .forms import in_the_way


class VersionedAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # not generic at run time
    """For every model that is ``Remembered``, in any app. People who may change a row may restore a version of it."""

    def act(self, request: HttpRequest) -> Change:
        """What this request does, as one change."""
        if not hasattr(request, "_act"):
            request._act = Change(by=request.user)  # type: ignore[attr-defined,arg-type]
        return request._act  # type: ignore[attr-defined,no-any-return]

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Make no version if nothing changed."""
        if not change or form.changed_data:
            self.act(request).save(obj)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        """The rows listed inside belong to the same change."""
        act = self.act(request)
        changed = formset.save(commit=False)
        for row in formset.deleted_objects:
            act.delete(row)
        for row in in_saving_order(changed):
            act.save(row)
        formset.save_m2m()

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        """The last version says who deleted the row."""
        self.act(request).delete(obj)

    def delete_queryset(self, request: HttpRequest, queryset: "models.QuerySet[Any]") -> None:
        """As above, for each row."""
        for row in queryset:
            self.act(request).delete(row)

    def get_urls(self) -> list[URLPattern]:
        """Restoring, and the list of what was deleted."""
        view = self.admin_site.admin_view
        return [
            path("deleted/", view(self.deleted_view), name=self.page("deleted")),
            path("<path:object_id>/history/<int:number>/restore/", view(self.restore_view), name=self.page("restore")),
            *super().get_urls(),
        ]

    def page(self, name: str) -> str:
        """The name of one of this model's addresses."""
        return f"{self.opts.app_label}_{self.opts.model_name}_{name}"

    def address(self, name: str, *args: Any) -> str:
        """The address itself."""
        return reverse(f"admin:{self.page(name)}", args=args)

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Who changed what, when, from what to what."""
        pk, row = self._row(object_id)
        if not self.has_view_or_change_permission(request, row):
            raise PermissionDenied
        versions = versions_of(self.model, pk)
        if row is None and not versions:
            raise Http404
        context = {
            "title": _("History: %s") % (row or self._name_of_deleted(pk)),
            "versions": versions,
            "object": row,
            "may_restore": self._may_restore(request, row),
            **(extra_context or {}),
        }
        return self.respond(request, "history", context)

    def restore_view(self, request: HttpRequest, object_id: str, number: int) -> HttpResponse:
        """Ask first, then make the row again what it was."""
        pk, row = self._row(object_id)
        if not self._may_restore(request, row):
            raise PermissionDenied
        version = next((item for item in versions_of(self.model, pk) if item.number == number), None)
        if version is None or version.kind == DELETED:
            raise Http404
        problems: list[Any] = []
        if request.method == "POST":
            try:
                with transaction.atomic():
                    reason = _("Restored the version of %s") % f"{version.moment:%Y-%m-%d %H:%M}"
                    before = list(self.whole())
                    restored = restore(self.model, pk, number, Change(by=request.user, reason=reason))  # type: ignore[arg-type]
                    if worse := new_faults(before, self.whole()):
                        raise ValidationError(worse)
            except ObjectDoesNotExist:
                raise Http404 from None
            except ValidationError as error:
                problems = problems_of(error)
            else:
                self.log_change(request, restored, reason)
                messages.success(
                    request, _("The earlier version is the current one again. Nothing of the history is lost.")
                )
                return HttpResponseRedirect(self.address("history", pk))
        context = {
            "title": _("Restore an earlier version?"),
            "version": version,
            "changes": compared(self.model, pk, number),
            "object": row,
            "problems": problems,
            "history": self.address("history", pk),
        }
        return self.respond(request, "restore", context)

    def deleted_view(self, request: HttpRequest) -> HttpResponse:
        """Rows that are gone, each with the way to its history."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        history: Any = self.model.history
        gone = history.filter(history_type=DELETED).exclude(id__in=self.model._default_manager.values("pk"))
        latest: dict[Any, Any] = {}
        for record in gone.select_related("history_user")[:500]:
            latest.setdefault(record.id, record)
        rows = [(str(record.instance), record, self.address("history", record.id)) for record in latest.values()]
        context = {"title": _("Deleted: %s") % self.opts.verbose_name_plural, "rows": rows}
        return self.respond(request, "deleted", context)

    def whole(self) -> Iterable[str]:
        """Every fault of the table as a whole, each as place, colon, text. A restored version must not add one."""
        return ()

    def respond(
        self, request: HttpRequest, template: str, context: dict[str, Any], folder: str = "admin/mechanisms"
    ) -> TemplateResponse:
        """A page of this model's, with what the admin's frame needs."""
        frame = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "module_name": self.opts.verbose_name_plural,
        }
        return TemplateResponse(request, f"{folder}/{template}.html", {**frame, **context})

    def _row(self, object_id: str) -> tuple[Any, Any]:
        """The key in an address and its row, if it is still there."""
        try:
            pk = self.opts.pk.to_python(unquote(object_id))
        except ValidationError:
            raise Http404 from None
        return pk, self.model._default_manager.filter(pk=pk).first()

    def _may_restore(self, request: HttpRequest, row: Any) -> bool:
        return self.has_change_permission(request, row) if row is not None else self.has_add_permission(request)

    def _name_of_deleted(self, pk: Any) -> str:
        history: Any = self.model.history
        return str(history.filter(id=pk).first().instance)


def new_faults(before: Iterable[str], after: Iterable[str]) -> list[str]:
    """The faults in places that had none before: what is broken already can be repaired step by step."""
    places = {fault.partition(":")[0] for fault in before}
    return [fault for fault in after if fault.partition(":")[0] not in places]


def problems_of(error: ValidationError) -> list[Any]:
    """What is wrong, a line each; an overlap with links to the conflicting rows."""
    found: list[Any] = []
    for item in [item for items in getattr(error, "error_dict", {}).values() for item in items] or error.error_list:
        found += in_the_way(item).messages if item.code == "overlap" else item.messages
    return found
