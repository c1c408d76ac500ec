"""A plan as a table to take elsewhere. Each file says on which edition and day it rests, and names its sources."""

import datetime
from collections.abc import Iterable
from typing import Any

import tablib
from django.utils.translation import gettext as _

from advisor.words.sources import name
from mechanisms.load.exchange.written import CONTENT_TYPES, written
from mechanisms.load.guards import guard, writable
from rules.facts.edition import Edition

from .pages import Line

__all__ = ["CONTENT_TYPES", "plan_file"]


def plan_file(found: Iterable[Line], edition: Edition, today: datetime.date, kind: str) -> bytes:
    """Tasks as a table, ``csv`` or ``xlsx``. ``edition`` is the one that put them into words."""
    table = tablib.Dataset(
        headers=[
            _("Advice"),
            _("Task"),
            _("About"),
            _("Way"),
            _("Where it stands"),
            _("Due"),
            _("Set by hand"),
            _("Deadline"),
            _("How certain"),
            _("Who does it"),
            _("Done on"),
            _("Note"),
            _("Source"),
            _("Address of the source"),
            _("Source checked on"),
            _("Edition of our facts and rules"),
            _("Day of the advice"),
        ]
    )
    for line in found:
        table.append([_cell(value) for value in _row(line, edition, today)])
    return written(table, kind)


def _row(line: Line, edition: Edition, today: datetime.date) -> Iterable[Any]:
    task, source = line.task, line.source
    plan = getattr(task.saved, "plan", None)
    return (
        task.saved.name,
        line.title,
        line.about,
        line.route,
        line.place_label,
        task.due,
        _("yes") if task.due_by_hand else "",
        task.deadline,
        line.certainty,
        line.owner,
        line.done.iso if line.done else "",
        task.note,
        name(source) if source else "",
        source.url if source else "",
        source.checked_on if source else "",
        plan.edition_id if plan else edition.id,
        (plan.as_of if plan else today).isoformat(),
    )


def _cell(value: Any) -> str:
    """Text that no spreadsheet runs, and that XLSX can hold."""
    return guard(writable(str(value)))
