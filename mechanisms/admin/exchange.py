"""Tables out to a spreadsheet and back in: look at what would change, then apply it, or get every fault at once."""

import datetime
from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, ngettext_lazy
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from mechanisms.load.exchange.allowed import allowed_file
from mechanisms.load.exchange.previews import Preview, apply, preview
from mechanisms.load.exchange.resources import FactResource
from mechanisms.load.exchange.uploads import MAX_BYTES, Refused, lines_of, too_large
from mechanisms.load.exchange.written import CONTENT_TYPES
from mechanisms.load.tables import Table, table_of
from mechanisms.models import PendingUpload
from mechanisms.remembered import Change
from mechanisms.words import counted

from .versioned import VersionedAdmin

SHOWN = 300
"""How many lines and faults are shown; of the others only the number is given."""
KEPT = datetime.timedelta(hours=24)
BLOCK = 64 * 1024
OVERHEAD = 16 * 1024
"""How many bytes a form may add to its file."""


class UploadForm(forms.Form):
    """One file."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy(
            "CSV or XLSX; its first line holds the names of the columns. Commas, semicolons or tabs may divide the cells. At most 5 MB."
        ),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.tsv,.txt,.xlsx"}),
    )


def refusing_floods(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Refuse a request whose announced length is far too large, before anything stores or parses it.

    Django's protection against forged forms would read it all first, so it runs here, after this check.
    """

    def looked_at(self: Any, request: HttpRequest, *args: Any, **options: Any) -> HttpResponse:
        try:
            length = int(request.META.get("CONTENT_LENGTH") or 0)
        except ValueError:
            length = 0
        if length <= MAX_BYTES + OVERHEAD:
            return method_decorator(csrf_protect)(view)(self, request, *args, **options)
        while request.read(BLOCK):
            """A browser shows the response only after it has finished sending, so read the rest and throw it away."""
        request.method = "GET"  # so that nothing parses a form from what was thrown away
        response = view(self, request, *args, refused=too_large(), **options)
        response.status_code = 413
        return response

    return looked_at


class ExchangeAdmin(VersionedAdmin):
    """Import and export of one table."""

    def get_urls(self) -> list[URLPattern]:
        """Four pages more."""
        view = self.admin_site.admin_view
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        return [
            path("export/", view(self.export_view), name=f"{name}_export"),
            path("import/", csrf_exempt(view(csrf_exempt(self.import_view))), name=f"{name}_import"),
            path("import/allowed/", view(self.allowed_view), name=f"{name}_allowed"),
            path("import/<int:upload>/", view(self.apply_view), name=f"{name}_apply"),
            *super().get_urls(),
        ]

    @property
    def table(self) -> Table:
        """The table that this admin edits."""
        table = table_of(self.model)
        if table is None:
            raise LookupError(self.model.__name__)
        return table

    def export_view(self, request: HttpRequest) -> HttpResponse:
        """The rows that the list shows now, filters and search included, as a file."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        shown: Any = self.get_changelist_instance(request)
        rows = shown.get_queryset(request)
        kind = request.POST.get("kind", "")
        if request.method == "POST" and kind in CONTENT_TYPES:
            data = FactResource(self.table).file(kind, rows)
            disposition = f'attachment; filename="{self.table.file}.{kind}"'
            return HttpResponse(data, content_type=CONTENT_TYPES[kind], headers={"Content-Disposition": disposition})
        context = {
            "title": _("Export: %s") % self.opts.verbose_name_plural,
            "number": rows.count(),
            "columns": self.table.columns,
        }
        return self.respond(request, "export", context)

    def allowed_view(self, request: HttpRequest) -> HttpResponse:
        """What may stand in the cells, as a file."""
        self._may_import(request)
        disposition = f'attachment; filename="{self.table.file}_allowed.csv"'
        headers = {"Content-Disposition": disposition}
        return HttpResponse(allowed_file(self.table), content_type=CONTENT_TYPES["csv"], headers=headers)

    @refusing_floods
    def import_view(self, request: HttpRequest, refused: Refused | None = None) -> HttpResponse:
        """Take a file and show what it would change."""
        self._may_import(request)
        form = UploadForm(request.POST or None, request.FILES or None)
        context: dict[str, Any] = {
            "title": _("Import: %s") % self.opts.verbose_name_plural,
            "form": form,
            "columns": self.table.columns,
            "key": self.table.model.NATURAL_KEY,
            "refused": refused,
        }
        if request.method == "POST" and form.is_valid():
            file = form.cleaned_data["file"]
            try:
                if file.size > MAX_BYTES:
                    raise too_large()
                content = file.read()
                found = preview(self.table, lines_of(file.name, content), file.name)
            except Refused as error:
                context["refused"] = error
            else:
                upload = None if found.faults else keep(file.name, self.table.file, content, request.user)
                context |= _shown(found) | {"upload": upload, "file": file.name}
        return self.respond(request, "import", context)

    def apply_view(self, request: HttpRequest, upload: int) -> HttpResponse:
        """Write what the preview showed, all or nothing."""
        self._may_import(request)
        kept = kept_of(request.user, self.table.file, upload)
        back = HttpResponseRedirect("../")
        if request.method != "POST":
            return back
        if kept is None:
            messages.error(request, _("That file is no longer here. Send it again."))
            return back
        reason = _("Imported from %s") % kept.name
        change = Change(by=request.user, reason=reason)  # type: ignore[arg-type]
        found = apply(self.table, lines_of(kept.name, bytes(kept.content)), change, kept.name)
        kept.delete()
        if found.faults:
            context = {
                "title": _("Import: %s") % self.opts.verbose_name_plural,
                "form": UploadForm(),
                "columns": self.table.columns,
                "key": self.table.model.NATURAL_KEY,
                "file": kept.name,
                "meanwhile": True,
                **_shown(found),
            }
            return self.respond(request, "import", context)
        messages.success(
            request,
            _("Imported: %(added)s, %(changed)s, %(unchanged)s.")
            % {
                "added": counted(ngettext_lazy("%(number)s row added", "%(number)s rows added", "number"), found.added),
                "changed": counted(
                    ngettext_lazy("%(number)s row changed", "%(number)s rows changed", "number"), found.changed
                ),
                "unchanged": counted(
                    ngettext_lazy("%(number)s row unchanged", "%(number)s rows unchanged", "number"), found.unchanged
                ),
            },
        )
        return HttpResponseRedirect("../../")

    def _may_import(self, request: HttpRequest) -> None:
        """A file may add rows and change them."""
        if not (self.has_add_permission(request) and self.has_change_permission(request)):
            raise PermissionDenied


def keep(name: str, target: str, content: bytes, user: Any) -> PendingUpload:
    """Keep a file until it is confirmed, and delete those that nobody confirmed."""
    PendingUpload.objects.filter(uploaded_at__lt=timezone.now() - KEPT).delete()
    return PendingUpload.objects.create(name=name[-200:], target=target, content=content, uploaded_by=user)


def kept_of(user: Any, target: str, upload: int) -> PendingUpload | None:
    """The file that this person sent for this table, if it is still kept."""
    return PendingUpload.objects.filter(pk=upload, target=target, uploaded_by=user).first()


def _shown(found: Preview) -> dict[str, Any]:
    lines = found.lines()
    more = len(lines) - SHOWN
    return {
        "preview": found,
        "lines": lines[:SHOWN],
        "more": ngettext("and %(number)d line more", "and %(number)d lines more", more) % {"number": more}
        if more > 0
        else "",
        "faults": found.faults[:SHOWN],
        "more_faults": max(len(found.faults) - SHOWN, 0),
    }
