"""What a route has to offer, what it may leave out, and what it looks at."""

from collections.abc import Callable
from typing import Any

import pytest

from rules.ground import situate
from rules.questions import QUESTIONS
from rules.route import Reads, Route
from rules.scenario import check
from rules.scoring import ROUTES
from rules.vocabulary import RouteSlug

from . import sampler, shipped, world

BARE = Route(reads=Reads.of(), gates=lambda s: (), readings=lambda s: [], actions=lambda s, open_: [])


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


PLACES_AND_THEMES = {"countries", "regions", "themes"}
ASKED = {question.slug for question in QUESTIONS} - PLACES_AND_THEMES


class Watched:
    """A scenario that notes which of its answers are looked at."""

    def __init__(self, scenario: Any, seen: set[str]) -> None:
        self._scenario, self._seen = scenario, seen

    def __getattr__(self, name: str) -> Any:
        self._seen.update({name} & ASKED)
        return getattr(self._scenario, name)


class WatchedSituation:
    """A situation with a watched scenario. Whether it is about cases follows from two answers."""

    def __init__(self, situation: Any, seen: set[str]) -> None:
        self._situation, self._seen = situation, seen

    def __getattr__(self, name: str) -> Any:
        if name == "scenario":
            return Watched(self._situation.scenario, self._seen)
        if name == "about_cases":
            self._seen.update({"information", "scale"})
        return getattr(self._situation, name)


def looked_at(*functions: Callable[[Any], Any]) -> set[str]:
    """The answers that functions look at in many scenarios."""
    edition, seen = shipped.edition(), set()
    for sample in sampler.samples(edition, 300):
        scenario, _aside = check(sample.answers, countries=edition.states, themes=edition.themes).applicable()
        for function in functions:
            function(WatchedSituation(situate(scenario, edition, sample.day), seen))
    return seen


@pytest.mark.parametrize("slug", RouteSlug)
def test_a_route_declares_the_questions_that_it_looks_at(slug):
    route = ROUTES[slug]
    clock = {"ready_on"} if slug is RouteSlug.TREATY_BODY_COMPLAINT else set()
    assert looked_at(route.gates) | clock == route.reads.gates
    assert looked_at(route.readings) == route.reads.points
    rest = (route.dates, route.stages, route.mandates, route.treaties)
    assert looked_at(lambda s: route.actions(s, True), lambda s: route.actions(s, False), *rest) == route.reads.actions
