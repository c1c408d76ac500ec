"""``manage.py fetch_facts``: read the public pages of the UN that are due, for proposals that editors decide on."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from mechanisms.fetch import rounds
from mechanisms.fetch.adapters import ADAPTERS
from mechanisms.fetch.client import Client


class Command(BaseCommand):
    """One line for each page; exit status 1 if one of them could not be read."""

    help = "Reads public pages of the UN for proposals of facts, where PORTAL_FETCH allows it. Writes no fact."
    requires_system_checks: list[str] = []  # `migrate` and `check` run them

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--adapter", choices=sorted(ADAPTERS), default="", help="only this one, due or not")

    def handle(self, *args: Any, adapter: str, **options: Any) -> None:
        if not settings.FETCH:
            raise CommandError("Fetching is off. PORTAL_FETCH=true allows it.")
        looked_at = rounds.run(Client(), timezone.now(), only=adapter)
        for page in looked_at:
            self.stdout.write(f"{page.address}: {page.fault or 'read'}")
        if any(page.fault for page in looked_at):
            raise SystemExit(1)
