"""What was promised to be deleted is gone from the table, not only out of reach."""

import datetime
import os
import signal
import subprocess
import sys
import time

import pytest
from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.utils import timezone

from advisor import tasks


@pytest.fixture
def drafts(db) -> dict[str, str]:
    """One draft whose time is over and one that is still wanted."""
    kept = {}
    for name, left in {"over": -1, "wanted": 1}.items():
        session = SessionStore()
        session["answers"] = name
        session.save()
        end = timezone.now() + datetime.timedelta(minutes=left)
        Session.objects.filter(pk=session.session_key).update(expire_date=end)
        kept[name] = session.session_key
    return kept


@pytest.mark.parametrize("run", [tasks.tidy, lambda: call_command("tidy")], ids=["task", "command"])
def test_only_drafts_whose_time_is_over_are_deleted(drafts, run) -> None:
    run()
    run()
    assert list(Session.objects.values_list("pk", flat=True)) == [drafts["wanted"]]


def test_the_task_is_on_the_schedule_by_its_name() -> None:
    assert settings.CELERY_BEAT_SCHEDULE["tidy"]["task"] == tasks.tidy.name


def test_the_loop_ends_with_the_process_that_started_it(tmp_path) -> None:
    env = {**os.environ, "PORTAL_VAR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "portal.settings"}
    env.pop("PORTAL_DATABASE_URL", None)
    for command in ("migrate", "createcachetable"):
        subprocess.run([sys.executable, "manage.py", command, "-v0"], cwd=settings.BASE_DIR, env=env, check=True)
    code = (
        "import subprocess, sys, time; "
        "p = subprocess.Popen([sys.executable, 'manage.py', 'tidy', '--loop', '60']); print(p.pid, flush=True); time.sleep(60)"
    )
    starter = subprocess.Popen(
        [sys.executable, "-c", code], cwd=settings.BASE_DIR, env=env, stdout=subprocess.PIPE, text=True
    )
    assert starter.stdout is not None
    with starter.stdout:
        loop = int(starter.stdout.readline())
    time.sleep(3)
    assert not _gone(loop, tries=1)
    starter.send_signal(signal.SIGKILL)
    starter.wait()
    assert _gone(loop)


def _gone(pid: int, tries: int = 100) -> bool:
    for _ in range(tries):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        with open(f"/proc/{pid}/stat") as file:
            if file.read().split()[2] == "Z":
                return True
        time.sleep(0.1)
    return False
