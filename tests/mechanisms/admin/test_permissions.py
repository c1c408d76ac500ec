"""Who may do what: by Django's own permissions, on every page of every table."""

from importlib import import_module

import pytest
from django.contrib import admin

from mechanisms.models import CouncilMembership, DatedFact, Named, UprSession
from tests.mechanisms.world import membership, state

from .filling import said
from .pages import address

import_module("portal.urls")  # registers every admin, whichever test comes first
TABLES = [model for model in admin.site._registry if issubclass(model, Named) and model._meta.app_label == "mechanisms"]


def test_every_table_of_facts_has_an_admin():
    assert {model.__name__ for model in TABLES} >= {"Source", "State", "TreatyStatus", "UprSession", "RecheckInterval"}
    assert len(TABLES) == 37


def test_strangers_and_people_without_a_role_see_nothing(facts, client, person, signed_in):
    nobody = signed_in(person("Kim"))
    for model in TABLES:
        assert client.get(address(model, "changelist")).status_code == 302
        assert nobody.get(address(model, "changelist")).status_code == 403
        assert nobody.get(address(model, "export")).status_code == 403


def test_a_reader_looks_and_changes_nothing(facts, reader):
    for model in TABLES:
        row = model._default_manager.first()
        assert reader.get(address(model, "changelist")).status_code == 200
        assert reader.get(address(model, "export")).status_code == 200
        assert [reader.get(address(model, page)).status_code for page in ("add", "import")] == [403, 403]
        assert "Import" not in said(reader.get(address(model, "changelist")))
        if row:
            assert 'name="_save"' not in reader.get(address(model, "change", row.pk)).content.decode()
            assert reader.post(address(model, "change", row.pk), {}).status_code == 403
    assert UprSession.history.filter(history_type="~").count() == 0


def test_an_editor_deletes_nothing(facts, editor):
    for model in TABLES:
        row = model._default_manager.first()
        if row:
            assert "Delete" not in said(editor.get(address(model, "change", row.pk))).replace("Deleted rows", "")
            assert editor.post(address(model, "delete", row.pk), {"post": "yes"}).status_code == 403
        assert "delete_selected" not in editor.get(address(model, "changelist")).content.decode()


@pytest.mark.django_db
def test_an_administrator_is_told_to_end_rather_than_delete(administrator):
    row = membership(state=state())
    row.save()
    assert issubclass(CouncilMembership, DatedFact)
    words = said(administrator.get(address(CouncilMembership, "delete", row.pk)))
    assert "Deleting is only for rows that were never right." in words
    assert "delete_selected" not in administrator.get(address(CouncilMembership, "changelist")).content.decode()
