"""The Celery application: settings that begin with CELERY_, tasks found in each app's `tasks.py`, the rounds on a schedule.

`celery -A portal` finds it here; nothing else imports it.
"""

import os
from typing import Any

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
# A worker would import every page to check it; that is done where the portal is brought up to date.
os.environ.setdefault("CELERY_SKIP_CHECKS", "true")

app = Celery("portal")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@app.on_after_finalize.connect  # type: ignore[untyped-decorator]  # celery has no types
def _schedule(sender: Celery, **rest: Any) -> None:
    """Schedules each round. A call that no worker took in time is dropped: the next one does its work."""
    from advisor.jobs import ROUNDS
    from advisor.tasks import run_round

    sender.conf.beat_schedule = {
        name: {
            "task": run_round.name,
            "args": (name,),
            "schedule": float(entry.every),
            "options": {"expires": entry.every},
        }
        for name, entry in ROUNDS.items()
    }
