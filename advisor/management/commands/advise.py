"""``manage.py advise``: advice for case files, on the command line (contract §5)."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.db import DatabaseError

from advisor import clock, entry
from advisor.cases import case_files as cases
from advisor.editions import store
from advisor.words import serialise
from rules.advice import advise
from rules.facts.edition import Edition
from rules.scenario import read_day


class Refused(Exception):
    """Bad input: one line a fault."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))


class Command(BaseCommand):
    help = "Advise on case files: YAML or JSON, a bare scenario or `scenario:` with `as_of:` and `expect:` beside it."
    requires_system_checks: list[str] = []  # called by scripts, thousands of times: checks run elsewhere

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("cases", nargs="+", metavar="CASE", help="a case file, or - for standard input")
        parser.add_argument(
            "--as-of", metavar="DATE", help="the day to advise on, YYYY-MM-DD; overrides the file's own"
        )
        parser.add_argument(
            "--edition", metavar="ID", help="an edition of this installation; the published one by default"
        )
        parser.add_argument("--format", choices=("json", "text"), default="json")
        parser.add_argument(
            "--check", action="store_true", help="compare with each file's `expect`; exit 1 on any difference"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            try:
                edition = _edition(options["edition"])
            except DatabaseError as error:
                raise Refused([f"the database can't be read ({error}); prepare it first: `make serve`, once"]) from None
            read = _read_all(options["cases"], options["as_of"], edition)
        except Refused as refused:
            self.stderr.write(str(refused), style_func=str)
            sys.exit(2)
        results = [(name, case, advise(case.scenario, edition, day)) for name, case, day in read]
        if options["check"]:
            self._check([(name, case, serialise.as_json(advice, edition)) for name, case, advice in results])
        elif options["format"] == "text":
            self.stdout.write("\n\n".join(serialise.as_text(advice, edition) for _, _, advice in results))
        else:
            objects = [serialise.as_json(advice, edition) for _, _, advice in results]
            self.stdout.write(serialise.dumps(objects[0] if len(objects) == 1 else objects))

    def _check(self, results: list[tuple[str, cases.Case, dict[str, Any]]]) -> None:
        lines = [f"{name}: {line}" for name, case, found in results for line in cases.differences(case.expect, found)]
        for line in lines:
            self.stdout.write(line)
        self.stdout.write(f"{len(results)} cases, {len(lines)} differences")
        if lines:
            sys.exit(1)


def _edition(edition_id: str | None) -> Edition:
    if edition_id is not None:
        try:
            return store.open_edition(edition_id)
        except store.EditionMissing:
            raise Refused([f"--edition: {edition_id!r} is not an edition of this installation"]) from None
    edition = store.current()
    if edition is None:
        raise Refused(["--edition: no edition is published yet; run `manage.py publish` first"])
    return edition


def _read_all(names: list[str], as_of: str | None, edition: Edition) -> list[tuple[str, cases.Case, Any]]:
    """All cases, or ``Refused`` with the faults of all of them: nothing is computed for any case then."""
    faults: list[str] = []
    day = None
    if as_of is not None:
        day, wrong = read_day("--as-of", as_of)
        faults += [str(fault) for fault in wrong]
    read = []
    for name in names:
        try:
            case = cases.read(cases.parse(_text(name)), edition)
        except cases.BadCase as bad:
            faults += [f"{name}: {_one_line(str(fault))}" for fault in bad.faults]
        except (OSError, UnicodeDecodeError) as error:
            reason = error.strerror if isinstance(error, OSError) else "is not UTF-8 text"
            faults.append(f"{name}: scenario: {reason}")
        else:
            faults += [f"{name}: {fault}" for fault in entry.too_many(case.scenario)]
            read.append((name, case, day or case.as_of or clock.today()))
    if faults:
        raise Refused(faults)
    return read


def _text(name: str) -> str:
    if name == "-":
        return sys.stdin.buffer.read().decode("utf-8-sig")
    return Path(name).read_text(encoding="utf-8-sig")


def _one_line(text: str) -> str:
    return " ".join(text.split())
