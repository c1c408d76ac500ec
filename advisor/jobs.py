"""What the portal does by itself, again and again: a round is a function that does what is due and says how many rows that was.

``manage.py work`` runs the rounds where there is no broker, Celery beat where there is one. What must happen later is a row with a due
time, so a round may be killed at any moment, run twice or by several processes at once, and nothing is lost.
"""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module

from django.conf import settings
from django.core.cache import cache
from django.utils import timezone

from accounts import privacy

from .editions import packs
from .notices import actions as notices
from .plans import upkeep
from .publishing import runs
from .saved import living

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Round:
    """A function, and how many seconds lie between two runs of it."""

    run: Callable[[], int]
    every: int


def tidy() -> int:
    """Delete what is past its day: drafts with their sessions, and what each subject promised to forget. Out: how many rows, sessions
    aside. Safe at any time, twice, and by several processes at once."""
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
    return privacy.tidy_all()


def fetch() -> int:
    """Read public pages of the UN for proposals of facts, where the operator allows it. Out: how many pages."""
    if not settings.FETCH:
        return 0
    # What reads pages is loaded where it is wanted: no other command or worker needs it.
    from mechanisms.fetch import rounds
    from mechanisms.fetch.client import Client

    return len(rounds.run(Client(), timezone.now()))


ROUNDS: dict[str, Round] = {
    "lab": Round(runs.run_due, every=5),  # somebody waits for it and looks on
    "living": Round(living.run_due, every=60),
    "notices": Round(notices.send_due, every=60),
    "plans": Round(upkeep.bring_up, every=5 * 60),
    "fetch": Round(fetch, every=60 * 60),
    "tidy": Round(tidy, every=15 * 60),
}


def run(name: str) -> bool:
    """Run one round. Out: whether it went well. A failure is logged without the words of the exception, which may quote a case."""
    try:
        packs.forget()  # they may have been published since the last round
        ROUNDS[name].run()
        if name in WATCHED:
            cache.set(_noted(name), int(timezone.now().timestamp()), None)
    except Exception:
        log.exception("The round %s failed", name)
        return False
    return True


WATCHED = ("living", "notices", "plans", "tidy")
"""Rounds on which a promise to somebody hangs. One that runs every few seconds would write as often."""


def ages() -> dict[str, int | None]:
    """How many seconds ago each of these last went well, for whoever watches the portal; None where that is not known. A clock that was set
    back tells nothing below zero."""
    now = int(timezone.now().timestamp())
    ended = cache.get_many([_noted(name) for name in WATCHED])
    return {name: max(0, now - ended[_noted(name)]) if _noted(name) in ended else None for name in WATCHED}


def late(ages: Mapping[str, int | None]) -> list[str]:
    """Those of which three turns were missed, and those that never went well."""
    return [name for name, age in ages.items() if age is None or age > 3 * ROUNDS[name].every + 60]


def _noted(name: str) -> str:
    return f"round:{name}"
