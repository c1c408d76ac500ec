"""Who did what with saved advice and all that hangs on it. Its people see it as the history of the matter; it goes with the matter."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.events import Event
from accounts.models import User

from .models import SavedAdvice


class Deed(models.TextChoices):
    """What people do. The codes are kept for good; none says anything of a case."""

    SAVED = "saved", _("It was saved.")
    MADE_AS_COPY = "made-as-copy", _("It was made as a copy of other saved advice.")
    COPIED = "copied", _("A copy of it was made.")
    RENAMED = "renamed", _("The name was changed.")
    GIVEN = "given", _("It was given to the organisation.")
    STATUS = "status", _("The status was changed.")
    NOTES = "notes", _("The notes were changed.")
    ANSWERS = "answers", _("The answers were changed.")
    KEPT_FOR = "kept-for", _("How long it is kept was changed.")

    PLAN_MADE = "plan-made", _("The routes of the plan were chosen.")
    TASK_ADDED = "task-added", _("A task was added.")
    TASK_CHANGED = "task-changed", _("A task was changed.")
    TASK_DONE = "task-done", _("A task was marked as done.")
    TASK_OPENED = "task-opened", _("A task was marked as still to do.")
    TASK_ASIDE = "task-aside", _("A task was set aside.")
    TASK_DELETED = "task-deleted", _("A task was deleted.")
    LETTER_NOTED = "letter-noted", _("A letter was noted.")
    LETTER_CHANGED = "letter-changed", _("A letter in the log was changed.")
    LETTER_DELETED = "letter-deleted", _("A letter was deleted from the log.")
    OUTCOME_TOLD = "outcome-told", _("What came of a route was noted.")

    DRAFT_BEGUN = "draft-begun", _("A draft of a submission was begun.")
    DRAFT_WRITTEN = "draft-written", _("A draft of a submission was changed.")
    DRAFT_READY = "draft-ready", _("A draft of a submission was marked as ready.")
    DRAFT_DELETED = "draft-deleted", _("A draft of a submission was deleted.")

    LINK_MADE = "link-made", _("A link for sharing was made.")
    LINK_WITHDRAWN = "link-withdrawn", _("A link for sharing was withdrawn.")


class MatterEvent(Event):
    """One deed on saved advice."""

    DEEDS = Deed
    ONGOING: ClassVar = frozenset({Deed.ANSWERS, Deed.NOTES, Deed.TASK_CHANGED, Deed.DRAFT_WRITTEN})

    saved = models.ForeignKey(SavedAdvice, models.CASCADE, editable=False, related_name="events")

    class Meta(Event.Meta):
        verbose_name = _("event of saved advice")
        verbose_name_plural = _("events of saved advice")


def forget_name(*, user: User, organisation_id: Any) -> None:
    """Somebody left an organisation: what they did stays in the history of its matters, without their name."""
    MatterEvent.objects.filter(saved__organisation=organisation_id, by=user).update(by=None)


def export(user: User) -> list[dict[str, str]]:
    """What this person did with saved advice, and when."""
    rows = MatterEvent.objects.filter(by=user)
    return [{"saved": str(row.saved_id), "did": row.deed, "at": row.at.isoformat()} for row in rows]
