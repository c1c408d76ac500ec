"""Order and conflict: what comes before what, and what bars what."""

import pytest

from rules.advice import advise
from rules.sequence import steps
from rules.vocabulary import RouteSlug, SequenceReason, Verdict

from . import truth, world

STEPS = truth.rows("sequence")


@pytest.mark.parametrize("row", STEPS)
def test_order_and_conflict(row):
    assert truth.order(row) == row["steps"]


def test_every_reason_has_a_row():
    text = " ".join(row.values[0]["steps"] for row in STEPS)
    assert [reason for reason in SequenceReason if reason not in text] == []


def test_a_closed_route_has_no_place_in_the_order():
    advice = advise(world.scenario(**world.case(urgency="ongoing")), world.edition(), world.DAY)
    open_ = {route.route for route in advice.routes if route.verdict is not Verdict.CLOSED}
    assert RouteSlug.TREATY_BODY_COMPLAINT in open_
    assert {step.first for step in advice.sequence} <= open_
    assert {step.then for step in advice.sequence} <= {*open_, "regional"}


def test_nothing_open_is_no_order():
    assert steps(world.situation(), ()) == ()
