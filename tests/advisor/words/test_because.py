"""Why a route fits, in one sentence."""

import pytest

from advisor.words.because import CLAUSES, because_sentence
from advisor.words.factors import FACTORS
from tests.advisor.advice.reading import FIRST_SCREENS


def test_every_clause_is_of_a_factor():
    assert CLAUSES.keys() <= FACTORS.keys()


@pytest.mark.parametrize("case", FIRST_SCREENS)
def test_every_reason_of_a_case_is_a_clause_of_one_sentence(case, advised, frozen):
    for route in advised(case).routes:
        sentence = because_sentence(route, frozen)
        assert {factor.factor for factor in route.because} <= CLAUSES.keys()
        assert sentence.startswith("Because ") == bool(route.because)
        assert sentence.count(".") <= 1


def test_what_is_unknown_is_no_reason():
    assert not [code for code in CLAUSES if code.endswith("-unknown")]
