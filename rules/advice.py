"""The single door of the core: ``advise``. Pure: the same scenario, edition and day give the same advice, always."""

import datetime

from rules.facts.edition import Edition

from .committees import bests, why
from .counterfactuals import changes, unknowns
from .ground import Situation, situate
from .pointers import pointers
from .relevance import no_difference
from .result import Advice, Committee, RouteAdvice
from .routes.treaty_body_complaint import judged
from .scenario import Scenario
from .scoring import ROUTES, Assessment, assess_all, tie
from .sequence import steps
from .summary import addressed, against, because, next_date, urgent
from .vocabulary import RouteSlug, Verdict


def advise(scenario: Scenario, edition: Edition, as_of: datetime.date, *, counterfactuals: bool = True) -> Advice:
    """Rank all six routes for a scenario on a day.

    ``scenario`` is checked (``scenario.check``), ``edition`` holds the facts and rules, ``as_of`` is the day that the advice is
    given on; facts count if in force on it. Without ``counterfactuals`` the changes and the weight of open questions are left out.
    Raises nothing: a scenario that passed its check always gets an answer.
    """
    kept, aside = scenario.applicable()
    situation = situate(kept, edition, as_of)
    ranked = assess_all(situation)
    routes = tuple(_route(place, assessment, situation) for place, assessment in enumerate(ranked, start=1))
    return Advice(
        as_of=as_of,
        edition=edition.id,
        given=scenario,
        scenario=kept,
        set_aside=aside,
        routes=routes,
        tie=tie(ranked, edition.weights.tie_margin),
        changes=changes(scenario, situation, ranked) if counterfactuals else (),
        unknowns=unknowns(scenario, situation, ranked) if counterfactuals else (),
        sequence=steps(situation, ranked),
        pointers=pointers(situation),
        urgent=urgent(situation, routes),
        no_difference=no_difference(situation) if counterfactuals else (),
    )


def _route(place: int, assessment: Assessment, s: Situation) -> RouteAdvice:
    own, open_ = ROUTES[assessment.route], assessment.verdict is not Verdict.CLOSED
    dates = tuple(own.dates(s))
    return RouteAdvice(
        rank=place,
        route=assessment.route,
        verdict=assessment.verdict,
        side=s.edition.sides[assessment.route],
        score=assessment.score,
        gates=assessment.gates,
        factors=assessment.factors,
        actions=tuple(addressed(action, s.edition) for action in own.actions(s, open_)),
        dates=dates,
        stages=own.stages(s),
        mandates=own.mandates(s),
        treaties=own.treaties(s),
        mandates_if=own.mandates_if(s),
        committees=_committees(assessment, s) if assessment.route is RouteSlug.TREATY_BODY_COMPLAINT else (),
        warnings=tuple(own.warnings(s)),
        because=because(assessment),
        against=against(assessment),
        next=next_date(dates, s.day),
    )


def _committees(assessment: Assessment, s: Situation) -> tuple[Committee, ...]:
    """All committees judged, the best first, each with why it is the best or why it comes second."""
    options = assessment.options or (assessment,)
    filings = judged(s)
    best = {filing.pair.country: filing for filing in bests(filings)}
    found = []
    for filing, option in zip(filings, options, strict=False):
        code, params = why(filing, best[filing.pair.country])
        found.append(
            Committee(
                treaty=filing.pair.treaty.slug,
                country=filing.pair.country,
                verdict=option.verdict,
                score=option.score,
                gates=filing.gates,
                by=filing.limit,
                by_status=filing.limit_status,
                code=code,
                source=filing.pair.treaty.source,
                params=params,
            )
        )
    return tuple(found)
