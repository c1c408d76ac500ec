"""The form of a page, built from the questions that it asks."""

import datetime
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from advisor import entry
from advisor.words import texts
from advisor.words.labels import (
    ANSWERS,
    ANSWERS_OF_THE_CALM,
    EMPTY_LABELS,
    QUESTIONS,
    UNKNOWN_LABEL,
    URGENCY_OF_THE_CALM,
    WITHOUT_STATUS,
)
from mechanisms.names.states import names_of
from mechanisms.names.themes import theme_names
from rules.facts.edition import Edition
from rules.questions import BY_SLUG, Question
from rules.vocabulary import Ecosoc, Region, Urgency, YesNo

from .fields import NONE, TODAY, ChoiceField, DayField, FinderField, ListField, Option, OptionalField
from .walk import UNKNOWN

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise, StrPromise

DO_NOT_KNOW = Option(UNKNOWN, UNKNOWN_LABEL)
# Days that cannot lie ahead: what is complained of has happened, a last decision has been taken.
PAST = frozenset({"began_on", "happened_on", "final_decision_on", "elsewhere_ended_on"})
TODAY_LABELS: Mapping[str, "StrPromise"] = {"ready_on": _("It is ready now")}
# A list that says itself what is none of it; one that may be left empty and never counts needs no "I do not know" either.
WITHOUT_NONE = frozenset({"people", "danger"})
OPTIONAL = frozenset({"considered"})
OTHER_GROUP = _("Other States")
WITH_SPONSOR = "none-with-sponsor"
"""No status, but a sponsor: two answers of the contract in one tick."""


TOO_MANY: Mapping[str, "StrPromise"] = {
    "countries": ngettext_lazy(
        "Choose %(most)s State at most: one advice takes no more. Ask again for the others.",
        "Choose %(most)s States at most: one advice takes no more. Ask again for the others.",
        "most",
    ),
    "themes": ngettext_lazy(
        "Choose %(most)s theme at most: one advice takes no more. Ask again for the others.",
        "Choose %(most)s themes at most: one advice takes no more. Ask again for the others.",
        "most",
    ),
}


class QuestionsForm(forms.Form):
    """What the forms of all pages share."""

    @property
    def is_alone(self) -> bool:
        """Whether there is one question only: then it is the heading of the page."""
        return len(self.fields) == 1

    @property
    def only_label(self) -> "StrOrPromise":
        """The one question; empty where there are several."""
        return (next(iter(self.fields.values())).label or "") if self.is_alone else ""


class PageForm(QuestionsForm):
    """The questions of one page, with the answers given before, or as ``typed`` while someone is still searching.

    Answers may hold values that the edition no longer knows; those are shown as not chosen. ``calm`` says that nobody is in danger now,
    which is then not asked again. ``coarse`` are the months and years given instead of days.
    """

    def __init__(
        self,
        questions: Sequence[str],
        edition: Edition,
        today: datetime.date,
        *,
        answers: Mapping[str, Any],
        latest: datetime.date | None = None,
        calm: bool = False,
        coarse: Mapping[str, str] | None = None,
        typed: Mapping[str, Any] | None = None,
        finds: Mapping[str, str] | None = None,
        data: Any = None,
    ) -> None:
        super().__init__(data)
        self.answers, self.calm = answers, calm
        for slug in questions:
            field = _field(BY_SLUG[slug], edition, today, latest or today)
            words = QUESTIONS[slug]
            if calm and slug == "urgency":
                words = URGENCY_OF_THE_CALM
                field.options = [
                    option._replace(label=ANSWERS_OF_THE_CALM.get(option.value, option.label))
                    for option in field.options
                    if option.value != Urgency.IMMINENT
                ]
            field.label, field.help_text, field.why = words.label, words.hint, words.why
            if isinstance(field, FinderField):
                field.query = (finds or {}).get(slug, "")
            self.fields[slug] = field
            self.initial[slug] = typed[slug] if typed else field.shown((coarse or {}).get(slug) or self._given(slug))

    def _given(self, slug: str) -> Any:
        given = self.answers.get(slug)
        if slug == "ecosoc" and given == Ecosoc.NONE and self.answers.get("sponsor") == YesNo.YES:
            return WITH_SPONSOR
        return given

    def clean(self) -> dict[str, Any]:
        """Whoever has no status says in the same answer whether a partner would bring them in."""
        cleaned = dict(self.cleaned_data)
        if cleaned.get("ecosoc") in (Ecosoc.NONE, WITH_SPONSOR):
            sponsor = YesNo.YES if cleaned["ecosoc"] == WITH_SPONSOR else YesNo.NO
            cleaned |= {"ecosoc": Ecosoc.NONE.value, "sponsor": sponsor.value}
        return cleaned

    @property
    def coarse(self) -> dict[str, str]:
        """The months and years given instead of days, by question; after the form was checked."""
        dates = {slug: field for slug, field in self.fields.items() if isinstance(field, DayField)}
        return {slug: field.coarse for slug, field in dates.items() if field.coarse}

    def typed(self) -> dict[str, Any]:
        """What stands in the page, unchecked, to draw it again as it is."""
        return {
            slug: field.widget.value_from_datadict(self.data, self.files, slug) for slug, field in self.fields.items()
        }

    def clean_countries(self) -> Any:
        """So many at most, or the advice would come late and say too little of each."""
        return self._few_enough("countries")

    def clean_themes(self) -> Any:
        """The same for themes."""
        return self._few_enough("themes")

    def _few_enough(self, slug: str) -> Any:
        answer, most = self.cleaned_data[slug], entry.MOST[slug]
        if isinstance(answer, list) and len(answer) > most:
            raise forms.ValidationError(str(TOO_MANY[slug] % {"most": most}))
        return answer


def _field(question: Question, edition: Edition, today: datetime.date, latest: datetime.date) -> Any:
    slug = question.slug
    if question.kind == "countries":
        groups = [*(ANSWERS["regions", group].label for group in Region), OTHER_GROUP]
        return FinderField(_states(edition), _alone(slug), _("Find a State"), groups, "advisor:names")
    if question.kind == "themes":
        return FinderField(_themes(edition), _alone(slug), _("Find a theme"))
    if question.kind == "date":
        today_box = [Option(TODAY, TODAY_LABELS[slug])] if slug in TODAY_LABELS else []
        return DayField([*today_box, DO_NOT_KNOW], today, latest, past=slug in PAST)
    options = [Option(value, *ANSWERS[slug, value]) for value in question.allowed]
    if slug == "ecosoc":
        options[:1] = [Option(Ecosoc.NONE, WITHOUT_STATUS["no"]), Option(WITH_SPONSOR, WITHOUT_STATUS["yes"])]
    if slug in OPTIONAL:
        return OptionalField(options, _alone(slug))
    if question.kind == "choices":
        return ListField(options, _alone(slug))
    return ChoiceField([*options, DO_NOT_KNOW])


def _alone(slug: str) -> list[Option]:
    if slug in OPTIONAL:
        return []
    return [DO_NOT_KNOW] if slug in WITHOUT_NONE else [Option(NONE, EMPTY_LABELS[slug]), DO_NOT_KNOW]


def _states(edition: Edition) -> list[Option]:
    def group(region: Region | None) -> "StrPromise":
        return ANSWERS["regions", region].label if region else OTHER_GROUP

    return [
        Option(code, state.name, called=names_of(code, state.name), group=group(state.regional_group))
        for code, state in edition.states.items()
    ]


def _themes(edition: Edition) -> list[Option]:
    said = texts.of(edition).themes

    return [
        Option(slug, theme.label, said[slug].description, theme_names(slug, theme.label, said[slug].description))
        for slug, theme in edition.themes.items()
    ]
