"""What every form of news ends with: where it stands, and when somebody read it there."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mechanisms.admin.boxes import source_field
from mechanisms.clock import latest_day
from mechanisms.models import Confidence
from mechanisms.news.writing import Proof


class ProofForm(forms.Form):
    """Where the news stands, and when somebody read it there. Comes last on each form of news."""

    source = source_field(help_text=_("Where you read it. A new one is added under “Sources” first."))
    checked_on = forms.DateField(
        label=_("Read on"), widget=forms.DateInput(attrs={"placeholder": "YYYY-MM-DD", "size": 12})
    )
    confidence = forms.ChoiceField(label=_("Confidence"), choices=Confidence.choices, initial=Confidence.HIGH)
    note = forms.CharField(
        label=_("Note"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("What is uncertain, if anything."),
    )

    def __init__(self, *args: Any, day: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.day = day
        self.fields["checked_on"].initial = day
        for name in ("source", "checked_on", "confidence", "note"):
            self.fields[name] = self.fields.pop(name)

    def clean_checked_on(self) -> Any:
        """The day can't be in the future."""
        if self.cleaned_data["checked_on"] > max(self.day, latest_day()):
            raise forms.ValidationError(_("This day lies in the future."))
        return self.cleaned_data["checked_on"]

    def proof(self) -> Proof:
        """What was said in these fields."""
        said = self.cleaned_data
        return Proof(said["source"], said["checked_on"], said["confidence"], said["note"])
