"""What an organisation is asked about how a route went."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.typed import Lines
from advisor.words.labels import ANSWERS
from rules.vocabulary import Effort, Region

from .models import Again, CameOf, Experience

COMMENT_LENGTH = 1000
FIRST_YEAR = 2006
"""The year in which the Human Rights Council began; older experience is of another system."""


class ExperienceForm(forms.Form):
    """How it went. Nothing in it says who, and where only as a region."""

    came_of = forms.MultipleChoiceField(
        label=gettext_lazy("What came of it?"),
        choices=CameOf.choices,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Tick all that hold."),
        error_messages={
            "required": gettext_lazy("Tick at least one. “Nothing” and “too early to say” are among them.")
        },
    )
    again = forms.ChoiceField(
        label=gettext_lazy("Would you use this route again?"),
        choices=Again.choices,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Say whether you would use it again, or that you are not sure.")},
    )
    effort = forms.ChoiceField(
        label=gettext_lazy("How much work was it?"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Say how much work it was.")},
    )
    year = forms.TypedChoiceField(
        label=gettext_lazy("When did you use it last?"),
        coerce=int,
        error_messages={"required": gettext_lazy("Choose the year in which you used it last.")},
    )
    group = forms.ChoiceField(
        label=gettext_lazy("Where is the State that it was about? (optional)"),
        required=False,
        help_text=gettext_lazy("Only the UN’s regional group. We do not ask which State."),
    )
    comment = Lines(
        label=gettext_lazy("What should others know? (optional)"),
        required=False,
        max_length=COMMENT_LENGTH,
        help_text=gettext_lazy(
            "Others read it once an editor has approved it, without your name. Write nothing that tells who you are, whom it "
            "was about or in which country."
        ),
        widget=forms.Textarea(attrs={"rows": 5, "autocomplete": "off"}),
    )
    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, told: Experience | None, this_year: int, **kwargs: Any) -> None:
        kwargs["initial"] = {name: getattr(told, name) for name in self.base_fields} if told else {"revision": 0}
        super().__init__(*args, **kwargs)
        years = range(this_year, FIRST_YEAR - 1, -1)
        self._offer("year", ("", _("Choose a year")), *((year, str(year)) for year in years))
        self._offer("effort", *((effort.value, ANSWERS["effort", effort].label) for effort in Effort))
        regions = ((region.value, ANSWERS["regions", region].label) for region in Region)
        self._offer("group", ("", _("I would rather not say")), *regions)

    def _offer(self, name: str, *choices: tuple[Any, Any]) -> None:
        field: Any = self.fields[name]
        field.choices = choices
