"""Writing saved advice: each change is whole, counted, and refused to whoever did not see the last one."""

import datetime
import threading

import pytest
from django.core.management import call_command
from django.db import OperationalError, connection
from django.http import Http404

from advisor.saved import actions
from advisor.saved.actions import Overtaken
from advisor.saved.models import SavedAdvice, Status
from tests.accounts.people import organisation, person

from .saved import DAY, NAME, draft, kept


@pytest.fixture(autouse=True)
def the_day(settings):
    settings.FIXED_DAY = DAY


@pytest.fixture
def anna(db):
    return person("anna@one.example")


CHANGES = {
    "rename": {"name": "Another"},
    "set_status": {"status": "submitted"},
    "change_notes": {"notes": "Written"},
    "change_answers": {"draft": draft("nothing-known")},
    "keep_for": {"months": 3},
}


def test_what_is_saved_belongs_to_whoever_saves_it(anna):
    saved = SavedAdvice.objects.get(pk=kept(anna).pk)
    assert (saved.owner, saved.organisation, saved.created_by) == (anna, None, anna)
    assert (saved.name, saved.status, saved.revision) == (NAME, Status.ACTIVE, 1)
    assert saved.draft["answers"]["countries"] == ["KEN"]


def test_what_is_saved_for_an_organisation_belongs_to_it_alone(anna):
    made = organisation(owner=anna)
    saved = kept(anna, organisation=made)
    assert (saved.owner, saved.organisation, saved.created_by) == (None, made, anna)


@pytest.mark.parametrize("action", CHANGES)
def test_a_change_counts_and_starts_the_time_anew(anna, settings, action):
    saved = kept(anna)
    settings.FIXED_DAY = "2027-01-31"
    changed = getattr(actions, action)(saved=saved, revision=1, by=anna, **CHANGES[action])
    again = SavedAdvice.objects.get(pk=saved.pk)
    assert again.revision == changed.revision == 2
    assert again.changed_at > saved.changed_at
    assert again.keep_until == datetime.date(*((2027, 4, 30) if action == "keep_for" else (2029, 1, 31)))
    for field, value in CHANGES[action].items():
        if field not in ("draft", "months"):
            assert getattr(again, field) == value


@pytest.mark.parametrize("action", [*CHANGES, "delete"])
def test_whoever_did_not_see_the_last_change_overwrites_nothing(anna, action):
    saved = kept(anna)
    actions.rename(saved=saved, name="First", revision=1, by=anna)
    with pytest.raises(Overtaken) as overtaken:
        getattr(actions, action)(saved=saved, revision=1, by=anna, **CHANGES.get(action, {}))
    assert overtaken.value.saved.name == "First"
    again = SavedAdvice.objects.get(pk=saved.pk)
    assert (again.name, again.status, again.notes, again.revision) == ("First", Status.ACTIVE, "", 2)


@pytest.mark.parametrize("action", [*CHANGES, "delete"])
def test_what_is_deleted_meanwhile_is_not_there_any_more(anna, action):
    saved = kept(anna)
    SavedAdvice.objects.all().delete()
    with pytest.raises(Http404):
        getattr(actions, action)(saved=saved, revision=1, by=anna, **CHANGES.get(action, {}))
    assert not SavedAdvice.objects.exists()


def test_of_two_at_once_one_is_told(transactional_db):
    """Both looked at the same revision; the database decides who was first. SQLite in memory refuses the second where a file waits."""
    anna = person("anna@one.example")
    saved, told, start = kept(anna), [], threading.Barrier(2)

    def write(name: str) -> None:
        start.wait()
        try:
            actions.rename(saved=saved, name=name, revision=1, by=anna)
        except (Overtaken, OperationalError):
            told.append(name)
        finally:
            connection.close()

    threads = [threading.Thread(target=write, args=[name]) for name in ("one", "two")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    again = SavedAdvice.objects.get()
    assert again.revision == 2
    assert {again.name, *told} == {"one", "two"}


def test_a_status_that_is_none_is_refused(anna):
    with pytest.raises(ValueError):
        actions.set_status(saved=kept(anna), status="won", revision=1, by=anna)


def test_a_copy_has_the_answers_and_the_people_but_not_the_notes(anna):
    saved = kept(anna, organisation=organisation(owner=anna), notes="Ours")
    made = SavedAdvice.objects.get(pk=actions.copy(saved=saved, name="Plan B", by=anna).pk)
    assert (made.copy_of, made.draft, made.organisation) == (saved, saved.draft, saved.organisation)
    assert (made.name, made.notes, made.status, made.revision) == ("Plan B", "", Status.DRAFT, 1)


def test_a_copy_outlives_what_it_was_copied_from(anna):
    saved = kept(anna)
    made = actions.copy(saved=saved, name="Plan B", by=anna, draft=draft("nothing-known"))
    actions.delete(saved=saved, revision=1, by=anna)
    again = SavedAdvice.objects.get()
    assert (again.pk, again.copy_of) == (made.pk, None)
    assert again.draft["answers"] == draft("nothing-known").answers


def test_ones_own_is_given_to_an_organisation(anna):
    made = organisation(owner=anna)
    actions.give(saved=kept(anna), organisation=made, revision=1, by=anna)
    assert SavedAdvice.objects.filter(owner=None, organisation=made).exists()


def test_it_is_kept_through_its_last_day(anna, settings):
    saved = actions.keep_for(saved=kept(anna), months=1, revision=1, by=anna)
    assert (saved.keep_until.isoformat(), saved.deleted_on.isoformat()) == ("2026-12-24", "2026-12-25")
    for day, left in (("2026-12-24", 1), ("2026-12-25", 0), ("2026-12-25", 0)):
        settings.FIXED_DAY = day
        call_command("tidy")
        assert SavedAdvice.objects.count() == left
