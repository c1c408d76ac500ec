"""The Council's Complaint Procedure: confidential, led by States, for consistent patterns of gross and reliably attested violations.

Source: Council resolution 5/1, annex, paras 85 to 109.
"""

from .. import vocabulary as v
from ..factors import Reading, common, outcomes
from ..gates import domestic_remedies, for_cases, gate, identified_author, not_needed, source_of
from ..ground import Situation
from ..names import learns_name
from ..result import Action, GateResult, Warned
from ..route import Option, Reads, Route, gives
from ..vocabulary import ActionSlug, Elsewhere, GateSlug, Outcome, Result, RouteSlug

ROUTE = RouteSlug.COMPLAINT_PROCEDURE
RULES = "hrc-res-5-1"
SOURCES = (RULES,)
PASS, FAIL, ARGUABLE = Result.PASS, Result.FAIL, Result.ARGUABLE


def pattern(s: Situation) -> GateResult:
    """Only a consistent pattern passes; a single case never does (para. 85)."""
    slug, source = GateSlug.PATTERN, source_of(s, ROUTE, GateSlug.PATTERN, RULES)
    match s.scenario.scale:
        case None:
            return gate(slug, Result.UNKNOWN, "unknown", source, (PASS, FAIL), questions=("scale",))
        case v.Scale.CONSISTENT_PATTERN:
            return gate(slug, PASS, "pass", source)
        case scale:
            return gate(slug, FAIL, f"fail.{scale}", source)


def direct_knowledge(s: Situation) -> GateResult:
    """Direct passes; second-hand with clear evidence can be argued; mass media alone fails (para. 87(d), (e))."""
    slug, source = GateSlug.DIRECT_KNOWLEDGE, source_of(s, ROUTE, GateSlug.DIRECT_KNOWLEDGE, RULES)
    match s.scenario.evidence:
        case None:
            return gate(slug, Result.UNKNOWN, "unknown", source, (PASS, ARGUABLE, FAIL), questions=("evidence",))
        case v.Evidence.DIRECT:
            return gate(slug, PASS, "pass", source)
        case v.Evidence.SECONDARY:
            return gate(slug, ARGUABLE, "arguable", source)
        case v.Evidence.MEDIA_ONLY:
            return gate(slug, FAIL, "fail", source)


OVER = {
    Elsewhere.EXAMINED: "over",
    Elsewhere.NOT_EXAMINED: "over",
    Elsewhere.UNCLEAR: "unclear",
    Elsewhere.UN_EXPERT_LETTER: "expert-letter",
    Elsewhere.WGAD: "wgad",
}
"""Answers on which it can be argued, and the sentence that says why."""


def same_matter(s: Situation) -> GateResult:
    """Only what is being dealt with by another procedure bars it (para. 87(f)); a country mandate may be such a procedure."""
    slug, source = GateSlug.SAME_MATTER, source_of(s, ROUTE, GateSlug.SAME_MATTER, RULES)
    mandates = s.ground.country_mandates
    otherwise = ARGUABLE if mandates else PASS
    maybe = {PASS, ARGUABLE} if s.scenario.countries is None else {otherwise}
    params = {"mandates": tuple(mandate.slug for mandate in mandates)}
    match s.scenario.elsewhere:
        case None:
            open_to = {*maybe, ARGUABLE, FAIL}
            found = gate(slug, Result.UNKNOWN, "unknown", source, open_to, questions=("elsewhere",))
        case Elsewhere.PENDING:
            found = gate(slug, FAIL, "fail.complaint-procedure", source)
        case elsewhere if elsewhere in OVER:
            found = gate(slug, ARGUABLE, f"complaint-procedure.{OVER[elsewhere]}", source)
        case _ if mandates:
            found = gate(slug, ARGUABLE, "country-mandate", source, params=params)
        case _:
            questions = ("countries",) if len(maybe) > 1 else ()
            found = gate(slug, PASS, "complaint-procedure.pass", source, maybe, questions=questions)
    return for_cases(s, found)


def gates(s: Situation) -> tuple[GateResult, ...]:
    """All rights and all States, but a pattern, direct knowledge, exhausted remedies and a known author."""
    return (
        pattern(s),
        direct_knowledge(s),
        domestic_remedies(s, ROUTE, RULES),
        same_matter(s),
        identified_author(s, ROUTE, RULES),
        not_needed(s, ROUTE, GateSlug.TREATY_RATIFIED, RULES),
    )


def options(s: Situation) -> list[Option]:
    """One way: the complaint."""
    return [Option(gates(s), readings(s))]


def readings(s: Situation) -> list[Reading]:
    """What speaks for and against this route."""
    tables = ("information", "evidence", "urgency", "remedies", "reprisals", "effort")
    return [*common(s, *tables), outcomes(s)]


def warnings(s: Situation) -> list[Warned]:
    """The author can stay unknown to the State (para. 108), while names in the text travel with it."""
    return learns_name(s, ROUTE, RULES, victim=True, ours=False)


def actions(s: Situation, open_: bool) -> list[Action]:
    """One complaint a State."""
    if not open_:
        return []
    return [
        Action(ActionSlug.COMPLAINT, "complaint", RULES, country=country) for country in s.ground.countries or ()
    ] or [Action(ActionSlug.COMPLAINT, "complaint", RULES)]


READS = Reads.of(
    gates="elsewhere evidence identification information remedies scale",
    points="effort evidence information outcomes remedies reprisals scale urgency",
    actions="identification information scale",
)

SELF = Route(reads=READS, options=options, gives=gives(Outcome.COUNCIL_ACTION), actions=actions, warnings=warnings)
