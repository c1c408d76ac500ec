"""How long one advice takes, beside JSONLogic.

Ours: all six routes with gates, ranges, actions and dates, on the shipped facts and expert cases; once without and once with
counterfactuals. Peer: `datalogic-py` (a JSONLogic engine in Rust), compiled once, working out nothing but the points of one
route's plain questions, checked to give the same sum. Run: `make bench`. Figures: median over rounds, milliseconds, one core.
"""

import datetime
import os
import statistics
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")

import django

django.setup()

from datalogic_py import Engine

from advisor.cases import case_files as cases
from advisor.editions import store
from rules.advice import advise
from rules.factors import CHOICES
from rules.facts.edition import Edition
from rules.ground import situate
from rules.scenario import Scenario
from rules.scoring import assess
from rules.vocabulary import RouteSlug

ROUNDS = 200
CASES = Path(__file__).resolve().parent.parent / "fixtures" / "cases"
ROUTE = RouteSlug.SPECIAL_PROCEDURES


def median_ms(work: Callable[[], object]) -> float:
    """The median time of a call in milliseconds."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1000


def points_as_jsonlogic(tables: Mapping[str, Mapping[str, int]]) -> dict[str, Any]:
    """The plain tables of a route as one JSONLogic rule: a sum of if-chains."""

    def chain(table: str, rows: Mapping[str, int]) -> dict[str, Any]:
        branches: list[Any] = []
        for key in CHOICES[table]:
            branches += [{"==": [{"var": table}, key]}, rows[key]]
        return {"if": [*branches, rows["unknown"]]}

    return {"+": [chain(table, rows) for table, rows in tables.items() if table in CHOICES and table != "outcomes"]}


def main() -> None:
    """Print one line a case."""
    edition = store.current()
    if edition is None:
        sys.exit("no edition is published: run `make install` first")
    rule = Engine().compile(points_as_jsonlogic(edition.weights.tables[ROUTE]))
    print(f"{'case':34}{'advice':>10}{'with changes':>14}{'JSONLogic, points of one route':>32}")
    for path in sorted(CASES.glob("*.yaml")):
        case = cases.read(cases.parse(path.read_text(encoding="utf-8")), edition)
        assert case.as_of is not None
        print(f"{path.stem:34}{line(case.scenario, edition, case.as_of, rule)}")


def line(scenario: Scenario, edition: Edition, day: datetime.date, rule: Any) -> str:
    """The three figures of one case, after a check that both engines agree on the points."""
    kept = scenario.applicable()[0]
    answers = kept.plain()
    factors = assess(ROUTE, situate(kept, edition, day)).factors
    ours = sum(factor.points for factor in factors if factor.table in CHOICES and factor.table != "outcomes")
    if kept.urgency is not None:  # without a case the peer's rule counts questions that do not apply
        assert rule.evaluate(answers) == ours
    plain = median_ms(lambda: advise(scenario, edition, day, counterfactuals=False))
    full = median_ms(lambda: advise(scenario, edition, day))
    peer = median_ms(lambda: rule.evaluate(answers))
    return f"{plain:>7.2f} ms{full:>11.2f} ms{peer:>29.4f} ms"


if __name__ == "__main__":
    main()
