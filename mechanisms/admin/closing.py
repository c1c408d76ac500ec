"""A session of the Council has closed: one sheet on which to say what became of each mandate."""

from collections import Counter
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from mechanisms.closings import Line, Outcome, Told, check_general_contacts, close, lines
from mechanisms.models import MandateHolder, Source
from mechanisms.remembered import Change
from mechanisms.tasks import last_closed

from .base import FactAdmin
from .fields import PartialDateField
from .versioned import problems_of


class SheetForm(forms.Form):
    """Where it was read, and what goes for all mandates."""

    source = forms.ModelChoiceField(
        Source.objects.order_by("title"),
        label=gettext_lazy("Source"),
        help_text=gettext_lazy("Where you read what you say below."),
    )
    rest = forms.BooleanField(
        label=gettext_lazy("I looked up every mandate that I leave open below: nothing has changed"), required=False
    )
    contacts = forms.BooleanField(
        label=gettext_lazy("I looked up the addresses that serve all mandates: nothing has changed"), required=False
    )


class LineForm(forms.Form):
    """What became of one mandate. Left open, it is not touched."""

    outcome = forms.ChoiceField(
        label=gettext_lazy("Outcome"),
        required=False,
        choices=[
            ("", gettext_lazy("leave open")),
            (Outcome.AS_BEFORE.value, gettext_lazy("nothing new")),
            (Outcome.RENEWED.value, gettext_lazy("renewed")),
            (Outcome.ENDED.value, gettext_lazy("ended")),
        ],
    )
    symbol = forms.CharField(
        label=gettext_lazy("Renewed by"),
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs={"placeholder": "A/HRC/RES/…"}),
    )
    last_day = PartialDateField(label=gettext_lazy("Last day, if ended"), required=False)
    holder = forms.CharField(label=gettext_lazy("New holder"), required=False, max_length=120)
    since = PartialDateField(label=gettext_lazy("New holder since"), required=False)

    def __init__(self, line: Line, data: Any) -> None:
        super().__init__(data, prefix=f"mandate-{line.mandate.pk}")
        self.line = line

    def clean(self) -> dict[str, Any]:
        """What belongs together is there together."""
        said: dict[str, Any] = super().clean() or {}
        outcome = said.get("outcome")
        if said.get("symbol") and not outcome:
            said["outcome"] = outcome = Outcome.RENEWED
        if outcome == Outcome.RENEWED and not said.get("symbol"):
            self.add_error("symbol", _("Give the symbol of the resolution that renewed it."))
        if (outcome == Outcome.ENDED) != bool(said.get("last_day")) and "last_day" not in self.errors:
            self.add_error("last_day", _("Needed where the mandate ended, and for nothing else."))
        if bool(said.get("holder")) != bool(said.get("since")) and "since" not in self.errors:
            self.add_error("since", _("A new holder has a name and a first day; a month will do."))
        return said

    def told(self, *, rest: bool) -> Told | None:
        """What was said of the mandate; ``None`` if it was left open. In: whether all that is left open is as before."""
        said = self.cleaned_data
        outcome = said["outcome"] or (Outcome.AS_BEFORE if rest or said["holder"] else "")
        if not outcome:
            return None
        words = {name: said[name] for name in ("symbol", "last_day", "holder", "since")}
        return Told(self.line.mandate, Outcome(outcome), **words)


class ClosingPages(FactAdmin):
    """The sheet, for the admin of mandates."""

    def get_urls(self) -> list[URLPattern]:
        """One page more."""
        return [
            path("closing/", self.admin_site.admin_view(self.closing_view), name=self.page("closing")),
            *super().get_urls(),
        ]

    def list_doors(self, request: HttpRequest) -> list[tuple[str, str]]:
        """The way to the sheet."""
        may = self.has_change_permission(request)
        return [(_("A session of the Council closed"), self.address("closing"))] if may else []

    def closing_view(self, request: HttpRequest) -> HttpResponse:
        """Every mandate in one form, saved in one go."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        day, data = timezone.localdate(), request.POST or None
        session = last_closed(day)
        sheet = SheetForm(data, initial={"source": _usual_source()})
        rows = [LineForm(line, data) for line in lines(day)]
        problems: list[Any] = []
        if request.method == "POST" and all([sheet.is_valid(), *(row.is_valid() for row in rows)]):
            said = sheet.cleaned_data
            told = [one for row in rows if (one := row.told(rest=said["rest"]))]
            reason = _("After %s") % session if session else _("After a session of the Council")
            change = Change(by=request.user, reason=reason)  # type: ignore[arg-type]
            try:
                number = close(told, said["source"], day, change)
            except ValidationError as error:
                problems = problems_of(error)
            else:
                number += check_general_contacts(day, change) if said["contacts"] else 0
                words = ngettext("%(number)d row has changed.", "%(number)d rows have changed.", number)
                messages.success(
                    request, words % {"number": number} if number else _("Nothing is new: nothing was written.")
                )
                return HttpResponseRedirect(self.address("closing"))
        context = {
            "title": _("A session of the Council closed"),
            "session": session,
            "sheet": sheet,
            "open": [row for row in rows if row.line.is_open or row.errors],
            "due": [row for row in rows if row.line.due and not (row.line.is_open or row.errors)],
            "others": [row for row in rows if not (row.line.is_open or row.line.due or row.errors)],
            "problems": problems,
        }
        return self.respond(request, "closing", context)


def _usual_source() -> int | None:
    """The source that most holders rest on: the list that is looked up after each session."""
    found = Counter(MandateHolder.objects.filter(valid_to=None).values_list("source", flat=True)).most_common(1)
    return found[0][0] if found else None
