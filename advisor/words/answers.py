"""The answers to closed questions in plain words."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from rules.vocabulary import RouteSlug

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise, StrPromise


class AnswerText(NamedTuple):
    """The words of one answer; the hint may be empty."""

    label: "StrPromise"
    hint: "StrOrPromise" = ""


UNKNOWN_LABEL = _("I do not know")

ROUTES: Mapping[RouteSlug, "StrPromise"] = {
    RouteSlug.SPECIAL_PROCEDURES: _("UN experts (special procedures)"),
    RouteSlug.UPR: _("Universal Periodic Review (UPR)"),
    RouteSlug.COUNCIL_SESSIONS: _("Human Rights Council sessions"),
    RouteSlug.TREATY_BODY_REVIEW: _("Treaty body review of a State"),
    RouteSlug.TREATY_BODY_COMPLAINT: _("Complaint to a treaty body"),
    RouteSlug.COMPLAINT_PROCEDURE: _("Complaint Procedure of the Council"),
}

ANSWERS: Mapping[tuple[str, str], AnswerText] = {
    ("regions", "african"): AnswerText(_("Africa")),
    ("regions", "asia-pacific"): AnswerText(_("Asia and the Pacific")),
    ("regions", "eastern-europe"): AnswerText(_("Eastern Europe")),
    ("regions", "latin-america-caribbean"): AnswerText(_("Latin America and the Caribbean")),
    ("regions", "weog"): AnswerText(
        _("Western Europe and other States"), _("The “others” include, for example, Canada and Australia.")
    ),
    **{("considered", route.value): AnswerText(name) for route, name in ROUTES.items()},
    ("information", "themes-many-countries"): AnswerText(_("One or more themes, in several countries")),
    ("information", "themes-one-country"): AnswerText(_("One or more themes, in one country")),
    ("information", "country-overview"): AnswerText(_("Many topics, in one country")),
    ("information", "individual-cases"): AnswerText(_("Cases of certain people or groups")),
    ("scale", "single-case"): AnswerText(_("One case"), _("One person, or one group in one event.")),
    ("scale", "several-cases"): AnswerText(_("Several cases"), _("No clear pattern so far.")),
    ("scale", "consistent-pattern"): AnswerText(_("A consistent pattern of serious violations")),
    ("scale", "law-or-policy"): AnswerText(_("A law or policy"), _("Or a bill, or a practice of the authorities.")),
    ("evidence", "direct"): AnswerText(_("At first hand"), _("We saw it, or spoke with victims or witnesses.")),
    ("evidence", "secondary"): AnswerText(_("From others we trust"), _("For example reports by partners.")),
    ("evidence", "media-only"): AnswerText(_("From the media only")),
    ("people", "women"): AnswerText(_("Women or girls")),
    ("people", "children"): AnswerText(_("Someone under 18 when it happened")),
    ("people", "persons-with-disabilities"): AnswerText(
        _("A person with a disability"), _("Also a mental, intellectual or long-term illness.")
    ),
    ("people", "race-or-origin"): AnswerText(
        _("Someone targeted because of race, colour or origin"),
        _("National or ethnic origin, descent and caste count."),
    ),
    ("people", "migrant-workers"): AnswerText(_("Migrant workers or their families")),
    ("people", "none-of-these"): AnswerText(_("Someone else, none of these")),
    ("continues", "yes"): AnswerText(_("Yes, it still goes on")),
    ("continues", "effects"): AnswerText(_("It is over, but the harm stays")),
    ("continues", "no"): AnswerText(_("No, it is over")),
    ("urgency", "imminent"): AnswerText(
        _("Yes, serious harm may happen in the next days or weeks"),
        _("Or it happens now, and someone can still be protected."),
    ),
    ("urgency", "ongoing"): AnswerText(
        _("It goes on, but no new serious harm is expected soon"), _("For example a long detention.")
    ),
    ("urgency", "past"): AnswerText(_("No, it is in the past")),
    ("danger", "removal"): AnswerText(_("Expulsion, return or extradition to another country")),
    ("danger", "execution"): AnswerText(_("An execution")),
    ("danger", "detention"): AnswerText(_("Torture, or detention where nobody can reach them")),
    ("danger", "disappearance"): AnswerText(_("Someone was taken and cannot be found")),
    ("danger", "eviction"): AnswerText(_("A forced eviction")),
    ("danger", "violence"): AnswerText(_("A killing or an attack")),
    ("danger", "denied-care"): AnswerText(_("Medical care is refused")),
    ("danger", "other"): AnswerText(pgettext_lazy("danger", "Something else")),
    ("consent", "victim"): AnswerText(_("We are the people affected")),
    ("consent", "given"): AnswerText(_("Yes, they agreed")),
    ("consent", "not-given"): AnswerText(_("No, they said no")),
    ("consent", "not-asked"): AnswerText(_("We have not asked them yet")),
    ("consent", "cannot-ask"): AnswerText(
        _("We cannot ask them"), _("They are held out of reach, missing, dead, or not able to answer.")
    ),
    ("identification", "open"): AnswerText(_("Everyone may know")),
    ("identification", "names-withheld"): AnswerText(
        _("The UN may know, but not the State or the public"), _("Not every route can keep names secret.")
    ),
    ("identification", "anonymous"): AnswerText(_("Nobody, not even the UN")),
    ("our_name", "open"): AnswerText(pgettext_lazy("our organisation's name", "Everyone may know")),
    ("our_name", "un-only"): AnswerText(_("Only the UN may know")),
    ("remedies", "not-started"): AnswerText(_("Nothing has been started")),
    ("remedies", "under-way"): AnswerText(_("A case or appeal is still going on")),
    ("remedies", "exhausted"): AnswerText(_("Everything was tried, up to the last decision")),
    ("remedies", "ineffective"): AnswerText(
        _("The courts cannot help here"),
        _(
            "No court can decide it, the highest always refuses, it takes far too long, or nobody dares or can pay. "
            "Doubt alone is not enough."
        ),
    ),
    ("remedy_stops_it", "yes"): AnswerText(
        pgettext_lazy("the authorities must wait for the court", "Yes, they must wait")
    ),
    ("remedy_stops_it", "no"): AnswerText(
        pgettext_lazy("the authorities must wait for the court", "No, they can act before")
    ),
    ("elsewhere", "no"): AnswerText(pgettext_lazy("another body had the case", "No")),
    ("elsewhere", "pending"): AnswerText(_("Yes, it is being examined now")),
    ("elsewhere", "examined"): AnswerText(_("Yes, and it decided whether rights were broken")),
    ("elsewhere", "not-examined"): AnswerText(
        _("Yes, but it did not take the case"), _("Or it gave one line without reasons, or we withdrew.")
    ),
    ("elsewhere", "un-expert-letter"): AnswerText(_("Only a letter went to a UN expert")),
    ("elsewhere", "wgad"): AnswerText(_("It went to the UN Working Group on Arbitrary Detention")),
    ("elsewhere", "unclear"): AnswerText(_("Yes, but we cannot say which of these")),
    ("reprisals", "none"): AnswerText(pgettext_lazy("reprisals", "No")),
    ("reprisals", "feared"): AnswerText(_("Not so far, but we fear them")),
    ("reprisals", "suffered"): AnswerText(_("Yes, someone has suffered them")),
    ("outcomes", "protection"): AnswerText(_("Protect someone")),
    ("outcomes", "mediation"): AnswerText(_("Talks with the government"), _("The UN takes it up in private.")),
    ("outcomes", "public-attention"): AnswerText(_("Public attention")),
    ("outcomes", "country-visit"): AnswerText(_("A visit by a UN expert"), _("The State has to agree.")),
    ("outcomes", "recommendations"): AnswerText(_("UN recommendations to use at home")),
    ("outcomes", "state-commitment"): AnswerText(_("A public commitment by the State")),
    ("outcomes", "legal-finding"): AnswerText(_("A legal finding that the State broke its duties")),
    ("outcomes", "law-change"): AnswerText(_("A change of law or policy")),
    ("outcomes", "council-action"): AnswerText(
        _("Action by the Human Rights Council"), _("For example a resolution or an inquiry.")
    ),
    ("outcomes", "expert-report"): AnswerText(_("Our information in a UN expert’s report")),
    ("outcomes", "accountability"): AnswerText(_("Evidence kept for a later prosecution")),
    ("effort", "days"): AnswerText(_("A few days")),
    ("effort", "weeks"): AnswerText(_("Some weeks")),
    ("effort", "months"): AnswerText(_("Months")),
    ("ecosoc", "none"): AnswerText(pgettext_lazy("consultative status", "No")),
    ("ecosoc", "applied"): AnswerText(_("We have applied")),
    ("ecosoc", "roster"): AnswerText(_("Yes: roster status")),
    ("ecosoc", "special"): AnswerText(_("Yes: special status")),
    ("ecosoc", "general"): AnswerText(_("Yes: general status")),
    ("sponsor", "yes"): AnswerText(_("Yes")),
    ("sponsor", "no"): AnswerText(_("No, or not yet")),
    ("geneva", "present"): AnswerText(_("We have people there")),
    ("geneva", "travel"): AnswerText(_("We can travel there")),
    ("geneva", "remote"): AnswerText(_("No, we can only work from a distance")),
    ("coalition", "yes"): AnswerText(pgettext_lazy("ready to work with others", "Yes")),
    ("coalition", "no"): AnswerText(pgettext_lazy("ready to work with others", "No, we work alone")),
}

WITHOUT_STATUS: Mapping[str, "StrPromise"] = {
    "no": _("No, and no partner would bring us in"),
    "yes": _("No, but a partner who has it would bring us in"),
}
"""Two questions in one answer: no status of one's own, and whether an organisation that has it would be the sponsor."""
