"""Rows whose every version is kept: who changed what, when, from what to what."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, cast

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models
from django.utils import timezone
from simple_history.models import HistoricalRecords
from simple_history.utils import bulk_create_with_history, bulk_update_with_history

BATCH = 500
REASON_LENGTH = 100
"""What fits into the library's column."""


class Versions(HistoricalRecords):  # type: ignore[misc]  # the library has no types
    """The library's record of versions, without permissions of its own: people who may see a row may see its history."""

    def get_meta_options(self, model: type[models.Model]) -> dict[str, Any]:
        """Called by the library for each model."""
        options: dict[str, Any] = super().get_meta_options(model)
        return options | {"default_permissions": ()}


class Remembered(models.Model):
    """A row whose versions are kept, deleted ones included. Works for every app's models, not for facts alone."""

    history = Versions(inherit=True)

    class Meta:
        abstract = True


class Named(Remembered):
    """A row that is identified by ``NATURAL_KEY`` rather than by a number."""

    NATURAL_KEY: ClassVar[tuple[str, ...]]
    """The fields that name a row."""

    class Meta:
        abstract = True

    @classmethod
    def concrete(cls, name: str) -> "models.Field[Any, Any]":
        """One of its own columns."""
        return cast("models.Field[Any, Any]", cls._meta.get_field(name))

    @classmethod
    def key_field(cls) -> "models.Field[Any, Any]":
        """The one field by which other tables name a row."""
        (name,) = cls.NATURAL_KEY
        return cls.concrete(name)

    @classmethod
    def target(cls, name: str) -> "type[Named]":
        """The table that a foreign key points to."""
        return cast("type[Named]", cls.concrete(name).related_model)


@dataclass(frozen=True)
class Change:
    """One act of one person. Rows written by the same act share its moment, and are shown as one change."""

    by: AbstractBaseUser | None = None
    reason: str = ""
    moment: datetime.datetime = field(default_factory=timezone.now)

    def mark(self, row: models.Model) -> None:
        """Set who, when and why for the version that the row's next save or delete makes."""
        row._history_user = self.by  # type: ignore[attr-defined]
        row._history_date = self.moment  # type: ignore[attr-defined]
        row._change_reason = self.reason[:REASON_LENGTH] or None  # type: ignore[attr-defined]

    def save(self, row: models.Model) -> None:
        """Save a row as part of this act."""
        self.mark(row)
        row.save()

    def delete(self, row: models.Model) -> None:
        """Delete a row as part of this act."""
        self.mark(row)
        row.delete()

    def create_all(self, model: type[models.Model], rows: Sequence[models.Model]) -> None:
        """Add many rows in few queries, each with its first version."""
        if rows:
            bulk_create_with_history(rows, model, batch_size=BATCH, **self._defaults())

    def update_all(self, model: type[models.Model], rows: Sequence[models.Model], fields: Iterable[str]) -> None:
        """Save some fields of many rows in few queries, each with its new version."""
        if rows:
            bulk_update_with_history(rows, model, list(fields), batch_size=BATCH, **self._defaults())

    def _defaults(self) -> dict[str, Any]:
        reason = self.reason[:REASON_LENGTH] or None
        return {"default_user": self.by, "default_change_reason": reason, "default_date": self.moment}
