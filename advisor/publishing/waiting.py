"""What waits for publication, in sentences: who changed which row, when, from what to what.

Read from the history of the rows alone, so that looking is cheap; what it means for advice is worked out once somebody compares.
"""

import datetime
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from advisor.editions.models import Publication, Weight
from mechanisms.history.versions import DELETED, FieldChange, changes_since
from mechanisms.load.tables import TABLES

LISTED = 100
"""So many rows are told one by one; the others are counted."""

MODELS: tuple[type[models.Model], ...] = (*dict.fromkeys(table.model for table in TABLES), Weight)
"""The tables that an edition is made of. What a row lists is part of its own history."""

PROOF = frozenset({"checked_on"})
"""What moves when somebody looks again and finds the same."""


@dataclass(frozen=True)
class Row:
    """A row that is not yet as published. ``changes`` is empty where it is new or gone: its name says it all."""

    name: str
    table: str
    kind: str
    changes: list[FieldChange]
    by: Any
    at: datetime.datetime
    source: str
    page: str
    history: str


@dataclass(frozen=True)
class Waiting:
    """All of it: the rows told one by one, how many more there are, and how many were only checked again, by table."""

    rows: list[Row] = field(default_factory=list)
    more: int = 0
    checked: dict[str, int] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether nothing waits."""
        return not self.rows and not self.more and not self.checked


def since() -> datetime.datetime | None:
    """When the facts were frozen that are published now; ``None`` before the first edition."""
    return Publication.objects.order_by("-id").values_list("edition__created_at", flat=True).first()


def count() -> int:
    """How many rows have a version that is not published, in one query for all tables."""
    moment = since()
    if moment is None:
        return 0
    of_each = [
        _later(model, moment).order_by().values_list(models.Value(place), "id") for place, model in enumerate(MODELS)
    ]
    return of_each[0].union(*of_each[1:]).count()


def waiting() -> Waiting:
    """What was changed since the published facts were frozen, the latest first."""
    moment = since()
    if moment is None:
        return Waiting()
    latest: dict[tuple[type[models.Model], Any], Any] = {}
    for model in MODELS:
        for record in _later(model, moment).select_related("history_user").order_by("history_date", "history_id"):
            latest[model, record.id] = record
    ordered = sorted(latest.items(), key=lambda item: item[1].history_date, reverse=True)
    rows: list[Row] = []
    checked: Counter[str] = Counter()
    more = 0
    for (model, pk), record in ordered:
        if len(rows) == LISTED:
            more += 1
            continue
        row = _row(model, pk, record, moment)
        if row is None:
            continue
        if row.changes and {change.name for change in row.changes} <= PROOF:
            checked[row.table] += 1
        else:
            rows.append(row)
    return Waiting(rows, more, dict(checked))


def _later(model: type[models.Model], moment: datetime.datetime) -> "models.QuerySet[Any]":
    history: Any = model.history  # type: ignore[attr-defined]
    found: models.QuerySet[Any] = history.filter(history_date__gt=moment)
    return found


def _row(model: type[models.Model], pk: Any, record: Any, moment: datetime.datetime) -> Row | None:
    """One row in words; ``None`` where it came and went since, or is again as it was."""
    history: Any = model.history  # type: ignore[attr-defined]
    before = history.filter(id=pk, history_date__lte=moment).order_by("-history_date", "-history_id").first()
    was_there = before is not None and before.history_type != DELETED
    gone = record.history_type == DELETED
    if gone and not was_there:
        return None
    changes: list[FieldChange] = []
    if was_there and not gone:
        changes, _latest = changes_since(model, pk, before.history_id)
        if not changes:
            return None
    source = getattr(record.instance, "source", None) if not gone else None
    return Row(
        name=str(record.instance),
        table=str(model._meta.verbose_name_plural),
        kind="gone" if gone else "changed" if was_there else "new",
        changes=changes,
        by=record.history_user,
        at=record.history_date,
        source=str(source) if source else "",
        page="" if gone else _page(model, pk, "change"),
        history=_page(model, pk, "history"),
    )


def _page(model: type[models.Model], pk: Any, page: str) -> str:
    try:
        return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=[pk])
    except NoReverseMatch:
        return ""


def sentences(found: Waiting) -> Iterator[str]:
    """How many rows were only checked again, a sentence a table."""
    for table, number in found.checked.items():
        yield _("%(table)s: %(number)d checked again, nothing else changed.") % {"table": table, "number": number}
