"""Killed at any moment (kill -9), a comparison goes on where it was, and a publication is there wholly or not at all.

Each step is a process of its own on a database file of its own, as `make serve` has it.
"""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

START = """
import datetime, json, sys, time
import django; django.setup()
from django.utils import timezone
from accounts.models import User
from advisor import editions
from advisor.lab import actions, running
from advisor.models import CaseResult, ExpertCase, Moved, Proposal, Publication, SavedAdvice
from mechanisms.models import UprSession
DAY = datetime.date(2026, 5, 1)
MYANMAR = {"themes": ["torture"], "countries": ["MMR"], "information": "country-overview", "urgency": "ongoing"}
"""
PREPARE = """
by = User.objects.create(username="editor")
for n in range(12):
    SavedAdvice.objects.create(owner=by, name="n", draft={"answers": MYANMAR}, keep_until=DAY)
for n in range(4):
    ExpertCase.objects.create(slug=f"c{n}", name="n", why="w", as_of=DAY, scenario=MYANMAR)
UprSession.objects.filter(number=54).update(stakeholder_deadline=datetime.date(2026, 7, 22))
actions.propose(note="n", as_of=DAY, by=by)
"""
COMPARE = """
running.CASES, running.SAVED, running.PORTIONS = 2, 2, 1
while running.run_due():
    print("portion", flush=True)
"""
FREE = """
Proposal.objects.update(claimed_at=timezone.now() - 2 * running.LOST)
"""
REPORT = """
p = Proposal.objects.get()
print(json.dumps({"state": p.state, "cases": CaseResult.objects.count(), "moved": Moved.objects.exclude(saved=None).count(),
    "done": p.done, "draft": p.draft_id, "base": p.base_id, "current": editions.current_edition_id(),
    "publication": p.publication.edition_id if p.publication else None, "publications": Publication.objects.count()}))
"""
APPROVE = """
actions.approve(proposal=Proposal.objects.get(), by=User.objects.create(username="approver"))
"""
PUBLISH = """
print("ready", flush=True)
actions.publish(proposal=Proposal.objects.get(), by=User.objects.get(username="approver"))
"""


@pytest.fixture(scope="module")
def environment(tmp_path_factory: Any) -> dict[str, str]:
    """A portal of its own, with the facts, that a proposal waits in."""
    env = {
        **os.environ,
        "PORTAL_VAR": str(tmp_path_factory.mktemp("killed")),
        "PORTAL_SECRET_KEY": "only-for-tests-" * 4,
        "PORTAL_HTTPS": "false",
        "DJANGO_SETTINGS_MODULE": "portal.settings",
    }
    env.pop("PORTAL_DATABASE_URL", None)
    for command in ("migrate", "load_facts", "load_weights", "publish"):
        subprocess.run(
            [sys.executable, "manage.py", command], cwd=settings.BASE_DIR, env=env, check=True, capture_output=True
        )
    _run(env, PREPARE)
    return env


def _started(env: dict[str, str], script: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", START + script]
    return subprocess.Popen(command, cwd=Path(settings.BASE_DIR), env=env, stdout=subprocess.PIPE, text=True)


def _run(env: dict[str, str], script: str) -> str:
    process = _started(env, script)
    out, _none = process.communicate(timeout=120)
    assert process.returncode == 0
    return out


def _report(env: dict[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(_run(env, REPORT))
    return found


def _kill(process: "subprocess.Popen[str]") -> None:
    process.send_signal(signal.SIGKILL)
    process.communicate()


def test_a_killed_comparison_and_a_killed_publication_leave_no_half_of_anything(environment: dict[str, str]) -> None:
    for portions in (1, 4):
        worker = _started(environment, COMPARE)
        for _portion in range(portions):
            assert worker.stdout is not None
            assert worker.stdout.readline() == "portion\n"
        _kill(worker)
        between = _report(environment)
        assert between["state"] == "running"
        assert between["cases"] + between["moved"] == between["done"]
        _run(environment, FREE)
    _run(environment, COMPARE)
    done = _report(environment)
    assert (done["state"], done["cases"], done["moved"]) == ("compared", 4, 12)

    _run(environment, APPROVE)
    for wait in (0.0, 0.01):
        publisher = _started(environment, PUBLISH)
        assert publisher.stdout is not None
        assert publisher.stdout.readline() == "ready\n"
        time.sleep(wait)
        _kill(publisher)
        after = _report(environment)
        old = (after["state"], after["current"], after["publication"], after["publications"])
        assert old in (
            ("approved", after["base"], None, 1),
            ("published", after["draft"], after["draft"], 2),
        )
        if after["state"] == "published":
            break
    else:
        _run(environment, PUBLISH)
        assert _report(environment)["current"] == done["draft"]
