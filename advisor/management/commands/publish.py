"""``manage.py publish``: freeze the facts and weights as they are and make them the current edition."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from advisor.editions import packs, store
from advisor.editions.models import Edition
from advisor.editions.weights import BadWeights


class Command(BaseCommand):
    help = "Publish an edition: the facts and weights as they are now, or an older one again."
    requires_system_checks: list[str] = []  # `migrate` and `check` run them

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--if-none", action="store_true", help="do nothing where an edition is published already")
        parser.add_argument("--edition", metavar="ID", help="publish this older edition again")
        parser.add_argument("--note", default="", help="why, in a few words")

    def handle(self, *args: Any, if_none: bool, edition: str | None, note: str, **options: Any) -> None:
        now = store.current_edition_id()
        if if_none and now is not None:
            return
        if edition is not None:
            row = Edition.objects.filter(pk=edition).first()
            if row is None:
                raise CommandError(f"--edition: {edition!r} is not an edition of this installation")
        else:
            try:
                row = store.freeze_now()
            except (BadWeights, store.BadFacts) as bad:
                raise CommandError("\n".join(bad.faults)) from bad
        if row.pk == now:
            self.stdout.write(f"edition {now} is already the current one")
            for texts in packs.publish():
                self.stdout.write(f"published texts in {texts.pack.language}: {texts.pack_id}")
            return
        store.publish_existing(row, by=None, note=note)
        self.stdout.write(f"published edition {row.pk}")
