"""Order and conflict between routes. Sees all six routes, as ``scoring`` does."""

from . import vocabulary as v
from .ground import Situation
from .result import Step
from .scoring import Assessment
from .vocabulary import RouteSlug, SequenceReason, Verdict

SP, CP = RouteSlug.SPECIAL_PROCEDURES, RouteSlug.COMPLAINT_PROCEDURE
TBC, TBR = RouteSlug.TREATY_BODY_COMPLAINT, RouteSlug.TREATY_BODY_REVIEW
UPR, COUNCIL = RouteSlug.UPR, RouteSlug.COUNCIL_SESSIONS


def steps(s: Situation, ranked: tuple[Assessment, ...]) -> tuple[Step, ...]:
    """What comes before what, and what excludes what, among the routes that are open.

    Sources: resolution 5/1, para. 87(f) (a pattern already dealt with); the same-matter rules of the treaties; the working group's
    practice not to take a case that a committee has.
    """
    open_ = {a.route for a in ranked if a.verdict is not Verdict.CLOSED}
    scenario, found = s.scenario, []
    about_cases = s.about_cases is True
    if SP in open_ and about_cases and scenario.urgency in (v.Urgency.IMMINENT, v.Urgency.ONGOING):
        later = TBC if TBC in open_ else None
        if later:
            found.append(Step(SP, later, SequenceReason.URGENT_THEN_FINDING))
    if CP in open_ and SP in open_:
        found.append(Step(CP, SP, SequenceReason.PATTERN_ALREADY_DEALT_WITH))
    if CP in open_ and TBC in open_:
        found.append(Step(TBC, CP, SequenceReason.COMPLAINT_BARS_COMPLAINT))
    if TBC in open_ and any(body.complaints for body, _ in s.ground.regional):
        found.append(Step(TBC, "regional", SequenceReason.REGIONAL_BARS_COMMITTEE))
    if TBC in open_ and about_cases and "arbitrary-detention" in (scenario.themes or ()):
        found.append(Step(SP, TBC, SequenceReason.WGAD_OR_COMMITTEE))
    to_exhaust = about_cases and scenario.remedies in (v.Remedies.NOT_STARTED, v.Remedies.UNDER_WAY)
    if to_exhaust and any(pair.complaints_open for pair in s.ground.pairs):
        found.append(Step("domestic", TBC, SequenceReason.REMEDIES_FIRST))
    if SP in open_ and COUNCIL in open_:
        found.append(Step(SP, COUNCIL, SequenceReason.EXPERTS_THEN_COUNCIL))
    if UPR in open_ and TBR in open_:
        found.append(Step(UPR, TBR, SequenceReason.REVIEWS_FEED_EACH_OTHER))
    return tuple(found)
