"""What a route has to offer, and what it may leave out."""

import pytest

from rules.route import Route
from rules.scoring import ROUTES
from rules.vocabulary import RouteSlug

from . import world

BARE = Route(gates=lambda s: (), readings=lambda s: [], actions=lambda s, open_: [])


def test_a_route_without_dates_stages_mandates_or_treaties_says_nothing_of_them():
    s = world.situation()
    assert (BARE.dates(s), BARE.stages(s), BARE.mandates(s), BARE.treaties(s)) == ([], (), (), ())


@pytest.mark.parametrize(
    ("part", "routes"),
    [
        (
            "dates",
            {RouteSlug.UPR, RouteSlug.COUNCIL_SESSIONS, RouteSlug.SPECIAL_PROCEDURES, RouteSlug.TREATY_BODY_COMPLAINT},
        ),
        ("stages", {RouteSlug.UPR}),
        ("mandates", {RouteSlug.SPECIAL_PROCEDURES}),
        ("treaties", {RouteSlug.TREATY_BODY_COMPLAINT, RouteSlug.TREATY_BODY_REVIEW}),
    ],
)
def test_which_routes_have_them(part, routes):
    case = {**world.CASE, "countries": ["AAA", "CCC"], "themes": ["enforced-disappearance", "work"]}
    s = world.situation(**case)
    assert {slug for slug, route in ROUTES.items() if getattr(route, part)(s)} == routes


@pytest.mark.parametrize("slug", RouteSlug)
def test_every_route_answers_whatever_is_not_known(slug):
    s, route = world.situation(), ROUTES[slug]
    assert route.gates(s)
    assert route.readings(s)
    assert isinstance(route.actions(s, True), list)
