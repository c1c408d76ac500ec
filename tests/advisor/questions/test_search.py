"""The search for States and themes on the page; what a State is called is tested by itself."""

import pytest

from advisor import clock
from advisor.editions import store
from advisor.questions.forms import PageForm
from advisor.questions.theme_words import THEME_ALIASES


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
        ("U.K.", "GBR"),
        ("刚果", "COG"),
        ("Tanznia", "TZA"),
    ],
)
def test_a_state_is_found_by_the_names_that_people_use(edition, typed, code):
    assert found("countries", typed)[0] == code


def test_nothing_typed_is_no_limit(edition):
    assert len(found("countries", " ")) == len(store.current().states)


@pytest.mark.parametrize(
    ("typed", "slug"),
    [("journalist", "freedom-of-expression"), ("gay", "lgbti"), ("eviction", "housing"), ("tortrue", "torture")],
)
def test_a_theme_is_found_by_usual_words(edition, typed, slug):
    assert slug in found("themes", typed)


def test_every_word_for_a_theme_belongs_to_one_that_exists(edition):
    facts = store.current()
    assert set(THEME_ALIASES) <= set(facts.themes)


def test_the_browser_gets_all_names_whatever_is_searched_for(client, edition):
    response = client.get("/questions/names.json")
    assert response["Cache-Control"] == "max-age=3600, public"
    names = response.json()
    assert set(names) == set(store.current().states)
    assert names["GBR"].split("|")[0] == "united kingdom"
    assert {"!uk", "=gbr", "великобритания"} <= set(names["GBR"].split("|"))
    assert client.post("/questions/names.json").status_code == 405
