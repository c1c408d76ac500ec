"""The whole portal as in production, on real servers, and a worker that is killed."""

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import psycopg
import pytest

from deploy import stack
from deploy.servers import postgres_server, redis_server
from tests.support.portal import HUNDREDS, MAILS, TIME_PASSES, Portal, check_that_each_is_told_once, wait_until
from tests.support.stack import Stack, alive, ready

TWO_ROUNDS = (
    "import portal.celery; from advisor.tasks import run_round; run_round.delay('notices'); run_round.delay('notices')"
)


def test_a_worker_killed_in_the_middle_of_hundreds_of_notices_loses_none_and_tells_none_twice(tmp_path):
    web = str(tmp_path / "web.sock")
    with postgres_server() as database, redis_server() as broker:
        portal = Portal(
            tmp_path,
            PORTAL_DATABASE_URL=database,
            PORTAL_BROKER_URL=broker,
            PORTAL_HTTPS="false",
            PORTAL_PUBLIC_URL="http://localhost",
        )
        running = Stack(portal, f"unix:{web}")
        try:
            wait_until(lambda: running.processes("beat") != [])
            portal.run(HUNDREDS + TWO_ROUNDS)
            wait_until(lambda: portal.count() >= MAILS // 4)
            (worker,) = running.processes("worker")
            os.killpg(worker, signal.SIGKILL)
            wait_until(lambda: len(running.processes("worker")) == 2)
            assert portal.count() < MAILS
            portal.run(TIME_PASSES + TWO_ROUNDS)
            wait_until(lambda: portal.count() == MAILS)
            wait_until(
                lambda: (
                    portal.run("from advisor.notices.models import Notice; print(Notice.objects.unsent().count())")
                    == "0"
                )
            )
            check_that_each_is_told_once(portal)
            wait_until(lambda: ready(web))
            processes = [running.processes(name)[-1] for name in ("web", "worker", "beat")]
            assert all(alive(pid) for pid in processes)
        finally:
            running.stop()
    assert running.process.returncode == 0
    assert not any(alive(pid) for pid in processes)


START_AND_WAIT = """
import sys, time
from pathlib import Path
from deploy.servers import postgres_server
with postgres_server(Path(sys.argv[1])) as address:
    print(address, flush=True)
    time.sleep(60)
"""


def number_in(address: str) -> tuple[int] | None:
    with psycopg.connect(address) as connection:
        return connection.execute("SELECT number FROM kept").fetchone()


def test_a_private_database_keeps_its_data_though_its_starter_was_killed():
    with tempfile.TemporaryDirectory(prefix="hrc-kept-") as name:
        folder = Path(name)
        folder.chmod(0o755)  # root's server runs as nobody, who must come in
        data = folder / "postgresql"
        with postgres_server(data) as address, psycopg.connect(address) as connection:
            connection.execute("CREATE TABLE kept AS SELECT 7 AS number")
        starter = subprocess.Popen(
            [sys.executable, "-c", START_AND_WAIT, str(data)],
            cwd=stack.ROOT,
            env={**os.environ, "TMPDIR": name},
            stdout=subprocess.PIPE,
            text=True,
        )
        assert starter.stdout is not None
        with starter.stdout:
            left_running = starter.stdout.readline().strip()
        starter.kill()
        starter.wait()
        assert number_in(left_running) == (7,)
        with postgres_server(data) as address:
            assert number_in(address) == (7,)


def test_roots_database_lies_where_its_server_may_look(monkeypatch, tmp_path):
    monkeypatch.setenv("PORTAL_VAR", str(tmp_path))
    monkeypatch.setattr(stack.os, "geteuid", lambda: 1000)
    assert stack.data_folder() == tmp_path / "postgresql"
    monkeypatch.setattr(stack.os, "geteuid", lambda: 0)
    first = stack.data_folder()
    assert first.is_relative_to("/var/lib")
    monkeypatch.setenv("PORTAL_VAR", str(tmp_path / "other"))
    assert stack.data_folder() != first


def test_without_an_address_the_usage_is_told():
    with pytest.raises(SystemExit, match="usage"):
        stack.main([])
