"""What is kept of people in saved advice: nothing readable in the database, all of it handed out, and no trace after deletion."""

import json

import pytest
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db import connection
from django.urls import reverse

from accounts import actions, privacy, sessions
from advisor.questions import drawer
from advisor.saved import actions as saving
from advisor.saved import answers
from advisor.saved.models import GivenAdvice, SavedAdvice
from tests.accounts.people import organisation, person, signed_in
from tests.support.rows import opened

from .saved import DAY, NAME, NOTES, draft, kept


@pytest.fixture(autouse=True)
def the_day(settings):
    settings.FIXED_DAY = DAY


@pytest.fixture
def anna(edition):
    return person("anna@one.example")


def rows():
    """Every value of every table, as the database holds it."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            for row in cursor.fetchall():
                yield from ((table, str(value)) for value in row)


def everything():
    """The same, with what is sealed opened and what sessions hold taken out."""
    yield from rows()
    yield from opened()


def traces(*words: str) -> set[str]:
    """The tables in which one of these words stands, once everything is opened."""
    return {table for table, value in everything() for word in words if word.lower() in value.lower()}


def words_of(saved: SavedAdvice) -> tuple[str, ...]:
    return (str(saved.pk), saved.pk.hex, NAME, NOTES, "KEN", "identity-card")


def lived_in(anna, **more) -> SavedAdvice:
    """Opened, changed, copied into the wizard of two people, given twice."""
    saved = kept(anna, notes=NOTES, **more)
    client = signed_in(anna)
    client.get(reverse("advisor:saved", args=[saved.pk]))
    saved = saving.change_answers(saved=saved, draft=draft(effort="days"), revision=saved.revision, by=anna)
    client.get(reverse("advisor:saved", args=[saved.pk]))
    client.post(reverse("advisor:saved-answers", args=[saved.pk]))
    assert GivenAdvice.objects.filter(saved=saved).count() == 2
    return saved


def test_whoever_copies_the_database_reads_nothing(anna):
    saved = lived_in(anna)
    client = signed_in(anna)
    client.post("/leave/")
    Session.objects.all().delete()
    # Facts are full of Kenya; what is looked for here are the tables of what people keep.
    kept_rows = [value for table, value in rows() if table in ("advisor_savedadvice", "advisor_givenadvice")]
    assert kept_rows
    # In quotes, as JSON holds it: three letters alone turn up by chance in what is sealed.
    for word in (NAME, NOTES, '"KEN"', "effort", "countries", *draft().answers["themes"]):
        assert [value for value in kept_rows if word in value] == []
    assert {"advisor_savedadvice"} <= traces(NAME)
    assert SavedAdvice.objects.get(pk=saved.pk).notes == NOTES


def test_the_same_words_lie_there_differently(anna):
    kept(anna), kept(anna)
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM advisor_savedadvice")
        first, second = (name for (name,) in cursor.fetchall())
    assert first != second


def test_deleting_one_leaves_no_trace_in_any_table(anna):
    saved = lived_in(anna)
    words = (str(saved.pk), saved.pk.hex, NAME, NOTES)
    assert {"advisor_savedadvice", "session"} <= traces(*words)
    now = SavedAdvice.objects.get()
    signed_in(anna).post(reverse("advisor:saved-delete", args=[saved.pk]), {"revision": now.revision})
    assert traces(*words) == set()
    assert not GivenAdvice.objects.exists()
    assert [row for row in Session.objects.all() if drawer.KEY in sessions.opened(row)] == []


def test_deleting_does_not_lengthen_anybodys_session(anna):
    saved = kept(anna)
    client = signed_in(anna)
    client.post(reverse("advisor:saved-answers", args=[saved.pk]))
    before = Session.objects.get(pk=sessions.name(client.session.session_key)).expire_date
    saving.delete(saved=saved, revision=1, by=anna)
    assert Session.objects.get(pk=sessions.name(client.session.session_key)).expire_date == before
    assert answers.KEY not in client.session


def test_deleting_the_account_leaves_no_trace(anna):
    saved = lived_in(anna)
    privacy.delete_all(anna)
    assert traces(str(saved.pk), saved.pk.hex, NAME, NOTES) == set()


def test_deleting_the_account_leaves_what_belongs_to_an_organisation(anna):
    ben = person("ben@two.example")
    made = organisation(owner=ben, member=anna)
    saved = lived_in(anna, organisation=made)
    privacy.delete_all(anna)
    again = SavedAdvice.objects.get()
    assert (again.pk, again.created_by, again.notes) == (saved.pk, None, NOTES)


def test_deleting_an_organisation_deletes_what_is_its(anna):
    ben = person("ben@two.example")
    made = organisation(owner=anna, member=ben)
    saved = lived_in(anna, organisation=made)
    member = signed_in(ben)
    member.post(reverse("advisor:saved-answers", args=[saved.pk]))
    actions.delete_organisation(organisation=made)
    for client in (member, signed_in(anna)):
        client.get("/")
    assert answers.KEY not in member.session
    assert not SavedAdvice.objects.exists()


def test_what_is_past_its_last_day_is_deleted_with_all_that_hangs_on_it(anna, settings):
    over = lived_in(anna)
    stays = kept(anna, name="Stays", case="nothing-known")
    saving.keep_for(saved=stays, months=60, revision=1, by=anna)
    settings.FIXED_DAY = "2028-11-25"
    for _ in range(2):
        call_command("tidy")
    assert SavedAdvice.objects.get().pk == stays.pk
    assert traces(str(over.pk), over.pk.hex, NAME, NOTES) == set()


def test_all_of_mine_holds_notes_and_history(anna):
    made = organisation("River Watch", reader=anna)
    ours = kept(person("ben@two.example"), organisation=made, name="Ours")
    kept(person("carla@three.example"), name="Hers")
    saved = lived_in(anna)
    answer = signed_in(anna).post("/account/export/")
    given = json.loads(answer.content)["saved advice"]
    (own,) = given["own"]
    assert (own["id"], own["name"], own["notes"], own["status"]) == (str(saved.pk), NAME, NOTES, "active")
    assert own["answers"]["effort"] == "days"
    assert [one["scenario"]["effort"] for one in own["given"]] == ["days", "weeks"]
    assert own["deleted_on"] == "2028-11-25"
    assert [row["organisation"] for row in given["organisations"]] == ["River Watch"]
    assert [one["id"] for one in given["organisations"][0]["saved"]] == [str(ours.pk)]
    assert "Hers" not in answer.content.decode()


def test_the_settings_page_says_how_long(anna):
    page = signed_in(anna).get("/account/").content.decode()
    assert "for 24 months after its last change" in page
