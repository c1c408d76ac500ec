"""kill -9 in the middle of a re-assessment, in real processes on a database of their own: after a restart each is done, none twice."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.conf import settings

from advisor.models import Edition
from tests.advisor.followup import living as world

FILL = """
from django.core.management import call_command
call_command("migrate", verbosity=0)
call_command("createcachetable", verbosity=0)
import json
from accounts.models import User
from advisor.models import Edition, GivenAdvice, Publication, SavedAdvice
with open("edition.json", encoding="utf-8") as file:
    rows = json.load(file)
for pk, content in rows["editions"]:
    Publication.objects.create(edition=Edition.objects.create(pk=pk, content=content))
people = [User.objects.create(username=f"p{n}", email=f"p{n}@one.example") for n in range(10)]
made = SavedAdvice.objects.bulk_create(
    SavedAdvice(owner=people[n % 10], name="x", draft=rows["drafts"][n % 4], keep_until="2030-01-01") for n in range(200)
)
GivenAdvice.objects.bulk_create(
    GivenAdvice(saved=saved, edition_id=rows["editions"][0][0], as_of="2026-05-01", scenario={}, digest="", reason="asked")
    for saved in made
)
"""

# A worker that falls asleep inside the transaction of its third batch, with a part of it written.
SLEEPER = """
import time
from advisor.followup import living, notices
living.BATCH, batches = 15, 0
keep, queue = living._Round._keep, notices.queue
def counted(self, lane, cursor, moved, pks, found):
    global batches
    batches += bool(found)
    return keep(self, lane, cursor, moved, pks, found)
def sleepy(**values):
    queue(**values)
    if batches == 3:
        print("in the middle", flush=True)
        time.sleep(120)
living._Round._keep, notices.queue = counted, sleepy
living.run_due()
"""

STATE = """
import json
from advisor.models import AdviceChange, GivenAdvice, Notice, Reassessment
row = Reassessment.objects.get()
keys = sorted(Notice.objects.values_list("key", flat=True))
print(json.dumps({
    "assessed": row.assessed, "changed": row.changed, "done": row.done_at is not None,
    "changes": AdviceChange.objects.count(), "saved": AdviceChange.objects.values("saved").distinct().count(),
    "given": GivenAdvice.objects.filter(reason="edition").count(),
    "notices": len(keys), "each": keys == sorted(f"changed-{pk}" for pk in AdviceChange.objects.values_list("pk", flat=True)),
}))
"""
SETUP = "import django; django.setup()\n"

Start = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def start(tmp_path: Path, edition: str) -> Iterator[Start]:
    """`start(code)` runs code in a process on a database of this test alone: a file, or one on the server of this run."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("PORTAL_")}
    env |= {
        "DJANGO_SETTINGS_MODULE": "portal.settings",
        "PORTAL_SECRET_KEY": "only-for-this-test-" * 4,
        "PORTAL_VAR": str(tmp_path),
        "PORTAL_FIXED_DAY": world.DAY.isoformat(),
        "PYTHONPATH": str(settings.BASE_DIR),
    }
    server = env.pop("TEST_DATABASE_URL", None)
    if server is not None:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute("CREATE DATABASE killed")
        env["PORTAL_DATABASE_URL"] = server.replace("/postgres?", "/killed?")

    def run(code: str, **more: Any) -> "subprocess.Popen[str]":
        command = [sys.executable, "-c", SETUP + code]
        return subprocess.Popen(command, cwd=tmp_path, env=env, stdout=subprocess.PIPE, text=True, **more)

    yield run
    if server is not None:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute("DROP DATABASE killed WITH (FORCE)")


def end(process: "subprocess.Popen[str]") -> str:
    """Wait for the end. Out: what it printed."""
    output, _ = process.communicate(timeout=120)
    assert process.returncode == 0
    return output


def test_each_is_done_and_none_twice(start: Start, tmp_path: Path, edition: str) -> None:
    """200 saved advices, 50 of them about Myanmar, whose deadline has moved: killed in the third batch, then two at once go on."""
    world.publish(world.own_deadline("MMR", "2026-08-08"))
    drafts = [{"answers": world.OVERVIEW | {"countries": [state]}} for state in ("MMR", "KEN", "CHE", "BRA")]
    rows = [list(row) for row in Edition.objects.order_by("created_at").values_list("pk", "content")]
    (tmp_path / "edition.json").write_text(json.dumps({"editions": rows, "drafts": drafts}), encoding="utf-8")
    end(start(FILL))

    for _ in range(2):
        sleeper = start(SLEEPER)
        assert sleeper.stdout is not None
        with sleeper.stdout as output:
            assert output.readline() == "in the middle\n"
        sleeper.send_signal(signal.SIGKILL)
        sleeper.wait()

    killed = json.loads(end(start(STATE)))
    assert 0 < killed["assessed"] < 200
    assert killed["done"] is False
    assert killed["changed"] == killed["changes"] == killed["saved"] == killed["given"] == killed["notices"] < 50
    assert killed["each"]

    work = "from django.core.management import call_command; call_command('work')"
    for worker in [start(work), start(work)]:
        end(worker)
    assert json.loads(end(start(STATE))) == {
        "assessed": 200,
        "changed": 50,
        "done": True,
        "changes": 50,
        "saved": 50,
        "given": 50,
        "notices": 50,
        "each": True,
    }
