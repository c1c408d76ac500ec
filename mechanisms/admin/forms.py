"""The form of a fact: dates as precise as they are known, and refusals that link to the conflicting row."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.forms.models import BaseInlineFormSet
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from mechanisms.clock import latest_day
from mechanisms.load.exchange.characters import JOINERS, garbled, invisible
from mechanisms.models import DatedFact, FactText, PartialDates
from mechanisms.models.date_sources import ADOPTION, NAMES, OF_COUNCIL, OF_UPR
from mechanisms.models.dated import NO_DATE, Together, overlapping
from rules.dates import DAY


def link_to(row: Any) -> SafeString:
    """The row's name, leading to its own page in the admin if it is saved already."""
    if row.pk is None:
        return format_html("{}", row)
    return format_html('<a href="{}">{}</a>', page_of(row), row)


def page_of(row: Any) -> str:
    """The address of a row's own page in the admin."""
    meta = row._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[row.pk])


def read_as_files_do(item: forms.CharField, allowed: str) -> None:
    """Take from people what a spreadsheet can bring back: line breaks of one kind, and no character that nobody sees."""
    read = item.to_python

    def visible(text: str) -> None:
        if found := invisible(text, allowed=allowed):
            place, sign = found
            raise ValidationError(
                _("An invisible character, %(sign)s, at place %(place)d. Type the text again.")
                % {"sign": sign, "place": place}
            )

        if broken := garbled(text):
            raise ValidationError(
                _("“%(piece)s” was read in the wrong encoding. Type the letters as they should be.")
                % {"piece": broken[0]}
            )

    item.to_python = lambda value: _with_one_break(read(value))  # type: ignore[method-assign]
    item.validators.append(visible)


def _with_one_break(value: Any) -> Any:
    return value.replace("\r\n", "\n").replace("\r", "\n") if isinstance(value, str) else value


class FactForm(forms.ModelForm):  # type: ignore[type-arg]  # not generic at run time
    """For any table whose dates may be coarse; used by itself for rows inside another row's form."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        allowed = JOINERS if isinstance(self.instance, FactText) else ""
        for item in self.fields.values():
            if isinstance(item, forms.CharField):
                read_as_files_do(item, allowed)
        for name in self.coarse_dates():
            if name in self.initial and not isinstance(self.initial[name], str):
                self.initial[name] = str(self.instance.partial(name) or "")

    def coarse_dates(self) -> list[str]:
        """The form's fields that hold a date and its precision."""
        if not isinstance(self.instance, PartialDates):
            return []
        return [name for name in self.instance.partial_dates() if name in self.fields]

    def clean_checked_on(self) -> Any:
        """The day can't be in the future."""
        day = self.cleaned_data["checked_on"]
        if day and day > latest_day():
            raise ValidationError(_("This day lies in the future."))
        return day

    def _post_clean(self) -> None:
        for name in self.coarse_dates():
            if name in self.cleaned_data:
                date = self.cleaned_data[name]
                setattr(self.instance, f"{name}_precision", date.precision if date else DAY)
                self.cleaned_data[name] = date.first if date else None
        super()._post_clean()  # type: ignore[misc]

    def _update_errors(self, errors: ValidationError) -> None:
        """Called by Django with what the model refuses."""
        if hasattr(errors, "error_dict"):
            told: Mapping[str, list[ValidationError]] = errors.error_dict
            general = told.get(NON_FIELD_ERRORS, [])
            if any(name in self.errors for name in self.coarse_dates()):
                # A date that could not be read is not missing.
                for name, found in list(told.items()):
                    errors.error_dict[name] = [error for error in found if error.message != NO_DATE]
                    if not errors.error_dict[name]:
                        del errors.error_dict[name]
            if overlaps := [error for error in general if error.code == "overlap"]:
                # Say it once: the database's constraint would repeat it in other words.
                errors.error_dict[NON_FIELD_ERRORS] = [in_the_way(error) for error in overlaps]
        super()._update_errors(errors)  # type: ignore[misc]


def in_the_way(error: ValidationError) -> ValidationError:
    """The refusal of an overlap, with links to the conflicting rows."""
    rows = (error.params or {})["in_the_way"]
    links = format_html_join("; ", "{} ({})", ((link_to(row), str(row.period)) for row in rows))
    words = _("This period overlaps another row: %(rows)s. End that one first, or start this one later.")
    return ValidationError(format_html(words.replace("%(rows)s", "{}"), links), code="overlap")


class DateSourceForm(FactForm):
    """The source of a date of the session on whose form it stands: only that session's dates are offered."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        offered = OF_COUNCIL if self.instance.council_session_id else (*OF_UPR, ADOPTION)
        field: Any = self.fields.get("field")
        if field is not None and (self.instance.council_session_id or self.instance.upr_session_id):
            field.choices = [("", "---------"), *((name, NAMES[name]) for name in offered)]
        if note := self.fields.get("note"):
            note.widget.attrs["rows"] = 1


class FactFormSet(BaseInlineFormSet):  # type: ignore[type-arg]
    """Rows with periods on one form: what counts is how they will be, all of them together."""

    def _construct_form(self, i: int, **options: Any) -> Any:
        """Called by Django for each row: by itself, it need only keep clear of rows that are not on this form."""
        form: Any = super()._construct_form(i, **options)  # type: ignore[misc]
        if isinstance(form.instance, DatedFact):
            form.instance.together = Together(replaced=[row.pk for row in self.get_queryset()])
        return form

    def clean(self) -> None:
        """Called by Django once every row has been read: now they must keep clear of each other."""
        super().clean()
        kept = [
            form for form in self.forms if form not in self.deleted_forms and (form.has_changed() or form.instance.pk)
        ]
        kept = [form for form in kept if form.is_valid() and isinstance(form.instance, DatedFact)]
        rows = [form.instance for form in kept]
        for form in kept:
            form.instance.together = Together(rows, form.instance.together.replaced)
        for form in kept:
            if form.has_changed() and (found := form.instance.rows_in_the_way()):
                form.add_error(None, in_the_way(overlapping(found)))


class LinkForm(forms.ModelForm):  # type: ignore[type-arg]
    """A place in a list; if left empty, the next one."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if "position" in self.fields:
            self.fields["position"].required = False
            self.fields["position"].help_text = ""


class LinkFormSet(BaseInlineFormSet):  # type: ignore[type-arg]
    """Gives a place to the links that came without one."""

    def clean(self) -> None:
        """Called by Django once all links have been read."""
        super().clean()
        kept = [form for form in self.forms if form.has_changed() or form.instance.pk]
        kept = [form for form in kept if not form.cleaned_data.get("DELETE")] if not any(self.errors) else []
        last = max((form.cleaned_data.get("position") or 0 for form in kept), default=0)
        for form in kept:
            if not form.cleaned_data.get("position"):
                last += 1
                form.instance.position = last
