"""What the facts say on a day about the States and themes named."""

import datetime
from dataclasses import replace

import pytest

from rules.dates import Period
from rules.ground import covers, lay, situate

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
    ("themes", "found"),
    [
        (["torture"], ["torture own", "disappearances if"]),
        (["work"], ["housing also", "new own"]),
        ([], []),
    ],
)
def test_roles_are_laid_by_theme_while_their_mandates_last(themes, found):
    """`new` came in October 2025, when `old` ended. Roles in a danger are laid for every scenario."""
    laid = lay(world.scenario(themes=themes), world.edition(), world.DAY)
    assert sorted(f"{mandate.slug} {role.role}" for role, mandate in laid.roles if role.theme) == sorted(found)
    assert [mandate.slug for role, mandate in laid.roles if role.danger] == ["torture"]


def test_a_mandate_on_a_territory_is_laid_for_the_state_that_holds_it():
    mandates = (*world.edition().mandates, world.mandate("territory", country="BBB"))
    edition = replace(world.edition(), mandates=mandates, mandate_roles=(world.role("territory", state="AAA"),))
    assert [mandate.slug for _, mandate in lay(world.scenario(countries=["AAA"]), edition, world.DAY).roles] == [
        "territory"
    ]
    assert lay(world.scenario(countries=["CCC"]), edition, world.DAY).roles == ()


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
        (None, ""),
        (("work",), "icescr iccpr?"),
        (("racism", "torture"), "cat cerd iccpr"),
        (("housing", "racism"), "cerd icescr iccpr"),
        (("uncovered",), "iccpr"),
    ],
)
def test_the_closest_treaty_comes_first_and_one_that_names_a_right_before_one_that_can_be_framed(themes, treaties):
    found = covers(themes, world.edition())
    assert " ".join(f"{slug}{'?' if row and row.kind == 'framed' else ''}" for slug, row in found.items()) == treaties


def test_where_no_theme_is_meant_every_core_treaty_may_cover_it():
    assert covers((), world.edition()) == dict.fromkeys(world.edition().treaties)


def test_the_covenant_can_be_framed_under_a_theme_without_rows():
    assert covers(("uncovered",), world.edition()) == {"iccpr": None}


def test_a_treaty_that_is_not_core_counts_only_where_a_theme_names_it():
    optional = replace(world.treaty("opcat"), core=False)
    named = {**world.edition().theme_treaties, "torture": world.covered("opcat")}
    edition = replace(world.edition(), treaties={**world.edition().treaties, "opcat": optional}, theme_treaties=named)
    assert "opcat" not in covers((), edition)
    assert [*covers(("torture",), edition)] == ["opcat", "iccpr"]


def test_every_state_is_judged_under_every_treaty_on_the_themes():
    pairs = lay(world.scenario(countries=["BBB", "AAA"], themes=["torture"]), world.edition(), world.DAY).pairs
    assert [(pair.country, pair.treaty.slug) for pair in pairs] == [
        ("AAA", "cat"),
        ("AAA", "iccpr"),
        ("BBB", "cat"),
        ("BBB", "iccpr"),
    ]


def test_a_treaty_that_the_edition_does_not_have_is_left_out():
    named = {**world.edition().theme_treaties, "work": world.covered("icescr", "ilo-87")}
    edition = replace(world.edition(), theme_treaties=named)
    pairs = lay(world.scenario(countries=["AAA"], themes=["work"]), edition, world.DAY).pairs
    assert [pair.treaty.slug for pair in pairs] == ["icescr", "iccpr"]


def test_a_limit_that_has_ended_no_longer_counts():
    ended = replace(world.limit("time_limit", months=3), span=Period(None, world.date("2026-11-23")))
    edition = replace(world.edition(), limits={("AAA", "cerd"): (ended,)})
    for day, months in ((23, [3]), (24, [])):
        pairs = lay(world.scenario(countries=["AAA"], themes=["racism"]), edition, datetime.date(2026, 11, day)).pairs
        assert [limit.months for limit in pairs[0].limits] == months


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
    assert situate(world.scenario(countries=["BBB"]), s.edition, s.day, s).ground is s.ground
