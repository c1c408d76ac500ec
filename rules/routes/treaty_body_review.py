"""Reviews by the treaty bodies: committees of independent experts look at each party's report; NGOs send alternative reports.

Every party is reviewed, because reporting is a treaty duty: no acceptance, no exhaustion, no UN status.
"""

from .. import vocabulary as v
from ..factors import Reading, common, outcomes
from ..gates import not_needed, treaty_ratified
from ..ground import Pair, Situation
from ..result import Action, CountryTreaty, GateResult
from ..route import Reads, Route
from ..vocabulary import ActionSlug, GateSlug, RouteSlug

ROUTE = RouteSlug.TREATY_BODY_REVIEW
REPORTS, INQUIRIES = "tb-alternative-reports", "tb-inquiries"
SOURCES = (REPORTS, INQUIRIES)


def gates(s: Situation) -> tuple[GateResult, ...]:
    """A treaty that binds; nothing else."""
    return (treaty_ratified(s, ROUTE, REPORTS), not_needed(s, ROUTE, GateSlug.DOMESTIC_REMEDIES, REPORTS))


def bound(s: Situation) -> tuple[Pair, ...]:
    """The State and treaty pairs under which a report can be sent."""
    return tuple(pair for pair in s.ground.pairs if pair.bound)


def _coverage(s: Situation) -> Reading:
    """Whether the State is bound at all, and by one treaty on the themes or by several."""
    questions = tuple(q for q in ("countries", "themes") if getattr(s.scenario, q) is None)
    if questions:
        return Reading("treaties", "unknown", ("one", "several"), questions)
    key = "several" if len({pair.treaty.slug for pair in bound(s)}) > 1 else "one"
    return Reading("treaties", key, (key,))


def readings(s: Situation) -> list[Reading]:
    """What speaks for and against this route."""
    tables = ("information", "scale", "evidence", "urgency", "reprisals", "effort", "coalition")
    return [_coverage(s), *common(s, *tables), outcomes(s)]


def actions(s: Situation, open_: bool) -> list[Action]:
    """A report and input to the list of issues under each treaty, and an inquiry where harm is grave or systematic."""
    if not open_:
        return []
    found = []
    for pair in bound(s):
        for action in (ActionSlug.ALTERNATIVE_REPORT, ActionSlug.LIST_OF_ISSUES_INPUT):
            found.append(Action(action, action.value, REPORTS, country=pair.country, treaty=pair.treaty.slug))
    if s.scenario.scale in (v.Scale.CONSISTENT_PATTERN, v.Scale.SEVERAL_CASES):
        for pair in bound(s):
            if pair.inquiry_open:
                found.append(
                    Action(
                        ActionSlug.INQUIRY_REQUEST,
                        "inquiry-request",
                        INQUIRIES,
                        country=pair.country,
                        treaty=pair.treaty.slug,
                    )
                )
    return found


def named_treaties(s: Situation) -> tuple[CountryTreaty, ...]:
    """The treaties that bind."""
    return tuple(CountryTreaty(pair.treaty.slug, pair.country) for pair in bound(s))


READS = Reads.of(
    points="coalition effort evidence information outcomes reprisals scale urgency",
    actions="scale",
)

SELF = Route(reads=READS, gates=gates, readings=readings, actions=actions, treaties=named_treaties)
