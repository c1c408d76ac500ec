"""``manage.py work``: what the portal does by itself, once or again and again. Where there is a broker, Celery does it instead."""

import os
import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import close_old_connections

from advisor.jobs import ROUNDS, run


class Command(BaseCommand):
    help = "Run each round once: mails that are due, deleting what is past its day. With --loop, again and again."
    requires_system_checks: list[str] = []  # `migrate` and `check` run them

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--loop", type=int, metavar="SECONDS", help="how long to rest before looking again")
        parser.add_argument(
            "--parent", type=int, metavar="PID", help="end when this process, which started the loop, is gone"
        )

    def handle(self, *args: Any, loop: int | None, parent: int | None, **options: Any) -> None:
        if loop is None:
            failed = [name for name in ROUNDS if not run(name)]
            if failed:
                raise CommandError(f"failed: {', '.join(failed)}")
            return
        self._loop(loop, parent)

    def _loop(self, seconds: int, parent: int | None) -> None:
        """Each round as often as it is meant to run; with a parent, until that one is gone."""
        due = dict.fromkeys(ROUNDS, time.monotonic())
        while True:
            for name in ROUNDS:
                if due[name] <= time.monotonic():
                    close_old_connections()
                    run(name)
                    due[name] = time.monotonic() + ROUNDS[name].every
            if not _rest(seconds, parent):
                return


def _rest(seconds: int, parent: int | None) -> bool:
    """Wait; false as soon as the parent is gone, so that no loop outlives its portal."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if parent is not None and os.getppid() != parent:
            return False
        time.sleep(min(1, seconds))
    return True
