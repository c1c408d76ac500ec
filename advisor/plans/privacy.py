"""What plans and logs hold of a person, handed out as a file. They are deleted with the saved advice that they belong to."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from accounts import privacy
from accounts.models import User
from advisor.saved.models import SavedAdvice

from .models import Correspondence, Outcome, Plan, Task


def export(user: User) -> list[dict[str, Any]]:
    """The plans of all saved advice that this person may read, by its id, as `keeping.export` names it."""
    rows = SavedAdvice.objects.of(user).select_related("plan").order_by("created_at")
    return [
        {
            "saved": str(row.pk),
            "plan": _plan(getattr(row, "plan", None)),
            "tasks": [_task(task, user) for task in row.tasks.all()],
            "letters": [_letter(letter) for letter in row.letters.all()],
            "outcomes": [_outcome(outcome) for outcome in row.outcomes.all()],
        }
        for row in rows.prefetch_related("tasks", "letters", "outcomes")
    ]


def _plan(plan: Plan | None) -> dict[str, Any] | None:
    return {"routes": plan.routes, "edition": plan.edition_id, "day": plan.as_of.isoformat()} if plan else None


def _task(task: Task, user: User) -> dict[str, Any]:
    """Who else does what is theirs, not this person's."""
    return {
        "about": task.about,
        "title": task.title,
        "note": task.note,
        "mine": task.owner_id == user.pk,
        "due": task.due or None,
        "due_by_hand": task.due_by_hand,
        "deadline": task.deadline or None,
        "deadline_status": task.deadline_status or None,
        "done": task.done_at.isoformat() if task.done_at else None,
        "done_by_me": task.done_by_id == user.pk,
        "set_aside": task.set_aside,
        "gone_on": task.gone_on.isoformat() if task.gone_on else None,
        "added": task.created_at.isoformat(),
    }


def _letter(letter: Correspondence) -> dict[str, Any]:
    return {
        "id": letter.pk,
        "direction": letter.direction,
        "day": letter.day.isoformat(),
        "body": letter.body,
        "text": letter.text,
        "reply_by": letter.reply_by.isoformat() if letter.reply_by else None,
        "answers": letter.answers_id,
    }


def _outcome(outcome: Outcome) -> dict[str, Any]:
    return {
        "route": outcome.route,
        "asked": outcome.asked_at.isoformat(),
        "answer": outcome.answer or None,
        "text": outcome.text,
        "answered": outcome.answered_at.isoformat() if outcome.answered_at else None,
    }


privacy.register(
    "plans",
    export=export,
    retention=_("Plans, letters noted and what came of them: as long as the saved advice that they belong to."),
)
