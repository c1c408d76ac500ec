"""The single door: the same scenario, edition and day give the same advice, and always one."""

import datetime

import pytest

from rules.advice import advise
from rules.ground import situate
from rules.scenario import Scenario
from rules.scoring import ROUTES, assess_all, tie
from rules.summary import addressed, next_date
from rules.vocabulary import RouteSlug, Verdict

from . import world


def full(**answers):
    return advise(world.scenario(**answers), world.edition(), world.DAY)


def test_nothing_known_gets_an_answer_too():
    advice = advise(Scenario(), world.edition(), world.DAY)
    assert [route.rank for route in advice.routes] == [1, 2, 3, 4, 5, 6]
    assert {route.route for route in advice.routes} == set(RouteSlug)


def test_an_advice_says_what_it_rests_on():
    given = world.scenario(**{**world.CASE, "ecosoc": "special"})
    advice = advise(given, world.edition(), world.DAY)
    assert (advice.as_of, advice.edition, advice.given) == (world.DAY, "test", given)
    assert advice.set_aside == ("sponsor",)
    assert advice.scenario == given.applicable()[0] != given


def test_what_would_change_it_can_be_left_out_and_changes_nothing_else():
    answers = world.scenario(countries=["AAA"], ecosoc="none", sponsor="no")
    short = advise(answers, world.edition(), world.DAY, counterfactuals=False)
    long = advise(answers, world.edition(), world.DAY)
    assert (short.changes, short.unknowns) == ((), ())
    assert long.changes
    assert long.unknowns
    assert (short.routes, short.tie, short.sequence, short.pointers) == (
        long.routes,
        long.tie,
        long.sequence,
        long.pointers,
    )


def test_each_route_says_whether_experts_or_states_decide():
    assert {route.route for route in full().routes if route.side == "state"} == {
        RouteSlug.UPR,
        RouteSlug.COUNCIL_SESSIONS,
        RouteSlug.COMPLAINT_PROCEDURE,
    }


def test_a_closed_route_offers_only_what_opens_it_or_needs_no_opening():
    missing = {"themes": ["enforced-disappearance"], "urgency": "ongoing", "continues": "yes"}
    advice = full(**world.case(countries=["BBB"], **missing))
    shut = {
        route.route: [action.action for action in route.actions]
        for route in advice.routes
        if route.verdict is Verdict.CLOSED
    }
    assert shut[RouteSlug.TREATY_BODY_COMPLAINT] == ["ced-urgent-action"]
    assert shut[RouteSlug.COMPLAINT_PROCEDURE] == []
    assert shut[RouteSlug.COUNCIL_SESSIONS] == ["find-sponsor", "apply-ecosoc"]


@pytest.mark.parametrize("slug", RouteSlug)
def test_the_advice_on_a_route_is_what_the_route_says(slug):
    advice = full(**world.case(themes=["enforced-disappearance"], countries=["AAA", "CCC"], urgency="ongoing"))
    s = situate(advice.scenario, world.edition(), world.DAY)
    route, own = advice.route(slug), ROUTES[slug]
    open_ = route.verdict is not Verdict.CLOSED
    assert (route.gates, route.dates, route.stages) == (own.options(s)[0].gates, tuple(own.dates(s)), own.stages(s))
    actions = tuple(addressed(action, world.edition()) for action in own.actions(s, open_))
    assert (route.actions, route.mandates, route.treaties) == (actions, own.mandates(s), own.treaties(s))
    assert (route.mandates_if, route.warnings) == (own.mandates_if(s), tuple(own.warnings(s)))
    assert route.next == next_date(route.dates, world.DAY)
    assert bool(route.committees) == (slug is RouteSlug.TREATY_BODY_COMPLAINT)


def test_every_committee_judged_is_told_the_best_first_and_the_route_is_the_best():
    advice = full(**world.case(themes=["racism"], countries=["AAA", "BBB"]))
    route = advice.route(RouteSlug.TREATY_BODY_COMPLAINT)
    told = [(one.country, one.treaty, one.code) for one in route.committees]
    assert told == [
        ("AAA", "cerd", "best"),
        ("AAA", "iccpr", "second.more-time"),
        ("BBB", "cerd", "closest"),
        ("BBB", "iccpr", "second.closed"),
    ]
    assert (route.committees[0].gates, route.committees[0].verdict) == (route.gates, route.verdict)
    assert [(one.treaty, one.country) for one in route.treaties] == [("cerd", "AAA"), ("iccpr", "AAA")]
    assert [str(one.by or "") for one in route.committees] == ["2027-04-01", "", "2027-04-01", ""]
    assert {one.verdict for one in route.committees if one.country == "BBB"} == {Verdict.CLOSED}


def test_what_the_organisation_had_in_mind_changes_nothing():
    plain, had = full(**world.CASE), full(**world.CASE, considered=["upr", "complaint-procedure"])
    assert had.routes == plain.routes
    assert had.scenario.considered == (RouteSlug.UPR, RouteSlug.COMPLAINT_PROCEDURE)


def test_routes_as_near_as_the_edition_says_are_a_tie():
    advice = full(**world.CASE)
    ranked = assess_all(situate(advice.scenario, world.edition(), world.DAY))
    assert advice.tie == tie(ranked, world.edition().weights.tie_margin)


def test_the_day_counts():
    """On the second day one committee is too late, and another without a limit takes its place."""
    early, late = (
        advise(world.scenario(**world.case(themes=["work"])), world.edition(), datetime.date(year, 10, 2))
        for year in (2026, 2027)
    )
    named = [[one.treaty for one in a.route(RouteSlug.TREATY_BODY_COMPLAINT).treaties] for a in (early, late)]
    assert named == [["icescr", "iccpr"], ["iccpr"]]
