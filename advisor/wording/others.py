"""Order and conflicts, doors outside the six routes, what would change the advice and what is worth finding out, in sentences."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from django.utils import translation
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from advisor.core.facts import Edition
from advisor.core.result import Change, Pointer, Step, Unknown
from advisor.core.vocabulary import GateSlug, PointerSlug, RouteSlug, SequenceReason

from .labels import ROUTES, VERDICTS
from .names import fill, listed, pairs

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

POINTER_LABELS: Mapping[PointerSlug, "StrPromise"] = {
    PointerSlug.EMERGENCY: _("Someone is in danger now"),
    PointerSlug.REPRISALS: _("Reprisals for working with the UN"),
    PointerSlug.REGIONAL: _("Your region"),
    PointerSlug.DOMESTIC: _("In the country"),
}

POINTERS: Mapping[str, "StrPromise"] = {
    "emergency": _(
        "The UN cannot protect anyone physically. Call on people near you who can act. Then write to the UN experts, "
        "who can contact the government within days."
    ),
    "reprisals.feared": _(
        "Before you act, plan with the people concerned what to do if they are threatened. Intimidation or reprisals "
        "for working with the UN can be reported to OHCHR (the UN Human Rights Office) at any time; the person must "
        "agree first."
    ),
    "reprisals.suffered": _(
        "Report the reprisals to OHCHR (the UN Human Rights Office) and to the UN body that you dealt with, at any "
        "time of the year. Ask for a secure channel. The person must agree first."
    ),
    "reprisals.unknown": _(
        "If anyone is threatened for working with the UN, OHCHR (the UN Human Rights Office) can be told at any "
        "time; the person must agree first."
    ),
    "regional": _("%(countries)s: %(body)s."),
    "domestic.not-started": _(
        "Start the remedies in the country, or note down why they do not work: the complaint routes ask for it. Keep "
        "copies of every step."
    ),
    "domestic.under-way": _(
        "Keep copies and dates of every step in the country. If it takes unreasonably long, the complaint routes "
        "make an exception that you can argue."
    ),
}

ANSWER_CHANGES: Mapping[tuple[str, str], "StrPromise"] = {
    ("sponsor", "yes"): _("an organisation with consultative status supports you"),
    ("coalition", "yes"): _("you work with others"),
    ("consent", "given"): _("the people affected agree"),
    ("identification", "names-withheld"): _("the UN may know who is writing, though nobody else"),
    ("identification", "open"): _("everyone may know who is writing"),
    ("evidence", "secondary"): _("you get clear evidence from others whom you trust"),
    ("evidence", "direct"): _("you can show that you know it at first hand"),
    ("effort", "days"): _("you give a few days"),
    ("effort", "weeks"): _("you give some weeks"),
    ("effort", "months"): _("you give months"),
    ("geneva", "travel"): _("you can travel to Geneva"),
    ("geneva", "present"): _("you have people in Geneva"),
    ("remedies", "ineffective"): _("you can show that the remedies in the country do not work"),
    ("remedies", "exhausted"): _("the remedies in the country are tried up to the last decision"),
    ("scale", "several-cases"): _("you can show several cases"),
    ("scale", "consistent-pattern"): _("you can show a consistent pattern"),
    ("information", "themes-one-country"): _("you bring information on themes in one country"),
    ("information", "country-overview"): _("you bring an overview of the country"),
    ("information", "individual-cases"): _("you have cases of people affected"),
    ("ecosoc", "special"): _("your organisation gets consultative status"),
}
"""What an answer would take. They follow on "If"."""

FACTS: Mapping[GateSlug, "StrPromise"] = {
    GateSlug.TREATY_RATIFIED: _("the State ratified a treaty on your themes (%(treaties)s)"),
    GateSlug.COMPETENCE_ACCEPTED: _("the State accepted complaints to a committee (%(treaties)s)"),
    GateSlug.MANDATE_COVERAGE: _("the Council gave an expert a mandate on your theme or State"),
}

BARE_FACTS: Mapping[GateSlug, "StrPromise"] = {
    GateSlug.TREATY_RATIFIED: _("the State ratified a treaty on your themes"),
    GateSlug.COMPETENCE_ACCEPTED: _("the State accepted complaints to a committee"),
}
"""Where no treaty can be named."""

SPREAD_LINE = _("The answer can move a route by up to %(spread)s points.")


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


def pointer_text(pointer: Pointer, edition: Edition) -> str:
    """Where to turn outside the six routes; for a regional body with what it asks for."""
    text = fill(POINTERS[pointer.code], pointer.params, edition)
    if pointer.pointer is not PointerSlug.REGIONAL:
        return text
    body = next(row for row in edition.display["regional"] if row["slug"] == pointer.params["body"])
    rules = (
        _now("Remedies in the country first: %(exhaustion)s Time: %(time_limit)s Who may write: %(access)s") % body
        if body["complaints"]
        else body["access"]
    )
    return f"{text} {body['description']} {rules}"


def change_text(change: Change, edition: Edition) -> str:
    """What would have to be different, and what then."""
    return _now("%(condition)s: %(route)s would go from “%(before)s” to “%(after)s”.") % {
        "condition": change_condition(change, edition),
        "route": ROUTES[change.route],
        "before": VERDICTS[change.before],
        "after": VERDICTS[change.after],
    }


def change_condition(change: Change, edition: Edition) -> str:
    """What would have to be different: answers, or facts that only a State or the Council can change."""
    if change.fact:
        return _now("If %(conditions)s") % {
            "conditions": listed(_fact(GateSlug(gate), named, edition) for gate, named in change.fact.items())
        }
    return _now("If %(conditions)s") % {
        "conditions": listed(str(ANSWER_CHANGES[question, str(value)]) for question, value in change.answers.items())
    }


def _fact(gate: GateSlug, named: str, edition: Edition) -> str:
    if not named:
        return str(BARE_FACTS.get(gate, FACTS[gate]))
    return str(FACTS[gate]) % {"treaties": pairs(named.split(", "), edition)}


def unknown_text(unknown: Unknown) -> str:
    """How much an open question matters."""
    return str(SPREAD_LINE) % {"spread": unknown.spread}
