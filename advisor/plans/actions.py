"""The plan of saved advice: tasks from the actions of the routes that somebody chose, and tasks of their own.

Each write is one transaction, says who did it (`by`) and trusts that access was decided. A plan follows the facts: what a person did,
changed or gave to somebody stays as it is.
"""

import datetime
from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts import keys
from accounts.actions import Refused
from accounts.models import Organisation, User
from advisor import clock
from advisor.advice import now
from advisor.saved import access
from advisor.saved import actions as saving
from advisor.saved.events import Deed, MatterEvent
from advisor.saved.models import SavedAdvice
from rules.dates import PartialDate
from rules.result import Action, Advice, RouteAdvice
from rules.vocabulary import DateStatus, RouteSlug, Verdict

from . import proposal, reminders
from .models import Correspondence, Plan, Task

NAMES = "names of tasks"

NOT_PUBLISHED = "not-published"
"""A part of the code of an action whose deadline exists and is not known."""

LEAST_CERTAIN_FIRST = (DateStatus.UNKNOWN, DateStatus.ESTIMATED, DateStatus.TENTATIVE, DateStatus.CONFIRMED)

MARKED = {"done": Deed.TASK_DONE, "open": Deed.TASK_OPENED, "aside": Deed.TASK_ASIDE}

About = dict[str, Any]
Step = tuple[About, Action, RouteAdvice]


def offered(advice: Advice) -> tuple[RouteSlug, ...]:
    """The routes on which there is something to do, the best first."""
    return tuple(route.route for route in advice.routes if route.actions)


def suggested(advice: Advice) -> tuple[RouteSlug, ...]:
    """The routes that a plan takes in where nobody chose otherwise: those that lead, that fit well, that help somebody in danger."""
    wanted = {route.route for route in now.leaders(advice)} | {route for route, _actions in now.steps(advice)}
    wanted |= {route.route for route in advice.routes if route.verdict in (Verdict.STRONG, Verdict.GOOD)}
    return tuple(route for route in offered(advice) if route in wanted)


@transaction.atomic
def make(
    *, saved: SavedAdvice, advice: Advice, routes: Iterable[RouteSlug], by: User, owner: User | None = None,
    days: Mapping[str, datetime.date | None] | None = None,
) -> None:  # fmt: skip
    """Make the plan from these routes of the advice, or choose its routes anew.

    What is new in it goes to ``owner``. It is due as proposed or, by its key (see `proposed`), on one of ``days``; never, for none.
    Raises `Refused` for an owner who may not read the advice.
    """
    _may_own(saved, owner)
    _follow(_locked(saved), advice, [route.value for route in routes], owner=owner, days=days or {})
    MatterEvent.note(Deed.PLAN_MADE, by=by, saved=saved)
    saving.keep_on(saved)


def proposed(saved: SavedAdvice, advice: Advice, routes: Iterable[RouteSlug]) -> list[Task]:
    """The tasks that these routes would add to the plan, with the days that we propose. Nothing is written."""
    kept = {_topic(task.about) for task in saved.tasks.exclude(key="")}
    wanted = _wanted(advice, [route.value for route in routes], kept)
    return [_new(saved, topic, *step, advice) for topic, step in wanted.items() if topic not in kept]


@transaction.atomic
def refresh(*, saved: SavedAdvice, advice: Advice) -> None:
    """Bring the plan up to newer advice, if there is one. For whoever gives the advice anew; nobody is asked."""
    saved = _locked(saved)
    plan = Plan.objects.filter(saved=saved).first()
    if plan is not None:
        _follow(saved, advice, plan.routes)


@transaction.atomic
def add_task(
    *, saved: SavedAdvice, title: str, note: str, owner: User | None, due: datetime.date | None, by: User,
    today: datetime.date,
) -> Task:  # fmt: skip
    """A task of somebody's own. Raises `Refused` for an owner who may not read the advice."""
    _may_own(saved, owner)
    task = Task.objects.create(
        saved=saved, title=title, note=note, owner=owner, due=_iso(due), due_by_hand=due is not None
    )
    reminders.of_task(task, today)
    MatterEvent.note(Deed.TASK_ADDED, by=by, saved=saved)
    saving.keep_on(saved)
    return task


@transaction.atomic
def change_task(
    *, task: Task, title: str, note: str, owner: User | None, due: datetime.date | None, by: User, today: datetime.date
) -> None:
    """Change a task. Without a day, one with a deadline is due as proposed, any other never. Raises `Refused` as `add_task` does."""
    _may_own(task.saved, owner)
    reminders.forget_task(task)
    if task.is_own:
        task.title = title
    task.note, task.owner = note, owner
    if due is not None and _iso(due) != task.due:
        task.due, task.due_by_hand = _iso(due), True
    elif due is None and (task.due_by_hand or not task.deadline):
        deadline = task.deadline_on
        task.due, task.due_by_hand = proposal.before(deadline, today) if deadline else "", False
    task.save()
    reminders.of_task(task, today)
    MatterEvent.note(Deed.TASK_CHANGED, by=by, saved=task.saved)
    saving.keep_on(task.saved)


@transaction.atomic
def mark(*, task: Task, state: str, by: User, today: datetime.date) -> None:
    """In: ``done``, ``open``, or ``aside`` for what is not going to be done. Done twice, it keeps the first day and name."""
    if state == "done" and task.done_at is None:
        task.done_at, task.done_by = timezone.now(), by
    if state != "done":
        task.done_at = task.done_by = None
    task.set_aside = state == "aside"
    task.save()
    reminders.forget_task(task)
    reminders.of_task(task, today)
    MatterEvent.note(MARKED[state], by=by, saved=task.saved)
    saving.keep_on(task.saved)


@transaction.atomic
def delete_task(*, task: Task, by: User) -> None:
    """Delete a task of one's own, or one that the advice no longer gives. Raises `Refused` for one that it gives."""
    if not task.is_own and not task.gone:
        raise Refused(_("The advice gives this step. Set it aside instead."))
    reminders.forget_task(task)
    task.delete()
    MatterEvent.note(Deed.TASK_DELETED, by=by, saved=task.saved)
    saving.keep_on(task.saved)


@transaction.atomic
def let_go(*, user: User, organisation_id: Any) -> None:
    """Somebody left an organisation: nothing there is theirs any more, and others are reminded instead."""
    tasks = Task.objects.filter(saved__organisation=organisation_id)
    tasks.filter(owner=user).update(owner=None)
    tasks.filter(done_by=user).update(done_by=None)
    Correspondence.objects.filter(saved__organisation=organisation_id, logged_by=user).update(logged_by=None)
    remind_anew(organisation_id=organisation_id)


def remind_anew(*, organisation_id: Any) -> None:
    """Other people are in charge of an organisation. Afterwards, since it may be going altogether."""
    transaction.on_commit(lambda: reminders.of_organisation(organisation_id, clock.today()))


def _locked(saved: SavedAdvice) -> SavedAdvice:
    """The row, held against somebody who makes the same plan at the same time."""
    return SavedAdvice.objects.select_for_update(no_key=True).get(pk=saved.pk)


def _follow(
    saved: SavedAdvice, advice: Advice, routes: list[str], *, owner: User | None = None,
    days: Mapping[str, datetime.date | None] | None = None,
) -> None:  # fmt: skip
    Plan.objects.update_or_create(
        saved=saved, defaults={"routes": routes, "edition_id": advice.edition, "as_of": advice.as_of}
    )
    kept = {_topic(task.about): task for task in saved.tasks.exclude(key="")}
    given = _wanted(advice, routes, kept)
    for topic, (about, action, route) in given.items():
        if topic in kept:
            _take_over(kept[topic], about, action, route, advice.as_of)
            continue
        task = _new(saved, topic, about, action, route, advice)
        task.owner = owner
        if days and task.key in days and _iso(days[task.key]) != task.due:
            task.due, task.due_by_hand = _iso(days[task.key]), days[task.key] is not None
        task.save()
        reminders.of_task(task, advice.as_of)
    for topic, task in kept.items():
        if topic not in given and task.done_at is None and not task.gone:
            reminders.forget_task(task)
            task.gone, task.gone_on = True, advice.as_of
            task.save(update_fields=["gone", "gone_on"])


def _wanted(advice: Advice, routes: Collection[str], kept: Container[str]) -> dict[str, Step]:
    """What the tasks of these routes are about, by topic. What is one text is one task, unless it was kept as several before."""
    found: dict[str, Step] = {}
    for route in advice.routes:
        for group in proposal.together(route.actions) if route.route in routes else ():
            there = [action for action in group if _topic(_about(action, route)) in kept]
            alone = there or list(group[:1])
            also = [action for action in group if action not in alone]
            for action in alone:
                about = _about(action, route, also if action is alone[0] else ())
                found[_topic(about)] = (about, action, route)
    return found


def _new(saved: SavedAdvice, topic: str, about: About, action: Action, route: RouteAdvice, advice: Advice) -> Task:
    """A task that is not written yet, with its proposed day: for somebody in danger the day of the advice."""
    urgent = (route.route, action.action) in {(step.route, step.action) for step in advice.urgent}
    at_once = urgent and action.by is None and now.in_danger(advice)
    return Task(
        saved=saved,
        key=_key(saved, topic),
        about=about,
        due=_iso(advice.as_of) if at_once else proposal.day_for(action, advice.as_of),
        deadline=_iso(action.by),
        deadline_status=_status(action, route),
    )


def _take_over(task: Task, about: About, action: Action, route: RouteAdvice, today: datetime.date) -> None:
    """Bring one task up to the facts. What is done stays as it was done; what is the same is not written anew."""
    facts = {
        "about": about,
        "gone": False,
        "gone_on": None,
        "deadline": _iso(action.by),
        "deadline_status": _status(action, route),
    }
    if task.done_at is not None or all(getattr(task, name) == value for name, value in facts.items()):
        return
    reminders.forget_task(task)
    if not task.due_by_hand and task.deadline != facts["deadline"]:
        task.due = proposal.day_for(action, today)
    for name, value in facts.items():
        setattr(task, name, value)
    task.save()
    reminders.of_task(task, today)


def _about(action: Action, route: RouteAdvice, also: Iterable[Action] = ()) -> About:
    """What a task keeps of its action: slugs alone, which are put into words when they are shown.

    ``also`` are the actions that end in the same text, ``instead`` the treaties whose committees could take it too.
    """
    more = {
        "also": [one.action.value for one in also],
        "instead": proposal.instead(action, route),
    }
    return {
        "route": route.route.value,
        "action": action.action.value,
        "code": action.code,
        "params": {name: value for name, value in action.params.items() if isinstance(value, str)},
        "country": action.country,
        "treaty": action.treaty,
        "mandates": list(action.mandates),
        "source": action.source,
        **{name: value for name, value in more.items() if value},
    }


def _topic(about: Mapping[str, Any]) -> str:
    """What makes two actions the same: route, action, State, treaty; of several calls for input, the call."""
    parts = [about["route"], about["action"], about["country"] or "", about["treaty"] or ""]
    title = about["params"].get("title")
    return "/".join([*parts, *([*about["mandates"][:1], title] if title else [])])


def _key(saved: SavedAdvice, topic: str) -> str:
    """A name for the topic that tells nothing to whoever copies the database."""
    return keys.digest(NAMES, f"{saved.pk}/{topic}")


def keyed(task: Task) -> dict[str, str]:
    """The key of a task as the present secret key makes it. What somebody added has none."""
    return {} if task.is_own else {"key": _key(task.saved, _topic(task.about))}


def _status(action: Action, route: RouteAdvice) -> str:
    """How certain the action's date is, from the dates of its route; where several fit, the least certain."""
    if action.by is None:
        return DateStatus.UNKNOWN.value if NOT_PUBLISHED in action.code.split(".") else ""
    fitting = {
        date.status
        for date in route.dates
        if date.date == action.by
        and (date.country is None or action.country is None or date.country == action.country)
        and (action.treaty is None or date.params.get("treaty", action.treaty) == action.treaty)
    }
    return next((status.value for status in LEAST_CERTAIN_FIRST if status in fitting), "")


def _iso(date: datetime.date | PartialDate | None) -> str:
    return "" if date is None else str(date)


def _may_own(saved: SavedAdvice, owner: User | None) -> None:
    if owner is not None and owner not in access.concerned(saved):
        raise Refused(_("Only somebody who can read this advice can take a task."))


def tasks_of(saved: SavedAdvice) -> Iterator[Task]:
    """All tasks of one saved advice, their people loaded."""
    yield from saved.tasks.select_related("owner", "done_by")


def of_organisation(organisation: Organisation) -> list[Task]:
    """What an organisation means to do, or did, over all its saved advice."""
    rows = Task.objects.of_organisation(organisation).wanted()
    return list(rows.select_related("owner", "done_by", "saved", "saved__plan"))


def of_person(user: User) -> list[Task]:
    """The same for a person's own saved advice."""
    return list(Task.objects.of_person(user).wanted().select_related("owner", "done_by", "saved", "saved__plan"))
