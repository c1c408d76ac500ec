"""An edition looks things up as of a day, and a kept one can always be read."""

import datetime
import hashlib
import json
from dataclasses import FrozenInstanceError, replace

import pytest

from rules.dates import Period
from rules.facts.requirements import Requirement
from rules.vocabulary import GateSlug, RouteSlug
from tests.rules import shipped, world

KEPT = sorted(path.name.removesuffix(".json.gz") for path in shipped.EDITIONS.iterdir())


def day(text):
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize("edition_id", KEPT)
def test_a_kept_edition_is_named_by_its_content_and_can_be_read(edition_id):
    text = json.dumps(shipped.content(edition_id), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert hashlib.sha256(text.encode()).hexdigest()[:32] == edition_id
    edition = shipped.edition(edition_id)
    assert edition.id == edition_id
    assert len(edition.states) == 195
    assert edition.weights.tables.keys() == set(RouteSlug) == edition.sides.keys()


@pytest.mark.parametrize("edition_id", KEPT)
def test_every_treaty_and_mandate_that_a_kept_edition_names_is_in_it(edition_id):
    edition = shipped.edition(edition_id)
    assert edition.theme_treaties.keys() <= edition.themes.keys()
    covers = [row for rows in edition.theme_treaties.values() for row in rows]
    assert covers
    assert {row.treaty for row in covers} <= edition.treaties.keys()
    assert edition.mandate_roles
    assert {role.mandate for role in edition.mandate_roles} <= {mandate.slug for mandate in edition.mandates}
    assert {role.theme for role in edition.mandate_roles if role.theme} <= edition.themes.keys()
    for mandate in edition.mandates:
        assert set(mandate.themes) <= edition.themes.keys()
        assert mandate.country is None or mandate.country in edition.states
    assert {country for country, _, _ in edition.commitments} <= edition.states.keys()


def commitments(*spans):
    acts = [
        replace(
            world.act("party", "2000-01-01")[0],
            note=name,
            span=Period(start and world.date(start), end and world.date(end)),
        )
        for name, start, end in spans
    ]
    return replace(world.edition(), commitments={("AAA", "cat", "treaty"): tuple(acts)})


@pytest.mark.parametrize(
    ("on", "name"),
    [
        ("1999-12-31", None),
        ("2000-01-01", "first"),
        ("2009-12-31", "first"),
        ("2010-01-01", "second"),
        ("2026-01-01", "second"),
    ],
)
def test_the_act_that_counts_is_the_one_of_the_day(on, name):
    edition = commitments(("first", "2000-01-01", "2009-12-31"), ("second", "2010-01-01", None))
    found = edition.commitment("AAA", "cat", "treaty", day(on))
    assert (found and found.note) == name


def test_of_two_acts_in_force_the_later_one_counts():
    edition = commitments(("first", "2000-01-01", None), ("second", "2010-01-01", None))
    assert edition.commitment("AAA", "cat", "treaty", day("2026-01-01")).note == "second"
    assert edition.commitment("AAA", "cat", "inquiry", day("2026-01-01")) is None


def test_a_requirement_counts_on_its_days():
    rows = [
        Requirement(
            RouteSlug.UPR,
            GateSlug.ONE_COUNTRY,
            need,
            Period(start and world.date(start), end and world.date(end)),
            "s",
            "",
        )
        for need, start, end in (("required", None, "2025-12"), ("not-needed", "2026-01", None))
    ]
    edition = replace(world.edition(), requirements=tuple(rows))
    found = [
        edition.requirement(RouteSlug.UPR, GateSlug.ONE_COUNTRY, day(on)).need for on in ("2025-12-31", "2026-01-01")
    ]
    assert found == ["required", "not-needed"]
    assert edition.requirement(RouteSlug.UPR, GateSlug.PATTERN, day("2026-01-01")) is None


def test_the_experts_on_a_theme_begin_with_those_who_name_it_first():
    found = world.edition().mandates_by_theme
    assert [mandate.slug for mandate in found["work"]] == ["new", "old", "housing"]
    assert [mandate.slug for mandate in found["torture"]] == ["torture", "disappearances"]
    assert "ddd" not in {mandate.slug for rows in found.values() for mandate in rows}


def test_the_experts_on_a_state_are_its_own():
    again = world.mandate("again", country="DDD")
    edition = replace(world.edition(), mandates=(*world.edition().mandates, again))
    assert {country: [m.slug for m in rows] for country, rows in edition.mandates_by_country.items()} == {
        "DDD": ["ddd", "again"]
    }


def test_a_number_that_the_facts_do_not_have_is_an_error():
    assert world.edition().rule("upr-mid-term") == 30
    with pytest.raises(KeyError):
        world.edition().rule("no-such-number")


def test_nothing_in_an_edition_can_be_changed():
    with pytest.raises(FrozenInstanceError):
        world.edition().id = "other"
    with pytest.raises(FrozenInstanceError):
        world.edition().treaties["cat"].limit_months = 1
