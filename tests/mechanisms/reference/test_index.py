"""The search: it forgives accents and capitals, and leaves nothing in an address."""

import pytest
from django.urls import reverse

from .conftest import Visited


@pytest.fixture
def search(client, facts):
    def post(typed: str, on: str = "") -> Visited:
        response = client.post(reverse("mechanisms:index") + on, {"q": typed})
        assert response.status_code == 200
        return Visited(response.content.decode())

    return post


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("cote d'IVOIRE", "Côte d'Ivoire"),
        ("TURKIYE", "Türkiye"),
        ("housing", "Adequate housing"),
        ("cedaw", "Convention on the Elimination of All Forms of Discrimination against Women"),
        ("disappearances", "ICPPED"),
        ("torture", "Torture and ill-treatment"),
        ("ecosoc", "Consultative status (ECOSOC status)"),
        ("KEN", "Kenya"),
        ("U.K.", "United Kingdom"),
        ("кения", "Kenya"),
        ("Tanznia", "Tanzania"),
    ],
)
def test_something_is_found(search, typed, found):
    assert found in search(typed).part("found")


def test_an_abbreviation_is_no_part_of_another_name(search):
    assert "Ukraine" not in search("UK").part("found")
    assert "Tanzania" not in search("NZ").part("found")


def test_a_mandate_that_is_not_in_force_says_so(search):
    assert "Trafficking (until 2025)" in search("trafficking").text
    assert "women and children; not in force" in search("trafficking in persons").text
    assert "women and children; not in force" not in search("trafficking in persons", "?on=2024-01-01").text


def test_finds_keep_the_day(search):
    assert "/states/KEN/?on=2024-01-01" in search("kenya", "?on=2024-01-01").markup
    assert "?on=2024-01-01#noted" in search("noted", "?on=2024-01-01").markup


def test_nothing_found_and_nothing_typed(search):
    assert "Nothing found for “zzz”" in search("zzz").text
    assert "Type a word to search for" in search("").text
    assert "Nothing found for “%%”" in search("%%").text


def test_what_was_typed_is_shown_as_text(search):
    assert "<script>x" not in search("<script>x").markup


def test_the_address_is_not_read_for_a_search(client, db):
    assert b"kenya" not in client.get(reverse("mechanisms:index"), {"q": "kenya"}).content


def test_other_methods_are_refused(client, db):
    assert client.put(reverse("mechanisms:index")).status_code == 405
