"""The search for States and themes."""

import pytest

from advisor import clock
from advisor.editions import store
from advisor.questions.forms import PageForm
from advisor.questions.search import STATE_ALIASES, THEME_ALIASES, fold, matches


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Côte d'Ivoire", "cote divoire"),
        ("CÔTE D’IVOIRE", "cote divoire"),
        ("Türkiye", "turkiye"),
        ("Guinea-Bissau", "guinea bissau"),
        ("ß", "ss"),
    ],
)
def test_folding(typed, folded):
    assert fold(typed) == folded


def test_every_word_must_be_found_and_none_is_no_limit():
    assert matches("", "anything")
    assert matches("kore south", "republic of korea south korea")
    assert not matches("north korea", "republic of korea south korea")


def found(question, typed):
    form = PageForm([question], store.current(), clock.today(), answers={}, finds={question: typed})
    return [tick.value for group in form[question].groups for tick in group.ticks]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("cote d'ivoire", "CIV"),
        ("cote d ivoire", "CIV"),
        ("ivory coast", "CIV"),
        ("turkey", "TUR"),
        ("TÜRKİYE", "TUR"),
        ("holland", "NLD"),
        ("south korea", "KOR"),
        ("burma", "MMR"),
        ("usa", "USA"),
    ],
)
def test_a_state_is_found_by_the_names_that_people_use(edition, typed, code):
    assert code in found("countries", typed)


@pytest.mark.parametrize(
    ("typed", "slug"), [("journalist", "freedom-of-expression"), ("gay", "lgbti"), ("eviction", "housing")]
)
def test_a_theme_is_found_by_usual_words(edition, typed, slug):
    assert slug in found("themes", typed)


def test_every_alias_belongs_to_something_that_exists(edition):
    facts = store.current()
    assert set(STATE_ALIASES) <= set(facts.states)
    assert set(THEME_ALIASES) <= set(facts.themes)
