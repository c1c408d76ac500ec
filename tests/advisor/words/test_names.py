"""Names and numbers as they stand in sentences."""

import pytest
from django.utils.translation import ngettext_lazy

from advisor.editions import store
from advisor.words import names


def test_a_few_treaties_are_named_in_full_and_many_are_not(edition: str) -> None:
    facts = store.open_edition(edition)
    assert names.pairs(["crc@KEN"], facts) == "Kenya: Convention on the Rights of the Child (CRC)"
    assert names.pairs(["crc@KEN", "cat@KEN", "cat@TGO"], facts) == "Kenya: CRC and CAT; Togo: CAT"


def test_a_sentence_takes_the_numbers_of_the_edition(edition: str) -> None:
    facts = store.open_edition(edition)
    text = names.fill("Up to %(rule_written_statement_words_general)s words.", {}, facts)
    assert text == f"Up to {facts.rule('written-statement-words-general'):,} words."


@pytest.mark.parametrize("sentence", ["%(country)s", "%(rule_no_such_rule)s", "%(nonsense)s"])
def test_a_hole_that_cannot_be_filled_is_an_error(sentence: str, edition: str) -> None:
    with pytest.raises(KeyError):
        names.fill(sentence, {}, store.open_edition(edition))


def test_a_sentence_says_what_it_asks_for() -> None:
    sentence = ngettext_lazy("%(committee)s: %(months)s month", "%(committee)s: %(rule_cp_pages)s months", "months")
    assert names.asked_for(sentence) == {"committee", "months", "rule_cp_pages"}
    assert names.rule_keys(sentence) == {"cp-pages"}


@pytest.mark.parametrize("sentence", ["%(months)", "%(months)q"])
def test_a_broken_sentence_is_an_error(sentence: str) -> None:
    with pytest.raises(ValueError):
        names.asked_for(sentence)


@pytest.mark.parametrize(("months", "said"), [(1, "Within 1 month"), (6, "Within 6 months")])
def test_a_count_chooses_its_form(months: int, said: str, edition: str) -> None:
    sentence = ngettext_lazy("Within %(months)s month", "Within %(months)s months", "months")
    assert names.fill(sentence, {"months": months}, store.open_edition(edition)) == said
