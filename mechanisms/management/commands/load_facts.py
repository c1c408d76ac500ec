"""``manage.py load_facts``: take over a folder of CSV files; what people changed here stays, and what differs from it is proposed."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from mechanisms.load.folder import FOLDER, load
from mechanisms.load.reading import FactsError
from mechanisms.models import State


class Command(BaseCommand):
    """Load all, or nothing and a list of every fault."""

    help = (
        "Loads the facts from CSV files: adds what is new, brings up to date what nobody changed here, and proposes the rest. "
        "Writes everything or, where anything is wrong, nothing; publishes nothing; safe to run again."
    )
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
            loaded = load(folder)
        except FactsError as error:
            for fault in error.faults:
                self.stderr.write(str(fault))
            raise SystemExit(1) from None
        for count in loaded.counts:
            self.stdout.write(str(count))
        for problem in loaded.problems:
            self.stderr.write(problem)
        waiting = sum(count.waiting for count in loaded.counts)
        if waiting:
            self.stdout.write(
                f"{waiting} rows wait for a person: Proposed changes of facts, on the editors’ first page."
            )
