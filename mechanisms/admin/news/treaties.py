"""The form of a State's act on a treaty: only what this treaty has is asked for, with the day on which each act counts."""

import datetime
from collections import Counter
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mechanisms.admin.boxes import source_field, state_field
from mechanisms.clock import latest_day
from mechanisms.models import Source, State, Treaty, TreatyStatus
from mechanisms.models.named import Named
from mechanisms.news import treaties
from mechanisms.news.treaties import Act, Instrument, Status
from mechanisms.words import sentences

from .forms import NewsForm, TreatyForm

NOTHING = ("", gettext_lazy("nothing new"))
ACTS = (
    NOTHING,
    (treaties.SIGNATURE, gettext_lazy("signature: not bound yet")),
    ("ratification", gettext_lazy("ratification")),
    ("accession", gettext_lazy("accession")),
    ("succession", gettext_lazy("succession")),
)
FIELD_OF = {Instrument.TREATY: "act", Instrument.INDIVIDUAL_COMMUNICATIONS: "complaints", Instrument.INQUIRY: "inquiry"}
DAY = {"placeholder": "YYYY-MM-DD", "size": 12}


class StateAndTreatyForm(TreatyForm):
    """Which State, which treaty."""

    state = state_field()
    field_order = ("state", "treaty")


def usual_source(treaty: Treaty, instrument: str) -> Source | None:
    """The page on which most rows of a treaty's instrument rest: the depositary's own."""
    rows = TreatyStatus.objects.filter(treaty=treaty, instrument=instrument).order_by()
    counts = Counter(rows.values_list("source", flat=True))
    return Source.objects.filter(pk=counts.most_common(1)[0][0]).first() if counts else None


def _day(label: Any, *, required: bool = False, help_text: Any = "") -> forms.DateField:
    return forms.DateField(label=label, required=required, help_text=help_text, widget=forms.DateInput(attrs=DAY))


class ActForm(NewsForm):
    """The treaty itself, individual complaints, inquiries: each with its own day."""

    act = forms.ChoiceField(label=gettext_lazy("The treaty itself"), choices=ACTS, required=False)
    act_on = _day(
        gettext_lazy("Deposited (or signed) on"),
        help_text=gettext_lazy("The day of the act itself. The table keeps this day, not the day of entry into force."),
    )
    in_force_on = _day(
        gettext_lazy("Enters into force on"),
        help_text=gettext_lazy(
            "If the source names the day: it is compared with the one that follows from the treaty."
        ),
    )
    complaints = forms.ChoiceField(choices=(NOTHING, (Status.ACCEPTED, gettext_lazy("accepted"))), required=False)
    complaints_act = forms.ChoiceField(
        label=gettext_lazy("By which act"),
        choices=(("ratification", gettext_lazy("ratification")), ("accession", gettext_lazy("accession"))),
        required=False,
    )
    complaints_on = _day(
        gettext_lazy("Deposited (or declared) on"), help_text=gettext_lazy("Empty: the same day as the treaty.")
    )
    complaints_source = source_field(
        required=False,
        label=gettext_lazy("Source of this act"),
        help_text=gettext_lazy("The page of the protocol or the declarations; empty: the source below."),
    )
    inquiry = forms.ChoiceField(
        choices=(
            NOTHING,
            (Status.ACCEPTED, gettext_lazy("accepted")),
            (Status.NOT_ACCEPTED, gettext_lazy("opted out")),
        ),
        required=False,
    )
    inquiry_on = _day(gettext_lazy("From"), help_text=gettext_lazy("Empty: the day of the act that it comes with."))

    def __init__(self, *args: Any, state: State, treaty: Treaty, **options: Any) -> None:
        super().__init__(*args, **options)
        self.state, self.treaty = state, treaty
        now = {row.instrument: row for row in treaties.rows_of(state, treaty)}
        self.fields["source"].initial = usual_source(treaty, Instrument.TREATY)
        has_inquiries = TreatyStatus.objects.filter(treaty=treaty, instrument=Instrument.INQUIRY).exists()
        self._ask_complaints(now.get(Instrument.INDIVIDUAL_COMMUNICATIONS))
        if not has_inquiries:
            del self.fields["inquiry"], self.fields["inquiry_on"]
            return
        self.fields["inquiry"].label = _("Inquiries (%(basis)s)") % {"basis": treaty.inquiry_basis}
        self.fields["inquiry"].help_text = treaty.inquiry_how

    def _ask_complaints(self, now: TreatyStatus | None) -> None:
        treaty = self.treaty
        if not treaty.has_complaints:
            for name in ("complaints", "complaints_act", "complaints_on", "complaints_source"):
                del self.fields[name]
            return
        self.fields["complaints"].label = _("Individual complaints (%(basis)s)") % {"basis": treaty.complaint_basis}
        self.fields["complaints_source"].initial = usual_source(treaty, Instrument.INDIVIDUAL_COMMUNICATIONS)
        if self.by_declaration:
            del self.fields["complaints_act"]

    @property
    def by_declaration(self) -> bool:
        """Whether complaints are accepted by a declaration, not by another treaty."""
        return "declaration" in self.treaty.complaint_how_accepted

    def clean(self) -> dict[str, Any]:
        """Called by Django last: something has happened, and every act has its day."""
        said = super().clean() or {}
        if not any(said.get(name) for name in FIELD_OF.values()):
            raise ValidationError(_("Say what the State did: the treaty itself, complaints or inquiries."))
        for name in FIELD_OF.values():
            if said.get(name) and not self._on(name):
                self.add_error(f"{name}_on", _("On which day?"))
        if (day := said.get("act_on")) and day > max(self.day, latest_day()):
            self.add_error("act_on", _("This day lies in the future."))
        self._compare_entry_into_force(said)
        return said

    def _compare_entry_into_force(self, said: dict[str, Any]) -> None:
        named, day = said.get("in_force_on"), said.get("act_on")
        if not named or not day or said.get("act") not in treaties.BINDING:
            return
        ours = treaties.in_force(self.treaty, Instrument.TREATY, day)
        if named != ours:
            words = sentences(
                (
                    _("From the treaty it follows that it binds from %(ours)s.") % {"ours": ours},
                    _("Is the day above the day of the deposit?"),
                    _("If the source still says otherwise, leave this empty and say so in the note."),
                )
            )
            self.add_error("in_force_on", words)

    def _on(self, name: str) -> datetime.date | None:
        """The day of an act: its own, or that of the act that it comes with."""
        said = self.cleaned_data
        earlier = {"act": (), "complaints": ("act",), "inquiry": ("complaints", "act")}[name]
        if self.treaty.inquiry_basis and not self.treaty.inquiry_basis.startswith("OP-"):
            earlier = tuple(reversed(earlier))
        days = (said.get(f"{one}_on") for one in (name, *(one for one in earlier if said.get(one))))
        return next((day for day in days if day), None)

    def acts(self) -> dict[str, Act]:
        """What was said, by instrument."""
        said, found = self.cleaned_data, {}
        if said.get("act"):
            status = Status.PARTY if said["act"] in treaties.BINDING else Status.SIGNATORY
            found[Instrument.TREATY.value] = Act(status, self._day_of("act"), said["act"])
        if said.get("complaints"):
            action = "declaration" if self.by_declaration else said["complaints_act"]
            own = said.get("complaints_source")
            found[Instrument.INDIVIDUAL_COMMUNICATIONS.value] = Act(
                said["complaints"], self._day_of("complaints"), action, own
            )
        if said.get("inquiry"):
            found[Instrument.INQUIRY.value] = Act(said["inquiry"], self._day_of("inquiry"))
        return found

    def _day_of(self, name: str) -> datetime.date:
        day = self._on(name)
        assert day is not None
        return day

    def rows(self) -> list[Named]:
        try:
            return treaties.acted(self.state, self.treaty, self.acts(), self.proof())
        except ValidationError as error:
            raise ValidationError(
                {FIELD_OF[Instrument(name)]: told for name, told in error.error_dict.items()}
            ) from None

    def sentences(self) -> list[str]:
        """From when each act binds, to be read before it is written."""
        found = []
        for instrument, act in self.acts().items():
            if act.status in (Status.PARTY, Status.ACCEPTED) and instrument != Instrument.INQUIRY:
                words = _("%(what)s: deposited on %(deposited)s, binds the State from %(binds)s.")
                day = treaties.in_force(self.treaty, instrument, act.on)
                found.append(words % {"what": Instrument(instrument).label, "deposited": act.on, "binds": day})
        return found
