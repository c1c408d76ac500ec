"""Who learns which name: the warning of each route, by what must not be known."""

import pytest

from rules.scoring import ROUTES
from rules.vocabulary import RouteSlug

from . import world

ROWS = [
    # route · identification · our name · what the warning is about
    ("special-procedures", "open", "un-only", None),
    ("special-procedures", "names-withheld", "open", "victim"),
    ("special-procedures", "names-withheld", "un-only", "victim"),
    ("special-procedures", "anonymous", "open", "victim"),
    ("treaty-body-complaint", "open", "open", None),
    ("treaty-body-complaint", "open", "un-only", "ours"),
    ("treaty-body-complaint", "names-withheld", "open", "victim"),
    ("treaty-body-complaint", "names-withheld", "un-only", "both"),
    ("treaty-body-complaint", "names-withheld", None, "victim"),
    ("complaint-procedure", "open", "un-only", None),
    ("complaint-procedure", "names-withheld", "open", "victim"),
    ("complaint-procedure", "names-withheld", "un-only", "victim"),
    ("treaty-body-review", "open", "un-only", "ours"),
    ("treaty-body-review", "names-withheld", "open", "victim"),
    ("treaty-body-review", "anonymous", "un-only", "both"),
]


def warned(route, **answers):
    return ROUTES[RouteSlug(route)].warnings(world.situation(**world.case(reprisals="feared", **answers)))


@pytest.mark.parametrize(("route", "identification", "our_name", "about"), ROWS)
def test_a_name_that_must_not_be_known_is_warned_of(route, identification, our_name, about):
    found = warned(route, identification=identification, our_name=our_name or "unknown")
    assert [one.code for one in found] == ([f"state-learns-name.{route}.{about}"] if about else [])
    assert {one.warning.value for one in found} <= {"state-learns-name"}
    assert all(one.source for one in found)


def test_a_law_without_a_victim_gives_no_victims_name_away():
    law = {"information": "country-overview", "scale": "law-or-policy", "reprisals": "feared"}
    ours = [
        one.code for one in ROUTES[RouteSlug.TREATY_BODY_REVIEW].warnings(world.situation(**law, our_name="un-only"))
    ]
    assert ours == ["state-learns-name.treaty-body-review.ours"]
    assert ROUTES[RouteSlug.SPECIAL_PROCEDURES].warnings(world.situation(**law, our_name="un-only")) == []


@pytest.mark.parametrize("route", RouteSlug)
def test_where_every_name_may_be_known_nothing_is_warned_of(route):
    assert ROUTES[route].warnings(world.situation(**world.CASE)) == []


@pytest.mark.parametrize("route", [RouteSlug.UPR, RouteSlug.COUNCIL_SESSIONS])
def test_what_is_published_gives_our_name_away(route):
    assert [one.code for one in warned(route.value, our_name="un-only")] == [f"state-learns-name.{route}.ours"]
