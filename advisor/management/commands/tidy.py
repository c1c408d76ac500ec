"""``manage.py tidy``: delete what is past its day, once or again and again."""

import os
import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import close_old_connections

from advisor.tidying import tidy


class Command(BaseCommand):
    help = "Delete drafts whose time is over. With --loop, do so again and again until the process that started this one ends."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--loop", type=int, metavar="SECONDS", help="how long to rest between two rounds")

    def handle(self, *args: Any, loop: int | None, **options: Any) -> None:
        parent = os.getppid()
        tidy()
        while loop and self._rest(loop, parent):
            close_old_connections()
            tidy()

    def _rest(self, seconds: int, parent: int) -> bool:
        """Wait; false as soon as the starter is gone, so that no loop outlives its portal."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if os.getppid() != parent:
                return False
            time.sleep(min(1, seconds))
        return True
