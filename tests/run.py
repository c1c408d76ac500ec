"""The one test command: every test on SQLite, and every test that uses a database on a real PostgreSQL as well.

`python -m tests.run [pytest's arguments]`. What is missing is installed or asked for; nothing is skipped.
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


def main(arguments: list[str]) -> int:
    """Run both rounds. The round with every test comes last, so that its summary is the last line. Out: exit status."""
    try:
        require_chromium()
        require_redis()
        compile_messages()
        with postgres_server() as url:
            print("PostgreSQL: the tests that use a database", flush=True)
            status = _pytest(["-m", "database", *arguments], TEST_DATABASE_URL=url)
    except MissingServer as missing:
        print(missing, file=sys.stderr)
        return 1
    if status not in (0, NOTHING_SELECTED):
        return status
    print("SQLite: every test", flush=True)
    return _pytest(arguments)


def _pytest(arguments: list[str], **variables: str) -> int:
    return subprocess.run([sys.executable, "-m", "pytest", *arguments], cwd=ROOT, env=os.environ | variables).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
