"""A plan follows the advice and the facts, and keeps what a person did, changed or gave to somebody."""

import datetime
from dataclasses import replace

import pytest
from django.db import IntegrityError, connection, transaction

from accounts import actions
from accounts.actions import Refused
from advisor.editions import store
from advisor.plans import actions as plans
from advisor.plans.models import Task
from advisor.saved import given as giving
from advisor.saved.models import GivenAdvice
from rules.dates import PartialDate
from rules.vocabulary import RouteSlug
from tests.accounts.people import organisation, person

from .planned import DANGER, DAY, UPR, advised, by_action, changed, moved, planned, saved_for


@pytest.fixture
def lobby(saved, anna):
    """The task of winning States for recommendations, with a deadline that is known to the day."""
    advice = moved(advised(saved), RouteSlug.UPR, lobby_states="2027-03-20")
    return planned(saved, RouteSlug.UPR, by=anna, advice=advice)["lobby-states"]


def follow(saved, **days):
    plans.refresh(saved=saved, advice=moved(advised(saved), RouteSlug.UPR, **days))


def test_each_action_of_the_chosen_routes_becomes_a_task(saved, anna):
    advice = advised(saved)
    tasks = planned(saved, RouteSlug.UPR, RouteSlug.COUNCIL_SESSIONS, by=anna, advice=advice)
    wanted = {
        action.action.value
        for route in (RouteSlug.UPR, RouteSlug.COUNCIL_SESSIONS)
        for action in advice.route(route).actions
    }
    assert set(tasks) == wanted
    assert saved.plan.edition_id == advice.edition
    assert saved.plan.as_of == DAY


def test_one_task_for_each_state_and_treaty(anna):
    saved = saved_for(anna, case="housing-in-six-states")
    planned(saved, RouteSlug.TREATY_BODY_REVIEW, by=anna)
    about = [(task.about["action"], task.about["country"], task.about["treaty"]) for task in saved.tasks.all()]
    actions = advised(saved).route(RouteSlug.TREATY_BODY_REVIEW).actions
    wanted = {(action.action.value, action.country, action.treaty) for action in actions}
    assert len(about) == len(set(about)) == len(wanted)
    assert set(about) == wanted


def test_each_call_for_input_is_a_task_of_its_own(saved, anna):
    def calls(action):
        return action if action.code == "call-for-input" else None

    advice = changed(advised(saved), RouteSlug.SPECIAL_PROCEDURES, calls)
    route = advice.route(RouteSlug.SPECIAL_PROCEDURES)
    call = replace(advised(saved).route(RouteSlug.UPR).actions[0], code="call-for-input", country=None)
    several = [
        replace(call, mandates=(slug,), params={"title": title})
        for slug, title in (("torture", "One"), ("torture", "Two"), ("health", "One"))
    ]
    advice = replace(
        advice,
        routes=tuple(replace(row, actions=tuple(several)) if row is route else row for row in advice.routes),
    )
    planned(saved, RouteSlug.SPECIAL_PROCEDURES, by=anna, advice=advice)
    plans.refresh(saved=saved, advice=advice)
    assert saved.tasks.count() == 3


def test_making_it_twice_changes_nothing(saved, anna):
    planned(saved, by=anna)
    before = sealed()
    planned(saved, by=anna)
    plans.refresh(saved=saved, advice=advised(saved))
    assert before != []
    assert sealed() == before


def sealed():
    """The rows as they lie in the database: the same words are sealed otherwise each time they are written."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM advisor_task ORDER BY id")
        return cursor.fetchall()


def test_a_refresh_that_changes_nothing_is_cheap(saved, anna, django_assert_max_num_queries):
    planned(saved, *plans.offered(advised(saved)), by=anna)
    advice = advised(saved)
    with django_assert_max_num_queries(10):
        plans.refresh(saved=saved, advice=advice)


def test_without_a_plan_there_is_nothing_to_refresh(saved):
    plans.refresh(saved=saved, advice=advised(saved))
    assert not saved.tasks.exists()


@pytest.mark.parametrize(
    ("deadline", "due"),
    [
        ("2027-03-20", "2027-03-06"),
        ("2026-12-08", "2026-11-24"),
        ("2026-12-07", "2026-12-07"),
        ("2026-11-24", "2026-11-24"),
        ("2027-03", "2027-02"),
        ("2026-12", "2026-11"),
        ("2026-11", "2026-11"),
        ("2028", "2028"),
        (None, "2026-12-22"),
    ],
    ids=[
        "early",
        "early-is-today",
        "no-margin-left",
        "today",
        "month",
        "this-month",
        "no-month-left",
        "year",
        "counted-from-today",
    ],
)
def test_due_is_before_the_deadline_and_as_precise(saved, anna, deadline, due):
    advice = moved(advised(saved), RouteSlug.UPR, lobby_states=deadline)
    task = planned(saved, RouteSlug.UPR, by=anna, advice=advice)["lobby-states"]
    assert (task.deadline, task.due) == (deadline or "", due)


def test_whoever_is_in_danger_is_written_about_today(anna):
    saved = saved_for(anna, case=DANGER)
    tasks = planned(saved, by=anna)
    assert tasks["urgent-appeal"].due == DAY.isoformat()
    assert tasks["urgent-appeal"].deadline == ""
    assert tasks["wgad-complaint"].due == "2026-12-22"
    plans.refresh(saved=saved, advice=advised(saved, DAY + datetime.timedelta(days=1)))
    assert by_action(saved)["urgent-appeal"].due == DAY.isoformat()


def test_the_date_keeps_its_certainty(anna):
    saved = saved_for(anna, case="housing-in-six-states")
    tasks = {
        (task.about["action"], task.about["country"]): task.deadline_status
        for task in planned_list(saved, RouteSlug.UPR, RouteSlug.COUNCIL_SESSIONS, by=anna)
    }
    assert tasks["lobby-states", "TGO"] == "tentative"
    assert tasks["follow-up", "KEN"] == "estimated"
    assert tasks["written-statement", None] == "estimated"
    assert tasks["lobby-council", None] == "tentative"
    assert tasks["side-event", None] == ""


def planned_list(saved, *routes, by):
    planned(saved, *routes, by=by)
    return saved.tasks.all()


def test_a_deadline_that_moves_takes_the_due_date_along(saved, lobby):
    follow(saved, lobby_states="2027-05-20")
    lobby.refresh_from_db()
    assert (lobby.deadline, lobby.due) == ("2027-05-20", "2027-05-06")


def test_a_day_that_passes_does_not_move_what_is_late(saved, lobby):
    late = moved(advised(saved, datetime.date(2027, 3, 10)), RouteSlug.UPR, lobby_states="2027-03-20")
    plans.refresh(saved=saved, advice=late)
    lobby.refresh_from_db()
    assert lobby.due == "2027-03-06"


def test_a_day_set_by_hand_stays_while_its_deadline_follows(saved, lobby, anna):
    change(lobby, anna, due=datetime.date(2027, 1, 5))
    follow(saved, lobby_states="2027-05-20")
    lobby.refresh_from_db()
    assert (lobby.due, lobby.due_by_hand, lobby.deadline) == ("2027-01-05", True, "2027-05-20")
    change(lobby, anna, due=None)
    assert (lobby.due, lobby.due_by_hand) == ("2027-05-06", False)


def change(task, by, **more):
    plans.change_task(
        task=task, by=by, today=DAY, **{"title": "", "note": task.note, "owner": task.owner, "due": None, **more}
    )


def test_a_note_alone_leaves_a_month_alone(saved, anna):
    task = planned(saved, RouteSlug.UPR, by=anna, advice=moved(advised(saved), RouteSlug.UPR, lobby_states="2027-03"))[
        "lobby-states"
    ]
    plans.change_task(
        task=task, title="", note="Ask the bakery", owner=None, due=None, by=anna, today=datetime.date(2027, 3, 2)
    )
    assert (task.due, task.due_by_hand) == ("2027-02", False)


def test_the_day_shown_and_sent_back_is_not_set_by_hand(lobby, anna):
    change(lobby, anna, due=datetime.date(2027, 3, 6))
    assert not lobby.due_by_hand


def test_notes_and_owners_stay(saved, lobby, anna):
    change(lobby, anna, note="Ask the bakery", owner=anna)
    follow(saved, lobby_states="2027-05-20")
    lobby.refresh_from_db()
    assert (lobby.note, lobby.owner) == ("Ask the bakery", anna)


def test_what_is_done_stays_as_it_was_done(saved, lobby, anna):
    plans.mark(task=lobby, state="done", by=anna, today=DAY)
    when = lobby.done_at
    plans.mark(task=lobby, state="done", by=person("ben@two.example"), today=DAY)
    follow(saved, lobby_states="2027-05-20")
    plans.refresh(saved=saved, advice=changed(advised(saved), RouteSlug.UPR, lambda action: None))
    lobby.refresh_from_db()
    assert (lobby.done_at, lobby.done_by) == (when, anna)
    assert (lobby.deadline, lobby.gone_on) == ("2027-03-20", None)


def test_what_vanishes_is_marked_and_comes_back(saved, lobby, anna):
    plans.refresh(saved=saved, advice=changed(advised(saved), RouteSlug.UPR, lambda action: None))
    lobby.refresh_from_db()
    assert lobby.gone_on == DAY
    plans.refresh(saved=saved, advice=advised(saved))
    lobby.refresh_from_db()
    assert lobby.gone_on is None


def test_a_route_left_out_marks_its_tasks(saved, lobby, anna):
    planned(saved, RouteSlug.COUNCIL_SESSIONS, by=anna)
    lobby.refresh_from_db()
    assert lobby.gone_on == DAY


def test_what_was_set_aside_stays_aside(saved, lobby, anna):
    plans.mark(task=lobby, state="aside", by=anna, today=DAY)
    plans.refresh(saved=saved, advice=advised(saved))
    lobby.refresh_from_db()
    assert lobby.set_aside
    plans.mark(task=lobby, state="open", by=anna, today=DAY)
    assert (lobby.set_aside, lobby.done_at) == (False, None)


def own(saved, by, **more):
    given = {"title": "Book a room", "note": "", "owner": None, "due": None}
    return plans.add_task(saved=saved, by=by, today=DAY, **given | more)


def test_a_task_of_ones_own_is_left_alone_by_the_advice(saved, lobby, anna):
    task = own(saved, anna, due=datetime.date(2027, 1, 5))
    plans.refresh(saved=saved, advice=changed(advised(saved), RouteSlug.UPR, lambda action: None))
    task.refresh_from_db()
    assert (task.title, task.due, task.gone_on) == ("Book a room", "2027-01-05", None)
    change(task, anna, title="Book two rooms", due=None)
    task.refresh_from_db()
    assert (task.title, task.due) == ("Book two rooms", "")


def test_the_title_of_an_advised_step_cannot_be_changed(lobby, anna):
    change(lobby, anna, title="Something else")
    assert lobby.title == ""


def test_only_own_tasks_and_those_that_are_gone_can_be_deleted(saved, lobby, anna):
    with pytest.raises(Refused):
        plans.delete_task(task=lobby, by=anna)
    plans.delete_task(task=own(saved, anna), by=anna)
    plans.refresh(saved=saved, advice=changed(advised(saved), RouteSlug.UPR, lambda action: None))
    lobby.refresh_from_db()
    plans.delete_task(task=lobby, by=anna)
    assert lobby.pk is None


def test_an_owner_must_be_able_to_read_the_advice(anna):
    ben, carla = person("ben@two.example"), person("carla@three.example")
    saved = saved_for(anna, organisation(owner=anna, reader=ben))
    assert own(saved, anna, owner=ben).owner == ben
    with pytest.raises(Refused):
        own(saved, anna, owner=carla)
    task = own(saved, anna)
    with pytest.raises(Refused):
        change(task, anna, owner=carla)


def test_whoever_leaves_owns_nothing_any_more(anna, django_capture_on_commit_callbacks):
    ben = person("ben@two.example")
    made, other = organisation(owner=anna, member=ben), organisation("Other", owner=ben)
    task, elsewhere = own(saved_for(anna, made), anna, owner=ben), own(saved_for(ben, other), ben, owner=ben)
    plans.mark(task=task, state="done", by=ben, today=DAY)
    actions.remove_member(membership=made.memberships.get(user=ben), by=anna)
    task.refresh_from_db()
    elsewhere.refresh_from_db()
    assert (task.owner, task.done_by, elsewhere.owner) == (None, None, ben)
    assert task.done_at is not None


def test_the_same_step_cannot_stand_twice(lobby):
    with pytest.raises(IntegrityError), transaction.atomic():
        Task.objects.create(saved=lobby.saved, key=lobby.key)


def test_the_database_does_not_tell_what_it_is_about(saved, lobby, anna):
    """Whole words only, with their quotes where they are short: sealed text has every three letters in it sooner or later."""
    change(lobby, anna, note="Ask the bakery")
    own(saved, anna)
    with connection.cursor() as cursor:
        for table in ("advisor_task", "advisor_plan"):
            cursor.execute(f"SELECT * FROM {table}")
            held = str(cursor.fetchall())
            assert [word for word in ("'TGO'", "'upr'", "lobby", "bakery") if word in held] == []


def test_new_advice_that_is_kept_brings_the_plan_along(saved, lobby):
    edition = store.current()
    record = giving.record(saved=saved, advice=advised(saved), edition=edition, reason=GivenAdvice.Reason.EDITION)
    assert record is not None
    lobby.refresh_from_db()
    assert lobby.deadline != "2027-03-20"
    assert lobby.deadline_on == PartialDate.parse(lobby.deadline)


def test_routes_that_fit_are_suggested_first(anna):
    advice = advised(saved_for(anna, case=DANGER))
    assert plans.suggested(advice) == (RouteSlug.SPECIAL_PROCEDURES,)
    assert set(plans.suggested(advice)) < set(plans.offered(advice))
    assert RouteSlug.UPR in plans.suggested(advised(saved_for(anna, case=UPR)))
