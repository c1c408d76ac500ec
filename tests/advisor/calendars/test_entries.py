"""A date keeps its UID whatever happens to it; each change is counted once; what goes is called off, what passes stays."""

import dataclasses
import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from advisor.calendars.entries import REMEMBERED, entries, from_plain, keep, name_of, row_key
from advisor.calendars.entries import _name as entries_name
from advisor.calendars.models import CalendarEntry
from advisor.plans import actions as plans
from mechanisms.models import CallForInput, Mandate, Source, UprReview, UprSession
from rules.dates import PartialDate
from rules.result import KeyDate
from rules.vocabulary import DateCode, DateStatus
from tests.accounts.people import person

from .matters import DEADLINE, SPRING, advice_on, matter, publish_deadline

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("facts")]


@pytest.fixture
def saved():
    return matter(person("anna@one.example"), ecosoc="none")


def kept(saved, day=SPRING) -> dict[str, CalendarEntry]:
    """The entries by what they are; of two of a kind, the later one."""
    return {row.content["what"]["code"]: row for row in keep(saved, advice_on(saved, day))}


def test_every_published_date_of_the_advice_is_an_entry(saved):
    advice = advice_on(saved)
    published = {row.code.value for route in advice.routes for row in route.dates if row.date}
    assert {DEADLINE, "upr-review", "ecosoc-application"} <= published
    assert set(kept(saved)) == published


def test_a_month_stays_a_month(saved):
    assert str(from_plain(kept(saved)["upr-review"].content).date) == "2027-01"


def test_what_is_not_published_is_no_entry(saved):
    publish_deadline(None)
    advice = advice_on(saved)
    assert any(row.code == DEADLINE and row.date is None for route in advice.routes for row in route.dates)
    assert DEADLINE not in kept(saved)


def test_a_year_is_no_entry(saved):
    UprSession.objects.filter(number=54).update(start="2027-01-01", start_precision="year", end=None)
    publish_deadline("2026-07-17")
    assert "upr-review" not in kept(saved)


def test_nothing_is_written_where_nothing_changed(saved):
    first = kept(saved)
    advice = advice_on(saved)
    with CaptureQueriesContext(connection) as asked:
        again = keep(saved, advice)
    assert len(asked) == 2, "the entries and the tasks"
    assert {row.uid: row.sequence for row in again} == {row.uid: 0 for row in first.values()}


def test_a_date_that_gains_a_parameter_an_end_or_an_hour_keeps_its_uid(saved):
    advice = advice_on(saved)
    before = {row.content["what"]["code"]: row.uid for row in keep(saved, advice)}
    grown = dataclasses.replace(
        advice,
        routes=tuple(
            dataclasses.replace(
                route,
                dates=tuple(
                    dataclasses.replace(
                        row,
                        params={**row.params, "room": "XX", "count": 3},
                        end=row.date,
                        time="12:00",
                        zone="Europe/Zurich",
                    )
                    for row in route.dates
                ),
            )
            for route in advice.routes
        ),
    )
    after = {row.content["what"]["code"]: row.uid for row in keep(saved, grown)}
    assert after == before
    assert "room" not in str([row.content for row in CalendarEntry.objects.all()])


def test_the_names_are_those_of_the_first_release(saved):
    """Whatever parameters a date has today, its name has those that it had when the first calendars were made."""
    given = KeyDate(
        *(DateCode.PETITION_LIMIT, PartialDate.parse("2027-01-02"), DateStatus.CONFIRMED, "s", "KEN"),
        params={"treaty": "crc", "session": 3, "title": "x"},
    )
    assert entries_name(given) == "petition-limit/KEN/treaty=crc"
    session = dataclasses.replace(given, code=DateCode.COUNCIL_SESSION, country=None)
    assert entries_name(session) == "council-session//session=3"
    call = dataclasses.replace(session, code=DateCode.CALL_FOR_INPUT, params={"title": "x", "mandate": "housing"})
    assert entries_name(call) == "call-for-input//mandate=housing/title=x"
    review = dataclasses.replace(given, code=DateCode.UPR_REVIEW)
    assert entries_name(review) == "upr-review/KEN"


def test_a_moved_deadline_keeps_its_uid_and_raises_the_sequence_once(saved):
    before = kept(saved)
    publish_deadline("2026-07-31")
    after, again = kept(saved), kept(saved)
    assert after[DEADLINE].uid == again[DEADLINE].uid == before[DEADLINE].uid
    assert [row[DEADLINE].sequence for row in (before, after, again)] == [0, 1, 1]
    assert after[DEADLINE].content["date"] == "2026-07-31"
    assert after[DEADLINE].changed_at > before[DEADLINE].changed_at
    assert after["upr-review"].sequence == 0


def test_a_date_that_becomes_certain_is_a_change_too(saved):
    assert from_plain(kept(saved)[DEADLINE].content).status is not DateStatus.CONFIRMED
    UprReview.objects.filter(state__iso3="ISL").update(confidence="high")
    publish_deadline("2026-07-17")
    row = kept(saved)[DEADLINE]
    assert (row.sequence, from_plain(row.content).status) == (1, DateStatus.CONFIRMED)


def test_a_date_that_vanishes_is_called_off_and_comes_back_as_the_same(saved):
    before = kept(saved)[DEADLINE]
    publish_deadline(None)
    gone, still = kept(saved)[DEADLINE], kept(saved)[DEADLINE]
    assert (gone.uid, gone.sequence, gone.cancelled) == (before.uid, 1, True)
    assert (still.sequence, still.cancelled) == (1, True)
    assert gone.content["date"] == "2026-07-17"
    publish_deadline("2026-07-17")
    back = kept(saved)[DEADLINE]
    assert (back.uid, back.sequence, back.cancelled) == (before.uid, 2, False)


def test_what_was_called_off_is_forgotten_after_half_a_year(saved):
    kept(saved)
    publish_deadline(None)
    gone = kept(saved)[DEADLINE]
    CalendarEntry.objects.filter(pk=gone.pk).update(
        changed_at=gone.changed_at - REMEMBERED - datetime.timedelta(days=1)
    )
    assert DEADLINE not in kept(saved)
    assert not CalendarEntry.objects.filter(pk=gone.pk).exists()


def test_a_deadline_that_has_passed_is_not_called_off(saved):
    before = kept(saved)[DEADLINE]
    on_the_day, after = kept(saved, datetime.date(2026, 7, 17)), kept(saved, datetime.date(2026, 7, 18))
    assert not on_the_day[DEADLINE].over
    assert (after[DEADLINE].uid, after[DEADLINE].sequence) == (before.uid, 0)
    assert (after[DEADLINE].over, after[DEADLINE].cancelled) == (True, False)
    long_after = kept(saved, datetime.date(2026, 7, 17) + REMEMBERED)
    assert long_after[DEADLINE].uid == before.uid
    assert DEADLINE not in kept(saved, datetime.date(2026, 7, 18) + REMEMBERED)


def test_the_next_of_its_kind_is_a_new_entry_and_the_past_one_stays(saved):
    first = kept(saved)[DEADLINE]
    publish_deadline("2026-08-31")
    later = datetime.date(2026, 8, 1)
    rows = [row for row in keep(saved, advice_on(saved, later)) if row.content["what"]["code"] == DEADLINE]
    assert [(row.over, row.content["date"]) for row in rows] == [(True, "2026-07-17"), (False, "2026-08-31")]
    assert rows[0].uid == first.uid != rows[1].uid
    assert [row.pk for row in keep(saved, advice_on(saved, later))].count(rows[1].pk) == 1


def test_other_answers_call_off_what_no_longer_concerns(saved):
    before = kept(saved)
    saved.draft["answers"]["countries"] = ["KEN"]
    saved.save()
    rows = keep(saved, advice_on(saved))
    assert {row.uid for row in rows if row.cancelled} == {
        row.uid for row in before.values() if row.content["what"]["country"] == "ISL"
    }


def test_two_saved_advices_share_no_uid(saved):
    other = matter(person("ben@two.example"), ecosoc="none")
    assert {row.uid for row in keep(saved, advice_on(saved))}.isdisjoint(
        {row.uid for row in keep(other, advice_on(other))}
    )


def test_the_database_tells_nothing_of_the_dates(saved):
    kept(saved)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM advisor_calendarentry")
        text = str(cursor.fetchall())
    for word in ("ISL", "upr", "2026-07-17", "2027-01"):
        assert word not in text


def test_calls_of_two_mandates_are_two_entries(saved):
    for title in ("Homes and heat", "Homes and floods"):
        CallForInput.objects.create(
            mandate=Mandate.objects.get(slug="housing"),
            title=title,
            url="https://un.example/",
            deadline="2026-09-01",
            deadline_precision="day",
            status="confirmed",
            source=Source.objects.first(),
            checked_on="2026-05-01",
        )
    publish_deadline("2026-07-17")
    calls = [name for name in entries(advice_on(saved)) if name.startswith("call-for-input")]
    assert len(calls) == 2


def test_open_tasks_of_the_plan_are_entries_too_and_go_when_they_are_done(saved):
    anna, day = saved.owner, datetime.date(2026, 7, 1)
    task = plans.add_task(saved=saved, title="Call the lawyer", note="", owner=None, due=day, by=anna, today=SPRING)
    plans.add_task(saved=saved, title="Some day", note="", owner=None, due=None, by=anna, today=SPRING)

    def own():
        return [row for row in keep(saved, advice_on(saved)) if "text" in row.content["what"]]

    (row,) = own()
    assert (row.content["date"], row.content["due"], row.content["what"]) == (
        "2026-07-01",
        True,
        {"text": "Call the lawyer", "task": str(task.pk)},
    )
    assert row_key(saved, name_of(row.content)) == row.key
    uid = row.uid
    plans.change_task(
        task=task,
        title="Call the lawyer",
        note="",
        owner=None,
        due=day + datetime.timedelta(days=1),
        by=anna,
        today=SPRING,
    )
    (row,) = own()
    assert (row.uid, row.content["date"], row.sequence) == (uid, "2026-07-02", 1)
    plans.mark(task=task, state="done", by=anna, today=SPRING)
    assert [row.cancelled for row in own()] == [True]


def test_a_task_from_the_advice_keeps_slugs_that_are_put_into_words_later(saved):
    advice = advice_on(saved)
    plans.make(saved=saved, advice=advice, routes=plans.offered(advice), by=saved.owner)
    tasks = [row.content["what"] for row in keep(saved, advice) if "action" in row.content["what"]]
    assert tasks
    assert all(set(what) == {"action", "country", "treaty", "task"} for what in tasks)
