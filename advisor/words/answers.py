"""The answers to closed questions in plain words."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise, StrPromise


class AnswerText(NamedTuple):
    """The words of one answer; the hint may be empty."""

    label: "StrPromise"
    hint: "StrOrPromise" = ""


UNKNOWN_LABEL = _("I do not know")

ANSWERS: Mapping[tuple[str, str], AnswerText] = {
    ("regions", "african"): AnswerText(_("Africa")),
    ("regions", "asia-pacific"): AnswerText(_("Asia and the Pacific")),
    ("regions", "eastern-europe"): AnswerText(_("Eastern Europe")),
    ("regions", "latin-america-caribbean"): AnswerText(_("Latin America and the Caribbean")),
    ("regions", "weog"): AnswerText(
        _("Western Europe and other States"), _("The “others” include, for example, Canada and Australia.")
    ),
    ("information", "themes-many-countries"): AnswerText(
        _("One or more themes, in several countries"), _("For example: attacks on journalists in a region.")
    ),
    ("information", "themes-one-country"): AnswerText(
        _("One or more themes, in one country"), _("For example: housing rights in one State.")
    ),
    ("information", "country-overview"): AnswerText(
        _("Many topics, in one country"), _("An overview of the human rights situation there.")
    ),
    ("information", "individual-cases"): AnswerText(
        _("Cases of certain people or groups"), _("What happened to whom, when and where.")
    ),
    ("scale", "single-case"): AnswerText(_("One case"), _("One person, or one group in one event.")),
    ("scale", "several-cases"): AnswerText(_("Several cases"), _("More than one, but no clear pattern so far.")),
    ("scale", "consistent-pattern"): AnswerText(
        _("A consistent pattern of serious violations"), _("Many similar cases over time, well documented.")
    ),
    ("scale", "law-or-policy"): AnswerText(
        _("A law or policy"), _("A law, bill or practice that breaks human rights, with or without a case so far.")
    ),
    ("evidence", "direct"): AnswerText(
        _("At first hand"), _("You are affected, saw it, or spoke with victims or witnesses.")
    ),
    ("evidence", "secondary"): AnswerText(
        _("From others we trust"), _("For example well-founded reports by partners.")
    ),
    ("evidence", "media-only"): AnswerText(
        _("From the media only"), _("Newspapers, broadcasts or posts on the internet.")
    ),
    ("urgency", "imminent"): AnswerText(
        _("Yes, serious harm may happen in the next days or weeks"),
        _("Or it is happening now, and someone can still be protected."),
    ),
    ("urgency", "ongoing"): AnswerText(
        _("The violation goes on, but no new serious harm is expected soon"), _("For example a long detention.")
    ),
    ("urgency", "past"): AnswerText(_("No, it is in the past")),
    ("consent", "victim"): AnswerText(_("We are the people affected")),
    ("consent", "given"): AnswerText(
        _("Yes, they or their family agreed"), _("A family member or lawyer can agree if they cannot.")
    ),
    ("consent", "not-given"): AnswerText(_("No, or we cannot ask them")),
    ("identification", "open"): AnswerText(_("Everyone may know")),
    ("identification", "names-withheld"): AnswerText(
        _("The UN may know, but not the State or the public"),
        _("You ask the UN to keep names secret. Not every route can do that."),
    ),
    ("identification", "anonymous"): AnswerText(_("Nobody, not even the UN")),
    ("remedies", "not-started"): AnswerText(_("Nothing has been started")),
    ("remedies", "under-way"): AnswerText(_("A case or appeal is still going on")),
    ("remedies", "exhausted"): AnswerText(
        _("Everything was tried, up to the last decision"), _("This is called “exhausted”.")
    ),
    ("remedies", "ineffective"): AnswerText(
        _("Remedies do not work here"),
        _(
            "They do not exist, cannot be reached, have no hope of success, or take far too long. You would have to show this."
        ),
    ),
    ("elsewhere", "no"): AnswerText(_("No")),
    ("elsewhere", "yes"): AnswerText(_("Yes, it is or was before another body")),
    ("reprisals", "none"): AnswerText(_("No")),
    ("reprisals", "feared"): AnswerText(_("Not so far, but they are feared")),
    ("reprisals", "suffered"): AnswerText(_("Yes, someone has suffered them")),
    ("outcomes", "protection"): AnswerText(_("Protect someone"), _("Stop or prevent harm to people.")),
    ("outcomes", "mediation"): AnswerText(
        _("Talks with the government"), _("Someone from the UN takes it up with the authorities, in private.")
    ),
    ("outcomes", "public-attention"): AnswerText(
        _("Public attention"), _("A press release, a debate, a name for the problem.")
    ),
    ("outcomes", "country-visit"): AnswerText(_("A visit by a UN expert"), _("The State has to invite or agree.")),
    ("outcomes", "recommendations"): AnswerText(_("UN recommendations to use at home")),
    ("outcomes", "state-commitment"): AnswerText(
        _("A public commitment by the State"), _("A promise you can hold it to.")
    ),
    ("outcomes", "legal-finding"): AnswerText(
        _("A legal finding"), _("A body says whether the State broke its duties in a case.")
    ),
    ("outcomes", "law-change"): AnswerText(_("A change of law or policy")),
    ("outcomes", "council-action"): AnswerText(
        _("Action by the Human Rights Council"), _("A resolution, an inquiry, or a new mandate.")
    ),
    ("outcomes", "expert-report"): AnswerText(_("Our information in a UN expert’s report")),
    ("effort", "days"): AnswerText(_("A few days")),
    ("effort", "weeks"): AnswerText(_("Some weeks")),
    ("effort", "months"): AnswerText(_("Months")),
    ("ecosoc", "none"): AnswerText(_("No")),
    ("ecosoc", "applied"): AnswerText(
        _("We have applied"), _("A committee of States decides. It often takes two years or more.")
    ),
    ("ecosoc", "roster"): AnswerText(_("Yes: roster status")),
    ("ecosoc", "special"): AnswerText(_("Yes: special status"), _("The most usual kind.")),
    ("ecosoc", "general"): AnswerText(_("Yes: general status")),
    ("sponsor", "yes"): AnswerText(_("Yes")),
    ("sponsor", "no"): AnswerText(_("No, or not yet")),
    ("geneva", "present"): AnswerText(_("We have people there")),
    ("geneva", "travel"): AnswerText(_("We can travel there for the right moment")),
    ("geneva", "remote"): AnswerText(_("No, only from afar")),
    ("coalition", "yes"): AnswerText(pgettext_lazy("ready to work with others", "Yes")),
    ("coalition", "no"): AnswerText(pgettext_lazy("ready to work with others", "No, we work alone")),
}
