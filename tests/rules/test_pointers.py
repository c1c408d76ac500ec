"""Doors outside the six routes."""

from dataclasses import replace

import pytest

from rules.pointers import pointers
from rules.vocabulary import PointerSlug

from . import truth, world

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


def test_each_door_cites_its_source():
    s = world.situation(**world.case(urgency="imminent", reprisals="feared", remedies="under-way", countries=["AAA"]))
    assert [(door.pointer, door.source) for door in pointers(s)] == [
        ("emergency", "ishr-communications"),
        ("reprisals", "ohchr-reprisals"),
        ("regional", "src"),
        ("domestic", "tb-communications"),
    ]
