"""``manage.py reseal``: encrypt everything by the present secret key. After a change of that key, and once after an upgrade."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from accounts import resealing
from advisor.sharing.models import GuestDraft


class Command(BaseCommand):
    help = (
        "Seal everything anew: by the present secret key, bound to its row, padded. What is done is passed over: it may be killed and run "
        "again at any time, and while people work."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        tables: dict[str, resealing.Progress] = {}
        for progress in resealing.run():
            tables[progress.table] = progress
            self.stdout.write(f"{progress.table}: {progress.looked_at} of {progress.total}")
        self.stdout.write(f"{sum(one.sealed for one in tables.values())} sealed anew")
        last = GuestDraft.objects.order_by("-keep_until").values_list("keep_until", flat=True).first()
        if last is not None:
            self.stdout.write(f"Drafts of guests open by their codes alone, by the keys before, until {last}")
        if lost := sum(one.lost for one in tables.values()):
            raise CommandError(f"{lost} could not be opened: their key is gone. The log names them.")
