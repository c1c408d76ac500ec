"""The one test command: every test, and every test for which the database matters on two of them.

`python -m tests.run [pytest's arguments]`. What is missing is installed or asked for; nothing is skipped. Two rounds, one after the
other, each with as many processes as there are cores, which take from one queue: so no core waits for another. First on a real
PostgreSQL what depends on the database, what is done to a database in use, and all journeys in a browser; then on SQLite all the rest.
"""

import os
import subprocess
import sys
from pathlib import Path

from deploy.local import compile_messages
from deploy.servers import MissingServer, postgres_server, require_redis
from tests.support.servers import require_chromium

ROOT = Path(__file__).resolve().parent.parent
NOTHING_SELECTED = 5  # pytest's exit status when no test fits the arguments
ON_ALL_CORES = ["-n", "auto", "--dist", "worksteal"]


def main(arguments: list[str]) -> int:
    """Run both rounds. The round with most tests comes last, so that its summary is the last line. Out: exit status."""
    try:
        require_chromium()
        require_redis()
        compile_messages()
        with postgres_server() as url:
            print("PostgreSQL: the tests for which the database matters, and the journeys", flush=True)
            on_postgresql = _pytest(["-m", "database or journey or server", *arguments], TEST_DATABASE_URL=url)
        print("SQLite: every test but the journeys", flush=True)
        on_sqlite = _pytest(["-m", "not journey and not server", *arguments])
    except MissingServer as missing:
        print(missing, file=sys.stderr)
        return 1
    statuses = [status for status in (on_postgresql, on_sqlite) if status != NOTHING_SELECTED]
    return max(statuses, default=NOTHING_SELECTED)


def _pytest(arguments: list[str], **variables: str) -> int:
    """One round. In: pytest's arguments, of which later ones replace earlier ones. Out: its exit status."""
    command = [sys.executable, "-m", "pytest", *ON_ALL_CORES, *arguments]
    return subprocess.run(command, cwd=ROOT, env=os.environ | variables).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
