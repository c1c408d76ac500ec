"""Sealed columns: bound to their row, opened when they are read, readable from before."""

import uuid

import pytest
from cryptography.fernet import InvalidToken
from django.conf import settings as portal
from django.db import connection, models, transaction

from accounts import fields
from advisor.plans.models import Task
from advisor.saved.models import GivenAdvice, SavedAdvice
from tests.accounts.people import person
from tests.accounts.test_sealing import before
from tests.advisor.saved.saved import kept


@pytest.fixture
def saved(edition):
    return kept(person("anna@one.example"), notes="our notes")


def lying(saved: SavedAdvice, column: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM advisor_savedadvice WHERE id = %s", [_key(saved)])
        return cursor.fetchone()[0]


def put(saved: SavedAdvice, column: str, value: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE advisor_savedadvice SET {column} = %s WHERE id = %s", [value, _key(saved)])


def _key(saved: SavedAdvice):
    return saved.pk if connection.vendor == "postgresql" else saved.pk.hex


def test_what_lies_in_one_row_or_column_opens_in_no_other(saved):
    other = kept(person("ben@two.example"), name="Other", notes="theirs")
    put(other, "notes", lying(saved, "notes"))
    put(saved, "name", lying(saved, "notes"))
    with pytest.raises(InvalidToken):
        assert SavedAdvice.objects.get(pk=other.pk).notes
    with pytest.raises(InvalidToken):
        assert SavedAdvice.objects.get(pk=saved.pk).name


def test_it_is_opened_when_read_and_not_when_fetched(saved, monkeypatch):
    opened = []
    unseal = fields.sealing.unseal
    monkeypatch.setattr(fields.sealing, "unseal", lambda *on, **how: opened.append(on[1]) or unseal(*on, **how))
    row = SavedAdvice.objects.get(pk=saved.pk)
    assert opened == []
    assert (row.notes, row.notes) == ("our notes", "our notes")
    assert opened == [f"advisor_savedadvice/notes/{saved.pk.hex}"]


def test_what_nobody_opened_is_stored_as_it_was(saved):
    before_it = lying(saved, "draft")
    row = SavedAdvice.objects.get(pk=saved.pk)
    row.name = "Another"
    row.save()
    assert lying(saved, "draft") == before_it
    assert SavedAdvice.objects.get(pk=saved.pk).name == "Another"


def test_what_is_inside_is_stored_when_it_was_changed_in_place(saved):
    row = SavedAdvice.objects.get(pk=saved.pk)
    row.draft["answers"] = {"effort": "days"}
    row.save(update_fields=["draft"])
    assert SavedAdvice.objects.get(pk=saved.pk).draft["answers"] == {"effort": "days"}


def test_columns_left_out_are_fetched_when_they_are_read(saved):
    row = SavedAdvice.objects.defer("notes").get(pk=saved.pk)
    assert "notes" in row.get_deferred_fields()
    assert row.notes == "our notes"
    task = Task.objects.create(saved=saved, title="By ourselves")
    assert Task.objects.only("title").get(pk=task.pk).title == "By ourselves"
    task.refresh_from_db()
    assert task.title == "By ourselves"


def test_nothing_goes_into_the_database_unsealed(saved):
    with pytest.raises(TypeError, match="notes is sealed"), transaction.atomic():
        SavedAdvice.objects.update(notes="in clear")
    SavedAdvice.objects.filter(pk=saved.pk).update(notes=fields.closed(saved, "notes", "sealed"))
    assert SavedAdvice.objects.get(pk=saved.pk).notes == "sealed"


def test_empty_notes_look_like_others(saved):
    other = kept(person("ben@two.example"))
    assert len(lying(other, "notes")) == len(lying(saved, "notes"))
    assert SavedAdvice.objects.get(pk=other.pk).notes == ""


def test_rows_from_before_open_and_are_bound_when_stored(saved):
    put(saved, "notes", before(b"from before", portal.SECRET_KEY))
    row = SavedAdvice.objects.get(pk=saved.pk)
    assert row.notes == "from before"
    row.save()
    assert lying(saved, "notes").startswith("s2:")


def test_a_row_without_an_id_of_its_own_opens_before_and_after_it_gets_one(saved):
    task = Task.objects.create(saved=saved, title="x", binding=None)
    task.title = "bound to the column alone"
    task.save()
    Task.objects.filter(pk=task.pk).update(binding=uuid.uuid4())
    again = Task.objects.get(pk=task.pk)
    assert again.title == "bound to the column alone"


def test_a_digest_from_before_is_read_as_it_lies_there(saved):
    row = GivenAdvice.objects.create(
        saved=saved, edition=_edition(), as_of="2026-11-24", scenario={}, digest="x", reason="asked"
    )
    with connection.cursor() as cursor:
        cursor.execute("UPDATE advisor_givenadvice SET digest = %s WHERE id = %s", ["0" * 64, row.pk])
    assert GivenAdvice.objects.get(pk=row.pk).digest == "0" * 64


def _edition():
    from advisor.editions.models import Edition

    return Edition.objects.get()


def test_a_model_without_a_random_id_is_refused():
    class Unbound(models.Model):
        text = fields.SealedTextField()

        class Meta:
            app_label = "tests"

        def __str__(self) -> str:
            return str(self.pk)

    assert [error.id for error in Unbound._meta.get_field("text").check()] == ["accounts.E001"]
    for model in (SavedAdvice, Task, GivenAdvice):
        assert [error for field in model._meta.fields for error in field.check()] == []
