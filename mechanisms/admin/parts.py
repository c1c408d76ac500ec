"""The pieces of which the admin of a table is put together: columns of its list, fields of its form, rows inside the form."""

import datetime
from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect, RelatedFieldWidgetWrapper
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from mechanisms.models import DatedFact, DateSource, PartialDates
from mechanisms.staleness import Dues
from mechanisms.words import sentences

from .fields import PartialDateField
from .forms import DateSourceForm, FactForm, FactFormSet, LinkForm, LinkFormSet

PROOF = ("source", "checked_on", "confidence", "note")
PERIOD = ("valid_from", "valid_to")
CHOSEN_IN_A_BOX = {"route", "treaty", "cycle", "body"}
"""Tables so short that a plain box serves better than a search."""


def date_column(name: str, title: Any = None) -> Callable[[Any], str | None]:
    """A column with a date as precise as it is known."""

    def column(row: Any) -> str | None:
        date = row.partial(name)
        return str(date) if date else None

    column.__name__ = f"date_{name}"
    return admin.display(description=title or name, ordering=name, empty_value="–")(column)


def settled_column(name: str, status: str, title: Any) -> Callable[[Any], str]:
    """A column with a date and how certain it is."""

    def column(row: Any) -> str:
        said = getattr(row, f"get_{status}_display")()
        date = row.partial(name)
        return format_html('<span class="day">{}</span> · {}', str(date), said) if date else str(said)

    column.__name__ = f"settled_{name}"
    return admin.display(description=title, ordering=name)(column)


class SearchBox(AutocompleteSelect):
    """Django's, but a form that comes back with what is no key shows none, where Django's looks for it and fails."""

    def optgroups(self, name: str, value: Any, attr: Any = None) -> Any:
        """In: what was sent. Out: the options to show."""
        return super().optgroups(name, [key for key in value if self._is_key(key)], attr)

    def _is_key(self, key: str) -> bool:
        try:
            self.field.target_field.to_python(key)
        except ValidationError:
            return False
        return True


class Coarse:
    """Shows a date and its precision as one field; shared by forms and the rows inside them."""

    model: Any
    exclude_from_form: tuple[str, ...] = ()

    def form_fields(self) -> list[str]:
        """The fields in the order of the model, without precisions, since a date's own text says it."""
        hidden = {f"{name}_precision" for name in coarse_dates(self.model)} | set(self.exclude_from_form)
        return [
            f.name
            for f in self.model._meta.concrete_fields
            if f.editable and not f.primary_key and f.name not in hidden
        ]

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        """One field of text for a date that may be coarse."""
        if db_field.name in coarse_dates(self.model):
            said = [db_field.help_text] if db_field.help_text else []
            return PartialDateField(
                required=not db_field.blank,
                label=capfirst(db_field.verbose_name),
                help_text=sentences([*said, _("A day, a month (2026-11) or a year (2026).")]),
            )
        if isinstance(db_field, models.URLField):
            options["assume_scheme"] = "https"
        field = super().formfield_for_dbfield(db_field, request, **options)  # type: ignore[misc]
        if isinstance(db_field, models.TextField):
            field.widget.attrs["rows"] = 4
        if isinstance(field.widget, RelatedFieldWidgetWrapper):
            # Another row is changed and deleted on its own page, which shows what depends on it.
            field.widget.can_change_related = field.widget.can_delete_related = False
        return field

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        """Where there is a search box, one that stands what is sent to it."""
        if db_field.name in self.get_autocomplete_fields(request):
            options.setdefault("widget", SearchBox(db_field, self.admin_site, using=options.get("using")))  # type: ignore[attr-defined]
        return super().formfield_for_foreignkey(db_field, request, **options)  # type: ignore[misc]

    def get_autocomplete_fields(self, request: HttpRequest) -> list[str]:
        """A search box for fields that point to a long table."""
        return [
            f.name
            for f in self.model._meta.concrete_fields
            if isinstance(f, models.ForeignKey) and f.name not in CHOSEN_IN_A_BOX | set(self.exclude_from_form)
        ]


def coarse_dates(model: type[models.Model]) -> list[str]:
    """The dates of a model that may be known to the month or the year only."""
    return model.partial_dates() if issubclass(model, PartialDates) else []


class RowsInside(Coarse, admin.StackedInline):  # type: ignore[type-arg]
    """Facts that are edited inside the form of another one."""

    form = FactForm
    formset = FactFormSet
    extra = 0
    show_change_link = True

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Source and check date first here as well."""
        rest = [name for name in self.form_fields() if name not in (*PROOF, *PERIOD, self.inside)]
        period = [PERIOD] if issubclass(self.model, DatedFact) else []
        return [(None, {"fields": [PROOF[:3], "note", *rest, *period]})]

    inside = ""
    """The field that points to the surrounding row; the form need not show it."""


class DatesInside(Coarse, admin.TabularInline):  # type: ignore[type-arg]
    """Sources of single dates, inside the form of their session."""

    model = DateSource
    form = DateSourceForm
    fields = ("field", "source", "checked_on", "confidence", "note")
    extra = 0


class LinksInside(Coarse, admin.TabularInline):  # type: ignore[type-arg]
    """A list, such as the themes of a mandate."""

    form = LinkForm
    formset = LinkFormSet
    extra = 0
    ordering = ("position",)


def checked_on_column(dues: Dues, day: datetime.date) -> Callable[[Any], str]:
    """When a fact was last compared with its source, by itself or with its page, and since when it is due again."""

    def column(row: Any) -> str:
        checked, event = dues.checked(row), dues.event(row, day)
        if event is None:
            return str(checked)
        return format_html('{} <span class="overdue">{} {}</span>', checked, _("due since"), event.day)

    column.__name__ = "checked_on_shown"
    return admin.display(description=_("checked on"), ordering="checked_on")(column)


def session_doors(kind: str, number: int) -> list[tuple[str, str]]:
    """The pages on which what becomes known of a session is entered. In: ``upr`` or ``council``, and its number."""
    return [
        (str(_("A deadline was announced")), f"{reverse('news:deadline')}?what={kind}/{number}"),
        (str(_("This session closed")), f"{reverse('news:session')}?session={kind}/{number}"),
    ]
