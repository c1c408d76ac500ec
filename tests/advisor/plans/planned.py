"""Saved advice with a plan, and advice on it after the facts have changed."""

import datetime
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from accounts.models import Organisation
from advisor.editions import store
from advisor.plans import actions as plans
from advisor.plans.models import Task
from advisor.questions.drawer import Draft
from advisor.saved import actions as saving
from advisor.saved.assessment import assess
from advisor.saved.models import SavedAdvice
from rules.dates import PartialDate
from rules.result import Action, Advice
from rules.vocabulary import RouteSlug
from tests.support.cases import answers_of

DAY = datetime.date(2026, 11, 24)
NAME = "Salt works petition"
UPR = "deadline-missed-togo"
DANGER = "defender-tortured-in-custody"


def saved_for(by: Any, organisation: Organisation | None = None, case: str = UPR) -> SavedAdvice:
    """Somebody's saved advice on the answers of a case."""
    draft = Draft(answers=answers_of(case), no_danger="no")
    return saving.save(draft=draft, name=NAME, by=by, organisation=organisation)


def advised(saved: SavedAdvice, day: datetime.date = DAY) -> Advice:
    """The advice on it on a day."""
    edition = store.current()
    assert edition is not None
    return assess(saved, edition, day, changes=False)


def planned(saved: SavedAdvice, *routes: RouteSlug, by: Any, advice: Advice | None = None) -> dict[str, Task]:
    """Its plan, made from these routes. Out: the tasks from the advice, by their action."""
    advice = advice or advised(saved)
    plans.make(saved=saved, advice=advice, routes=routes or plans.suggested(advice), by=by)
    return by_action(saved)


def by_action(saved: SavedAdvice) -> dict[str, Task]:
    """The tasks from the advice, by their action."""
    return {task.about["action"]: task for task in saved.tasks.exclude(key="")}


def changed(advice: Advice, route: RouteSlug, change: Callable[[Action], Action | None]) -> Advice:
    """The advice as if other facts held: each action of a route changed, or (without one) gone."""
    routes = []
    for row in advice.routes:
        if row.route is route:
            new = tuple(action for action in map(change, row.actions) if action is not None)
            dates = tuple(replace(date, date=None) for date in row.dates)
            row = replace(row, actions=new, dates=dates)
        routes.append(row)
    return replace(advice, routes=tuple(routes))


def moved(advice: Advice, route: RouteSlug, **days: str | None) -> Advice:
    """The advice with other days for its actions, by their slug with underscores."""

    def change(action: Action) -> Action:
        name = action.action.value.replace("-", "_")
        if name not in days:
            return action
        day = days[name]
        return replace(action, by=PartialDate.parse(day) if day else None)

    return changed(advice, route, change)
