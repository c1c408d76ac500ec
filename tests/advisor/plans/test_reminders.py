"""Who is reminded of what in a plan, and when; and that nobody is reminded of what is over."""

import datetime

import pytest

from accounts import actions
from accounts.models import Membership
from advisor.notices.models import Notice
from advisor.plans import actions as plans
from advisor.saved import actions as saving
from rules.vocabulary import RouteSlug
from tests.accounts.people import organisation, person

from .planned import DAY, advised, changed, moved, planned, saved_for


@pytest.fixture
def ben(edition):
    return person("ben@two.example", time_zone="Asia/Kathmandu")


@pytest.fixture
def shared(anna, ben):
    """Saved advice of an organisation that Anna owns and Ben belongs to."""
    return saved_for(anna, organisation(owner=anna, member=ben))


def add(saved, by, due=datetime.date(2027, 3, 20), owner=None):
    return plans.add_task(saved=saved, title="Book a room", note="", owner=owner, due=due, by=by, today=DAY)


def queued():
    """Who is to be told what, on which day of theirs."""
    return sorted(
        (row.user.email.split("@")[0], str(row.kind), row.due_at.astimezone(row.user.zone).date().isoformat())
        for row in Notice.objects.all()
    )


def test_whoever_does_it_is_reminded_a_week_before(shared, anna, ben):
    add(shared, anna, owner=ben)
    assert queued() == [("ben", "task-due", "2027-03-13")]
    assert Notice.objects.get().due_at == datetime.datetime(2027, 3, 13, 1, 15, tzinfo=datetime.UTC)


def test_where_nobody_does_it_whoever_is_in_charge_is_reminded(shared, anna, ben):
    add(shared, anna)
    add(saved_for(ben), ben)
    assert queued() == [("anna", "task-due", "2027-03-13"), ("ben", "task-due", "2027-03-13")]


@pytest.mark.parametrize(
    ("due", "told"),
    [("2026-12-02", "2026-11-25"), ("2026-12-01", "2026-12-01"), ("2026-11-25", "2026-11-25"), ("2026-11-24", None)],
)
def test_what_is_near_is_told_on_its_day_and_what_is_here_is_not(shared, anna, due, told):
    add(shared, anna, datetime.date.fromisoformat(due))
    assert [day for _, _, day in queued()] == ([told] if told else [])


def test_a_month_is_told_before_it_begins(shared, anna):
    planned(shared, RouteSlug.UPR, by=anna, advice=moved(advised(shared), RouteSlug.UPR, lobby_states="2027-06"))
    assert ("anna", "task-due", "2027-04-24") in queued()


def test_a_new_day_or_owner_moves_the_reminder(shared, anna, ben):
    task = add(shared, anna)
    given = {"title": "Book a room", "note": "", "by": anna, "today": DAY}
    plans.change_task(task=task, owner=ben, due=datetime.date(2027, 5, 20), **given)
    assert queued() == [("ben", "task-due", "2027-05-13")]
    plans.change_task(task=task, owner=None, due=None, **given)
    assert queued() == []


@pytest.mark.parametrize("state", ["done", "aside"])
def test_what_is_no_longer_to_do_is_not_told(shared, anna, state):
    task = add(shared, anna)
    plans.mark(task=task, state=state, by=anna, today=DAY)
    assert queued() == []
    plans.mark(task=task, state="open", by=anna, today=DAY)
    assert queued() == [("anna", "task-due", "2027-03-13")]


def test_what_is_deleted_or_no_longer_advised_is_not_told(shared, anna):
    plans.delete_task(task=add(shared, anna), by=anna)
    advice = moved(advised(shared), RouteSlug.UPR, lobby_states="2027-03-20")
    planned(shared, RouteSlug.UPR, by=anna, advice=advice)
    assert queued()
    plans.refresh(saved=shared, advice=changed(advice, RouteSlug.UPR, lambda action: None))
    assert queued() == []


def test_a_deadline_that_moves_takes_the_reminder_along(shared, anna):
    for day, told in (("2027-03-20", "2027-02-27"), ("2027-05-20", "2027-04-29")):
        advice = moved(advised(shared), RouteSlug.UPR, lobby_states=day)
        planned(shared, RouteSlug.UPR, by=anna, advice=advice)
        assert ("anna", "task-due", told) in queued()
    assert len(queued()) == len([task for task in shared.tasks.all() if task.due])


def test_what_was_told_is_told_again_when_its_day_moves(shared, anna):
    task = add(shared, anna)
    Notice.objects.update(sent_at=datetime.datetime(2027, 3, 13, tzinfo=datetime.UTC))
    plans.change_task(
        task=task, title="x", note="", owner=None, due=datetime.date(2027, 5, 20), by=anna,
        today=datetime.date(2027, 3, 14),
    )  # fmt: skip
    assert [row.sent_at is None for row in Notice.objects.order_by("pk")] == [False, True]


def test_closing_the_matter_ends_its_reminders_and_opening_it_brings_them_back(shared, anna):
    add(shared, anna)
    closed = saving.set_status(saved=shared, status="closed", revision=1, by=anna)
    assert queued() == []
    add(closed, anna)
    assert queued() == []
    saving.set_status(saved=closed, status="active", revision=2, by=anna)
    assert len(queued()) == 2


def test_what_is_given_to_an_organisation_is_told_to_its_owners(anna, ben):
    own = saved_for(ben)
    add(own, ben)
    made = organisation(owner=anna, member=ben)
    saving.give(saved=own, organisation=made, revision=1, by=ben)
    assert queued() == [("anna", "task-due", "2027-03-13")]


def test_whoever_leaves_is_told_nothing_and_the_owners_are_instead(
    shared, anna, ben, django_capture_on_commit_callbacks
):
    add(shared, anna, owner=ben)
    with django_capture_on_commit_callbacks(execute=True):
        actions.remove_member(membership=Membership.objects.get(user=ben), by=anna)
    assert queued() == [("anna", "task-due", "2027-03-13")]


def test_whoever_becomes_owner_is_reminded_and_whoever_was_is_not(
    shared, anna, ben, django_capture_on_commit_callbacks
):
    add(shared, anna)
    with django_capture_on_commit_callbacks(execute=True):
        actions.transfer_ownership(to=Membership.objects.get(user=ben), by=anna)
    assert queued() == [("ben", "task-due", "2027-03-13")]


def test_whoever_joins_without_being_in_charge_starts_nothing(shared, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as callbacks:
        Membership.objects.create(organisation=shared.organisation, user=person("eve@four.example"), role="member")
    assert callbacks == []


def test_an_organisation_that_ends_takes_its_reminders_along(shared, anna, ben, django_capture_on_commit_callbacks):
    add(shared, anna, owner=ben)
    with django_capture_on_commit_callbacks(execute=True):
        actions.delete_organisation(organisation=shared.organisation)
    assert queued() == []
