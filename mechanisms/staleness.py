"""When a fact must be checked again: the day it was checked and the interval of its kind. The day is always passed in."""

import datetime
from collections.abc import Mapping
from typing import Any

from django.db import models

from mechanisms.load.tables import TABLES, table_of

from .models import RecheckInterval, SourcedFact

Intervals = Mapping[str, int]
"""Days by kind of fact; a kind is the name of its table's file."""
SOON = datetime.timedelta(days=14)


def intervals() -> dict[str, int]:
    """The days that each kind of fact may go unchecked."""
    return dict(RecheckInterval.objects.order_by("kind").values_list("kind", "days"))


def kind_of(model: type[models.Model]) -> str:
    """The kind of a model's rows. Raises ``LookupError`` for a model that holds no facts."""
    table = table_of(model)
    if table is None or not issubclass(model, SourcedFact):
        raise LookupError(f"{model.__name__} holds no facts")
    return table.file


def models_with_facts() -> dict[str, type[SourcedFact]]:
    """The models whose rows are checked, by kind, those on which people act soonest first."""
    found = {table.file: table.model for table in TABLES if issubclass(table.model, SourcedFact)}
    order = [kind.value for kind in RecheckInterval.Kind]
    return {kind: found[kind] for kind in sorted(found, key=order.index)}


def due_day(checked_on: datetime.date, kind: str, known: Intervals) -> datetime.date | None:
    """The last day on which a fact still counts as checked; ``None`` where no interval is set."""
    days = known.get(kind)
    return None if days is None else checked_on + datetime.timedelta(days=days)


def is_stale(row: SourcedFact, day: datetime.date, known: Intervals | None = None) -> bool:
    """Whether a fact is past its re-check day."""
    due = due_day(row.checked_on, kind_of(type(row)), intervals() if known is None else known)
    return due is not None and due < day


def stale(queryset: "models.QuerySet[Any]", day: datetime.date, known: Intervals) -> "models.QuerySet[Any]":
    """The rows that are past their re-check day."""
    days = known.get(kind_of(queryset.model))
    return queryset.none() if days is None else queryset.filter(checked_on__lt=day - datetime.timedelta(days=days))


def due_soon(queryset: "models.QuerySet[Any]", day: datetime.date, known: Intervals) -> "models.QuerySet[Any]":
    """The rows whose re-check day comes within two weeks."""
    days = known.get(kind_of(queryset.model))
    if days is None:
        return queryset.none()
    limit = day - datetime.timedelta(days=days)
    return queryset.filter(checked_on__gte=limit, checked_on__lte=limit + SOON)
