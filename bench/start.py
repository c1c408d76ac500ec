"""What it costs to start `manage.py advise` for one case, beside Django's setup with the same apps and nothing else.

Both sides are processes of their own, by turns; what is counted is the processor's time (user and system), not the clock's, and the
median of it. The advice of one case is milliseconds, so nearly all of it is imports. Goal: at most 1.3 times. Run: `make bench`.
"""

import os
import resource
import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 15
SETUP = [sys.executable, "-c", "import django; django.setup()"]
ADVISE = [sys.executable, "manage.py", "advise", "fixtures/cases/bill-against-ngos.yaml"]
GOAL = 1.3


def seconds(command: list[str]) -> float:
    """The processor's time that a command takes, with everything that it starts."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "portal.settings_advise"}
    subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    for command in (SETUP, ADVISE):
        seconds(command)  # files are read from the disk once
    pairs = [(seconds(SETUP), seconds(ADVISE)) for _ in range(ROUNDS)]
    setup, advise = (statistics.median(times) for times in zip(*pairs, strict=True))
    ratio = statistics.median(advise / setup for setup, advise in pairs)
    print(f"setup {setup * 1000:.0f} ms, advise {advise * 1000:.0f} ms, ratio {ratio:.2f} (goal: at most {GOAL})")


if __name__ == "__main__":
    main()
