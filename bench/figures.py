"""Do the scores still tell routes apart, and is the questionnaire still short? A table of figures over plausible scenarios.

Which route comes first, how often each verdict is given, how often a sum leaves 0 to 100, which routes tie; and for each example of what
people come with, the questions asked, the pages and the words read. The scenarios come from the seeded sampler of the tests: the same seed
and edition give the same table. Goals: no route strong in more than 45 % of all scenarios, fewer than 2 % of all scores clamped; a law, a
theme or a review in at most 12 questions on 9 pages, a complaint in at most 18 on 13, at most 1,500 words.
Run: `python bench/figures.py [--number 2200] [--seed 9] [--edition ID]`.
"""

import argparse
import collections
import datetime
import os
import sys
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")

import django

django.setup()

from advisor import clock
from advisor.editions import store
from rules.advice import advise
from rules.facts.edition import Edition
from rules.scenario import check
from rules.vocabulary import RouteSlug, Verdict
from tests.advisor.questions import walked
from tests.rules.sampler import samples


class Table:
    """Counts over many advices."""

    def __init__(self) -> None:
        self.number = 0
        self.firsts: collections.Counter[str] = collections.Counter()
        self.verdicts: collections.Counter[tuple[str, str]] = collections.Counter()
        self.clamped: collections.Counter[str] = collections.Counter()
        self.ties: collections.Counter[tuple[str, ...]] = collections.Counter()

    def add(self, edition: Edition, answers: object, day: datetime.date) -> None:
        """Count the advice on one scenario."""
        scenario = check(answers, countries=edition.states, themes=edition.themes)
        advice = advise(scenario, edition, day, counterfactuals=False)
        self.number += 1
        self.firsts[advice.routes[0].route] += 1
        self.ties[tuple(str(route) for route in advice.tie)] += 1
        for route in advice.routes:
            self.verdicts[route.route, route.verdict] += 1
            total = sum(factor.points for factor in route.factors)
            self.clamped[route.route] += route.verdict is not Verdict.CLOSED and not 0 <= total <= 100

    def lines(self) -> Iterable[str]:
        """The table as text, shares of all scenarios in per cent."""
        yield f"{self.number} scenarios"
        yield f"{'route':24}{'first':>8}" + "".join(f"{verdict:>10}" for verdict in Verdict) + f"{'clamped':>10}"
        for route in RouteSlug:
            shares = [self.verdicts[route, verdict] for verdict in Verdict]
            cells = "".join(f"{100 * share / self.number:9.1f} " for share in shares)
            yield (
                f"{route:24}{100 * self.firsts[route] / self.number:7.1f} {cells}"
                f"{100 * self.clamped[route] / self.number:9.1f}"
            )
        tied = self.number - self.ties[()]
        yield f"ties: {100 * tied / self.number:.1f} %"
        for routes, count in self.ties.most_common(6):
            if routes:
                yield f"  {' + '.join(routes)}: {100 * count / self.number:.1f} %"


def main(argv: list[str]) -> None:
    """Print the table for the edition named, or for the newest published one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--number", type=int, default=2200)
    parser.add_argument("--seed", type=int, default=9)
    parser.add_argument("--edition")
    options = parser.parse_args(argv)
    edition = store.open_edition(options.edition) if options.edition else store.published()
    table = Table()
    for sample in samples(edition, options.number, options.seed):
        table.add(edition, sample.answers, sample.day)
    print("\n".join(table.lines()))
    print(walked.table(edition, clock.today()))


if __name__ == "__main__":
    main(sys.argv[1:])
