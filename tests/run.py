"""The one test command: every test, and every test for which the database matters on two of them.

`python -m tests.run [pytest's arguments]`. What is missing is installed or asked for; nothing is skipped. Two rounds run side by side,
each on a core of its own: on a real PostgreSQL what depends on the database, and all journeys in a browser; on SQLite everything but
the journeys.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import IO

from deploy.local import compile_messages
from deploy.servers import MissingServer, postgres_server, require_redis
from tests.support.servers import require_chromium

ROOT = Path(__file__).resolve().parent.parent
NOTHING_SELECTED = 5  # pytest's exit status when no test fits the arguments


def main(arguments: list[str]) -> int:
    """Run both rounds. The round with most tests is shown last, so that its summary is the last line. Out: exit status."""
    try:
        require_chromium()
        require_redis()
        compile_messages()
        with postgres_server() as url, tempfile.NamedTemporaryFile() as kept:
            every = _pytest(["-m", "not journey", *arguments], output=kept)
            try:
                print("PostgreSQL: the tests for which the database matters, and the journeys", flush=True)
                on_postgresql = _pytest(["-m", "database or journey", *arguments], TEST_DATABASE_URL=url).wait()
                print("SQLite: every test but the journeys, begun at the same time", flush=True)
                on_sqlite = _follow(every, Path(kept.name))
            finally:
                every.kill()
    except MissingServer as missing:
        print(missing, file=sys.stderr)
        return 1
    statuses = [status for status in (on_postgresql, on_sqlite) if status != NOTHING_SELECTED]
    return max(statuses, default=NOTHING_SELECTED)


def _pytest(arguments: list[str], *, output: IO[bytes] | None = None, **variables: str) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "pytest", *arguments]
    return subprocess.Popen(command, cwd=ROOT, env=os.environ | variables, stdout=output)


def _follow(process: "subprocess.Popen[bytes]", written: Path) -> int:
    """Show what a process has written so far and what it goes on to write. Out: its exit status."""
    with written.open(encoding="utf-8", errors="replace") as output:
        while True:
            over = process.poll() is not None
            print(output.read(), end="", flush=True)
            if over:
                return process.returncode
            time.sleep(1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
