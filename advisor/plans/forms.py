"""The forms of a plan, of the log and of the question what came of it."""

import datetime
from collections.abc import Collection, Iterable
from typing import Any, ClassVar

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from accounts import typed
from accounts.models import User
from advisor import clock, identifying
from advisor.saved import access
from advisor.saved.models import SavedAdvice
from advisor.words import labels, names
from mechanisms.words import dashed, sentences
from rules.facts.edition import Edition
from rules.result import Advice
from rules.scenario import EARLIEST, LATEST
from rules.vocabulary import RouteSlug

from . import actions
from .letters import Body
from .models import Answer, Correspondence, Direction, Task
from .pages import Line

TITLE_LENGTH = 200
NOTE_LENGTH = 5_000
LETTER_LENGTH = 20_000

NO_NAMES = gettext_lazy("It lies sealed in the database. Even so: no names of people, no telephone numbers.")


class PersonField(forms.ModelChoiceField):  # type: ignore[type-arg]  # not generic at run time
    """Somebody who can read the advice, by what their organisations call them."""

    def label_from_instance(self, obj: Any) -> str:
        """Called for each person."""
        return str(obj.label)


def _day(label: Any, hint: Any = "", *, required: bool = False) -> forms.DateField:
    return forms.DateField(
        label=label,
        help_text=hint,
        required=required,
        input_formats=["%Y-%m-%d"],
        validators=[MinValueValidator(EARLIEST), MaxValueValidator(LATEST)],
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "autocomplete": "off"}),
        error_messages={"invalid": gettext_lazy("Write the day as year-month-day, for example 2027-01-31.")},
    )


def _words(label: Any, length: int, rows: int, hint: Any) -> typed.Lines:
    widget = forms.Textarea(attrs={"rows": rows, "autocomplete": "off", "data-free": True})
    return typed.Lines(label=label, required=False, max_length=length, help_text=hint, widget=widget)


class FreeForm(forms.Form):
    """A form with free text, in which something may be pointed out before it is kept."""

    free: ClassVar[tuple[str, ...]] = ()
    """The fields with free text."""

    asked: tuple[identifying.Pointed, ...] = ()
    """What is asked about instead of keeping it."""

    def accepts(self, known: Collection[str]) -> bool:
        """Whether what was sent may be kept now: it is in order, and nothing new looks as if it named a person, or that was seen before.

        In: names that may stand in a text.
        """
        if not self.is_valid():
            return False
        places = [
            identifying.Place(
                self[name].label, self[name].auto_id, self.cleaned_data.get(name, ""), self.initial.get(name) or ""
            )
            for name in self.free
            if name in self.fields
        ]
        self.asked = identifying.pointed(places, known, self.data.get(identifying.SEEN, ""))
        return not self.asked

    @property
    def status(self) -> int:
        """The answer's status where the form is shown again."""
        return 422 if self.errors or self.asked else 200


class RoutesForm(forms.Form):
    """Which routes a plan takes in."""

    routes = forms.MultipleChoiceField(
        label=gettext_lazy("Which ways do you want to go?"),
        help_text=gettext_lazy("Their steps become tasks. You can choose anew at any time."),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Choose at least one.")},
    )

    def __init__(self, *args: Any, advice: Advice, chosen: Iterable[str] | None, **kwargs: Any) -> None:
        kwargs["initial"] = {"routes": list(actions.suggested(advice) if chosen is None else chosen)}
        super().__init__(*args, **kwargs)
        counts = {route.route: len(route.actions) for route in advice.routes}
        routes: Any = self.fields["routes"]
        routes.choices = [
            (
                slug.value,
                _("%(route)s (%(steps)s)")
                % {
                    "route": labels.ROUTES[slug],
                    "steps": ngettext("%(number)d step", "%(number)d steps", counts[slug]) % {"number": counts[slug]},
                },
            )
            for slug in actions.offered(advice)
        ]


class DaysForm(forms.Form):
    """The days of a plan before it is made, and who does its tasks."""

    owner = PersonField(
        label=gettext_lazy("Who does these tasks?"), queryset=User.objects.none(), required=False,
        empty_label=gettext_lazy("Nobody yet"), help_text=gettext_lazy("You can give each task to somebody else later."),
    )  # fmt: skip

    def __init__(self, *args: Any, saved: SavedAdvice, lines: Iterable[Line], by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people: Any = self.fields["owner"]
        people.queryset = User.objects.filter(pk__in=[user.pk for user in access.concerned(saved)])
        people.initial = by.pk
        if saved.owner_id is not None:
            del self.fields["owner"]
        self.lines = {f"due-{line.task.key}": line for line in lines}
        for name, line in self.lines.items():
            due = line.task.due_on
            self.fields[name] = _day(dashed((line.title, line.about)), _due_hint(line))
            self.fields[name].initial = due.first if due and due.precision == "day" else None

    @property
    def owner_given(self) -> User | None:
        """Whose the new tasks are."""
        found: User | None = self.cleaned_data.get("owner")
        return found

    @property
    def days(self) -> dict[str, datetime.date | None]:
        """The days by the keys of the tasks. Left empty, what we propose only as a month stays a month."""
        return {
            line.task.key: self.cleaned_data[name]
            for name, line in self.lines.items()
            if self.cleaned_data[name] is not None or self.fields[name].initial is not None
        }


def _due_hint(line: Line) -> str:
    """The day proposed where it is no day, and the deadline that it comes from."""
    due = line.task.due_on
    month = _("We propose %(month)s.") % {"month": names.day(due)} if due and due.precision != "day" else ""
    deadline = _("Deadline: %(day)s.") % {"day": line.deadline.words} if line.deadline else ""
    return sentences((month, deadline))


class TaskForm(FreeForm):
    """A task: its title where it is somebody's own, whose it is, when it is due, a note."""

    free = ("title", "note")

    title = typed.Line(
        label=gettext_lazy("What is to be done?"),
        max_length=TITLE_LENGTH,
        help_text=NO_NAMES,
        widget=forms.TextInput(attrs={"autocomplete": "off", "data-free": True}),
    )
    owner = PersonField(
        label=gettext_lazy("Who does it?"), queryset=User.objects.none(), required=False,
        empty_label=gettext_lazy("Nobody yet"),
    )  # fmt: skip
    due = _day(gettext_lazy("By when?"))
    note = _words(gettext_lazy("Note"), NOTE_LENGTH, 4, NO_NAMES)

    def __init__(self, *args: Any, saved: SavedAdvice, task: Task | None = None, **kwargs: Any) -> None:
        kwargs["initial"] = _task_initial(task) if task else {}
        super().__init__(*args, **kwargs)
        people: Any = self.fields["owner"]
        people.queryset = User.objects.filter(pk__in=[user.pk for user in access.concerned(saved)])
        if saved.owner_id is not None:
            del self.fields["owner"]
        if task is not None and not task.is_own:
            del self.fields["title"]
            hint = _("Leave it empty to take the day that we propose.") if task.deadline else ""
            if task.is_proposed:
                hint = _("We propose %(day)s. Another day here stays as you set it.") % {"day": _due_words(task)}
            self.fields["due"].help_text = hint

    @property
    def given(self) -> dict[str, Any]:
        """What was given, by the names of `plans.add_task` and `plans.change_task`."""
        data = self.cleaned_data
        return {"title": data.get("title", ""), "owner": data.get("owner"), "due": data["due"], "note": data["note"]}


def _task_initial(task: Task) -> dict[str, Any]:
    due = task.due_on
    day = due.first if due and due.precision == "day" else None
    return {"title": task.title, "owner": task.owner_id, "due": day, "note": task.note}


def _due_words(task: Task) -> str:
    due = task.due_on
    return names.day(due) if due else ""


class LetterForm(FreeForm):
    """A letter: which way, when, to or from whom, what it says, and when an answer is expected."""

    free = ("text",)

    direction = forms.ChoiceField(
        label=gettext_lazy("Which way did it go?"),
        widget=forms.RadioSelect,
        choices=[
            (Direction.SENT, gettext_lazy("We sent it")),
            (Direction.RECEIVED, gettext_lazy("It came back from the UN or the State")),
        ],
    )
    day = _day(gettext_lazy("On which day?"), required=True)
    route = forms.ChoiceField(
        label=gettext_lazy("On which way?"),
        widget=forms.RadioSelect,
        choices=[(slug.value, label) for slug, label in labels.ROUTES.items()],
    )
    mandates = forms.MultipleChoiceField(
        label=gettext_lazy("Which experts?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    treaty = forms.ChoiceField(label=gettext_lazy("Which committee?"), required=False)
    countries = forms.MultipleChoiceField(
        label=gettext_lazy("About which States?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    text = _words(gettext_lazy("What does it say, in short?"), LETTER_LENGTH, 5, NO_NAMES)
    reply_by = _day(gettext_lazy("When do you expect an answer?"))
    answers = forms.ModelChoiceField(
        label=gettext_lazy("Does it answer one of yours?"), queryset=Correspondence.objects.none(), required=False,
        empty_label=gettext_lazy("No, or not clear"),
    )  # fmt: skip

    def __init__(
        self, *args: Any, saved: SavedAdvice, choices: dict[str, list[tuple[str, str]]], sent: list[tuple[int, str]],
        reply_hint: str, today: datetime.date, **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self.today = today
        fields: Any = self.fields
        for name, found in choices.items():
            fields[name].choices = found
            if not found:
                del fields[name]
        if "treaty" in fields:
            fields["treaty"].choices = [("", _("None")), *choices["treaty"]]
        fields["reply_by"].help_text = reply_hint
        fields["answers"].queryset = saved.letters.filter(pk__in=[key for key, _label in sent])
        said = dict(sent)
        fields["answers"].label_from_instance = lambda letter: said[letter.pk]
        if not sent:
            del fields["answers"]

    def clean_day(self) -> datetime.date:
        """No letter is of tomorrow."""
        day: datetime.date = self.cleaned_data["day"]
        if day > max(self.today, clock.latest_day()):
            raise forms.ValidationError(_("This day lies in the future."))
        return day

    @property
    def given(self) -> dict[str, Any]:
        """What was given, by the names of `letters.log` and `letters.change_letter`."""
        data = self.cleaned_data
        body = Body(
            route=RouteSlug(data["route"]),
            mandates=tuple(data.get("mandates", ())),
            treaty=data.get("treaty", ""),
            countries=tuple(data.get("countries", ())),
        )
        direction = data["direction"]
        sent = direction == Direction.SENT
        return {
            "direction": direction,
            "day": data["day"],
            "body": body,
            "text": data["text"],
            "reply_by": data["reply_by"] if sent else None,
            "answers": None if sent else data.get("answers"),
        }


def letter_choices(
    advice: Advice, bodies: Iterable[dict[str, Any]], edition: Edition
) -> dict[str, list[tuple[str, str]]]:
    """Which experts, committees and States may be named: those of the advice, and those that the plan or the log names already."""
    there = list(bodies)
    known = {mandate.slug: mandate.short_name for mandate in edition.mandates}
    mandates = [slug for route in advice.routes for slug in route.mandates]
    mandates += [slug for body in there for slug in body["mandates"]]
    treaties = [pair.treaty for route in advice.routes for pair in route.treaties]
    treaties += [body["treaty"] for body in there if body["treaty"]]
    states = [*(advice.given.countries or ()), *(code for body in there for code in body["countries"])]
    return {
        "mandates": [(slug, known.get(slug, slug)) for slug in dict.fromkeys(mandates)],
        "treaty": [
            (slug, edition.treaties[slug].committee if slug in edition.treaties else slug)
            for slug in dict.fromkeys(treaties)
        ],
        "countries": [
            (code, edition.states[code].name if code in edition.states else code) for code in dict.fromkeys(states)
        ],
    }


class OutcomeForm(FreeForm):
    """What came of a route."""

    free = ("text",)

    answer = forms.ChoiceField(label=gettext_lazy("What came of it?"), widget=forms.RadioSelect, choices=Answer.choices)
    text = _words(gettext_lazy("In your words (optional)"), NOTE_LENGTH, 5, NO_NAMES)


class OwnerForm(forms.Form):
    """Whose tasks a board shows."""

    EVERYBODY, NOBODY = "", "nobody"

    owner = forms.ChoiceField(label=gettext_lazy("Whose tasks?"), required=False)

    def __init__(self, *args: Any, people: Iterable[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        owner: Any = self.fields["owner"]
        owner.choices = [
            (self.EVERYBODY, _("Everybody’s")),
            (self.NOBODY, _("Nobody’s yet")),
            *((str(user.pk), user.label) for user in people),
        ]

    def chosen(self) -> str:
        """What was chosen; everybody's where the choice is none of these."""
        return self.cleaned_data["owner"] if self.is_valid() else self.EVERYBODY

    def shows(self, task: Task) -> bool:
        """Whether a task is to be shown."""
        chosen = self.chosen()
        if chosen == self.NOBODY:
            return task.owner_id is None
        return chosen == self.EVERYBODY or str(task.owner_id) == chosen
