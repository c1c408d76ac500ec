"""What the facts say on a day about the States and themes named."""

import datetime
from dataclasses import replace

import pytest

from rules.dates import Period
from rules.ground import lay, situate, treaties_on

from . import truth, world

YES = {True: "yes", False: "no"}


@pytest.mark.parametrize("row", truth.rows("committees/binding"))
def test_what_binds_a_state_on_a_day(row):
    _, pair = truth.one_committee(row)
    assert YES[pair.bound] == row["bound"]
    assert YES[pair.signed] == row["signed"]
    assert YES[pair.complaints_open] == row["accepts_complaints"]
    assert YES[pair.inquiry_open] == row["accepts_inquiries"]
    assert str(pair.binds_from or "") == row["counts_from"]


@pytest.mark.parametrize(
    ("themes", "order"),
    [
        (["torture"], ["torture", "disappearances"]),
        (["enforced-disappearance"], ["disappearances"]),
        (["enforced-disappearance", "torture"], ["disappearances", "torture"]),
        (["work"], ["new", "housing"]),
        (["housing", "work"], ["housing", "new"]),
        (["racism", "torture"], ["racism", "torture", "disappearances"]),
        ([], []),
    ],
)
def test_the_closest_experts_come_first_then_those_who_cover_most(themes, order):
    """Closest: a theme named is the first of the mandate's own. `new` came in October 2025, when `old` ended."""
    found = [
        mandate.slug for mandate in lay(world.scenario(themes=themes), world.edition(), world.DAY).thematic_mandates
    ]
    assert found == order


def test_an_expert_on_a_state_counts_while_the_mandate_lasts():
    ended = world.mandate("gone", country="DDD", end="2026-11-23")
    edition = replace(world.edition(), mandates=(*world.edition().mandates, ended))
    given = world.scenario(countries=["AAA", "DDD"])
    assert [mandate.slug for mandate in lay(given, edition, world.DAY).country_mandates] == ["ddd"]
    before = datetime.date(2026, 11, 23)
    assert [mandate.slug for mandate in lay(given, edition, before).country_mandates] == ["ddd", "gone"]


def test_a_regional_body_counts_for_its_states_while_they_belong_to_it():
    left = replace(
        world.edition().regional_bodies[0], states={"AAA": Period(None, world.date("2026-11-23")), "BBB": Period()}
    )
    edition = replace(world.edition(), regional_bodies=(left,))
    given = world.scenario(countries=["AAA", "BBB", "CCC"])
    on = {
        day: [country for _, country in lay(given, edition, datetime.date(2026, 11, day)).regional] for day in (23, 24)
    }
    assert on == {23: ["AAA", "BBB"], 24: ["BBB"]}


@pytest.mark.parametrize(
    ("themes", "treaties"),
    [
        (None, ()),
        ((), ("cat", "ced", "cerd", "cmw", "iccpr", "icescr")),
        (("work",), ("icescr",)),
        (("torture", "racism"), ("cat", "cerd", "iccpr")),
        (("uncovered",), ()),
    ],
)
def test_the_treaties_on_a_theme_and_every_core_treaty_where_no_theme_is_meant(themes, treaties):
    assert treaties_on(themes, world.edition()) == treaties


def test_a_treaty_that_is_not_core_counts_only_where_a_theme_names_it():
    optional = replace(world.treaty("opcat"), core=False)
    themes = {**world.edition().themes, "torture": world.theme("torture", "opcat")}
    edition = replace(world.edition(), treaties={**world.edition().treaties, "opcat": optional}, themes=themes)
    assert "opcat" not in treaties_on((), edition)
    assert treaties_on(("torture",), edition) == ("opcat",)


def test_every_state_is_judged_under_every_treaty_on_the_themes():
    pairs = lay(world.scenario(countries=["BBB", "AAA"], themes=["torture"]), world.edition(), world.DAY).pairs
    assert [(pair.country, pair.treaty.slug) for pair in pairs] == [
        ("AAA", "cat"),
        ("AAA", "iccpr"),
        ("BBB", "cat"),
        ("BBB", "iccpr"),
    ]


def test_a_treaty_that_the_edition_does_not_have_is_left_out():
    themes = {**world.edition().themes, "work": world.theme("work", "icescr", "ilo-87")}
    edition = replace(world.edition(), themes=themes)
    pairs = lay(world.scenario(countries=["AAA"], themes=["work"]), edition, world.DAY).pairs
    assert [pair.treaty.slug for pair in pairs] == ["icescr"]


def test_not_known_stays_apart_from_none():
    laid = lay(world.scenario(), world.edition(), world.DAY)
    assert (laid.countries, laid.themes, laid.pairs, laid.positions) == (None, None, (), ())
    assert lay(world.scenario(countries=[], themes=[]), world.edition(), world.DAY).countries == ()


@pytest.mark.parametrize(
    ("answers", "about_cases"),
    [
        ({"information": "individual-cases"}, True),
        ({"scale": "single-case"}, True),
        ({"information": "country-overview"}, None),
        ({"information": "country-overview", "scale": "law-or-policy"}, False),
        ({}, None),
    ],
)
def test_a_situation_knows_whether_it_is_about_cases(answers, about_cases):
    assert world.situation(**answers).about_cases is about_cases


def test_ground_that_is_given_is_not_laid_again():
    s = world.situation(countries=["AAA"])
    assert situate(world.scenario(countries=["BBB"]), s.edition, s.day, s.ground).ground is s.ground
