"""The forms of saved advice. Each but the first carries the revision that its page showed."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from accounts import roles
from accounts.models import Membership, Organisation, User
from accounts.typed import Line, Lines

from .actions import KEEP_MONTHS, NAME_LENGTH, NOTES_LENGTH
from .models import SavedAdvice, Status

MINE = "mine"


def writable(user: User) -> list[Organisation]:
    """The organisations whose advice this person may change."""
    memberships = (
        Membership.objects.filter(user=user).select_related("organisation").order_by("organisation__name", "pk")
    )
    return [one.organisation for one in memberships if roles.can_write(one.role)]


class RevisionForm(forms.Form):
    """What the page showed."""

    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    def __init__(self, *args: Any, saved: SavedAdvice, **kwargs: Any) -> None:
        kwargs["initial"] = {"revision": saved.revision, **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)


def _name_field() -> Line:
    return Line(
        label=gettext_lazy("Name"),
        max_length=NAME_LENGTH,
        help_text=gettext_lazy("So that you find it again. Name nobody in it: “Housing, spring” is enough."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class NameForm(forms.Form):
    """A name, and whose it is."""

    name = _name_field()
    whose = forms.ChoiceField(label=gettext_lazy("Who may see it?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.organisations = {str(one.pk): one for one in writable(user)}
        whose: Any = self.fields["whose"]
        whose.choices = [
            (MINE, _("Only me")),
            *((key, _("Everybody in %(name)s") % {"name": one.name}) for key, one in self.organisations.items()),
        ]
        whose.initial = MINE
        if not self.organisations:
            del self.fields["whose"]

    @property
    def organisation(self) -> Organisation | None:
        """The organisation that was chosen; none where it is one's own."""
        return self.organisations.get(self.cleaned_data.get("whose", MINE))


class RenameForm(NameForm, RevisionForm):
    """Another name; one's own may be handed to an organisation, and nothing is ever taken back from one."""

    def __init__(self, *args: Any, saved: SavedAdvice, user: User, **kwargs: Any) -> None:
        kwargs["initial"] = {"name": saved.name}
        super().__init__(*args, saved=saved, user=user, **kwargs)
        if saved.owner_id is None:
            self.fields.pop("whose", None)


class CopyForm(forms.Form):
    """What the copy is called."""

    name = _name_field()


class StatusForm(RevisionForm):
    """How far the matter is."""

    status = forms.ChoiceField(choices=Status.choices)


class NotesForm(RevisionForm):
    """The notes."""

    notes = Lines(
        label=gettext_lazy("Notes"),
        required=False,
        max_length=NOTES_LENGTH,
        help_text=gettext_lazy(
            "They lie sealed in the database. Even so: no names of people, no telephone numbers, no addresses."
        ),
        widget=forms.Textarea(attrs={"rows": 10, "autocomplete": "off"}),
    )


class KeepForm(RevisionForm):
    """How long it is kept."""

    months = forms.TypedChoiceField(
        label=gettext_lazy("How long after the last change?"), coerce=int, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, saved: SavedAdvice, **kwargs: Any) -> None:
        kwargs["initial"] = {"months": saved.keep_months}
        super().__init__(*args, saved=saved, **kwargs)
        months: Any = self.fields["months"]
        months.choices = [(number, duration(number)) for number in sorted({*KEEP_MONTHS, saved.keep_months})]


def duration(months: int) -> str:
    """A number of months in words."""
    if months % 12 == 0:
        return ngettext("%(number)s year", "%(number)s years", months // 12) % {"number": months // 12}
    return ngettext("%(number)s month", "%(number)s months", months) % {"number": months}
