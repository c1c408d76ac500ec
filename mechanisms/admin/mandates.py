"""Special procedures: mandates with their themes, holders and contacts; calls for input."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils.safestring import SafeString
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mechanisms.endings import Ending, end_mandate
from mechanisms.models import (
    Address,
    CallForInput,
    Mandate,
    MandateContact,
    MandateHolder,
    MandateRole,
    MandateTheme,
    Renewal,
    State,
    Theme,
)
from mechanisms.remembered import Change

from .base import FactAdmin
from .boxes import source_field
from .checking import mark_as_checked
from .closing import ClosingPages
from .elsewhere import lists_about
from .fields import PartialDateField
from .filters import box
from .forms import LinkFormSet
from .locking import LockedFactForm
from .parts import LinksInside, RowsInside
from .versioned import problems_of


class ThemesFormSet(LinkFormSet):
    """A mandate without a theme would be found under none. One that has none already can still be changed and ended."""

    def clean(self) -> None:
        """Called by Django once all themes have been read."""
        super().clean()
        named = [form for form in self.forms if form not in self.deleted_forms and form.cleaned_data.get("theme")]
        is_asked = self.instance.pk is None or self.initial_forms
        if is_asked and not any(self.errors) and not named:
            raise forms.ValidationError(_("Choose at least one theme. The first is what the mandate is about."))


class ThemesInside(LinksInside):
    """The themes of a mandate; the first is what it is about."""

    model = MandateTheme
    formset = ThemesFormSet
    fields = ("theme", "position")
    autocomplete_fields = ("theme",)


class HoldersInside(RowsInside):
    """Who holds the mandate, and who held it."""

    model = MandateHolder
    inside = "mandate"


class ContactsInside(RowsInside):
    """Where to write to the mandate."""

    model = MandateContact
    inside = "mandate"


class EndForm(forms.Form):
    """When a mandate ended, and where that is written."""

    last_day = PartialDateField(
        label=gettext_lazy("Last day"), help_text=gettext_lazy("A day, a month (2026-11) or a year.")
    )
    source = source_field()
    note = forms.CharField(label=gettext_lazy("Note"), required=False, widget=forms.Textarea(attrs={"rows": 2}))
    with_people = forms.BooleanField(
        label=gettext_lazy("End its holders and contacts on the same day"), required=False, initial=True
    )


class MandateForm(LockedFactForm):
    """Proposes the short name for addresses; without scripts, once the form is sent."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if "slug" in self.fields and self.instance.pk is None:
            self.fields["slug"].required = False

    def clean_slug(self) -> str:
        """Made of the name where nothing is written."""
        typed: str = self.cleaned_data.get("slug") or slugify(self.data.get("short_name", ""))[:60]
        if not typed:
            raise forms.ValidationError(_("Write a short name of letters and hyphens."))
        return typed


@admin.action(description=gettext_lazy("End the chosen mandate"), permissions=["change"])
def end_chosen(model_admin: Any, request: HttpRequest, queryset: "models.QuerySet[Mandate]") -> HttpResponse | None:
    """One at a time: each ending has its own day and source."""
    if queryset.count() != 1:
        messages.warning(request, _("Choose one mandate: each ending has a day and a source of its own."))
        return None
    return HttpResponseRedirect(model_admin.address("end", queryset.get().pk))


@admin.register(Mandate)
class MandateAdmin(ClosingPages):
    """Mandates on themes and countries."""

    columns: tuple[Any, ...] = ("short_name", "kind", "form", "state", "renewal_status", "accepts_communications")
    search_fields = (
        "short_name",
        "full_title",
        "slug",
        "state__name",
        "state__iso3",
        "holders__name",
        "themes__label",
        "last_renewal",
    )
    filters = ("kind", "form", "renewal_status", box("state", State), box("themes", Theme, gettext_lazy("theme")))
    list_select_related = ("state",)
    inlines = (ThemesInside, HoldersInside, ContactsInside)
    form = MandateForm
    actions = (mark_as_checked, end_chosen)

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> dict[str, Any]:
        """A new mandate's short name for addresses follows its name; an old one's is in use."""
        return {} if obj else {"slug": ("short_name",)}

    def get_urls(self) -> list[URLPattern]:
        """The page on which a mandate is ended."""
        return [
            path("<int:pk>/end/", self.admin_site.admin_view(self.end_view), name=self.page("end")),
            *super().get_urls(),
        ]

    def about(self, row: Mandate) -> SafeString:
        """Links to what else is kept about the mandate."""
        kept = (MandateHolder, MandateContact, MandateRole, Address, CallForInput, Renewal)
        return lists_about(row, ((model, "mandate") for model in kept))

    def doors(self, row: Mandate) -> list[tuple[str, str]]:
        """What else can be done with it."""
        if row.valid_to:
            return []
        followed = f"{reverse('news:holder')}?mandate={row.pk}"
        return [(_("Replaced by …"), followed), (_("End this mandate"), self.address("end", row.pk))]

    def end_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Set the last day and keep the mandate: advice and history still need it."""
        mandate = self.get_object(request, str(pk))
        if mandate is None or not self.has_change_permission(request, mandate):
            raise PermissionDenied
        form = EndForm(request.POST or None, initial={"source": mandate.source_id})
        problems: list[Any] = []
        if request.method == "POST" and form.is_valid():
            answers = form.cleaned_data
            ending = Ending(answers["last_day"], answers["source"], answers["note"], answers["with_people"])
            try:
                end_mandate(mandate, ending, Change(by=request.user, reason=_("Ended the mandate")))  # type: ignore[arg-type]
            except forms.ValidationError as error:
                problems = problems_of(error)
            else:
                self.log_change(request, mandate, _("Ended the mandate"))
                messages.success(request, _("The mandate is ended and stays on record."))
                return HttpResponseRedirect(self.address("change", pk))
        context = {"title": _("End this mandate"), "subtitle": str(mandate), "form": form, "object": mandate}
        return self.respond(request, "end_mandate", context | {"problems": problems})


@admin.register(MandateRole)
class MandateRoleAdmin(FactAdmin):
    """Who is written to on a theme, in a danger, or about a State."""

    columns: tuple[Any, ...] = ("mandate", "theme", "danger", "state", "role", "condition", "position")
    search_fields = (
        "mandate__short_name",
        "mandate__slug",
        "theme__label",
        "theme__slug",
        "state__name",
        "state__iso3",
        "condition",
    )
    filters = (box("mandate", Mandate), box("theme", Theme), "danger", box("state", State), "role")
    list_select_related = ("mandate", "theme", "state")


@admin.register(MandateHolder)
class MandateHolderAdmin(FactAdmin):
    """People who hold mandates."""

    columns: tuple[Any, ...] = ("name", "mandate")
    search_fields = ("name", "mandate__short_name", "mandate__full_title", "mandate__slug")
    filters = (box("mandate", Mandate),)
    list_select_related = ("mandate",)


@admin.register(MandateContact)
class MandateContactAdmin(FactAdmin):
    """Addresses, of one mandate or of all."""

    columns: tuple[Any, ...] = ("value", "kind", "mandate")
    search_fields = ("value", "mandate__short_name", "mandate__full_title", "mandate__slug")
    filters = ("kind", box("mandate", Mandate))
    list_select_related = ("mandate",)


@admin.register(CallForInput)
class CallForInputAdmin(FactAdmin):
    """Calls of mandate holders, with their deadlines."""

    columns: tuple[Any, ...] = ("title", "mandate", "deadline_shown", "status")
    search_fields = ("title", "mandate__short_name", "mandate__full_title", "mandate__slug")
    filters = ("status", box("mandate", Mandate), box("mandate__themes", Theme, gettext_lazy("theme")))
    list_select_related = ("mandate",)

    @admin.display(description=gettext_lazy("deadline"), ordering="deadline")
    def deadline_shown(self, row: CallForInput) -> str | None:
        """As precise as it is known."""
        date = row.partial("deadline")
        return str(date) if date else None
