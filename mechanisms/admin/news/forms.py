"""The forms of news: each says what happened in the world, and gives the rows that this writes."""

import datetime
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mechanisms.admin.boxes import date_field, mandate_box, source_field
from mechanisms.models import CouncilSession, DateStatus, Mandate, Source, Treaty, UprReview, UprSession
from mechanisms.models.dated import Zone
from mechanisms.models.fields import IS_HOUR
from mechanisms.models.named import Named
from mechanisms.news import holders, sessions, sources

from .proof import ProofForm

MODELS: dict[str, type[Any]] = {"upr": UprSession, "council": CouncilSession}


class NewsForm(ProofForm):
    """A form of news."""

    def rows(self) -> list[Named]:
        """The rows as they will be. Raises ``ValidationError``."""
        raise NotImplementedError


class MandateForm(forms.Form):
    """Which mandate."""

    mandate = forms.ModelChoiceField(Mandate.objects.filter(valid_to=None), label=_("Mandate"), widget=mandate_box())


class HolderForm(NewsForm):
    """Who follows, since when, and the last day of the one before."""

    name = forms.CharField(
        label=_("Name of the new holder"), max_length=120, widget=forms.TextInput(attrs={"class": "vTextField"})
    )
    since = date_field(_("Holds it from"), required=False)
    last_day = date_field(
        _("Last day of the one before"),
        required=False,
        help_text=_("Empty: the day before the new one begins."),
    )

    def __init__(self, *args: Any, mandate: Mandate, **options: Any) -> None:
        super().__init__(*args, **options)
        self.mandate = mandate
        if holders.present(mandate) is None:
            del self.fields["last_day"]

    def rows(self) -> list[Named]:
        said = self.cleaned_data
        return holders.followed(self.mandate, said["name"].strip(), said["since"], said.get("last_day"), self.proof())


def session_choices(found: Sequence[Any], names: Sequence[str] = ()) -> list[tuple[str, Any]]:
    """Sessions to choose from; with the names of fields, each of these dates of each session."""
    choices: list[tuple[str, Any]] = []
    for session in found:
        kind = "upr" if isinstance(session, UprSession) else "council"
        start = session.partial("start")
        label = f"{session} ({start})" if start else str(session)
        if not names:
            choices.append((f"{kind}/{session.number}", label))
            continue
        fields = sessions.ANNOUNCED[type(session)]
        choices.append(
            (label, [(f"{kind}/{session.number}/{name}", f"{session}: {_label(session, name)}") for name in fields])
        )
    return choices


def _label(session: Any, name: str) -> str:
    return str(session._meta.get_field(name).verbose_name)


class DeadlineForm(NewsForm):
    """Which date of which session, and how certain it is."""

    what = forms.ChoiceField(label=_("Which date"))
    date = date_field(_("Date"))
    last = date_field(
        _("Last day"), required=False, help_text=_("Only for the days of a session or of pre-sessions: their last day.")
    )
    hour = forms.CharField(
        label=_("Hour"),
        required=False,
        validators=[IS_HOUR],
        help_text=_("As HH:MM, only where the source gives an hour."),
        widget=forms.TextInput(attrs={"placeholder": "HH:MM", "size": 6}),
    )
    zone = forms.ChoiceField(label=_("Clock of"), required=False, choices=[("", "–"), *Zone.choices])
    status = forms.ChoiceField(
        label=_("How certain it is"),
        choices=[choice for choice in DateStatus.choices if choice[0] != DateStatus.UNKNOWN],
        help_text=_(
            "Confirmed if the UN says so, tentative if the UN itself calls it that. Never work a date out from a pattern."
        ),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        found = [*sessions.ahead(UprSession, self.day), *sessions.ahead(CouncilSession, self.day)]
        self.fields["what"].choices = [("", "–"), *session_choices(found, ("all",))]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Called by Django last: only days of sessions have a last one, and only deadlines an hour."""
        said = super().clean() or {}
        kind, _slash, rest = said.get("what", "").partition("/")
        if said.get("hour") and not sessions.has_hour(MODELS.get(kind), rest.rpartition("/")[2]):
            self.add_error("hour", _("This date is kept without an hour."))
        if said.get("last") and said.get("what", "").rpartition("/")[2] not in sessions.LAST_DAY:
            self.add_error("last", _("This date is a single day. Leave the last day empty."))
        return said

    def rows(self) -> list[Named]:
        said = self.cleaned_data
        kind, number, field = said["what"].split("/")
        session: Any = MODELS[kind]._default_manager.get(number=number)
        return sessions.announced(
            session, field, said["date"], said["status"], self.proof(), said["last"], (said["hour"], said["zone"])
        )


class SessionForm(forms.Form):
    """Which session is over."""

    session = forms.ChoiceField(label=_("Session"))

    def __init__(self, *args: Any, day: datetime.date, **options: Any) -> None:
        super().__init__(*args, **options)
        found = [*sessions.begun(UprSession, day), *sessions.begun(CouncilSession, day)]
        self.fields["session"].choices = session_choices(found)  # type: ignore[attr-defined]


class ClosingForm(NewsForm):
    """The days of a session that is over, and what follows from it."""

    first = date_field(_("First day"))
    last = date_field(_("Last day"))
    adoption = forms.IntegerField(
        label=_("Outcomes are adopted at Council session"),
        required=False,
        min_value=1,
        max_value=999,
        help_text=_("The number of the Council session; empty: as the table says."),
    )
    put_off = forms.ModelMultipleChoiceField(
        UprReview.objects.none(),
        label=_("Put off: outcomes that were not adopted"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("The others count as adopted."),
    )

    def __init__(self, *args: Any, session: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.session = session
        self.fields["first"].initial, self.fields["last"].initial = session.partial("start"), session.partial("end")
        if isinstance(session, UprSession):
            del self.fields["put_off"]
            self.fields["adoption"].initial = session.adoption_council_session
            return
        del self.fields["adoption"]
        due = sessions.due_for_adoption(session)
        field: Any = self.fields["put_off"]
        field.queryset = UprReview.objects.filter(pk__in=[row.pk for row in due]).select_related("state")
        if not due:
            del self.fields["put_off"]
            return
        field.initial = [row.pk for row in due if row.adoption_status]
        field.label_from_instance = lambda row: str(row.state)

    def rows(self) -> list[Named]:
        said = self.cleaned_data
        put_off = list(said.get("put_off") or ())
        return sessions.closed(self.session, said["first"], said["last"], self.proof(), said.get("adoption"), put_off)


class TreatyForm(forms.Form):
    """Which State, and which treaty; a protocol on complaints goes with its treaty."""

    treaty = forms.ModelChoiceField(
        Treaty.objects.order_by("-core", "abbreviation"),
        label=_("Treaty"),
        help_text=_("For a protocol or a declaration on complaints choose the treaty that it belongs to."),
    )


class MovedForm(forms.Form):
    """A source and its new address."""

    source = source_field()
    address = forms.URLField(
        label=_("New address"),
        max_length=600,
        assume_scheme="https",
        widget=forms.URLInput(attrs={"class": "vURLField"}),
    )

    def __init__(self, *args: Any, day: datetime.date, **options: Any) -> None:
        super().__init__(*args, **options)

    def rows(self) -> list[Named]:
        """The row as it will be."""
        source: Source = self.cleaned_data["source"]
        return sources.moved(source, self.cleaned_data["address"])
