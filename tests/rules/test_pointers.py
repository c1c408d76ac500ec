"""Doors outside the six routes."""

import datetime
from dataclasses import replace

import pytest

from rules.dates import Period
from rules.ground import situate
from rules.pointers import pointers
from rules.result import Addressee
from rules.scenario import check
from rules.vocabulary import PointerSlug, Region

from . import decided, truth, world

DOORS = truth.rows("pointers")


@pytest.mark.parametrize("row", DOORS)
def test_other_doors(row):
    assert truth.doors(row) == row["doors"]


def test_every_door_has_a_row():
    text = " ".join(row.values[0]["doors"] for row in DOORS)
    assert [slug for slug in PointerSlug if slug not in text] == []


def test_a_regional_body_is_named_once_with_all_its_states_and_its_own_source():
    bodies = [replace(world.edition().regional_bodies[0], slug=slug, source=slug) for slug in ("court", "commission")]
    s = world.situation(countries=["AAA", "BBB"], reprisals="none")
    laid = ((bodies[0], "AAA"), (bodies[1], "AAA"), (bodies[0], "BBB"))
    found = pointers(replace(s, ground=replace(s.ground, regional=laid)))
    assert [(door.params, door.source) for door in found] == [
        ({"body": "court", "countries": ("AAA", "BBB")}, "court"),
        ({"body": "commission", "countries": ("AAA",)}, "commission"),
    ]


def test_a_body_is_named_with_how_to_reach_it():
    body = truth.inquiry("AAA", name="An inquiry")
    s = situate(world.scenario(countries=["AAA"], reprisals="none"), replace(world.edition(), doors=(body,)), world.DAY)
    found = next(door for door in pointers(s) if door.pointer == "investigation")
    assert found.bodies == (Addressee("An inquiry", body.kind, "inquiry@example.org", "src", "It keeps evidence."),)
    assert (found.source, found.params) == ("src", {"country": "AAA"})


def test_a_body_counts_while_it_exists_and_in_its_states_or_its_regions():
    body = replace(truth.inquiry("AAA"), span=Period(world.date("2020"), world.date("2026-11-24")))
    for door, day, country, open_ in (
        (body, "2026-11-24", "AAA", True),
        (body, "2026-11-25", "AAA", False),
        (body, "2019-12-31", "AAA", False),
        (replace(body, states=(), regions=(Region.AFRICAN,)), "2026-11-24", "BBB", True),
        (replace(body, states=(), regions=(Region.WEOG,)), "2026-11-24", "BBB", False),
    ):
        edition = replace(world.edition(), doors=(door,))
        s = situate(world.scenario(countries=[country]), edition, datetime.date.fromisoformat(day))
        assert bool(s.ground.doors) is open_, (day, country)


def test_somebody_with_information_on_everything_in_a_state_gets_every_emergency_body():
    one = world.edition()
    door = replace(truth.inquiry(), pointer=PointerSlug.EMERGENCY, themes=("work",))
    themes = {**one.themes, "country-situation": world.theme("country-situation")}
    edition = replace(one, doors=(door, replace(door, pointer=PointerSlug.OTHER_DOOR)), themes=themes)
    given = check({"themes": ["country-situation"], "urgency": "imminent"}, countries=edition.states, themes=themes)
    found = {door.pointer.value: len(door.bodies) for door in pointers(situate(given, edition, world.DAY))}
    assert found["emergency"] == 1
    assert "other-door" not in found


def test_each_door_cites_its_source():
    danger = {"urgency": "imminent", "danger": ["eviction"]}
    s = world.situation(**world.case(**danger, reprisals="feared", remedies="under-way", countries=["AAA"]))
    assert [(door.pointer, door.source) for door in pointers(s)] == [
        ("emergency", "ishr-communications"),
        ("reprisals", "ohchr-reprisals"),
        ("regional", "src"),
        ("domestic", "tb-communications"),
    ]


@pytest.mark.parametrize("status", ["A", "B", "none", "unknown"])
def test_only_an_accredited_institution_is_named_and_only_for_its_state(status):
    parts = {"institutions": (decided.institution("AAA", status), decided.institution("BBB"))}
    found = pointers(decided.situation(parts, countries=["AAA"], themes=["uncovered"]))
    named = [
        (pointer.code, [body.name for body in pointer.bodies]) for pointer in found if pointer.pointer == "other-door"
    ]
    assert named == ([("other-door.national", ["Commission of AAA"])] if status in ("A", "B") else [])


def test_an_institution_that_lost_its_status_is_not_named():
    parts = {"institutions": (decided.institution("AAA", start="2019", end="2024-03-01"),)}
    found = pointers(decided.situation(parts, countries=["AAA"], reprisals="none"))
    assert [pointer.code for pointer in found if pointer.pointer is PointerSlug.OTHER_DOOR] == []


def test_remedies_at_home_name_the_institution():
    case = {"information": "individual-cases", "scale": "single-case", "remedies": "under-way", "reprisals": "none"}
    found = pointers(decided.situation({"institutions": (decided.institution("AAA"),)}, countries=["AAA"], **case))
    domestic = [pointer for pointer in found if pointer.code == "domestic.under-way"]
    assert [(body.name, body.accreditation) for body in domestic[0].bodies] == [("Commission of AAA", "A")]
