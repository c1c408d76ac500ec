"""What the tables of treaties, roles, addresses and doors refuse: in the form, in a file, and in the database."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from mechanisms.models import Address, Door, Mandate, MandateRole, RegionalBody, Theme, ThemeTreaty, Treaty
from tests.mechanisms.world import proof, state

pytestmark = pytest.mark.django_db


@pytest.fixture
def theme() -> Theme:
    return Theme.objects.create(slug="food", label="Food", description="Food", grave=False, **proof())


@pytest.fixture
def treaty() -> Treaty:
    days = {"adopted": "1984-12-10", "in_force": "1987-06-26"}
    return Treaty.objects.create(slug="cat", abbreviation="CAT", core=True, has_complaints=True, **days, **proof())


@pytest.fixture
def mandate() -> Mandate:
    return Mandate.objects.create(slug="food", kind="thematic", short_name="Food", established_year=2000, **proof())


def refused(row) -> set[str]:
    """The fields that a form would refuse. The database refuses the row too."""
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()
    return {field for field, _message in row.value_errors()}


def test_a_treaty_names_a_theme_or_has_a_condition(theme, treaty):
    link = {"theme": theme, "treaty": treaty, "position": 1} | proof()
    assert refused(ThemeTreaty(kind="framed", **link)) == {"condition"}
    assert refused(ThemeTreaty(kind="main", condition="if so", **link)) == {"condition"}
    framed = ThemeTreaty(kind="framed", condition="if so", **link)
    framed.full_clean()
    framed.save()
    assert framed.history.get().condition == "if so"
    with pytest.raises(IntegrityError), transaction.atomic():
        ThemeTreaty.objects.create(kind="main", **link)


def test_a_role_is_on_a_theme_or_in_a_danger_or_about_a_state(theme, mandate):
    common = {"mandate": mandate, "position": 1, "role": "own"} | proof()
    kenya = state()
    assert refused(MandateRole(**common)) == {"theme"}
    for two in ({"theme": theme, "danger": "eviction"}, {"theme": theme, "state": kenya}):
        assert refused(MandateRole(**two, **common)) == {"theme"}
    for one in ({"theme": theme}, {"danger": "eviction"}, {"state": kenya}):
        row = MandateRole(**one, **common)
        row.full_clean()
        row.save()
        with pytest.raises(IntegrityError), transaction.atomic():
            MandateRole.objects.create(**one, **common)
    assert MandateRole.objects.count() == 3


def test_only_a_role_on_a_condition_has_one_and_needs_it(theme, mandate):
    common = {"mandate": mandate, "theme": theme, "position": 1} | proof()
    assert refused(MandateRole(role="if", **common)) == {"condition"}
    assert refused(MandateRole(role="also", condition="if so", **common)) == {"condition"}
    with pytest.raises(ValidationError, match="is not a valid choice"):
        MandateRole(role="own", **common | {"theme": None}, danger="flood").full_clean()


def test_an_address_is_of_a_treaty_or_a_mandate_or_for_all_and_stands_once(treaty, mandate):
    common = {"action": "communication", "position": 1, "name": "Form", "kind": "form", "value": "https://x.example"}
    common |= proof()
    assert refused(Address(treaty=treaty, mandate=mandate, **common)) == {"mandate"}
    for of in ({}, {"treaty": treaty}, {"mandate": mandate}):
        Address(**of, **common).full_clean()
        Address.objects.create(**of, **common)
        with pytest.raises(IntegrityError), transaction.atomic():
            Address.objects.create(**of, **common)


def test_a_door_of_a_regional_body_names_it_and_no_other_does():
    body = RegionalBody.objects.create(slug="court", name="Court", can_receive_complaints=True, **proof())
    common = {"position": 1, "name": "Door", "summary": "Helps"} | proof()
    assert refused(Door(slug="one", pointer="regional", **common)) == {"regional_body"}
    assert refused(Door(slug="two", pointer="emergency", regional_body=body, **common)) == {"regional_body"}
    assert refused(Door(slug="three", pointer="emergency", kind="email", **common)) == {"kind"}
    Door(slug="four", pointer="regional", regional_body=body, **common).full_clean()


@pytest.mark.parametrize(
    ("dangers", "message"),
    [("eviction;flood", "“flood” is not allowed"), ("eviction;eviction", "stands twice"), ("eviction;", "“” is not")],
)
def test_dangers_are_those_of_the_questionnaire(dangers, message):
    door = Door(slug="one", pointer="emergency", position=1, name="Door", summary="Helps", dangers=dangers, **proof())
    with pytest.raises(ValidationError, match=message):
        door.full_clean()
