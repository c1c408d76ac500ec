"""``manage.py load_cases``: take over the case files of a release; cases that editors changed stay, and what differs is proposed."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from advisor.cases import exchange, stores
from advisor.cases.models import ExpertCase
from advisor.editions import store
from mechanisms.load.releases import name_of


class Command(BaseCommand):
    help = (
        "Load expert cases from YAML files: what nobody changed here follows, the rest is proposed. "
        "All faults are named at once and nothing is half-written. Other cases stay."
    )
    requires_system_checks: list[str] = []  # `migrate` and `check` run them

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--from", dest="folder", type=Path, default=settings.BASE_DIR / "fixtures" / "cases")
        parser.add_argument("--if-empty", action="store_true", help="do nothing where there are cases already")

    def handle(self, *args: Any, folder: Path, if_empty: bool, **options: Any) -> None:
        if if_empty and ExpertCase.history.exists():
            return  # a case that an editor deleted is not brought back
        edition = store.current()
        if edition is None:
            raise CommandError("no edition is published yet; run `manage.py publish` first")
        try:
            files = exchange.of_folder(folder)
            planned = exchange.plan(files, edition)
        except OSError as error:
            raise CommandError(f"{error.filename}: {error.strerror}") from error
        except exchange.BadFiles as bad:
            raise CommandError("\n".join(bad.faults)) from bad
        if not planned:
            raise CommandError(f"{folder}: there is no case file (*.yaml)")
        count = stores.load(planned, name_of(folder / name for name in files))
        self.stdout.write(str(count))
