"""``manage.py keep_given``: keep every advice that was given itself, beside what gives it again. Once, before the rules change."""

from typing import Any

from django.core.management.base import BaseCommand

from advisor.saved import keeping


class Command(BaseCommand):
    help = (
        "Keep, sealed, every advice that was given before this release, as the rules of this release give it. Rows that have it are "
        "passed over: it may be killed and run again at any time."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        progress = None
        for progress in keeping.fill():
            self.stdout.write(f"{progress.looked_at} of {progress.total}")
        kept, reworded = (progress.kept, progress.reworded) if progress else (0, 0)
        self.stdout.write(f"{kept} kept, {reworded} of them in the words of this release")
        if lost := keeping.lost():
            self.stdout.write(f"{lost} were given by rules that are no longer here, and can't be kept")
