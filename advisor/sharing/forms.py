"""What a link for sharing shows, and for how long."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from accounts.typed import Line

from .links import DAYS, LABEL_LENGTH

WEEK = 7


class ShareForm(forms.Form):
    """A new link."""

    label = Line(
        label=_("Your note on this link (optional)"),
        required=False,
        max_length=LABEL_LENGTH,
        help_text=_(
            "So that you know which link to withdraw. It lies sealed, and is not on the shared page. Name nobody."
        ),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    with_answers = forms.BooleanField(
        label=_("Show the answers too"),
        required=False,
        help_text=_("Without them the advice still says which States and themes it is about."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Made for each form: its choices are words in the language of the page.
        self.fields["days"] = forms.TypedChoiceField(
            label=_("The link works for"),
            choices=[(days, ngettext("%(days)s day", "%(days)s days", days) % {"days": days}) for days in DAYS],
            coerce=int,
            initial=WEEK,
            widget=forms.RadioSelect,
        )
