"""Processes that belong together: started again, and ended together."""

import os
import signal
import sys
import threading

import pytest

from deploy import local, processes
from tests.support.portal import wait_until
from tests.support.stack import alive

LIVES = [sys.executable, "-c", "import time; time.sleep(60)"]


def test_what_can_not_live_ends_everything(monkeypatch, capsys):
    monkeypatch.setattr(processes, "REST", 0)
    with pytest.raises(SystemExit, match="web does not stay alive"):
        processes.keep_running({"worker": LIVES, "web": [sys.executable, "-c", "raise SystemExit(3)"]})
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == ["worker", "web", "web", "web"]
    assert not alive(int(lines[0].split()[-1]))


def test_one_that_is_killed_is_started_again_and_the_other_is_left_alone(monkeypatch, capsys):
    """As the loop that sends mails and deletes what is past its day: nobody would see that it is gone."""
    monkeypatch.setattr(processes, "REST", 0)
    lines: list[str] = []

    def pids(name: str) -> list[int]:
        lines.extend(capsys.readouterr().out.splitlines())
        return [int(line.split()[-1]) for line in lines if line.startswith(f"{name} ")]

    def kill_and_look() -> None:
        wait_until(lambda: len(pids("loop")) == 1)
        os.kill(pids("loop")[0], signal.SIGKILL)
        wait_until(lambda: len(pids("loop")) == 2)
        os.kill(os.getpid(), signal.SIGTERM)

    before = signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT)
    looks = threading.Thread(target=kill_and_look)
    try:
        processes.interruptible()
        looks.start()
        with pytest.raises(KeyboardInterrupt):
            processes.keep_running({"web": LIVES, "loop": LIVES})
    finally:
        looks.join()
        signal.signal(signal.SIGTERM, before[0])
        signal.signal(signal.SIGINT, before[1])
    assert (len(pids("web")), len(pids("loop"))) == (1, 2)
    assert not any(alive(pid) for name in ("web", "loop") for pid in pids(name))


def test_beside_the_web_server_a_loop_is_kept_running(monkeypatch):
    kept: dict[str, list[str]] = {}
    monkeypatch.setattr(local, "interruptible", lambda: None)
    monkeypatch.setattr(local, "keep_running", kept.update)
    local.main(["keep", "127.0.0.1:8000"])
    assert list(kept) == ["web", "loop"]
    assert kept["web"][-2:] == ["127.0.0.1:8000", "portal.wsgi"]
    assert kept["loop"][1:4] == ["manage.py", "work", "--loop"]
