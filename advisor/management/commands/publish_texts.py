"""``manage.py publish_texts``: publish the translations of facts as they are now, without an edition."""

from typing import Any

from django.core.management.base import BaseCommand

from advisor.editions import packs


class Command(BaseCommand):
    help = "Publish the texts of facts in other languages as they are now. No edition is made, and no advice is given anew."
    requires_system_checks: list[str] = []  # `migrate` and `check` run them

    def handle(self, *args: Any, **options: Any) -> None:
        made = packs.publish()
        for row in made:
            self.stdout.write(f"published texts in {row.pack.language}: {row.pack_id}")
        if not made:
            self.stdout.write("the texts are published as they are already")
