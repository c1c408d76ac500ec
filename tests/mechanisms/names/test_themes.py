"""The words that people search themes by."""

import pytest

from mechanisms.models import Theme
from mechanisms.names.matching import Fit, best
from mechanisms.names.themes import THEME_WORDS, theme_names


def test_every_theme_has_words_and_every_word_a_theme(facts):
    assert set(THEME_WORDS) == set(Theme.objects.values_list("slug", flat=True))


@pytest.mark.parametrize(
    ("typed", "fit"), [("Housing", Fit.EXACT), ("slum", Fit.WORDS), ("evic", Fit.BEGINNINGS), ("evicton", Fit.NEAR)]
)
def test_the_name_fits_best_and_then_the_words(typed, fit):
    assert best(typed, [theme_names("housing", "Housing", "Homes for all")]) == [(fit, 0)]


def test_several_words_may_come_from_all_that_is_said():
    assert best("homes slum", [theme_names("housing", "Housing", "Homes for all")])


def test_the_search_of_the_reference_pages_knows_the_words_too(client, facts):
    page = client.post("/reference/", {"q": "dalit"}).content.decode()
    assert "/reference/themes/minorities/" in page
