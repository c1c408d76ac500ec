"""Conditions of the routes: the tables in `tables/gates`, and where each takes its source from."""

import datetime
from dataclasses import replace

import pytest

from rules import gates
from rules.dates import Period
from rules.facts.requirements import Requirement
from rules.ground import situate
from rules.scoring import ROUTES
from rules.vocabulary import GateSlug, Result, RouteSlug

from . import truth, world

TABLES = sorted(path.stem for path in (truth.TABLES / "gates").glob("*.csv"))
SLUG, ROUTE = GateSlug.DOMESTIC_REMEDIES, RouteSlug.COMPLAINT_PROCEDURE


def of(s, route, slug):
    return next(gate for gate in ROUTES[RouteSlug(route)].options(s)[0].gates if gate.gate == slug)


@pytest.mark.parametrize(
    ("slug", "row"),
    [pytest.param(slug, *row.values, id=f"{slug} {row.id}") for slug in TABLES for row in truth.rows(f"gates/{slug}")],
)
def test_the_gate_says_what_its_table_says(slug, row):
    found = of(truth.situation(row), row["route"], slug)
    assert found.code == f"{slug}.{row['code']}"
    assert found.result == row["result"]
    assert truth.words(found.possible) == (row["possible"] or row["result"])
    assert " ".join(found.questions) == row["asks"]
    assert (found.odds == "low") == (found.code == "identified-author.state-must-answer")


def with_requirements(*rows):
    edition = replace(world.edition(), requirements=rows)
    return situate(world.scenario(**world.case(scale="consistent-pattern")), edition, world.DAY)


def requirement(need, *, start=None, end=None, source="law"):
    span = Period(start and world.date(start), end and world.date(end))
    return Requirement(ROUTE, SLUG, need, span, source, "2026-02-03")


def test_a_gate_cites_what_editors_keep_for_the_day_and_else_the_rule_itself():
    assert of(with_requirements(), ROUTE, SLUG).source == "hrc-res-5-1"
    assert of(with_requirements(requirement("required")), ROUTE, SLUG).source == "law"
    assert of(with_requirements(requirement("required", start="2026-11-25")), ROUTE, SLUG).source == "hrc-res-5-1"
    old, new = requirement("required", end="2026-11-23", source="old"), requirement("required", start="2026-11-24")
    assert of(with_requirements(old, new), ROUTE, SLUG).source == "law"


@pytest.mark.parametrize(
    ("need", "result"), [("required", "pass"), ("condition", "pass"), ("not-needed", "not-needed")]
)
def test_a_condition_that_editors_say_is_not_needed_is_not_asked_for(need, result):
    found = of(with_requirements(requirement(need)), ROUTE, SLUG)
    assert found.result == result
    assert found.source == "law"


def test_without_a_fact_the_stricter_reading_holds():
    assert gates.needed(with_requirements(), ROUTE, SLUG)


def test_from_shut_to_open():
    ordered = sorted(gates.ORDER, key=gates.ORDER.__getitem__)
    assert ordered == [Result.FAIL, Result.UNKNOWN, Result.ARGUABLE, Result.PASS]


def test_a_gate_names_the_treaties_that_decide_it():
    s = world.situation(countries=["AAA", "CCC"], themes=["torture"])
    assert gates.treaty_ratified(s, RouteSlug.TREATY_BODY_REVIEW, "x").params == {"treaties": ("cat@AAA", "iccpr@AAA")}
    s = world.situation(countries=["CCC", "OBS"], themes=["work"])
    signed = {"treaties": ("icescr@CCC", "iccpr@CCC")}
    assert gates.treaty_ratified(s, RouteSlug.TREATY_BODY_REVIEW, "x").params == signed
    s = world.situation(countries=["OBS"], themes=["work"])
    neither = {"treaties": ("icescr@OBS", "iccpr@OBS")}
    assert gates.treaty_ratified(s, RouteSlug.TREATY_BODY_REVIEW, "x").params == neither


def test_a_sentence_names_a_dozen_treaties_at_most():
    pairs = world.situation(countries=["AAA", "BBB", "CCC"], themes=[]).ground.pairs
    assert len(pairs) == 18
    assert len(gates.named(pairs)["treaties"]) == 12


def test_a_gate_cites_its_source_on_the_day():
    """A requirement that ends counts through its last day."""
    row = requirement("not-needed", end="2026-11-24")
    edition = replace(world.edition(), requirements=(row,))
    given = world.scenario(**world.case(scale="consistent-pattern"))
    on, after = (situate(given, edition, datetime.date(2026, 11, day)) for day in (24, 25))
    assert (of(on, ROUTE, SLUG).result, of(after, ROUTE, SLUG).result) == ("not-needed", "pass")
