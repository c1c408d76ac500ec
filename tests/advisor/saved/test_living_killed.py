"""kill -9 in the middle of a transaction of a re-assessment: after a restart each is done, none twice."""

import signal
import subprocess
from pathlib import Path

from tests.support.portal import SETUP, prepared
from tests.support.reassessing import (
    DAY,
    TIME_PASSES,
    check_that_each_is_done_once,
    check_that_nothing_is_half_done,
    fill,
)

# A worker that falls asleep inside the transaction of its third batch that has something to keep, with a part of it written.
SLEEPER = """
import time
from advisor.notices import actions as notices
from advisor.saved import living
living.BATCH, batches = 15, 0
keep, queue = living._Step._keep, notices.queue
def counted(self, pks, found):
    global batches
    batches += bool(found)
    return keep(self, pks, found)
def sleepy(**values):
    queue(**values)
    if batches == 3:
        print("in the middle", flush=True)
        time.sleep(120)
living._Step._keep, notices.queue = counted, sleepy
living.run_due()
"""


def test_each_is_done_and_none_twice(tmp_path: Path) -> None:
    """200 saved advices; two workers are killed one after the other, then two at once go on."""
    portal = prepared(tmp_path, PORTAL_FIXED_DAY=DAY)
    fill(portal, 200)

    for _ in range(2):
        sleeper = portal.start("-c", SETUP + SLEEPER, stdout=subprocess.PIPE)
        assert sleeper.stdout is not None
        with sleeper.stdout as output:
            assert output.readline() == b"in the middle\n"
        sleeper.send_signal(signal.SIGKILL)
        sleeper.wait()
        check_that_nothing_is_half_done(portal, 200)
        portal.manage("work")
        check_that_nothing_is_half_done(portal, 200)  # the dead worker's claim still stands
        portal.run(TIME_PASSES)

    workers = [portal.start("manage.py", "work") for _ in range(2)]
    assert [worker.wait(timeout=120) for worker in workers] == [0, 0]
    check_that_each_is_done_once(portal, 200)
