"""Limits come from the edition: with their source and their doubt, or not at all."""

from dataclasses import replace

import pytest

from advisor.drafts.limits import counted, limits, refusing
from advisor.drafts.outlines import OUTLINES
from advisor.words import texts
from rules.vocabulary import Ecosoc


@pytest.fixture
def found(frozen):
    def run(kind, *, treaty="", ecosoc=None, edition=frozen):
        return limits(OUTLINES[kind], treaty=treaty, ecosoc=ecosoc, edition=edition)

    return run


def changed(edition, key, **values):
    """The edition with other values in one of its numbers; without the number where there are none."""
    said = texts.of(edition)
    numbers = {name: row for name, row in said.numbers.items() if name != key}
    if values:
        numbers[key] = replace(said.numbers[key], **values)
    return replace(edition, texts=replace(said, numbers=numbers))


@pytest.mark.parametrize(("kind", "words"), [("upr-submission", 2815), ("upr-joint-submission", 5630)])
def test_what_is_not_verified_says_so_and_refuses_nothing(found, kind, words):
    (limit,) = found(kind)
    assert (limit.value, limit.unit, limit.verified, limit.source) == (words, "words", False, "upr-word-limits")
    assert "was not read" in limit.note
    assert refusing([limit], 10 * words) is None


@pytest.mark.parametrize(
    ("ecosoc", "values"),
    [
        (Ecosoc.GENERAL, [2000]),
        (Ecosoc.SPECIAL, [1500]),
        (Ecosoc.ROSTER, [1500]),
        (Ecosoc.NONE, [2000, 1500, 1500]),
        (None, [2000, 1500, 1500]),
    ],
)
def test_a_written_statement_is_as_long_as_the_status_in_whose_name_it_is_made(found, ecosoc, values):
    assert [limit.value for limit in found("written-statement", ecosoc=ecosoc)] == values


def test_where_the_status_is_not_known_the_shortest_counts_and_only_the_longest_refuses(found):
    several = found("written-statement")
    assert counted(several).value == 1500
    assert refusing(several, 1900) is None
    assert refusing(several, 2041).value == 2000


@pytest.mark.parametrize(("words", "refused"), [(1500, False), (1530, False), (1531, True)])
def test_ways_of_counting_differ_by_two_per_cent(found, words, refused):
    assert bool(refusing(found("written-statement", ecosoc=Ecosoc.SPECIAL), words)) is refused


def test_what_no_editor_has_verified_refuses_nothing(found, frozen):
    doubtful = changed(frozen, "written-statement-words-special", verified=False)
    assert refusing(found("written-statement", ecosoc=Ecosoc.SPECIAL, edition=doubtful), 9000) is None


def test_an_editor_changes_a_limit_and_the_draft_follows(found, frozen):
    longer = changed(frozen, "submission-words-single", value=3000, verified=True)
    (limit,) = found("upr-submission", edition=longer)
    assert (limit.text, limit.verified) == ("Longest submission by one organisation: 3,000 words", True)


def test_without_a_number_in_the_edition_there_is_no_limit(found, frozen):
    assert found("upr-submission", edition=changed(frozen, "submission-words-single")) == ()
    assert found("urgent-appeal") == ()


def test_a_limit_of_one_committee_is_not_that_of_another(found):
    assert [limit.value for limit in found("alternative-report", treaty="cedaw")] == [3300]
    assert found("alternative-report", treaty="crc") == ()
    assert [limit.unit for limit in found("communication", treaty="ced")] == ["pages"]
    assert found("communication", treaty="cat") == ()


def test_what_is_not_counted_in_words_is_shown_and_not_counted(found):
    spoken = found("oral-statement")
    assert [(limit.value, limit.unit) for limit in spoken] == [(120, "seconds"), (90, "seconds")]
    assert counted(spoken) is None
    assert refusing(spoken, 100_000) is None
