"""From when a treaty binds, and what a State's act is worth on a day."""

import datetime
from dataclasses import replace

import pytest

from rules.dates import Period
from rules.facts.treaties import binds_from
from tests.rules import shipped, world


def day(text):
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("deposit", "delay", "in_force", "binds"),
    [
        ("2020-01-15", (3, 0), None, "2020-04-15"),
        ("2020-01-15", (0, 30), None, "2020-02-14"),
        ("2020-01-15", (0, 0), None, "2020-01-15"),
        ("2019-11-30", (3, 0), None, "2020-02-29"),
        ("2018-11-30", (3, 0), None, "2019-02-28"),
        ("2020-01-15", (1, 1), None, "2020-02-16"),
        ("1985-01-01", (0, 30), "1987-06-26", "1987-06-26"),
        ("1987-05-27", (0, 30), "1987-06-26", "1987-06-26"),
        ("1987-05-28", (0, 30), "1987-06-26", "1987-06-27"),
    ],
)
def test_a_treaty_binds_after_its_delay_and_not_before_it_is_in_force(deposit, delay, in_force, binds):
    """The delays are facts of `treaties.csv`: three months under the Covenants, thirty days under CAT."""
    assert binds_from(day(deposit), delay, in_force and day(in_force)) == day(binds)


@pytest.mark.parametrize("status", ["party", "accepted"])
def test_an_act_binds_from_its_day_until_it_is_withdrawn(status):
    (found,) = world.act(status, "2020-01-01", "2020-04-01")
    ended = replace(found, span=Period(found.span.start, world.date("2023-02-08")))
    assert [ended.binds(day(text)) for text in ("2020-03-31", "2020-04-01", "2023-02-08", "2023-02-09")] == [
        False,
        True,
        True,
        False,
    ]


@pytest.mark.parametrize("status", ["signatory", "not-accepted", "none"])
def test_a_signature_or_a_refusal_never_binds(status):
    (found,) = world.act(status, "2020-01-01")
    assert not replace(found, binds_from=day("2020-01-01")).binds(day("2026-01-01"))


def test_an_act_without_a_day_binds_nobody():
    (found,) = world.act("party", None)
    assert found.binds_from is None
    assert not found.binds(day("2026-01-01"))


def test_every_kind_of_rule_in_the_kept_facts_is_one_that_the_rules_know():
    treaties = shipped.edition().treaties.values()
    assert {treaty.limit_kind for treaty in treaties} == {"strict", "guidance", "none", "not-applicable"}
    assert {treaty.same_matter for treaty in treaties} == {"none", "pending", "pending-or-examined", "not-applicable"}
    assert all(treaty.limit_months for treaty in treaties if treaty.limit_kind in ("strict", "guidance"))


@pytest.mark.parametrize(
    ("treaty", "months", "kind", "same_matter"),
    [
        ("cerd", 6, "strict", "none"),
        ("iccpr", 60, "guidance", "pending"),
        ("icescr", 12, "strict", "pending-or-examined"),
        ("crc", 12, "strict", "pending-or-examined"),
        ("cedaw", None, "none", "pending-or-examined"),
        ("cat", None, "none", "pending-or-examined"),
        ("crpd", None, "none", "pending-or-examined"),
        ("ced", None, "none", "pending"),
        ("cmw", None, "not-applicable", "pending-or-examined"),
    ],
)
def test_what_each_committee_asks_for(treaty, months, kind, same_matter):
    """ICERD art. 14(5), OP-ICESCR art. 3, OP-CRC-IC art. 7, OP-CEDAW art. 4, CAT art. 22(5), OP-CRPD art. 2, CED art. 31."""
    found = shipped.edition().treaties[treaty]
    assert (found.limit_months, found.limit_kind, found.same_matter) == (months, kind, same_matter)
