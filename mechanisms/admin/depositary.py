"""The depositary's list for one treaty: look at what it confirms and what it would change, then apply that."""

import datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy

from mechanisms.clock import latest_day
from mechanisms.load.depositary.comparison import Comparison, apply, compare, number_of, subjects
from mechanisms.load.depositary.files import read
from mechanisms.load.depositary.lines import Kind
from mechanisms.load.depositary.names import kind_of
from mechanisms.load.depositary.soundness import Refused
from mechanisms.load.parsing import whole_number
from mechanisms.models import PendingUpload, Source, Treaty, TreatyStatus
from mechanisms.remembered import Change
from mechanisms.words import counted

from .base import FactAdmin
from .exchange import keep, refusing_floods
from .versioned import problems_of


class DepositaryForm(forms.Form):
    """The file, its treaty, and the day on which it was downloaded."""

    about = forms.ChoiceField(label=gettext_lazy("What the file is about"))
    as_at = forms.DateField(
        label=gettext_lazy("Status as at"),
        help_text=gettext_lazy(
            "The day on which you took the file from the depositary’s page, as 2026-11-28. The file itself does not say."
        ),
    )
    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy("The XML from the treaty's page at the UN Treaty Collection. At most 5 MB."),
        widget=forms.ClearableFileInput(attrs={"accept": ".xml"}),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        names = dict(TreatyStatus.Instrument.choices)
        self.fields["about"].choices = [  # type: ignore[attr-defined]
            (_key(treaty, instrument), f"{treaty} · {names[instrument]} ({source})")
            for treaty, instrument, source in subjects()
        ]

    def clean_as_at(self) -> datetime.date:
        """The day can't be in the future."""
        day: datetime.date = self.cleaned_data["as_at"]
        if day > latest_day():
            raise ValidationError(_("This day lies in the future."))
        return day


class DepositaryPages(FactAdmin):
    """The page, for the admin of treaty statuses."""

    @refusing_floods
    def depositary_view(self, request: HttpRequest, refused: Any = None) -> HttpResponse:
        """Upload, preview and confirmation."""
        if not (self.has_add_permission(request) and self.has_change_permission(request)):
            raise PermissionDenied
        if request.method == "POST" and "upload" in request.POST:
            return self._apply_depositary(request)
        form = DepositaryForm(request.POST or None, request.FILES or None)
        context: dict[str, Any] = {
            "title": _("UN Treaty Collection: a treaty's participants"),
            "form": form,
            "refused": refused,
        }
        if request.method == "POST" and form.is_valid():
            about, as_at, file = (form.cleaned_data[name] for name in ("about", "as_at", "file"))
            content = file.read()
            try:
                found, _source = _compared(content, about, as_at)
            except Refused as error:
                context["refused"] = error
            else:
                upload = None
                if found.is_writable:
                    upload = keep(file.name, f"{about}/{as_at}", content, request.user)
                context |= _shown(found) | {"upload": upload}
        return self.respond(request, "depositary", context)

    def _apply_depositary(self, request: HttpRequest) -> HttpResponse:
        number = whole_number(request.POST["upload"], longest=17)
        mine = PendingUpload.objects.filter(uploaded_by=request.user, target__contains="/")  # type: ignore[misc]
        kept = mine.filter(pk=number).first() if number is not None else None
        if kept is None:
            messages.error(request, _("That file is no longer here. Send it again."))
            return HttpResponseRedirect(request.path)
        about, _slash, day = kept.target.rpartition("/")
        context = {"title": _("UN Treaty Collection: a treaty's participants"), "form": DepositaryForm()}
        try:
            found, source = _compared(bytes(kept.content), about, datetime.date.fromisoformat(day))
        except Refused as error:
            return self.respond(request, "depositary", context | {"refused": error})
        if not found.is_writable:
            return self.respond(request, "depositary", context | _shown(found))
        if found.opens and not request.POST.get("openings"):
            problem = _("Confirm that you have the depositary's page open and see these acts there.")
            return self.respond(
                request, "depositary", context | _shown(found) | {"upload": kept, "problems": [problem]}
            )
        try:
            apply(found, source, Change(by=request.user, reason=_("From the depositary's list, %s") % kept.name))  # type: ignore[arg-type]
        except ValidationError as error:
            return self.respond(request, "depositary", context | _shown(found) | {"problems": problems_of(error)})
        kept.delete()
        messages.success(
            request,
            _("Written: %(changes)s; %(confirmed)s as at %(day)s.")
            % {
                "changes": counted(
                    ngettext_lazy("%(number)s change", "%(number)s changes", "number"), len(found.changes)
                ),
                "confirmed": counted(
                    ngettext_lazy("%(number)s row confirmed", "%(number)s rows confirmed", "number"),
                    len(found.of(Kind.CONFIRMED)),
                ),
                "day": day,
            },
        )
        return HttpResponseRedirect(self.address("changelist"))


def _key(treaty: Treaty, instrument: str) -> str:
    return f"{treaty.slug}/{instrument}"


def _compared(content: bytes, about: str, as_at: datetime.date) -> tuple[Comparison, Source]:
    subject = next((item for item in subjects() if _key(item[0], item[1]) == about), None)
    if subject is None:
        raise Refused(_("The treaty is no longer here."))
    treaty, instrument, source = subject
    return compare(read(content), treaty, instrument, as_at, number_of(source)), source


def _shown(found: Comparison) -> dict[str, Any]:
    return {
        "found": found,
        "acts": found.of(Kind.ACT),
        "corrections": found.of(Kind.CORRECTION),
        "by_hand": found.of(Kind.BY_HAND),
        "newer": found.of(Kind.NEWER),
        "strangers": [(name, kind_of(name)) for name in found.strangers],
        "confirmed": len(found.of(Kind.CONFIRMED)),
        "statuses": dict(TreatyStatus.Status.choices),
    }
