"""Fills in what was given before it was kept itself, as long as the rules that gave it are here."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass, replace

from cryptography.fernet import InvalidToken
from django.db.models import QuerySet

from accounts.fields import closed
from advisor.advice.assessment import content_of
from advisor.editions.store import open_edition
from rules.version import RULES, named

from .assessment import Changed, replay
from .models import GivenAdvice

log = logging.getLogger(__name__)

BATCH = 100


@dataclass
class Progress:
    """How far it is: of so many rows so many are looked at; so many are kept, so many of these in other words than then."""

    total: int
    looked_at: int = 0
    kept: int = 0
    reworded: int = 0


def waiting() -> "QuerySet[GivenAdvice]":
    """What is not kept itself and could be: the rules that gave it are those of this release."""
    versions = {rules for rules in ("", RULES) if named(rules) == RULES}
    return GivenAdvice.objects.filter(kept="", rules__in=versions)


def lost() -> int:
    """How many are not kept and can't be any more: their rules are gone with an earlier release."""
    return GivenAdvice.objects.filter(kept="").count() - waiting().count()


def fill() -> Iterator[Progress]:
    """Keep them, batch after batch; each row is written by itself, so it may be killed and run again, or twice at a time.

    A row whose answers no key opens any more is passed over, and the log says so. The same edition is opened once.
    """
    progress = Progress(waiting().count())
    for edition in waiting().order_by("edition").values_list("edition", flat=True).distinct():
        last = 0
        rows = waiting().filter(edition=edition).order_by("pk").defer("kept")
        while pks := list(rows.filter(pk__gt=last).values_list("pk", flat=True)[:BATCH]):
            for pk in pks:
                _keep(pk, progress)
            last = pks[-1]
            yield progress


def _keep(pk: int, progress: Progress) -> None:
    progress.looked_at += 1
    try:
        given = GivenAdvice.objects.filter(pk=pk).first()
        if given is None:
            return  # deleted meanwhile
        advice, changed = replay(given)
    except InvalidToken:
        log.error("Given advice %s can't be unsealed: its key is gone", pk)
        return
    content = content_of(replace(advice, rules=given.rules), open_edition(given.edition_id))
    if GivenAdvice.objects.filter(pk=pk, kept="").update(kept=closed(given, "kept", content)):
        progress.kept += 1
        progress.reworded += changed is Changed.WORDS
