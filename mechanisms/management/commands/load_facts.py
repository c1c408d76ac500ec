"""``manage.py load_facts``: bring the facts in line with a folder of CSV files."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from mechanisms.load.folder import FOLDER, load
from mechanisms.load.reading import FactsError
from mechanisms.models import State


class Command(BaseCommand):
    """Load all, or nothing and a list of every fault."""

    help = "Loads the facts from CSV files. Writes everything or, where anything is wrong, nothing; safe to run again."
    requires_system_checks: list[str] = []  # `migrate` and `check` run them

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--from", dest="folder", type=Path, default=FOLDER, metavar="DIR", help="folder of CSV files"
        )
        parser.add_argument("--if-empty", action="store_true", help="do nothing where there are facts already")

    def handle(self, *args: Any, folder: Path, if_empty: bool, **options: Any) -> None:
        if if_empty and State.objects.exists():
            self.stdout.write("There are facts already; nothing done.")
            return
        try:
            counts = load(folder)
        except FactsError as error:
            for fault in error.faults:
                self.stderr.write(str(fault))
            raise SystemExit(1) from None
        for count in counts:
            self.stdout.write(str(count))
