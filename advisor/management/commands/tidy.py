"""``manage.py tidy``: delete what is past its day. `manage.py work` does it too, with everything else that the portal does by itself."""

from typing import Any

from django.core.management.base import BaseCommand

from advisor.jobs import tidy


class Command(BaseCommand):
    help = "Delete what is past its day."
    requires_system_checks: list[str] = []  # `migrate` and `check` run them

    def handle(self, *args: Any, **options: Any) -> None:
        tidy()
