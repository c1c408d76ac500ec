"""Slugs are stable: kept advice, cases, links and other programs hold them. `slugs.txt` names each that there ever was."""

from enum import StrEnum
from pathlib import Path

import pytest

from rules import vocabulary
from rules.vocabulary import RouteSlug, Verdict

LINES = (Path(__file__).parent / "slugs.txt").read_text(encoding="utf-8").splitlines()
KNOWN = {name: slugs.split() for name, slugs in (line.split(": ") for line in LINES)}
KINDS = {
    name: kind
    for name, kind in vars(vocabulary).items()
    if isinstance(kind, type) and issubclass(kind, StrEnum) and kind is not StrEnum
}


@pytest.mark.parametrize("name", KNOWN)
def test_no_slug_is_renamed_and_a_new_one_is_written_down(name):
    assert [*KINDS[name]] == KNOWN[name]


def test_every_list_is_written_down():
    assert KINDS.keys() == KNOWN.keys()


@pytest.mark.parametrize("name", KNOWN)
def test_a_slug_is_plain_lower_case_with_hyphens(name):
    for slug in KNOWN[name]:
        assert slug == slug.lower()
        assert slug.replace("-", "").isalnum()
    assert len(set(KNOWN[name])) == len(KNOWN[name])


def test_equal_scores_are_listed_in_the_order_of_the_routes():
    assert [*RouteSlug] == [
        "special-procedures",
        "upr",
        "council-sessions",
        "treaty-body-review",
        "treaty-body-complaint",
        "complaint-procedure",
    ]


def test_verdicts_go_from_best_to_worst():
    assert [*Verdict] == ["strong", "good", "possible", "weak", "closed"]
