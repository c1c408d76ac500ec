"""The loop beside a portal without a broker: it ends with its portal, and survives being killed."""

import os
import signal
import subprocess
import sys
import time

import pytest
from django.core.management import CommandError, call_command

from advisor import jobs
from advisor.management.commands import work
from tests.support.portal import (
    HUNDREDS,
    MAILS,
    ROOT,
    TIME_PASSES,
    Portal,
    check_that_each_is_told_once,
    prepared,
    wait_until,
)


@pytest.fixture(scope="module")
def portal(tmp_path_factory) -> Portal:
    return prepared(tmp_path_factory.mktemp("portal"))


@pytest.fixture
def done(monkeypatch) -> list[str]:
    """Two rounds of which the first fails; what ran, in order."""
    ran: list[str] = []

    def fails() -> int:
        ran.append("fails")
        raise ValueError("the name of a witness")

    def works() -> int:
        ran.append("works")
        return 1

    made = {"fails": jobs.Round(fails, every=60), "works": jobs.Round(works, every=0)}
    monkeypatch.setattr(jobs, "ROUNDS", made)
    monkeypatch.setattr(work, "ROUNDS", made)
    return ran


def test_one_round_that_fails_stops_no_other_and_is_told(done):
    with pytest.raises(CommandError, match="failed: fails"):
        call_command("work")
    assert done == ["fails", "works"]


def test_the_loop_runs_each_round_as_often_as_it_wants(done, monkeypatch):
    rests = iter([True, True, False])
    monkeypatch.setattr(work, "_rest", lambda seconds, parent: next(rests))
    monkeypatch.setattr(work, "close_old_connections", lambda: None)
    call_command("work", loop=1)
    assert done == ["fails", "works", "works", "works"]


def test_the_loop_ends_with_the_process_that_started_it(portal):
    code = (
        "import os, subprocess, sys, time; "
        "loop = [sys.executable, 'manage.py', 'work', '--loop', '60', '--parent', str(os.getpid())]; "
        "print(subprocess.Popen(loop).pid, flush=True); time.sleep(60)"
    )
    starter = subprocess.Popen(
        [sys.executable, "-c", code], cwd=ROOT, env=portal.environment, stdout=subprocess.PIPE, text=True
    )
    assert starter.stdout is not None
    with starter.stdout:
        loop = int(starter.stdout.readline())
    time.sleep(3)
    assert not _gone(loop)
    starter.send_signal(signal.SIGKILL)
    starter.wait()
    wait_until(lambda: _gone(loop))


def _gone(pid: int) -> bool:
    try:
        with open(f"/proc/{pid}/stat") as file:
            return file.read().split()[2] == "Z"
    except FileNotFoundError:
        return True


def test_two_loops_killed_in_the_middle_of_hundreds_of_notices_lose_none_and_tell_none_twice(portal):
    portal.run(HUNDREDS)
    loops = [portal.start("manage.py", "work", "--loop", "1") for _ in range(2)]
    wait_until(lambda: portal.count() >= MAILS // 4)
    for loop in loops:
        os.killpg(loop.pid, signal.SIGKILL)
        loop.wait()
    assert portal.count() < MAILS
    portal.run(TIME_PASSES)
    portal.manage("work")
    check_that_each_is_told_once(portal)
