"""The search for States and themes on the page; what a State is called is tested by itself."""

import pytest

from advisor import clock
from advisor.editions import store
from advisor.questions.forms import PageForm
from mechanisms.names.folding import fold


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
    [
        ("journalist", "freedom-of-expression"),
        ("gay", "lgbti"),
        ("eviction", "housing"),
        ("slum", "housing"),
        ("dalit", "minorities"),
        ("adivasi", "indigenous"),
        ("tortrue", "torture"),
        ("indigeneous", "indigenous"),
        ("disapeared", "enforced-disappearance"),
        ("womens", "women"),
    ],
)
def test_a_theme_is_found_by_usual_words_and_despite_typing_errors(edition, typed, slug):
    assert slug in found("themes", typed)


@pytest.mark.parametrize("typed", ["children", "Women and girls", "privacy and personal data", "food"])
def test_a_theme_called_exactly_so_comes_first(edition, typed):
    first = store.current().themes[found("themes", typed)[0]].label
    assert fold(typed) in fold(first)


@pytest.mark.parametrize(
    ("question", "typed"), [("themes", "zzz"), ("themes", "hxt"), ("countries", "xy"), ("countries", "Atlantis")]
)
def test_a_short_or_strange_word_is_no_typing_error(edition, question, typed):
    assert found(question, typed) == []


def test_accents_make_no_difference(edition):
    assert found("countries", "Nepál") == ["NPL"]


def test_the_browser_gets_all_names_whatever_is_searched_for(client, edition):
    response = client.get("/questions/names.json")
    assert response["Cache-Control"] == "max-age=3600, public"
    names = response.json()
    assert set(names) == set(store.current().states)
    assert names["GBR"].split("|")[0] == "united kingdom"
    assert {"!uk", "=gbr", "великобритания"} <= set(names["GBR"].split("|"))
    assert client.post("/questions/names.json").status_code == 405


def test_a_place_that_is_no_state_says_who_answers_for_it(client, facts, edition):
    page = client.post("/questions/places/", {"go": "find", "find-countries": "kosovo"}).content.decode()
    assert "Not in the list of States. Read below who answers for it." in page
    assert "The UN mission UNMIK reported on Kosovo to the Human Rights Committee in 2006" in page
    assert 'href="/reference/places/#kosovo"' in page


@pytest.mark.parametrize(
    ("typed", "code"), [("samoa", "WSM"), ("nepal", "NPL"), ("ukraine", "UKR"), ("united states", "USA")]
)
def test_whoever_searches_a_state_is_told_of_no_other_place(client, facts, edition, typed, code):
    page = client.post("/questions/places/", {"go": "find", "find-countries": typed}).content.decode()
    assert f'id="id_countries_{code}"' in page
    assert "reference/places/#" not in page
