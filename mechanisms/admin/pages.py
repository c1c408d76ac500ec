"""A page of a source beside our rows: the counts of both, and one tick for all of them."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from mechanisms.models import Confidence, SourcedFact
from mechanisms.pages import Look, Part, current, look, parts_of
from mechanisms.staleness import models_with_facts

from .base import FactAdmin

SHOWN = 30
"""How many doubtful rows are named."""


class PartForm(forms.Form):
    """What the page says of one part."""

    looked = forms.BooleanField(label=gettext_lazy("Looked at"), required=False, initial=True)
    stated = forms.IntegerField(
        label=gettext_lazy("The page counts"),
        required=False,
        min_value=0,
        max_value=10_000,
        help_text=gettext_lazy("Empty where the page gives no number."),
    )
    others = forms.IntegerField(
        label=gettext_lazy("Of these, not in our list of States"), required=False, min_value=0, max_value=1_000
    )

    def __init__(self, part: Part, data: Any) -> None:
        super().__init__(data, prefix=part.name, initial={"others": part.last.others} if part.last else {})
        self.part = part
        if part.counted is None:
            del self.fields["stated"], self.fields["others"]

    def look(self) -> Look | None:
        """What was read; ``None`` if nobody looked."""
        said = self.cleaned_data
        return Look(self.part, said.get("stated"), said.get("others") or 0) if said["looked"] else None


class ConfirmForm(forms.Form):
    """The one tick."""

    compared = forms.BooleanField(
        label=gettext_lazy("I have the page open, and have compared with it today what is ticked above.")
    )


class SourcePages(FactAdmin):
    """The page, for the admin of sources."""

    def get_urls(self) -> list[URLPattern]:
        """One page more."""
        return [
            path("<int:pk>/page/", self.admin_site.admin_view(self.page_view), name=self.page("page")),
            *super().get_urls(),
        ]

    def doors(self, row: Any) -> list[tuple[str, str]]:
        """The way to the comparison."""
        return [*super().doors(row), (_("Compare the page with our facts"), self.address("page", row.pk))]

    def page_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """What stands on the page, part by part; then that somebody has compared it."""
        source = self.get_object(request, str(pk))
        if source is None:
            raise Http404
        if not self.has_change_permission(request, source):
            raise PermissionDenied
        day, data = timezone.localdate(), request.POST or None
        rows, confirm = [PartForm(part, data) for part in parts_of(source, day)], ConfirmForm(data)
        if request.method == "POST" and all([confirm.is_valid(), *(row.is_valid() for row in rows)]):
            looks = [one for row in rows if (one := row.look())]
            apart = look(source, looks, day, request.user)
            if apart:
                words = ngettext(
                    "%(number)d part does not agree with the page: it stays a task until it does.",
                    "%(number)d parts do not agree with the page: they stay tasks until they do.",
                    len(apart),
                )
                messages.warning(request, words % {"number": len(apart)})
                return HttpResponseRedirect(request.path)
            facts = sum(one.part.rows for one in looks)
            words = ngettext(
                "%(number)d fact counts as checked today.", "%(number)d facts count as checked today.", facts
            )
            messages.success(request, words % {"number": facts})
            return HttpResponseRedirect(reverse("admin:mechanisms_recheckinterval_due"))
        context = {
            "title": _("Compare the page with our facts"),
            "subtitle": str(source),
            "source": source,
            "parts": [(row, _list(row.part, source)) for row in rows],
            "doubtful": _doubtful(source, day) if rows else [],
            "confirm": confirm,
            "day": day,
        }
        return self.respond(request, "page", context)


def _list(part: Part, source: Any) -> str:
    """The rows of a part in their own list."""
    model = models_with_facts()[part.kind]
    address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    return f"{address}?source__id__exact={source.pk}"


def _doubtful(source: Any, day: Any) -> list[SourcedFact]:
    """What our rows from the page are not sure of."""
    found: list[SourcedFact] = []
    for model in models_with_facts().values():
        rows = current(model, day).filter(source=source).exclude(confidence=Confidence.HIGH)
        found += rows.order_by("pk")[: SHOWN - len(found)]
    return found
