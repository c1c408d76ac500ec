"""What the portal does by itself, again and again: a round is a function that does what is due and says how many rows that was.

``manage.py work`` runs the rounds where there is no broker, Celery beat where there is one. What must happen later is a row with a due
time, so a round may be killed at any moment, run twice or by several processes at once, and nothing is lost.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass

from advisor.followup import bringing_up, living, notices
from advisor.lab import running
from advisor.tidying import tidy

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Round:
    """A function, and how many seconds lie between two runs of it."""

    run: Callable[[], int]
    every: int


ROUNDS: dict[str, Round] = {
    "lab": Round(running.run_due, every=5),  # somebody waits for it and looks on
    "living": Round(living.run_due, every=60),
    "notices": Round(notices.send_due, every=60),
    "plans": Round(bringing_up.bring_up, every=5 * 60),
    "tidy": Round(tidy, every=15 * 60),
}


def run(name: str) -> bool:
    """Run one round. Out: whether it went well. A failure is logged without the words of the exception, which may quote a case."""
    try:
        ROUNDS[name].run()
    except Exception:
        log.exception("The round %s failed", name)
        return False
    return True
