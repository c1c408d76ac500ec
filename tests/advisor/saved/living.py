"""Advice that lives, for tests: kept in large numbers, and editions that differ by what a test changes."""

import copy
import datetime
import json
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from advisor.editions import store
from advisor.editions.freeze import canonical, digest
from advisor.editions.models import Edition, Publication
from advisor.questions.drawer import Draft
from advisor.saved import given
from advisor.saved.models import SavedAdvice

DAY = datetime.date(2026, 5, 1)
"""Before the deadline of the UPR's session 54 (17 July 2026), whose States are the first of `AHEAD`."""

AHEAD = ("MMR", "TGO", "UGA")
ELSEWHERE = ("KEN", "CHE", "BRA", "GEO", "NPL")
OVERVIEW = {"themes": ["torture"], "information": "country-overview", "urgency": "ongoing", "ecosoc": "special"}


def keep(
    whose: Any, country: str = "MMR", *, looked: bool = True, status: str = "active", **answers: Any
) -> SavedAdvice:
    """Saved advice about a State. In: a person or an organisation; `looked`, whether somebody has opened it."""
    draft = Draft(answers=OVERVIEW | {"countries": [country]} | answers, no_danger="no")
    key = "owner" if hasattr(whose, "email") else "organisation"
    until = DAY + datetime.timedelta(days=900)
    saved = SavedAdvice.objects.create(
        **{key: whose}, name="Dossier", status=status, draft=asdict(draft), keep_until=until
    )
    edition = store.current()
    assert edition is not None
    if looked:
        given.give(saved, edition, DAY)
    return saved


def publish(change: Callable[[dict[str, Any]], None] = lambda content: None) -> Publication:
    """Publish the current edition as a test changes its content."""
    row = Edition.objects.get(pk=store.current_edition_id())
    content = copy.deepcopy(json.loads(row.content))
    change(content)
    text = canonical(content)
    made, _ = Edition.objects.get_or_create(pk=digest(text), defaults={"content": text})
    return Publication.objects.create(edition=made)


def deadline(day: str | None, session: str = "54") -> Callable[[dict[str, Any]], None]:
    """Another last day for reports by organisations."""

    def change(content: dict[str, Any]) -> None:
        content["upr_sessions"][session]["stakeholder_deadline"] = day

    return change


def own_deadline(country: str, day: str) -> Callable[[dict[str, Any]], None]:
    """Another last day for one State alone: its review moves to a session of its own."""

    def change(content: dict[str, Any]) -> None:
        content["upr_sessions"]["99"] = content["upr_sessions"]["54"] | {"stakeholder_deadline": day}
        content["reviews"][country][-1]["session"] = 99

    return change
