"""The single door of the core: ``advise``. Pure: the same scenario, edition and day give the same advice, always."""

import datetime

from rules.facts.edition import Edition

from .counterfactuals import changes, unknowns
from .ground import Situation, situate
from .pointers import pointers
from .result import Advice, RouteAdvice
from .scenario import Scenario
from .scoring import ROUTES, Assessment, assess_all, tie
from .sequence import steps
from .vocabulary import Verdict


def advise(scenario: Scenario, edition: Edition, as_of: datetime.date, *, counterfactuals: bool = True) -> Advice:
    """Rank all six routes for a scenario on a day.

    ``scenario`` is checked (``scenario.check``), ``edition`` holds the facts and rules, ``as_of`` is the day that the advice is
    given on; facts count if in force on it. Without ``counterfactuals`` the changes and the weight of open questions are left out.
    Raises nothing: a scenario that passed its check always gets an answer.
    """
    kept, aside = scenario.applicable()
    situation = situate(kept, edition, as_of)
    ranked = assess_all(situation)
    return Advice(
        as_of=as_of,
        edition=edition.id,
        given=scenario,
        scenario=kept,
        set_aside=aside,
        routes=tuple(_route(place, assessment, situation) for place, assessment in enumerate(ranked, start=1)),
        tie=tie(ranked, edition.weights.tie_margin),
        changes=changes(scenario, situation, ranked) if counterfactuals else (),
        unknowns=unknowns(scenario, situation, ranked) if counterfactuals else (),
        sequence=steps(situation, ranked),
        pointers=pointers(situation),
    )


def _route(place: int, assessment: Assessment, s: Situation) -> RouteAdvice:
    own, open_ = ROUTES[assessment.route], assessment.verdict is not Verdict.CLOSED
    return RouteAdvice(
        rank=place,
        route=assessment.route,
        verdict=assessment.verdict,
        side=s.edition.sides[assessment.route],
        score=assessment.score,
        gates=assessment.gates,
        factors=assessment.factors,
        actions=tuple(own.actions(s, open_)),
        dates=tuple(own.dates(s)),
        stages=own.stages(s),
        mandates=own.mandates(s),
        treaties=own.treaties(s),
    )
