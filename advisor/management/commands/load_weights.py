"""``manage.py load_weights``: take over the weights of a release; points that editors changed stay, and what differs is proposed."""

import tomllib
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from advisor.editions import stores, weights
from advisor.editions.models import Weight


class Command(BaseCommand):
    help = (
        "Load the weights of the scoring: what nobody changed here follows, the rest is proposed. "
        "All faults are named at once and nothing is half-written."
    )
    requires_system_checks: list[str] = []  # `migrate` and `check` run them

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--from", dest="path", type=Path, default=settings.BASE_DIR / "fixtures" / "weights.toml")
        parser.add_argument(
            "--if-empty", action="store_true", help="do nothing where weights are loaded: editors' changes stay"
        )

    def handle(self, *args: Any, path: Path, if_empty: bool, **options: Any) -> None:
        if if_empty and Weight.objects.exists():
            return
        try:
            count = stores.load(path)
        except OSError as error:
            raise CommandError(f"{path}: {error.strerror}") from error
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise CommandError(f"{path}: {error}") from error
        except weights.BadWeights as bad:
            raise CommandError("\n".join(f"{path.name}: {fault}" for fault in bad.faults)) from bad
        self.stdout.write(str(count))
