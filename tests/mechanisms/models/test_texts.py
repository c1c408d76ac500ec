"""Texts in other languages: each knows the English that it translates, and is stale once that is another."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from mechanisms.history.versions import restore
from mechanisms.models import TRANSLATED, FactText, RouteStatement, Source, State
from mechanisms.models.texts import english
from mechanisms.remembered import Change
from mechanisms.texts import fingerprint
from tests.mechanisms.world import DAY, proof, state

pytestmark = pytest.mark.django_db


NONE_COME_WITH_THE_PORTAL = ("calls_for_input",)


def text(**changed) -> FactText:
    """An invented translation of a State's name, not saved."""
    cells = {"kind": "states", "key": "KEN", "field": "name", "language": "fr", "text": "Quenya", "status": "ours"}
    return FactText(**cells | {"checked_on": DAY} | changed)


def test_a_text_takes_the_fingerprint_of_the_english_that_it_is_saved_beside():
    state("KEN")
    row = text()
    row.save()
    assert row.of == fingerprint("KEN")
    assert FactText.objects.stale() == []


def test_it_is_stale_once_the_english_has_changed_and_fresh_when_it_is_as_before():
    kenya = state("KEN")
    row = text()
    row.save()
    kenya.name = "Republic of Kenya"
    kenya.save()
    assert FactText.objects.stale() == [row]
    row.status = "draft"
    row.save()
    assert FactText.objects.stale() == [row], "who changes something else has not translated it anew"
    kenya.name = "KEN"
    kenya.save()
    assert FactText.objects.stale() == []


def test_it_is_stale_once_its_row_is_gone():
    kenya = state("KEN")
    text().save()
    kenya.delete()
    assert len(FactText.objects.stale()) == 1


def test_a_restored_version_is_of_the_english_that_it_was_of():
    kenya = state("KEN")
    row = text()
    row.save()
    kenya.name = "Republic of Kenya"
    kenya.save()
    row.text, row.of = "République du Quenya", ""
    row.save()
    assert FactText.objects.stale() == []
    first = row.history.order_by("history_id").first()
    restore(FactText, row.pk, first.history_id, Change())
    assert [(row.text, row.of) for row in FactText.objects.stale()] == [("Quenya", fingerprint("KEN"))]


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"status": "official"}, "source"),
        ({"field": "committee_name"}, "field"),
        ({"key": "XXX"}, "key"),
        ({"language": "en"}, "language"),
        ({"language": "tlh"}, "language"),
        ({"of": "by hand"}, "of"),
    ],
)
def test_what_cannot_be_so_is_refused(changed, field):
    state("KEN")
    with pytest.raises(ValidationError) as refused:
        text(**changed).full_clean()
    assert field in refused.value.error_dict


def test_the_database_refuses_an_official_text_without_its_source():
    with pytest.raises(IntegrityError, match="fact_text_official_has_source"):
        text(of="0" * 16, status="official").save()


def test_an_official_text_keeps_its_source():
    state("KEN")
    row = text(status="official", source=proof()["source"])
    row.full_clean()
    row.save()
    assert Source.objects.get() == row.source


def test_there_is_one_text_for_each_language():
    state("KEN")
    text().save()
    text(language="ar").save()
    with pytest.raises(ValidationError):
        text().full_clean()


def test_every_text_that_people_read_can_be_named(facts):
    for kind, (model, fields) in TRANSLATED.items():
        found = english(kind)
        assert len(found) == model._default_manager.count(), f"{kind}: two rows have one name"
        for field in fields:
            assert any(texts[field] for texts in found.values()) or kind in NONE_COME_WITH_THE_PORTAL, (kind, field)
    assert english("states")["KEN"]["name"] == State.objects.get(iso3="KEN").name
    said = RouteStatement.objects.get(route__slug="upr", kind="pro", position=1)
    assert english("route_statements")["upr/pro/1"] == {"text": said.text}
