"""What a person has looked at of the changes in saved advice, and what of them is handed out."""

from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from accounts.models import User

from . import signals
from .models import AdviceChange, AdviceSeen, SavedAdvice


def unseen(saved: SavedAdvice, user: User) -> QuerySet[AdviceChange]:
    """The changes since this person last said to have seen them, the newest first."""
    return saved.changes.filter(pk__gt=_upto(saved, user)).select_related("reassessment", "given")


@transaction.atomic
def mark_seen(*, saved: SavedAdvice, upto: int, by: User) -> None:
    """This person has seen all changes up to that one (its id): what waits to be told about them is not told any more."""
    seen = unseen(saved, by).filter(pk__lte=upto)
    ids = list(seen.values_list("pk", flat=True))
    if not ids:
        return
    AdviceSeen.objects.update_or_create(user=by, saved=saved, defaults={"upto": max(ids), "seen_at": timezone.now()})
    for change in ids:
        signals.change_seen.send(sender=AdviceChange, change=change, user=by)


def export(user: User) -> dict[str, Any]:
    """What changed in the saved advice that this person may read, and what they have looked at."""
    changes = AdviceChange.objects.filter(saved__in=SavedAdvice.objects.of(user)).select_related(
        "given", "reassessment"
    )
    return {
        "changes": [
            {
                "saved": str(change.saved_id),
                "noticed": change.created_at.isoformat(),
                "before": {"edition": change.before_edition_id, "day": change.before_day.isoformat()},
                "after": {"edition": change.given.edition_id, "day": change.given.as_of.isoformat()},
                **change.said,
            }
            for change in changes.order_by("id")
        ],
        "looked": [
            {"saved": str(row.saved_id), "seen": row.seen_at.isoformat()}
            for row in AdviceSeen.objects.filter(user=user).order_by("id")
        ],
    }


def _upto(saved: SavedAdvice, user: User) -> int:
    return AdviceSeen.objects.filter(saved=saved, user=user).values_list("upto", flat=True).first() or 0
