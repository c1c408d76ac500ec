"""Expert cases out to files and back in: first what would change, or every fault at once; then all or nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.csrf import csrf_exempt

from advisor import clock
from advisor.editions import store
from mechanisms.admin.exchange import keep, kept_of, refusing_floods
from mechanisms.admin.locked import LockedAdmin
from mechanisms.load.exchange.uploads import Refused
from mechanisms.remembered import Change
from rules.facts.edition import Edition

from . import box_words, exchange
from .models import ExpertCase
from .results import Standing, standing

MAX_BYTES = 512 * 1024
TARGET = "expert_cases"
YAML = "application/yaml; charset=utf-8"


class ManyFiles(forms.ClearableFileInput):
    """Several files in one field."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Out: the files by name. Raises every fault of every file."""

    widget = ManyFiles

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Called by Django with what the browser sent."""
        files = data if isinstance(data, list) and data else [None]
        found: dict[str, Any] = {}
        faults: list[str] = []
        for sent in files:
            file = super().clean(sent, initial)
            if file.size > MAX_BYTES:
                most = MAX_BYTES // 1024
                faults.append(_("{file} is larger than {most} KB.").format(file=file.name, most=most))
            if file.name in found:
                faults.append(_("{file} was chosen twice.").format(file=file.name))
            found[file.name] = file
        if faults:
            raise ValidationError(faults)
        return found


class CaseFilesForm(forms.Form):
    """Case files."""

    chosen = FilesField(
        label=gettext_lazy("Files"),
        help_text=gettext_lazy(
            "YAML or JSON in UTF-8: one case a file, or one file with many cases. At most 512 KB each."
        ),
        widget=ManyFiles(attrs={"accept": ".yaml,.yml,.json"}),
    )


@dataclass(frozen=True)
class Line:
    """What a file would do to one case, in words: per field what goes and what comes."""

    name: str
    is_new: bool
    differences: list[tuple[str, list[str], list[str]]]
    standing: Standing


class CaseFiles(LockedAdmin):
    """Import and export of the YAML form."""

    def get_urls(self) -> list[URLPattern]:
        """Four addresses more."""
        view = self.admin_site.admin_view
        return [
            path("export/", view(self.export_view), name=self.page("export")),
            path("import/", csrf_exempt(view(csrf_exempt(self.import_view))), name=self.page("import")),
            path("import/<int:upload>/", view(self.apply_view), name=self.page("apply")),
            path("<path:object_id>/file/", view(self.file_view), name=self.page("file")),
            *super().get_urls(),
        ]

    def export_view(self, request: HttpRequest) -> HttpResponse:
        """The cases that the list shows now, in one file."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        shown: Any = self.get_changelist_instance(request)
        return _download("expert-cases", exchange.as_one_file(shown.get_queryset(request)))

    def file_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """One case as its file."""
        row = self.get_object(request, object_id)
        if row is None:
            raise Http404
        if not self.has_view_permission(request, row):
            raise PermissionDenied
        return _download(row.slug, exchange.as_file(row))

    @refusing_floods
    def import_view(self, request: HttpRequest, refused: Refused | None = None) -> HttpResponse:
        """Take files and show what they would change."""
        edition = self._may_import(request)
        form = CaseFilesForm(request.POST, request.FILES) if request.method == "POST" else CaseFilesForm()
        context: dict[str, Any] = {"form": form, "refused": refused, "faults": [], "lines": None, "unchanged": 0}
        if request.method == "POST" and form.is_valid():
            files = {name: file.read() for name, file in form.cleaned_data["chosen"].items()}
            context |= self._previewed(request, files, edition)
        return self._import_page(request, context)

    def apply_view(self, request: HttpRequest, upload: int) -> HttpResponse:
        """Write what the preview showed."""
        edition = self._may_import(request)
        back = HttpResponseRedirect("../")
        if request.method != "POST":
            return back
        kept = kept_of(request.user, TARGET, upload)
        if kept is None:
            messages.error(request, _("Those files are no longer here. Send them again."))
            return back
        try:
            planned = exchange.plan({kept.name: bytes(kept.content)}, edition)
        except exchange.BadFiles as bad:
            context = {"form": CaseFilesForm(), "refused": None, "faults": bad.faults, "lines": None, "unchanged": 0}
            return self._import_page(request, context)
        exchange.write(planned, Change(by=request.user, reason=_("Imported from files")))  # type: ignore[arg-type]
        kept.delete()
        added = sum(item.is_new for item in planned)
        changed = sum(bool(item.differences) for item in planned) - added
        messages.success(
            request,
            _("Imported: %(added)d cases added, %(changed)d changed, %(unchanged)d unchanged.")
            % {"added": added, "changed": changed, "unchanged": len(planned) - added - changed},
        )
        return HttpResponseRedirect("../../")

    def _may_import(self, request: HttpRequest) -> Edition:
        if not (self.has_add_permission(request) and self.has_change_permission(request)):
            raise PermissionDenied
        edition = store.current()
        if edition is None:
            raise Http404
        return edition

    def _previewed(self, request: HttpRequest, files: Mapping[str, bytes], edition: Edition) -> dict[str, Any]:
        try:
            planned = exchange.plan(files, edition)
        except exchange.BadFiles as bad:
            return {"faults": bad.faults}
        changing = [item for item in planned if item.differences]
        content = exchange.as_one_file(item.row for item in planned).encode()
        return {
            "lines": [_line(item, edition) for item in changing],
            "unchanged": len(planned) - len(changing),
            "upload": keep("cases.yaml", TARGET, content, request.user) if changing else None,
        }

    def _import_page(self, request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
        every = {"title": _("Import: expert cases"), "upload": None, **context}
        return self.respond(request, "case_import", every, "admin/advisor")


def _line(item: exchange.Planned, edition: Edition) -> Line:
    told = [
        (str(ExpertCase._meta.get_field(field).verbose_name), *_apart(field, before, after, edition))  # type: ignore[union-attr]
        for field, before, after in item.differences
    ]
    return Line(str(item.row), item.is_new, told, standing(item.row, edition, clock.today()))


def _apart(field: str, before: Any, after: Any, edition: Edition) -> tuple[list[str], list[str]]:
    """The lines that go and those that come."""
    old, new = _in_words(field, before, edition), _in_words(field, after, edition)
    return [line for line in old if line not in new], [line for line in new if line not in old]


def _in_words(field: str, value: Any, edition: Edition) -> list[str]:
    if value in (None, "", {}):
        return []
    if field == "scenario":
        return box_words.answers(value, edition)
    return box_words.lines(value, edition) if field == "expect" else [str(value)]


def _download(name: str, text: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}.yaml"'}
    return HttpResponse(text, content_type=YAML, headers=headers)
