"""How a plan is made first: proposed days that can be changed, whose the tasks are, and what is one task."""

import datetime

from advisor.plans import actions as plans
from rules.vocabulary import RouteSlug

from .planned import DAY, advised, by_action, changed, moved, planned, saved_for


def change(task, by, *, due):
    plans.change_task(task=task, by=by, today=DAY, title="", note="", owner=None, due=due)


def test_a_proposed_day_without_a_deadline_stays_until_somebody_changes_or_empties_it(saved, anna):
    advice = moved(advised(saved), RouteSlug.UPR, lobby_states=None)
    task = planned(saved, RouteSlug.UPR, by=anna, advice=advice)["lobby-states"]
    assert (task.due, task.is_proposed) == ("2026-12-22", True)
    later = moved(advised(saved, DAY + datetime.timedelta(days=5)), RouteSlug.UPR, lobby_states=None)
    plans.refresh(saved=saved, advice=later)
    task.refresh_from_db()
    assert task.due == "2026-12-22"
    change(task, anna, due=datetime.date(2027, 1, 5))
    assert (task.due, task.is_proposed) == ("2027-01-05", False)
    change(task, anna, due=None)
    assert (task.due, task.is_proposed) == ("", False)


def test_what_is_proposed_is_what_is_made_unless_days_were_changed(saved, anna):
    advice, routes = advised(saved), [RouteSlug.UPR, RouteSlug.COUNCIL_SESSIONS]
    before = plans.proposed(saved, advice, routes)
    assert not saved.tasks.exists()
    other, never = datetime.date(2027, 1, 5), before[-1]
    plans.make(
        saved=saved,
        advice=advice,
        routes=routes,
        by=anna,
        owner=anna,
        days={before[0].key: other, never.key: None},
    )
    made = {task.key: task for task in saved.tasks.all()}
    assert set(made) == {task.key for task in before}
    assert (made[before[0].key].due, made[before[0].key].due_by_hand) == ("2027-01-05", True)
    assert (made[never.key].due, made[never.key].due_by_hand) == ("", False)
    assert {made[task.key].due == task.due for task in before[1:-1]} <= {True}
    assert {task.owner for task in made.values()} == {anna}
    assert plans.proposed(saved, advice, routes) == []


def test_what_a_newer_advice_adds_belongs_to_nobody_yet(saved, anna):
    advice = advised(saved)
    plans.make(
        saved=saved,
        advice=changed(advice, RouteSlug.UPR, lambda action: None),
        routes=[RouteSlug.UPR],
        by=anna,
        owner=anna,
    )
    plans.refresh(saved=saved, advice=advice)
    assert saved.tasks.exists()
    assert {task.owner for task in saved.tasks.all()} == {None}


def test_one_complaint_is_one_task_that_names_the_other_committees(anna):
    saved = saved_for(anna, case="expulsion-next-week-switzerland")
    tasks = planned(saved, RouteSlug.TREATY_BODY_COMPLAINT, by=anna)
    assert "communication" not in tasks
    about = tasks["interim-measures"].about
    assert (about["treaty"], about["also"]) == ("cat", ["communication"])
    route = advised(saved).route(RouteSlug.TREATY_BODY_COMPLAINT)
    assert "cat" not in about["instead"]
    assert set(about["instead"]) <= {row.treaty for row in route.committees}
    assert 1 <= len(about["instead"]) <= 2


def test_tasks_that_were_two_before_stay_two(anna):
    saved = saved_for(anna, case="expulsion-next-week-switzerland")
    route = RouteSlug.TREATY_BODY_COMPLAINT
    for kept in ("interim-measures", "communication"):
        alone = changed(advised(saved), route, lambda action, kept=kept: action if action.action == kept else None)
        planned(saved, route, by=anna, advice=alone)
    planned(saved, route, by=anna)
    tasks = by_action(saved)
    assert {"interim-measures", "communication"} <= set(tasks)
    assert {task.gone_on for task in tasks.values()} == {None}
