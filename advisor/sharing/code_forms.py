"""Forms around codes: keep, open, change. A code is typed into a form, never into an address."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from .guests import DAYS

WEEK = 7
LONGEST = 200
RENEW, RENAME, DELETE = "renew", "rename", "delete"

NO_SUCH_CODE = _(
    "No answers are kept under this code. Look at each word again. A code also stops working when its last day is over."
)
"""The same for a code that never existed and for an expired one."""


TOO_MANY_OPEN = _("Too many sets of answers are open here. Delete one on the start page, then open these.")


def _code() -> forms.CharField:
    # Nothing may remember or correct what is typed: some browsers send text away to have its spelling checked.
    quiet = {"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false", "lang": "en", "dir": "ltr"}
    return forms.CharField(
        label=_("Your code"),
        help_text=_("Five words. Capitals, accents, spaces, hyphens and commas do not matter."),
        max_length=LONGEST,
        widget=forms.TextInput(attrs=quiet),
    )


def _days() -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=_("Keep them for"),
        choices=[(days, ngettext("%(days)s day", "%(days)s days", days) % {"days": days}) for days in DAYS],
        coerce=int,
        initial=WEEK,
        widget=forms.RadioSelect,
    )


class DaysForm(forms.Form):
    """For how long."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Made for each form: its choices are words in the language of the page.
        self.fields["days"] = _days()


class CodeForm(forms.Form):
    """A code."""

    code = _code()


class OverwriteForm(DaysForm):
    """A code that is in use, and for how long it is to keep the new answers."""

    code = _code()
    field_order = ("code", "days")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields(self.field_order)


class ChangeForm(DaysForm):
    """A code, and what to do with it."""

    code = _code()
    what = forms.ChoiceField(
        label=_("What should we do?"),
        choices=(
            (RENEW, _("Keep the answers longer, or less long")),
            (RENAME, _("Give me a new code; this one stops working")),
            (DELETE, _("Delete the answers now")),
        ),
        initial=RENEW,
        widget=forms.RadioSelect,
    )
    field_order = ("code", "what", "days")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["days"].label = _("To keep them: for so long from today")
        self.order_fields(self.field_order)
