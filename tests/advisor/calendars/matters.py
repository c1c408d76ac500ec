"""Saved advice for the tests of calendars."""

import datetime

from accounts.models import Organisation, User
from advisor.editions import store
from advisor.questions.drawer import Draft
from advisor.saved import actions as saving
from advisor.saved.assessment import assess
from advisor.saved.models import SavedAdvice
from mechanisms.models import UprSession
from rules.facts.edition import Edition
from rules.result import Advice

SPRING = datetime.date(2026, 6, 1)
"""A day on which Iceland's deadline for reports by organisations is ahead, as 17 July, and its review known to the month."""

DEADLINE = "upr-stakeholder-deadline"


def matter(
    by: User, *, organisation: Organisation | None = None, name: str = "Housing, spring", **answers
) -> SavedAdvice:
    """Iceland, unless something else is answered."""
    told = {"countries": ["ISL"], "themes": ["housing"], "information": "themes-one-country", **answers}
    return saving.save(draft=Draft(answers=told), name=name, by=by, organisation=organisation)


def advice_on(saved: SavedAdvice, day: datetime.date = SPRING) -> Advice:
    """The advice of a day, on the current edition."""
    return assess(saved, current(), day, changes=False)


def current() -> Edition:
    """The current edition, which there is."""
    edition = store.current()
    assert edition is not None
    return edition


def publish_deadline(day: str | None) -> None:
    """A new edition in which organisations have until another day for Iceland's review, or until no known one."""
    status = "confirmed" if day else "unknown"
    UprSession.objects.filter(number=54).update(stakeholder_deadline=day, stakeholder_deadline_status=status)
    store.publish(by=None)
