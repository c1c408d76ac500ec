"""Every word that the advice explains is in the glossary, and every code that needs one has it."""

import pytest

from advisor.advice import terms
from mechanisms.glossary import ENTRIES
from rules.vocabulary import ActionSlug, DateCode, GateSlug, RouteSlug

TABLES = [terms.ACTIONS, terms.GATES, terms.DATES, terms.ROUTES, terms.POINTERS]


@pytest.mark.parametrize("table", TABLES)
def test_every_word_is_in_the_glossary(table):
    assert set(table.values()) <= set(ENTRIES)


@pytest.mark.parametrize(
    ("table", "codes"), [(terms.ACTIONS, ActionSlug), (terms.DATES, DateCode), (terms.ROUTES, RouteSlug)]
)
def test_every_action_date_and_route_has_a_word(table, codes):
    assert set(table) == set(codes)


def test_a_condition_without_a_word_says_in_its_name_what_it_is():
    assert set(GateSlug) - set(terms.GATES) == {
        GateSlug.UN_MEMBER,
        GateSlug.ONE_COUNTRY,
        GateSlug.OWN_KNOWLEDGE,
        GateSlug.DIRECT_KNOWLEDGE,
        GateSlug.VICTIM_GROUP,
        GateSlug.FACTS_IN_TIME,
        GateSlug.IS_A_CASE,
    }
