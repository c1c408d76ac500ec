"""One search for a State: what comes first, what comes with it, and what does not come at all."""

import csv
from pathlib import Path

import pytest

from mechanisms.names.languages import LANGUAGES, iso2_of, names_in_languages
from mechanisms.names.states import find_states, the_state
from mechanisms.names.usual import ABBREVIATIONS, NAMES

from .truth import ALONE, FIRST, NOTHING, TOGETHER

FACTS = Path(__file__).parents[3] / "fixtures" / "facts" / "states.csv"


@pytest.fixture(scope="module")
def states() -> dict[str, str]:
    with FACTS.open(encoding="utf-8", newline="") as file:
        return {row["iso3"]: row["name"] for row in csv.DictReader(file)}


@pytest.mark.parametrize(("typed", "code"), FIRST.items())
def test_the_state_that_is_meant_comes_first(states, typed, code):
    assert find_states(typed, states)[:1] == [code]


@pytest.mark.parametrize("typed", ALONE)
def test_an_abbreviation_or_a_whole_name_is_no_part_of_another(states, typed):
    assert find_states(typed, states) == [FIRST[typed]]


@pytest.mark.parametrize(("typed", "codes"), TOGETHER.items())
def test_what_may_be_meant_stands_together(states, typed, codes):
    assert set(find_states(typed, states)) == codes


@pytest.mark.parametrize("typed", NOTHING)
def test_nothing_is_found_by_what_is_no_name(states, typed):
    assert find_states(typed, states) == []


def test_every_name_of_every_language_finds_its_state(states):
    for code, shown in states.items():
        for name in (shown, *NAMES.get(code, ()), *ABBREVIATIONS.get(code, ())):
            assert code in find_states(name, states), name
        assert len(names_in_languages(iso2_of(code))) >= 3, code


def test_every_official_name_and_abbreviation_means_one_state(states):
    for code, names in [*NAMES.items(), *ABBREVIATIONS.items()]:
        assert code in states
        for name in names:
            assert find_states(name, states)[0] == code, name


def test_the_languages_are_the_six_of_the_united_nations():
    assert {language[:2] for language in LANGUAGES} == {"ar", "en", "es", "fr", "ru", "zh"}


def test_only_an_exact_name_names_a_state(states):
    assert the_state("Kenya", states) == the_state("ken", states) == the_state("KE", states) == "KEN"
    assert the_state("Iran (Islamic Republic of)", states) == "IRN"
    assert the_state("Keny", states) == the_state("korea", states) == the_state("Kenia!", {"TZA": "Tanzania"}) == ""
