"""What a route has to offer, what it may leave out, and what it looks at."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from rules import committees
from rules.advice import advise
from rules.ground import situate
from rules.questions import QUESTIONS
from rules.route import Reads, Route, gives
from rules.routes import (
    complaint_procedure,
    council_sessions,
    special_procedures,
    treaty_body_complaint,
    treaty_body_review,
    upr,
)
from rules.scenario import check
from rules.scoring import ROUTES, tried
from rules.vocabulary import RouteSlug

from . import sampler, shipped, sittings, world
from .sampler import samples

BARE = Route(reads=Reads.of(), options=lambda s: [], gives=gives(), actions=lambda s, open_: [])


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
    assert all(option.gates and option.readings for option in route.options(s))
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
        if name == "shared":
            return None
        if name == "about_cases":
            self._seen.update({"information", "scale"})
        return getattr(self._situation, name)


def looked_at(*functions: Callable[[Any], Any]) -> set[str]:
    """The answers that functions look at in many scenarios."""
    edition, seen = sittings.with_reviews(shipped.edition()), set()
    for sample in sampler.samples(edition, 300):
        scenario, _aside = check(sample.answers, countries=edition.states, themes=edition.themes).applicable()
        for function in functions:
            function(WatchedSituation(situate(scenario, edition, sample.day), seen))
    return seen


@pytest.mark.parametrize("slug", RouteSlug)
def test_a_route_declares_the_questions_that_it_looks_at(slug):
    route = ROUTES[slug]
    seen = looked_at(route.options)
    assert seen == route.reads.gates | route.reads.points
    assert looked_at(route.gives) <= route.reads.points
    rest = (route.dates, route.stages, route.mandates, route.mandates_if, route.treaties, route.warnings)
    assert looked_at(lambda s: route.actions(s, True), lambda s: route.actions(s, False), *rest) == route.reads.actions


@pytest.mark.parametrize("judge", committees.LOOKS_AT, ids=lambda judge: judge.__name__)
def test_a_gate_that_is_kept_declares_the_answers_that_it_looks_at(judge):
    seen = looked_at(lambda s: [judge(s, pair) for pair in s.ground.pairs])
    assert seen <= {*committees.LOOKS_AT[judge]}


@pytest.mark.parametrize("slug", RouteSlug)
def test_what_was_worked_out_under_other_answers_changes_nothing(slug):
    edition = shipped.edition()
    kept = {}
    for sample in sampler.samples(edition, 200):
        scenario, _aside = check(sample.answers, countries=edition.states, themes=edition.themes).applicable()
        alone = situate(scenario, edition, sample.day)
        for answers in ({"effort": None}, {"remedies": None}, {"consent": None}, {"elsewhere": None}, {"people": None}):
            other = replace(scenario, **answers).applicable()[0]
            again, fresh = situate(other, edition, sample.day, alone), situate(other, edition, sample.day)
            kept[sample.number, *answers] = (tried(slug, alone), tried(slug, again), tried(slug, fresh))
    assert all(again == fresh for _, again, fresh in kept.values())


MODULES = (complaint_procedure, council_sessions, special_procedures, treaty_body_complaint, treaty_body_review, upr)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__.rpartition(".")[2])
def test_a_route_names_every_source_that_it_cites_by_itself_and_the_facts_have_them(module):
    edition = shipped.edition()
    assert set(module.SOURCES) <= edition.sources.keys()
    texts = {value for name, value in vars(module).items() if name.isupper() and isinstance(value, str)}
    named = {text for text in texts if text in edition.sources}
    assert named <= set(module.SOURCES)


def test_the_numbers_that_routes_count_with_are_facts():
    assert (upr.MID_TERM, upr.PRE_SESSION_LEAD, upr.APPLY_LEAD) == upr.RULES
    assert {*upr.RULES, "wgeid-urgent-months"} <= shipped.edition().rules.keys()


def test_whatever_is_said_cites_a_source_that_the_facts_have():
    edition = shipped.edition()
    cited = set()
    for sample in samples(edition, 300):
        given = check(sample.answers, countries=edition.states, themes=edition.themes)
        advice = advise(given, edition, sample.day, counterfactuals=False)
        for route in advice.routes:
            cited |= {part.source for part in (*route.gates, *route.factors, *route.actions, *route.dates)}
        cited |= {pointer.source for pointer in advice.pointers}
    assert len(cited) > 50
    assert cited - edition.sources.keys() == set()


@pytest.mark.parametrize(
    ("answers", "sources"),
    [
        ({"themes": ["torture"], "urgency": "imminent"}, {"urgent-appeal": "ishr-communications"}),
        ({"themes": ["torture"], "urgency": "past"}, {"allegation-letter": "ishr-communications"}),
        ({"themes": ["arbitrary-detention"]}, {"wgad-complaint": "wgad-methods"}),
        (
            {"themes": ["enforced-disappearance"], "urgency": "ongoing", "began_on": "2026-10-01", "continues": "yes"},
            {"wgeid-urgent": "wgeid-procedures", "ced-urgent-action": "ced-urgent-action"},
        ),
        ({"themes": ["enforced-disappearance"], "happened_on": "2020-01-01"}, {"wgeid-standard": "wgeid-procedures"}),
        ({"outcomes": ["country-visit"]}, {"request-visit": "sp-country-visits", "meet-on-visit": "sp-country-visits"}),
        ({"urgency": "imminent"}, {"interim-measures": "tb-interim-measures", "communication": "src"}),
        ({"scale": "consistent-pattern"}, {"inquiry-request": "tb-inquiries", "complaint": "hrc-res-5-1"}),
        ({}, {"alternative-report": "tb-alternative-reports", "list-of-issues-input": "tb-alternative-reports"}),
        (
            {"ecosoc": "special"},
            {"written-statement": "council-written-statements", "oral-statement": "council-ngo-access"},
        ),
        (
            {"ecosoc": "special", "geneva": "travel"},
            {"lobby-council": "council-lobbying", "side-event": "council-ngo-access"},
        ),
        ({"ecosoc": "special", "outcomes": ["council-action"]}, {"seek-resolution": "council-lobbying"}),
        ({}, {"apply-ecosoc": "ecosoc-application", "find-sponsor": "council-ngo-access"}),
        (
            {"countries": ["CCC"]},
            {"joint-submission": "upr-ngos", "submission": "upr-ngos", "national-consultation": "upr-ngos"},
        ),
        ({"countries": ["CCC"]}, {"pre-session": "upr-lobbying", "lobby-states": "upr-lobbying"}),
        ({"countries": ["AAA"]}, {"follow-up": "upr-mid-term"}),
        ({"countries": ["DDD"]}, {"follow-up": "upr-ngos"}),
        (
            {"information": "themes-many-countries", "scale": "law-or-policy"},
            {"legislation-letter": "ishr-communications"},
        ),
        ({"information": "themes-many-countries", "scale": "law-or-policy"}, {"call-for-input": "sp-calls-for-input"}),
        ({"information": "themes-many-countries", "themes": ["housing"]}, {"call-for-input": "src"}),
    ],
)
def test_each_thing_to_do_cites_where_it_is_written(answers, sources):
    given = world.scenario(**{**world.CASE, "happened_on": "2026-10-01", "coalition": "unknown", **answers})
    advice = advise(given, world.edition(), world.DAY, counterfactuals=False)
    found = {action.action.value: action.source for route in advice.routes for action in route.actions}
    assert {name: found.get(name) for name in sources} == sources
