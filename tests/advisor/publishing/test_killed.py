"""Killed at any moment (kill -9), a comparison goes on where it was, and a publication is there wholly or not at all.

Each step is a process of its own on a database file of its own, as `make serve` has it.
"""

import json
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

from tests.support.portal import Portal, prepared

START = """
import datetime, json, sys, time
import django; django.setup()
from django.utils import timezone
from accounts.models import User
from advisor import batches
from advisor.cases.models import ExpertCase
from advisor.editions import store
from advisor.editions.models import Publication
from advisor.publishing import actions, runs
from advisor.publishing.models import CaseResult, Moved, Proposal
from advisor.saved.models import SavedAdvice
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
runs.CASES, runs.SAVED, runs.BATCHES = 2, 2, 1
while runs.run_due():
    print("batch", flush=True)
"""
FREE = """
Proposal.objects.update(claimed_until=timezone.now() - batches.LEASE)
"""
REPORT = """
p = Proposal.objects.get()
print(json.dumps({"state": p.state, "cases": CaseResult.objects.count(), "moved": Moved.objects.exclude(saved=None).count(),
    "done": p.done, "draft": p.draft_id, "base": p.base_id, "current": store.current_edition_id(),
    "publication": p.publication.edition_id if p.publication else None, "publications": Publication.objects.count()}))
"""
APPROVE = """
actions.approve(proposal=Proposal.objects.get(), by=User.objects.create(username="approver"))
"""
PUBLISH = """
print("ready", flush=True)
actions.publish(proposal=Proposal.objects.get(), by=User.objects.get(username="approver"))
"""


def _started(portal: Portal, script: str) -> "subprocess.Popen[bytes]":
    return portal.start("-c", START + script, stdout=subprocess.PIPE)


def _report(portal: Portal) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(portal.run(START + REPORT))
    return found


def _kill(process: "subprocess.Popen[bytes]") -> None:
    process.send_signal(signal.SIGKILL)
    process.communicate()


def test_a_killed_comparison_and_a_killed_publication_leave_no_half_of_anything(tmp_path: Path) -> None:
    portal = prepared(tmp_path)
    portal.run(START + PREPARE)
    for count in (1, 4):
        worker = _started(portal, COMPARE)
        for _batch in range(count):
            assert worker.stdout is not None
            assert worker.stdout.readline() == b"batch\n"
        _kill(worker)
        between = _report(portal)
        assert between["state"] == "running"
        assert between["cases"] + between["moved"] == between["done"]
        portal.run(START + FREE)
    portal.run(START + COMPARE)
    done = _report(portal)
    assert (done["state"], done["cases"], done["moved"]) == ("compared", 4, 12)

    portal.run(START + APPROVE)
    for wait in (0.0, 0.01):
        publisher = _started(portal, PUBLISH)
        assert publisher.stdout is not None
        assert publisher.stdout.readline() == b"ready\n"
        time.sleep(wait)
        _kill(publisher)
        after = _report(portal)
        old = (after["state"], after["current"], after["publication"], after["publications"])
        assert old in (
            ("approved", after["base"], None, 1),
            ("published", after["draft"], after["draft"], 2),
        )
        if after["state"] == "published":
            break
    else:
        portal.run(START + PUBLISH)
        assert _report(portal)["current"] == done["draft"]
