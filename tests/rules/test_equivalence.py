"""What advice reads of an edition is the ground and a few named parts: so where these are the same, the advice is."""

import ast
import datetime
import re
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from rules import ground
from rules.advice import advise
from rules.equivalence import BESIDE_THE_GROUND, same_ground, same_rules
from rules.facts.edition import Edition

from . import world

CORE = Path(ground.__file__).parent
PARTS = {field.name for field in fields(Edition)}


class Watched(Edition):
    """An edition that notes which of its parts are read."""

    def __getattribute__(self, name: str) -> Any:
        if name in PARTS and WATCHING[-1]:
            READ.add(name)
        return super().__getattribute__(name)


READ: set[str] = set()
WATCHING = [True]


def watched() -> Watched:
    edition = world.edition()
    return Watched(**{name: getattr(edition, name) for name in PARTS})


@pytest.fixture(autouse=True)
def what_the_ground_reads_is_not_noted(monkeypatch):
    laid = ground.lay

    def lay(*arguments):
        WATCHING.append(False)
        try:
            return laid(*arguments)
        finally:
            WATCHING.pop()

    monkeypatch.setattr(ground, "lay", lay)
    READ.clear()


@pytest.mark.parametrize("counterfactuals", [False, True])
def test_routes_read_nothing_else(counterfactuals):
    edition = watched()

    @given(world.ANSWERS, world.DAYS)
    def ask(answers: dict[str, object], day: datetime.date) -> None:
        advise(world.scenario(**answers), edition, day, counterfactuals=counterfactuals)

    ask()
    assert "weights" in READ
    assert READ - {"id"} <= set(BESIDE_THE_GROUND)


NOT_ROUTES = ("equivalence.py", "edition.py", "committee_calendar.py", "ground.py", "renewals.py", "timetable.py")
"""They lay the ground, or are the edition itself."""
READ_THROUGH = {"requirement": "requirements", "rule": "rules", "addresses_by_action": "addresses"}
"""What routes call, and the part that it looks up."""


def test_no_line_of_a_route_reads_anything_else():
    """What answers rarely reach is found in the text itself."""
    found = set()
    for path in CORE.rglob("*.py"):
        if path.name not in NOT_ROUTES:
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if (
                    isinstance(node, ast.Attribute)
                    and getattr(node.value, "attr", getattr(node.value, "id", "")) == "edition"
                ):
                    found.add(node.attr)
    assert READ_THROUGH.keys() <= found
    assert {READ_THROUGH.get(part, part) for part in found - {"id"}} == set(BESIDE_THE_GROUND)


def test_only_the_ground_asks_the_timetable_about_an_edition():
    asking = {
        path.name
        for path in CORE.rglob("*.py")
        if re.search(r"\b(upr_position|next_council_session|committee_position)\(", path.read_text(encoding="utf-8"))
    }
    assert asking == {"committee_calendar.py", "ground.py", "timetable.py"}


def test_another_part_makes_other_rules():
    one = world.edition()
    for part in BESIDE_THE_GROUND:
        parts = {name: getattr(one, name) for name in PARTS} | {part: object()}
        assert not same_rules(one, Edition(**parts)), part
    states = dict(list(one.states.items())[1:])
    assert not same_rules(one, Edition(**({name: getattr(one, name) for name in PARTS} | {"states": states})))
    assert same_rules(one, world.edition())


def test_a_fact_on_a_state_that_comes_next_makes_another_ground_for_its_region():
    one = world.edition()
    other = Edition(**({name: getattr(one, name) for name in PARTS} | {"reviews": {**one.reviews, "CCC": ()}}))
    assert not same_ground(world.scenario(countries=[], regions=["african"]), one, other, world.DAY)
    assert same_ground(world.scenario(countries=[], regions=["weog"]), one, other, world.DAY)


def test_another_fact_makes_another_ground_for_its_state_alone():
    one = world.edition()
    country, elsewhere = list(one.reviews)[:2]
    reviews = {**one.reviews, country: ()}
    other = Edition(**({name: getattr(one, name) for name in PARTS} | {"reviews": reviews}))
    assert not same_ground(world.scenario(countries=[country]), one, other, world.DAY)
    assert same_ground(world.scenario(countries=[elsewhere]), one, other, world.DAY)
