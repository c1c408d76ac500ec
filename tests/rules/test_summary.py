"""What every summary says of a route: why, what speaks against it, the next date, where to send it, and what protects life now."""

from dataclasses import replace

import pytest

from rules.advice import advise
from rules.facts.addresses import Address
from rules.gates import gate
from rules.result import Action, Addressee, Factor, KeyDate, Score
from rules.scoring import Assessment
from rules.summary import URGENT, addressed, against, because, next_date
from rules.vocabulary import ActionSlug, AddressKind, DateCode, DateStatus, GateSlug, Result, RouteSlug, Verdict

from . import world


def factor(table, points):
    return Factor(f"{table}-x", points, table, "x", "src")


def assessed(*factors, gates=()):
    return Assessment(RouteSlug.UPR, tuple(gates), factors, Score(0, 0, 0), Verdict.GOOD)


def test_the_three_strongest_reasons_the_strongest_first_and_never_the_base():
    given = [
        factor("base", 40),
        factor("a", 3),
        factor("b", 9),
        factor("c", 0),
        factor("d", 5),
        factor("e", -9),
        factor("f", 4),
    ]
    assert [one.table for one in because(assessed(*given))] == ["b", "d", "f"]
    assert because(assessed(factor("base", 40), factor("e", -9), factor("c", 0))) == ()


def test_reasons_of_the_same_weight_stay_in_their_order():
    assert [one.table for one in because(assessed(factor("a", 5), factor("b", 5)))] == ["a", "b"]


FAIL = gate(GateSlug.PATTERN, Result.FAIL, "fail", "src")
LOW = gate(GateSlug.FACTS_IN_TIME, Result.ARGUABLE, "goes-on", "src", low=True)
OPEN = gate(GateSlug.VICTIM_GROUP, Result.UNKNOWN, "unknown", "src", (Result.PASS, Result.FAIL))
DOUBT = gate(GateSlug.DOMESTIC_REMEDIES, Result.ARGUABLE, "arguable", "src")
PASS = gate(GateSlug.IS_A_CASE, Result.PASS, "pass", "src")


@pytest.mark.parametrize(
    ("gates", "found"),
    [
        ([PASS, DOUBT, OPEN, LOW, FAIL], FAIL),
        ([PASS, DOUBT, OPEN, LOW], LOW),
        ([PASS, DOUBT, OPEN], OPEN),
        ([PASS, DOUBT], DOUBT),
    ],
)
def test_against_it_speaks_first_what_closes_it_then_low_odds_then_what_is_open_then_what_is_arguable(gates, found):
    assert against(assessed(factor("a", -30), gates=gates)) is found


def test_else_what_costs_most_speaks_against_it_and_perhaps_nothing():
    costs = assessed(factor("a", -3), factor("b", -9), factor("c", 5), gates=[PASS])
    assert against(costs).table == "b"
    assert against(assessed(factor("c", 5), gates=[PASS])) is None


def on(text, code=DateCode.UPR_REVIEW, end=None):
    return KeyDate(code, text and world.date(text), DateStatus.CONFIRMED, "src", end=end and world.date(end))


@pytest.mark.parametrize(
    ("dates", "first"),
    [
        ([], None),
        ([on("2026-11-23")], None),
        ([on("2026-11-24")], 0),
        ([on("2026-12-05"), on("2026-12-01"), on("2026-11-01")], 1),
        ([on(None), on("2027-01-01")], 1),
        ([on("2026-11")], 0),
        ([on("2026-10")], None),
        # what is running counts by its last day
        ([on("2026-11-02", DateCode.COUNCIL_SESSION, "2026-11-24")], 0),
        ([on("2026-11-02", DateCode.COUNCIL_SESSION, "2026-11-23")], None),
        ([on("2026-11-02", DateCode.UPR_REVIEW, "2026-11-24")], 0),
    ],
)
def test_the_next_date_is_the_first_that_is_not_over(dates, first):
    assert next_date(dates, world.DAY) == (None if first is None else dates[first])


def address(name, action=ActionSlug.COMMUNICATION, *, treaty="", mandate="", position=0):
    return Address(
        action, treaty, mandate, name, AddressKind.EMAIL, f"{name}@example.org", position=position, **world.PROOF
    )


def names(action, *addresses):
    return [one.name for one in addressed(action, replace(world.edition(), addresses=addresses)).to]


def test_an_action_is_sent_to_the_address_of_its_treaty_or_its_experts_before_those_for_all():
    given = (
        address("all"),
        address("cat", treaty="cat"),
        address("cerd", treaty="cerd"),
        address("letters", ActionSlug.URGENT_APPEAL),
    )
    assert names(Action(ActionSlug.COMMUNICATION, "communication", "src", treaty="cat"), *given) == ["cat", "all"]
    assert names(Action(ActionSlug.COMMUNICATION, "communication", "src"), *given) == ["all"]
    own = (address("own", ActionSlug.URGENT_APPEAL, mandate="torture"), *given)
    letter = Action(ActionSlug.URGENT_APPEAL, "urgent-appeal", "src", mandates=("racism", "torture"))
    assert names(letter, *own) == ["own", "letters"]
    assert names(replace(letter, mandates=("racism",)), *own) == ["letters"]


def test_an_action_without_an_address_and_one_that_has_its_own_stay_as_they_are():
    action = Action(ActionSlug.COMMUNICATION, "communication", "src", treaty="cat")
    assert addressed(action, world.edition()) is action
    own = replace(action, to=(Addressee("own", AddressKind.PAGE, "x", "src"),))
    assert addressed(own, replace(world.edition(), addresses=(address("all"),))) is own


def urgent(**answers):
    advice = advise(world.scenario(**world.case(**answers)), world.edition(), world.DAY, counterfactuals=False)
    return [(one.route.value, one.action.value) for one in advice.urgent]


def test_what_protects_life_stands_in_the_order_of_doing_from_closed_routes_too():
    assert [one.value for one in URGENT] == [
        "interim-measures",
        "ced-urgent-action",
        "urgent-appeal",
        "wgeid-urgent",
        "wgad-urgent",
        "cerd-urgent-procedure",
    ]
    danger = {"urgency": "imminent", "themes": ["enforced-disappearance", "racism"], "began_on": "2026-11-20"}
    assert urgent(**danger, continues="yes") == [
        ("treaty-body-complaint", "interim-measures"),
        ("treaty-body-complaint", "ced-urgent-action"),
        ("special-procedures", "urgent-appeal"),
        ("special-procedures", "wgeid-urgent"),
        ("treaty-body-review", "cerd-urgent-procedure"),
    ]
    closed = urgent(**danger, continues="yes", remedies="not-started", remedy_stops_it="yes")
    assert closed[0] == ("treaty-body-complaint", "ced-urgent-action")


def test_on_what_goes_on_the_procedure_on_racial_discrimination_is_no_matter_of_hours():
    goes_on = {"urgency": "ongoing", "themes": ["racism"], "continues": "yes"}
    assert ("treaty-body-review", "cerd-urgent-procedure") not in urgent(**goes_on)
    assert ("treaty-body-review", "cerd-urgent-procedure") in urgent(**{**goes_on, "urgency": "imminent"})


@pytest.mark.parametrize("urgency", ["past", "unknown"])
def test_without_danger_nothing_is_urgent(urgency):
    assert urgent(urgency=urgency, themes=["enforced-disappearance"], began_on="2026-11-20") == []
