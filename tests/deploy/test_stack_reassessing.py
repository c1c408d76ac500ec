"""The portal as in production, and a Celery worker that is killed in the middle of a re-assessment."""

import os
import signal

import psycopg

from deploy.servers import postgres_server, redis_server
from tests.support.portal import Portal, wait_until
from tests.support.reassessing import (
    DAY,
    TIME_PASSES,
    check_that_each_is_done_once,
    check_that_nothing_is_half_done,
    fill,
    state,
)
from tests.support.stack import Stack

ROWS = 800
TWO_ROUNDS = (
    "import portal.celery; from advisor.tasks import run_round; run_round.delay('living'); run_round.delay('living')"
)


def assessed(connection: psycopg.Connection) -> int:
    """How many are done by now. Asked in this process: another one would take too long to start."""
    row = connection.execute("SELECT assessed FROM advisor_reassessment WHERE follows_id IS NOT NULL").fetchone()
    return row[0] if row else 0


def test_a_worker_killed_in_the_middle_of_a_reassessment_loses_none_and_does_none_twice(tmp_path):
    with postgres_server() as database, redis_server() as broker:
        portal = Portal(
            tmp_path,
            PORTAL_DATABASE_URL=database,
            PORTAL_BROKER_URL=broker,
            PORTAL_HTTPS="false",
            PORTAL_PUBLIC_URL="http://localhost",
            PORTAL_FIXED_DAY=DAY,
        )
        running = Stack(portal, f"unix:{tmp_path / 'web.sock'}")
        try:
            wait_until(lambda: running.processes("beat") != [])
            fill(portal, ROWS)
            portal.run(TWO_ROUNDS)
            with psycopg.connect(database, autocommit=True) as connection:
                wait_until(lambda: 0 < assessed(connection) < ROWS)
            (worker,) = running.processes("worker")
            os.killpg(worker, signal.SIGKILL)
            check_that_nothing_is_half_done(portal, ROWS)
            wait_until(lambda: len(running.processes("worker")) == 2)
            portal.run(TIME_PASSES + TWO_ROUNDS)
            wait_until(lambda: state(portal)["done"])
            check_that_each_is_done_once(portal, ROWS)
        finally:
            running.stop()
