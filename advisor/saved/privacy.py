"""What is kept of a person in saved advice: handed out as a file, and deleted when its time is over."""

import json
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from accounts import privacy
from accounts.models import User
from advisor import clock

from . import answers, arrival, events, read_marks
from .models import SavedAdvice


def export(user: User) -> dict[str, Any]:
    """All saved advice that this person may read, notes and history included: their own, and their organisations'."""
    rows = SavedAdvice.objects.of(user).select_related("organisation").prefetch_related("given").order_by("created_at")
    own = [row for row in rows if row.organisation is None]
    shared: dict[str, list[SavedAdvice]] = {}
    for row in rows:
        if row.organisation is not None:
            shared.setdefault(str(row.organisation_id), []).append(row)
    return {
        "own": _plain(own),
        "organisations": [
            {"organisation": group[0].organisation.name, "saved": _plain(group)}  # type: ignore[union-attr]
            for group in shared.values()
        ],
    }


def _plain(rows: Iterable[SavedAdvice]) -> list[dict[str, Any]]:
    return [
        {
            "id": str(row.pk),
            "copy_of": str(row.copy_of_id) if row.copy_of_id else None,
            "name": row.name,
            "status": row.status,
            "answers": row.draft.get("answers", {}),
            "notes": row.notes,
            "saved": row.created_at.isoformat(),
            "changed": row.changed_at.isoformat(),
            "deleted_on": row.deleted_on.isoformat(),
            "given": [
                {
                    "day": one.as_of.isoformat(),
                    "edition": one.edition_id,
                    "rules": one.rules,
                    "scenario": one.scenario,
                    "reason": one.reason,
                    "digest": one.digest,
                    "given": one.given_at.isoformat(),
                    "advice": json.loads(one.kept) if one.kept else None,
                }
                for one in row.given.all()
            ],
        }
        for row in rows
    ]


def tidy() -> int:
    """Delete what is past its last day. Out: how many matters."""
    over = SavedAdvice.objects.filter(keep_until__lt=clock.today())
    ids = list(over.values_list("pk", flat=True))
    # Asked once more: a change in between gives it a later day.
    over.filter(pk__in=ids).delete()
    gone = set(ids) - set(SavedAdvice.objects.filter(pk__in=ids).values_list("pk", flat=True))
    answers.forget_everywhere(gone)
    return len(gone)


privacy.register(
    "saved advice",
    export=export,
    move=arrival.move,
    tidy=tidy,
    retention=_(
        "Saved advice with its notes and history: until you delete it, otherwise for 24 months after its last change. "
        "Each page names the day, and you can choose another."
    ),
)
privacy.register("changes of saved advice", export=read_marks.export)
privacy.register(
    "history of saved advice",
    export=events.export,
    retention=_(
        "What you did with saved advice, to the minute and without what you wrote: as long as the saved advice. In an organisation's, "
        "under your name only while you belong to it."
    ),
)
