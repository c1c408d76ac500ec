"""Places that are no States: found under the names that people type, with who answers for them."""

import json

import pytest

from mechanisms.models import Place, State
from mechanisms.names.matching import Fit
from mechanisms.reference.places import called, names_of

TERRITORIES = (
    *("western-sahara", "anguilla", "bermuda", "british-virgin-islands", "cayman-islands", "falkland-islands-malvinas"),
    *("montserrat", "saint-helena", "turks-and-caicos-islands", "us-virgin-islands", "gibraltar", "american-samoa"),
    *("french-polynesia", "guam", "new-caledonia", "pitcairn", "tokelau"),
)
"""The UN's list of Non-Self-Governing Territories."""


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("Kosovo", "kosovo"),
        ("kosova", "kosovo"),
        ("Kosowo", "kosovo"),
        ("Taiwan", "taiwan"),
        ("hongkong", "hong-kong"),
        ("Macau", "macao"),
        ("Western Sahara", "western-sahara"),
        ("Gaza", "occupied-palestinian-territory"),
        ("Krym", "crimea"),
        ("Nouvelle-Calédonie", "new-caledonia"),
        ("Malvinas", "falkland-islands-malvinas"),
        ("Føroyar", "faroe-islands"),
        ("puerto rico", "puerto-rico"),
        ("TRNC", "northern-cyprus"),
    ],
)
def test_a_place_is_found_under_what_people_call_it(facts, typed, slug):
    assert [place.slug for place in called(typed)][:1] == [slug]


@pytest.mark.parametrize("typed", ["", "   ", "…", "Atlantis"])
def test_nothing_else_is_found(facts, typed):
    assert called(typed) == []


def test_no_state_is_taken_for_such_a_place(facts):
    assert [state.name for state in State.objects.all() if called(state.name, worst=Fit.EXACT)] == []


def test_what_fits_less_than_a_state_is_not_meant(facts):
    assert called("samoa") != []
    assert called("samoa", worst=Fit.EXACT) == []


def test_the_list_of_the_united_nations_is_complete(facts):
    rows = Place.objects.filter(source__slug="un-nsgt")
    assert set(rows.values_list("slug", flat=True)) == set(TERRITORIES)
    assert [row.slug for row in rows if row.state is None] == ["western-sahara"]


def test_what_the_un_adds_to_a_name_is_not_searched(facts):
    assert called("security council") == []
    assert called("ukraine") == []
    assert "kosovo" in names_of(Place.objects.get(slug="kosovo")).names


def test_the_page_names_each_with_its_source(visit):
    markup = visit("places").markup
    for place in Place.objects.all():
        assert f'id="{place.slug}"' in markup
    assert "resolution 1244 (1999)" in markup
    assert "https://docs.un.org/en/CCPR/C/UNK/CO/1" in markup


def test_the_browser_gets_all_at_once(client, facts):
    response = client.get("/reference/places/names.json")
    rows = json.loads(response.content)
    assert len(rows) == Place.objects.count()
    kosovo = next(row for row in rows if row["address"].endswith("#kosovo"))
    assert "kosova" in kosovo["called"].split("|")
    assert response.headers["Cache-Control"] == "max-age=3600, public"


def test_the_search_of_the_reference_pages_finds_them(client, facts):
    page = client.post("/reference/", {"q": "kosovo"}).content.decode()
    assert 'href="/reference/places/#kosovo"' in page
