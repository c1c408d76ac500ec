"""Order and conflict between routes. Sees all six routes, as ``scoring`` does."""

from collections.abc import Callable
from dataclasses import dataclass

from . import vocabulary as v
from .ground import Situation
from .named import DETENTION
from .result import Step
from .routes.treaty_body_complaint import in_danger
from .scoring import Assessment
from .vocabulary import RouteSlug, SequenceReason, Verdict

SP, CP = RouteSlug.SPECIAL_PROCEDURES, RouteSlug.COMPLAINT_PROCEDURE
TBC, TBR = RouteSlug.TREATY_BODY_COMPLAINT, RouteSlug.TREATY_BODY_REVIEW
UPR, COUNCIL = RouteSlug.UPR, RouteSlug.COUNCIL_SESSIONS


@dataclass(frozen=True, slots=True)
class Rule:
    """A step, the routes that must be open for it, and what else must hold."""

    step: Step
    open: frozenset[RouteSlug]
    holds: Callable[[Situation], bool] = lambda s: True


def _in_danger(s: Situation) -> bool:
    return s.about_cases is True and s.scenario.urgency in (v.Urgency.IMMINENT, v.Urgency.ONGOING) and not in_danger(s)


def _regional_complaints(s: Situation) -> bool:
    return any(body.complaints for body, _ in s.ground.regional)


def _detained(s: Situation) -> bool:
    return s.about_cases is True and DETENTION in (s.scenario.themes or ())


def _remedies_left(s: Situation) -> bool:
    """Not said to somebody to whom something is about to happen: the gate on remedies says what to ask a court for."""
    left = s.about_cases is True and s.scenario.remedies in (v.Remedies.NOT_STARTED, v.Remedies.UNDER_WAY)
    return (
        left and s.scenario.urgency is not v.Urgency.IMMINENT and any(pair.complaints_open for pair in s.ground.pairs)
    )


STEPS = (
    Rule(Step(TBC, SP, SequenceReason.INTERIM_WITH_LETTER), frozenset({SP, TBC}), in_danger),
    Rule(Step(SP, TBC, SequenceReason.URGENT_THEN_FINDING), frozenset({SP, TBC}), _in_danger),
    Rule(Step(CP, SP, SequenceReason.PATTERN_ALREADY_DEALT_WITH), frozenset({CP, SP})),
    Rule(Step(TBC, CP, SequenceReason.COMPLAINT_BARS_COMPLAINT), frozenset({TBC, CP})),
    Rule(Step(TBC, "regional", SequenceReason.REGIONAL_BARS_COMMITTEE), frozenset({TBC}), _regional_complaints),
    Rule(Step(SP, TBC, SequenceReason.WGAD_OR_COMMITTEE), frozenset({TBC}), _detained),
    Rule(Step("domestic", TBC, SequenceReason.REMEDIES_FIRST), frozenset(), _remedies_left),
    Rule(Step(SP, COUNCIL, SequenceReason.EXPERTS_THEN_COUNCIL), frozenset({SP, COUNCIL})),
    Rule(Step(UPR, TBR, SequenceReason.REVIEWS_FEED_EACH_OTHER), frozenset({UPR, TBR})),
)
"""In the order in which they are told. The remedies at home come first even where the complaint is closed: they may open it."""


def steps(s: Situation, ranked: tuple[Assessment, ...]) -> tuple[Step, ...]:
    """What comes before what, and what excludes what, among the routes that are open.

    Sources: resolution 5/1, para. 87(f) (a pattern already dealt with); the same-matter rules of the treaties; the working group's
    practice not to take a case that a committee has.
    """
    open_ = {a.route for a in ranked if a.verdict is not Verdict.CLOSED}
    return tuple(rule.step for rule in STEPS if rule.open <= open_ and rule.holds(s))
