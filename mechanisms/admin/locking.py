"""Two people edit one row: the second is told what the first changed, and overwrites nothing that they have not seen.

The form carries the numbers of the versions that it was made from: the row's own, and the latest among the rows inside it. If these are
no longer the latest when the form comes back, it is shown again with both values.
"""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mechanisms.history.versions import DELETED, FieldChange, changes_since, text_of
from mechanisms.load.parsing import whole_number
from mechanisms.models import PartialDates
from mechanisms.words import sentences
from rules.dates import PartialDate

from .forms import FactForm

Child = tuple[type[models.Model], str]
"""A kind of row that is edited inside another's form, and the field by which it points there."""


def numbers_of(row: Any, children: tuple[Child, ...]) -> list[int]:
    """The latest version of a row, and of the rows inside it by kind; 0 where there is none."""
    asked = [(type(row), {"id": row.pk}), *((model, {f"{name}_id": row.pk}) for model, name in children)]
    return [
        _history(model).filter(**key).aggregate(latest=models.Max("history_id"))["latest"] or 0 for model, key in asked
    ]


def read_numbers(text: str, children: tuple[Child, ...]) -> list[int]:
    """The numbers in a form's token; zeros where somebody has tampered with it, so that everything counts as changed."""
    numbers = [whole_number(part, longest=18) for part in text.split(".")]
    sound = [number for number in numbers if number is not None]
    return sound if len(sound) == len(numbers) == 1 + len(children) else [0] * (1 + len(children))


class LockedFactForm(FactForm):
    """The form of a row by itself."""

    children: tuple[Child, ...] = ()
    version = forms.CharField(widget=forms.HiddenInput, required=False)
    sure = forms.BooleanField(
        widget=forms.HiddenInput, required=False, label=gettext_lazy("Yes, I have looked again: it is so")
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if self.instance.pk is not None and "version" in self.fields:
            self.initial["version"] = ".".join(map(str, numbers_of(self.instance, self.children)))

    def clean(self) -> dict[str, Any] | None:
        """Called by Django once all fields have been read, and before the row takes their values."""
        cleaned = super().clean()
        if "version" in self.initial:
            now = self.initial["version"].split(".")
            seen = read_numbers(self.cleaned_data.get("version", ""), self.children)
            if [int(part) for part in now] != seen:
                self._tell(seen)
        return cleaned

    def _post_clean(self) -> None:
        """Called by Django last: what fits and yet is mostly a slip is saved only once somebody says that they have looked again."""
        super()._post_clean()
        if self.errors or "sure" not in self.fields or not isinstance(self.instance, PartialDates):
            return
        if doubts := list(self.instance.doubts()):
            self.fields["sure"].widget = forms.CheckboxInput()
        if not self.cleaned_data.get("sure"):
            for name, said in doubts:
                self.add_error(name if name in self.fields else None, str(said))
            if doubts:
                self.add_error("sure", _("Are you sure? Then tick this box and save again."))

    def _tell(self, seen: list[int]) -> None:
        """Show the form again, with the other's values in fields that this person did not change. Both values are named."""
        changes, latest = changes_since(type(self.instance), self.instance.pk, seen[0])
        typed: Any = self.data
        self.data = typed = typed.copy()
        typed[self.add_prefix("version")] = self.initial["version"]
        lines = [self._told(change, seen[0]) for change in changes]
        for (model, name), number in zip(self.children, seen[1:], strict=True):
            lines += _told_of_children(model, name, self.instance.pk, number)
            latest = latest or _history(model).filter(**{f"{name}_id": self.instance.pk}).first()
        moment = date_format(timezone.localtime(latest.history_date), "H:i") if latest else ""
        said = _("{who} changed this row at {time}, while you had it open. Nothing of yours has been saved yet.")
        again = _("Look through the form, then save again to keep what you see in it.")
        message = format_html(
            "{} <ul>{}</ul> {}",
            said.format(who=who(latest), time=moment),
            format_html_join("", "<li>{}</li>", ((line,) for line in lines)),
            again,
        )
        self.add_error(None, ValidationError(message, code="changed_meanwhile"))

    def _told(self, change: FieldChange, seen: int) -> str:
        """One field that the other changed; puts the other's value into the form unless this person changed it as well."""
        here = _("{field}: now “{theirs}”.").format(field=change.label, theirs=change.after or _("empty"))
        if change.before is not None:
            here = _("{field}: was “{before}”, now “{theirs}”.").format(
                field=change.label, before=change.before or _("empty"), theirs=change.after or _("empty")
            )
        field = self.fields.get(change.name)
        if field is None:
            return here
        if self._is_own(change.name, field, seen):
            yours = self._shown(change.name) or _("empty")
            return sentences((here, _("You entered “{yours}”, which is still in the form.").format(yours=yours)))
        self.data[self.add_prefix(change.name)] = self.initial.get(change.name)  # type: ignore[index]
        return sentences((here, _("The form now holds this value.")))

    def _is_own(self, name: str, field: forms.Field, seen: int) -> bool:
        base = _history(type(self.instance)).filter(id=self.instance.pk, history_id=seen).first()
        if base is None:
            return True
        item: Any = self.instance._meta.get_field(name)
        value = getattr(base, item.attname)
        if isinstance(self.instance, PartialDates) and name in self.instance.partial_dates():
            value = str(PartialDate(value, getattr(base, f"{name}_precision"))) if value else ""
        typed = field.widget.value_from_datadict(self.data, self.files, self.add_prefix(name))
        return field.has_changed(value, typed)

    def _shown(self, name: str) -> str:
        value = self.cleaned_data.get(name)
        item: Any = self.instance._meta.get_field(name)
        plain = value is None or isinstance(value, (models.Model, PartialDate))
        return str(value or "") if plain else text_of(item, value)


def who(version: Any) -> str:
    """The name of the person who made a version."""
    user = version.history_user if version else None
    return (user.get_full_name() or user.get_username()) if user else _("Somebody")


def _told_of_children(model: type[models.Model], name: str, pk: Any, seen: int) -> list[SafeString]:
    records = _history(model).filter(**{f"{name}_id": pk}, history_id__gt=seen).order_by("history_id")
    words = {"+": _("added"), "~": _("changed"), DELETED: _("removed")}
    return [
        format_html("{}: “{}” {}", model._meta.verbose_name, str(record.instance), words[record.history_type])
        for record in records
    ]


def _history(model: type[models.Model]) -> Any:
    return model.history  # type: ignore[attr-defined]
