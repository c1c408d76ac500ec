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
            "Choose one: filing with a regional court or commission can bar the same matter at a UN committee, and "
            "the other way round. Compare time limits and results before you file."
        ),
        "op-cedaw-4",
    ),
    SequenceReason.WGAD_OR_COMMITTEE: Reason(
        _(
            "To be safe, choose one for a decision on the detention: the Working Group on Arbitrary Detention or a "
            "committee. Ask both what they accept before you file a second time."
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
            "Go through the courts of the country first, and keep every decision: a committee opens after the last "
            "one, or where you can show that they do not work."
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
