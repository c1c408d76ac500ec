"""``manage.py check_facts``: check the facts as a whole."""

from typing import Any

from django.core.management.base import BaseCommand

from mechanisms.checks import faults_of_rows, problems


class Command(BaseCommand):
    """One line for each problem on standard error, and exit status 1 if there is one."""

    help = "Checks that the facts in the database are complete and consistent."
    requires_system_checks: list[str] = []  # `migrate` and `check` run them

    def handle(self, *args: Any, **options: Any) -> None:
        found = [*problems(), *faults_of_rows()]
        for problem in found:
            self.stderr.write(problem)
        if found:
            raise SystemExit(1)
        self.stdout.write("The facts hold together.")
