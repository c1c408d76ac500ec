"""Search folds capitals and accents on every database, in lists and in the boxes that search while one types."""

import pytest
from django.urls import reverse

from mechanisms.models import CouncilMembership, State
from tests.mechanisms.world import membership, state

from .filling import said
from .pages import address

pytestmark = pytest.mark.django_db
NAMES = {"CIV": "Côte d'Ivoire", "TUR": "Türkiye", "KEN": "Kenya", "POL": "Łódź, a city"}


@pytest.fixture(autouse=True)
def _states():
    for iso3, name in NAMES.items():
        row = state(iso3)
        State.objects.filter(pk=row.pk).update(name=name)
        membership(state=row).save()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("cote d'ivoire", "CIV"),
        ("COTE D’IVOIRE", "CIV"),
        ("TURKIYE", "TUR"),
        ("türkiye", "TUR"),
        ("lodz city", "POL"),
        ("city lodz", "POL"),
        ("ken", "KEN"),
        ("Кения", "KEN"),
        ("turkey", "TUR"),
        ("ivory coast", "CIV"),
        ("Knya", "KEN"),
    ],
)
def test_lists_and_boxes_find_a_state(editor, typed, found):
    shown = editor.get(address(CouncilMembership, "changelist"), {"q": typed}).context["cl"].result_list
    assert [row.state.iso3 for row in shown] == [found]
    asked = {"app_label": "mechanisms", "model_name": "councilmembership", "field_name": "state", "term": typed}
    results = editor.get(reverse("admin:autocomplete"), asked).json()["results"]
    assert [result["text"] for result in results] == [NAMES[found]]


def test_an_abbreviation_is_no_part_of_another_name(editor):
    for iso3, name in {"GBR": "United Kingdom", "UKR": "Ukraine", "NZL": "New Zealand", "TZA": "Tanzania"}.items():
        membership(state=state(iso3)).save()
        State.objects.filter(iso3=iso3).update(name=name)

    def shown(typed):
        rows = editor.get(address(CouncilMembership, "changelist"), {"q": typed}).context["cl"].result_list
        return {row.state.iso3 for row in rows}

    assert shown("UK") == shown("u.k.") == {"GBR"}
    assert shown("NZ") == {"NZL"}
    assert shown("uk africa") == set()
    assert shown("ukr") == {"UKR"}


def test_states_come_with_the_best_fit_first(editor):
    for iso3, name in {"GIN": "Guinea", "GNQ": "Equatorial Guinea"}.items():
        State.objects.filter(pk=state(iso3).pk).update(name=name)
    asked = {"app_label": "mechanisms", "model_name": "councilmembership", "field_name": "state", "term": "guinea"}
    results = editor.get(reverse("admin:autocomplete"), asked).json()["results"]
    assert [result["text"] for result in results] == ["Guinea", "Equatorial Guinea"]


def test_an_empty_list_says_how_to_get_out(editor, reader):
    words = said(editor.get(address(CouncilMembership, "changelist"), {"q": "nowhere"}))
    assert "Nothing fits the search and the filters." in words
    assert "Clear the filters" in words
    CouncilMembership.objects.all().delete()
    assert "There are no Council memberships yet. Add the first one" in said(
        editor.get(address(CouncilMembership, "changelist"))
    )
    assert "Somebody who may add rows can start here." in said(reader.get(address(CouncilMembership, "changelist")))


def test_filters_by_state_staleness_and_confidence(editor):
    CouncilMembership.objects.filter(state__iso3="KEN").update(confidence="low")
    kenya = State.objects.get(iso3="KEN")

    def shown(**asked):
        return {
            row.state.iso3
            for row in editor.get(address(CouncilMembership, "changelist"), asked).context["cl"].result_list
        }

    assert shown(state=kenya.pk) == {"KEN"}
    assert shown(confidence__exact="low") == {"KEN"}
    assert shown(state="x'; --") == set(NAMES)
    assert shown(in_force="no") == set()


def test_a_filter_by_state_keeps_the_search_and_the_other_filters(editor):
    html = editor.get(
        address(CouncilMembership, "changelist"), {"q": "e", "confidence__exact": "high"}
    ).content.decode()
    box = html.split('class="box-filter"')[1].split("</form>")[0]
    assert '<input type="hidden" name="q" value="e">' in box
    assert '<input type="hidden" name="confidence__exact" value="high">' in box
