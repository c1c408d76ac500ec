"""``manage.py check_facts``: say whether the facts hold together."""

from typing import Any

from django.core.management.base import BaseCommand

from mechanisms.checks import problems


class Command(BaseCommand):
    """One line a problem on standard error, and exit status 1 where there is any."""

    help = "Checks that the facts in the database are complete and consistent."
    requires_system_checks: list[str] = []  # `migrate` and `check` run them

    def handle(self, *args: Any, **options: Any) -> None:
        found = problems()
        for problem in found:
            self.stderr.write(problem)
        if found:
            raise SystemExit(1)
        self.stdout.write("The facts hold together.")
