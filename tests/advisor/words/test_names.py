"""Names, days and numbers as they stand in sentences."""

import pytest
from django.utils import translation

from advisor.editions import store
from advisor.words import names
from rules.dates import PartialDate


@pytest.mark.parametrize(("date", "words"), [("2027-06-01", "1 June 2027"), ("2027-06", "June 2027"), ("2027", "2027")])
def test_a_day_is_as_precise_as_it_is_known(date: str, words: str) -> None:
    assert names.day(PartialDate.parse(date)) == words


def test_a_day_speaks_the_language_of_the_page() -> None:
    with translation.override("fr"):
        assert names.day(PartialDate.parse("2027-06-01")) == "1 juin 2027"


@pytest.mark.parametrize(
    ("row", "words"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_names_in_a_row(row: list[str], words: str) -> None:
    assert names.listed(row) == words


def test_a_few_treaties_are_named_in_full_and_many_are_not(edition: str) -> None:
    facts = store.open_edition(edition)
    assert names.pairs(["crc@KEN"], facts) == "Kenya: Convention on the Rights of the Child (CRC)"
    assert names.pairs(["crc@KEN", "cat@KEN", "cat@TGO"], facts) == "Kenya: CRC and CAT; Togo: CAT"


def test_a_sentence_takes_the_numbers_of_the_edition(edition: str) -> None:
    facts = store.open_edition(edition)
    text = names.fill("Up to %(rule:written-statement-words-general)s words.", {}, facts)
    assert text == f"Up to {facts.rule('written-statement-words-general'):,} words."


@pytest.mark.parametrize("sentence", ["%(country)s", "%(rule:no-such-rule)s", "%(nonsense)s"])
def test_a_hole_that_cannot_be_filled_is_an_error(sentence: str, edition: str) -> None:
    with pytest.raises(KeyError):
        names.fill(sentence, {}, store.open_edition(edition))
