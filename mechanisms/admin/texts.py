"""Texts of facts in other languages: what was translated, and whether the English is still the same."""

from typing import Any

from django.contrib import admin
from django.db import models
from django.forms import HiddenInput
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from mechanisms.models import FactText
from mechanisms.texts import fingerprint

from .base import FactAdmin
from .locking import LockedFactForm


class StaleFilter(admin.SimpleListFilter):
    """Whether the English has changed since it was translated."""

    title = _("translation")
    parameter_name = "translation"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """The choices."""
        return [("stale", _("out of date: the English has changed")), ("fresh", _("up to date with the English"))]

    def queryset(self, request: HttpRequest, queryset: "models.QuerySet[Any]") -> "models.QuerySet[Any] | None":
        """The rows of a choice."""
        return queryset.filter(stale=self.value() == "stale") if self.value() in ("stale", "fresh") else None


class FactTextForm(LockedFactForm):
    """Carries the fingerprint of the English that the page shows: who saves the form has translated that one, whatever it is by then."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if "of" in self.fields:
            self.fields["of"].widget = HiddenInput()
            if not self.is_bound and (english := self.instance.english()):
                self.initial["of"] = fingerprint(english)


@admin.register(FactText)
class FactTextAdmin(FactAdmin):
    """Official translations, ours, and drafts."""

    form = FactTextForm
    columns: tuple[Any, ...] = ("text_shown", "language", "kind", "key", "field", "status", "is_fresh", "checked_on")
    list_display_links = ("text_shown",)
    search_fields = ("text", "key")
    filters = ("language", "kind", "status", StaleFilter)

    def get_queryset(self, request: HttpRequest) -> "models.QuerySet[Any]":
        """Adds to each row whether its English has changed."""
        stale = models.Q(pk__in=[row.pk for row in FactText.objects.stale()])
        annotated: models.QuerySet[Any] = (
            super()
            .get_queryset(request)
            .annotate(
                stale=models.Case(models.When(stale, then=True), default=False, output_field=models.BooleanField())
            )
        )
        return annotated

    @admin.display(description=_("text"), ordering="text")
    def text_shown(self, row: FactText) -> str:
        """The first words."""
        return Truncator(row.text).words(14)

    @admin.display(description=_("up to date"), boolean=True)
    def is_fresh(self, row: Any) -> bool:
        """Whether pages show it."""
        return not row.stale

    def about(self, row: FactText) -> SafeString:
        """The English beside it."""
        return format_html('<li>{} <q lang="en">{}</q></li>', _("The English now:"), row.english() or "–")

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Somebody who adds a text has just compared it."""
        return {"checked_on": timezone.localdate()} | super().get_changeform_initial_data(request)
