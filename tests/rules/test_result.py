"""What an assessment returns is data that cannot be changed, and codes rather than sentences."""

from dataclasses import FrozenInstanceError, fields, is_dataclass

import pytest

from rules import result
from rules.advice import advise
from rules.vocabulary import RouteSlug

from . import world

KINDS = [kind for kind in vars(result).values() if is_dataclass(kind) and kind.__module__ == result.__name__]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_no_part_of_a_result_can_be_changed(kind):
    made = object.__new__(kind)
    with pytest.raises(FrozenInstanceError):
        setattr(made, fields(kind)[0].name, "other")


def test_the_advice_on_a_route_is_found_by_its_slug():
    advice = advise(world.scenario(**world.CASE), world.edition(), world.DAY, counterfactuals=False)
    for slug in RouteSlug:
        assert advice.route(slug).route is slug


def test_codes_are_no_sentences():
    advice = advise(world.scenario(**world.CASE), world.edition(), world.DAY)
    for route in advice.routes:
        codes = [part.code for part in (*route.gates, *route.actions, *route.dates)]
        assert all(code == code.lower() and " " not in code for code in codes)
