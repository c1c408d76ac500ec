"""Order and conflicts between routes, in sentences."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from django.utils import translation
from django.utils.translation import gettext_lazy as _

from rules.result import Step
from rules.vocabulary import RouteSlug, SequenceReason

from .labels import ROUTES

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise, StrPromise


class Said(NamedTuple):
    """A sentence and the source that it rests on."""

    text: str
    source: str


class Reason(NamedTuple):
    """The words for an order or a conflict, and their source."""

    text: "StrPromise"
    source: str


SEQUENCE: Mapping[SequenceReason, Reason] = {
    SequenceReason.INTERIM_WITH_LETTER: Reason(
        _(
            "Ask the committee for interim measures first, within hours: it can ask the State to hold off the act. Send the "
            "letter to the experts the same day. A letter of theirs is normally not counted as another procedure; name it "
            "to the committee all the same."
        ),
        "tb-interim-measures",
    ),
    SequenceReason.URGENT_THEN_FINDING: Reason(
        _(
            "Write to the experts first, since they can act within days. A letter of theirs is normally not counted "
            "as another procedure, so a complaint to a committee can follow. Name the letter there all the same."
        ),
        "ishr-communications",
    ),
    SequenceReason.PATTERN_ALREADY_DEALT_WITH: Reason(
        _(
            "Decide on the order: a pattern that UN experts already deal with is not admitted to the Complaint "
            "Procedure. If you want both, take advice first, and keep single cases in danger with the experts."
        ),
        "hrc-res-5-1",
    ),
    SequenceReason.COMPLAINT_BARS_COMPLAINT: Reason(
        _(
            "Choose one: a matter that a treaty committee has is not admitted to the Complaint Procedure, and "
            "committees ask about every other procedure."
        ),
        "hrc-res-5-1",
    ),
    SequenceReason.REGIONAL_BARS_COMMITTEE: Reason(
        _(
            "Choose one: while a regional court or commission has the same matter, most UN committees cannot take it. Once "
            "it has ended, this depends on the committee and on how it ended. The other way round, a regional body can "
            "turn away what a UN committee has or had. Compare time limits and results before you file."
        ),
        "op-cedaw-4",
    ),
    SequenceReason.WGAD_OR_COMMITTEE: Reason(
        _(
            "To be safe, choose one for a decision on the detention: the Working Group on Arbitrary Detention or a "
            "committee. Ask both what they accept before you file a second time. The European Court of Human Rights counts "
            "the Working Group as another procedure."
        ),
        "wgad-methods",
    ),
    SequenceReason.REVIEWS_FEED_EACH_OTHER: Reason(
        _(
            "Use one for the other: what a committee recommends can be quoted in the Universal Periodic Review "
            "(UPR), and what the State accepted there in a report to a committee."
        ),
        "upr-guidelines-4",
    ),
    SequenceReason.EXPERTS_THEN_COUNCIL: Reason(
        _("Inform the experts first: what they write or report gives States in the Council something to stand on."),
        "source-conversation",
    ),
    SequenceReason.REMEDIES_FIRST: Reason(
        _(
            "As a rule, go through the courts of the country first, and keep every decision: a committee opens after the "
            "last one, or where you can show that they do not work or take unreasonably long."
        ),
        "tb-communications",
    ),
}

ELSEWHERE: Mapping[str, "StrPromise"] = {
    "regional": _("Regional court or commission"),
    "domestic": _("Remedies in the country"),
}
"""Names of steps outside the six routes."""


def step_name(slug: str) -> "StrOrPromise":
    """The name of a route, or of a step outside the six."""
    return ELSEWHERE[slug] if slug in ELSEWHERE else ROUTES[RouteSlug(slug)]


def step_text(step: Step) -> Said:
    """Why one step comes before another, or excludes it."""
    reason = SEQUENCE[step.why]
    return Said(str(reason.text), reason.source)


def reason_text(reason: str) -> str:
    """The English sentence for an order or a conflict, as the contract's JSON gives it."""
    with translation.override("en"):
        return str(SEQUENCE[SequenceReason(reason)].text)
