"""Which reminders a plan and a log want, and when. They are rows of the outbox; nothing here sends.

Keys hold the day, so that a date that moves is told of again. Whatever is due already is not told by mail: whoever sees the page sees it.
"""

import datetime
from collections.abc import Iterator
from uuid import UUID

from accounts import roles
from accounts.models import User
from advisor.notices import actions as notices
from advisor.notices.models import Kind
from advisor.saved import access
from advisor.saved.models import SavedAdvice, Status
from rules.vocabulary import RouteSlug

from .models import Correspondence, Direction, Outcome, Task

AHEAD_DAYS = 7
"""A task is reminded of this long before it is due."""

UPDATE_DAYS = 90
"""So long after the last letter to UN experts we remind of telling them how things went on. Our own rule."""


def of_task(task: Task, today: datetime.date) -> None:
    """Have its owner reminded, or where it has none whoever answers for the advice."""
    day = _day_for(task, today)
    if day is None or task.done_at or task.set_aside or task.gone or _is_over(task.saved):
        return
    for user in [task.owner] if task.owner else _in_charge(task.saved):
        notices.queue(
            user=user, saved=task.saved, kind=Kind.TASK_DUE, key=_task_key(task), due_at=notices.morning(user, day)
        )


def forget_task(task: Task) -> None:
    """Before a task is changed: withdraw what was queued for it as it is now."""
    notices.withdraw(key=_task_key(task))


def of_letters(saved: SavedAdvice, today: datetime.date) -> None:
    """Everything that the log wants: an answer that is overdue, and experts who have heard nothing for long."""
    letters = list(saved.letters.select_related("logged_by"))
    answered = {letter.answers_id for letter in letters}
    to_experts = [letter for letter in letters if _to_experts(letter)]
    for letter in letters:
        forget_letter(letter)
        for kind, day in _wanted(letter, answered=letter.pk in answered, last=letter in to_experts[:1]):
            if day > today and not _is_over(saved):
                for user in _informed(letter):
                    due_at = notices.morning(user, day)
                    notices.queue(user=user, saved=saved, kind=kind, key=_letter_key(letter, kind), due_at=due_at)


def _wanted(letter: Correspondence, *, answered: bool, last: bool) -> Iterator[tuple[Kind, datetime.date]]:
    if letter.reply_by is not None and not answered:
        yield Kind.REPLY_DUE, letter.reply_by + datetime.timedelta(days=1)
    if last:
        yield Kind.UPDATE_MANDATES, letter.day + datetime.timedelta(days=UPDATE_DAYS)


def forget_letter(letter: Correspondence) -> None:
    """Before a letter is changed: withdraw what was queued for it as it is now."""
    for kind in (Kind.REPLY_DUE, Kind.UPDATE_MANDATES):
        notices.withdraw(key=_letter_key(letter, kind))


def of_outcome(outcome: Outcome, today: datetime.date) -> None:
    """Have whoever answers for the advice asked what came of it, while more may come."""
    if outcome.is_open and outcome.asked_at > today and not _is_over(outcome.saved):
        for user in _in_charge(outcome.saved):
            due_at = notices.morning(user, outcome.asked_at)
            key = _outcome_key(outcome)
            notices.queue(user=user, saved=outcome.saved, kind=Kind.OUTCOME_ASKED, key=key, due_at=due_at)


def forget_outcome(outcome: Outcome) -> None:
    """Before it is changed: withdraw the question as it is now."""
    notices.withdraw(key=_outcome_key(outcome))


def of_saved(saved: SavedAdvice, today: datetime.date) -> None:
    """All reminders anew: for whoever closes saved advice, opens it again or gives it to somebody else."""
    for task in saved.tasks.open().select_related("owner"):
        forget_task(task)
        of_task(task, today)
    of_letters(saved, today)
    for outcome in saved.outcomes.all():
        forget_outcome(outcome)
        of_outcome(outcome, today)


def of_organisation(organisation_id: UUID, today: datetime.date) -> None:
    """All reminders of an organisation anew: for when others answer for it."""
    for saved in SavedAdvice.objects.filter(organisation=organisation_id):
        of_saved(saved, today)


def _day_for(task: Task, today: datetime.date) -> datetime.date | None:
    """Some days ahead, or else on the day itself; None where that is over."""
    due = task.due_on
    if due is None:
        return None
    days = (due.first - datetime.timedelta(days=AHEAD_DAYS), due.first)
    return next((day for day in days if day > today), None)


def _in_charge(saved: SavedAdvice) -> list[User]:
    """The person whose advice it is, or the owners of the organisation: a mail to every member would reach nobody."""
    if saved.owner is not None:
        return [saved.owner]
    owners = User.objects.filter(memberships__organisation=saved.organisation_id, memberships__role=roles.OWNER)
    return list(owners)


def _informed(letter: Correspondence) -> list[User]:
    """Whoever logged the letter, while they may read it."""
    logged_by = letter.logged_by
    if logged_by is not None and access.role_on(logged_by, letter.saved):
        return [logged_by]
    return _in_charge(letter.saved)


def _to_experts(letter: Correspondence) -> bool:
    return letter.direction == Direction.SENT and letter.body["route"] == RouteSlug.SPECIAL_PROCEDURES


def _is_over(saved: SavedAdvice) -> bool:
    return saved.status == Status.CLOSED


def _task_key(task: Task) -> str:
    return f"task/{task.pk}/{task.due}"


def _letter_key(letter: Correspondence, kind: Kind) -> str:
    day = letter.reply_by if kind is Kind.REPLY_DUE else letter.day
    return f"letter/{letter.pk}/{kind.value}/{day}"


def _outcome_key(outcome: Outcome) -> str:
    return f"outcome/{outcome.pk}/{outcome.asked_at}"
