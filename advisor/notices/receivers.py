"""What is told by mail when saved advice changes."""

from collections.abc import Iterable
from typing import Any

from django.dispatch import receiver

from accounts.models import User
from advisor.saved import signals
from advisor.saved.models import Reassessment

from . import actions
from .models import Kind


@receiver(signals.advice_changed, dispatch_uid="advisor.notices.advice_changed")
def tell_of_the_change(sender: object, *, saved: Any, change: Any, people: Iterable[User], **more: object) -> None:
    """Tell everybody concerned, once; of finer rules once a person, however many matters they change."""
    if change.reassessment.reason == Reassessment.Reason.RULES:
        for user in people:
            actions.queue(
                user=user, saved=None, kind=Kind.RULES, key=f"rules-{change.reassessment_id}", due_at=change.created_at
            )
        return
    for user in people:
        actions.queue(user=user, saved=saved, kind=Kind.CHANGED, key=key(change.pk), due_at=change.created_at)


@receiver(signals.change_seen, dispatch_uid="advisor.notices.change_seen")
def tell_no_more(sender: object, *, change: int, user: User, **more: object) -> None:
    """Somebody who has seen a change needs no mail about it."""
    actions.withdraw(key=key(change), user=user)


def key(change_id: int) -> str:
    """The key of the notice of a change."""
    return f"changed-{change_id}"
