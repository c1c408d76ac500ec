"""Plausible scenarios from a seed: what organisations come with, not any mixture of answers.

The same seed gives the same scenarios on every Python, since `random.Random.random` alone is used and nothing depends on sets.
"""

import datetime
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rules import vocabulary as v
from rules.facts.edition import Edition

Answers = dict[str, Any]

DAYS = tuple(
    datetime.date.fromisoformat(day)
    for day in ("2024-06-14", "2025-03-17", "2026-02-09", "2026-11-24", "2026-11-30", "2027-02-28", "2028-02-29")
)
"""Before and after Council sessions and UPR deadlines, within a month that is known only as a month, at the ends of months."""

KINDS = {"case": 45, "pattern": 22, "law": 15, "overview": 12, "unsure": 6}
OFTEN = (
    "torture",
    "enforced-disappearance",
    "arbitrary-detention",
    "racism",
    "housing",
    "women",
    "children",
    "fair-trial-justice",
)
"""Themes with rules of their own, or with treaties whose rules differ; drawn more often than the rest."""
LEAVE_OUT = 0.12
"""How often a question is left out: most people answer most questions."""


@dataclass(frozen=True)
class Sample:
    """One scenario as raw answers, and the day on which advice is asked for."""

    number: int
    day: datetime.date
    answers: Mapping[str, Any]


class Die:
    """A random source that draws the same way on every version of Python."""

    def __init__(self, seed: str) -> None:
        self._random = random.Random(seed)

    def chance(self, share: float) -> bool:
        return self._random.random() < share

    def below(self, number: int) -> int:
        return int(self._random.random() * number)

    def one(self, items: Sequence[Any]) -> Any:
        return items[self.below(len(items))]

    def weighed(self, weights: Mapping[Any, int]) -> Any:
        at = self.below(sum(weights.values()))
        for item, weight in weights.items():
            at -= weight
            if at < 0:
                return item
        raise AssertionError(weights)

    def some(self, items: Sequence[Any], number: int) -> list[Any]:
        left = list(items)
        return sorted(left.pop(self.below(len(left))) for _ in range(min(number, len(left))))


PEOPLE = {
    v.People.NONE_OF_THESE: 6,
    v.People.WOMEN: 4,
    v.People.CHILDREN: 3,
    v.People.PERSONS_WITH_DISABILITIES: 2,
    v.People.RACE_OR_ORIGIN: 3,
    v.People.MIGRANT_WORKERS: 1,
}

WANTED: Mapping[str, Mapping[v.Outcome, int]] = {
    "case": {
        v.Outcome.PROTECTION: 6,
        v.Outcome.LEGAL_FINDING: 6,
        v.Outcome.PUBLIC_ATTENTION: 4,
        v.Outcome.ACCOUNTABILITY: 2,
        v.Outcome.MEDIATION: 1,
        v.Outcome.LAW_CHANGE: 2,
    },
    "pattern": {
        v.Outcome.PUBLIC_ATTENTION: 4,
        v.Outcome.COUNCIL_ACTION: 4,
        v.Outcome.ACCOUNTABILITY: 3,
        v.Outcome.RECOMMENDATIONS: 3,
        v.Outcome.COUNTRY_VISIT: 2,
        v.Outcome.PROTECTION: 2,
        v.Outcome.LEGAL_FINDING: 1,
    },
    "law": {
        v.Outcome.LAW_CHANGE: 8,
        v.Outcome.RECOMMENDATIONS: 4,
        v.Outcome.STATE_COMMITMENT: 2,
        v.Outcome.PUBLIC_ATTENTION: 3,
        v.Outcome.EXPERT_REPORT: 1,
    },
    "overview": {
        v.Outcome.RECOMMENDATIONS: 8,
        v.Outcome.STATE_COMMITMENT: 5,
        v.Outcome.LAW_CHANGE: 3,
        v.Outcome.EXPERT_REPORT: 3,
        v.Outcome.COUNCIL_ACTION: 2,
    },
    "unsure": dict.fromkeys(v.Outcome, 1),
}
"""What organisations come for, by what they hold."""


def samples(edition: Edition, number: int, seed: int = 9) -> Iterator[Sample]:
    """So many scenarios; each depends on its own number alone, so that more of them leave the first ones as they are."""
    for place in range(number):
        die = Die(f"{seed}/{place}")
        day = die.one(DAYS)
        yield Sample(place, day, _scenario(die, edition, day))


def _scenario(die: Die, edition: Edition, day: datetime.date) -> Answers:
    kind = die.weighed(KINDS)
    answers: Answers = {**_where(die, edition, kind), "themes": _themes(die, edition)}
    answers |= _what(die, kind)
    if kind in ("case", "pattern") or die.chance(0.1):
        answers |= _case(die, day)
    answers |= _organisation(die, day, kind)
    for question in list(answers):
        if die.chance(LEAVE_OUT if kind != "unsure" else 0.5):
            del answers[question]
    return answers


def _where(die: Die, edition: Edition, kind: str) -> Answers:
    states = sorted(edition.states)
    with_limits = sorted({country for country, _ in edition.limits})
    number = die.weighed({0: 4, 1: 70, 2: 12, 3: 8, 6: 6} if kind != "case" else {1: 90, 2: 8, 0: 2})
    countries = {die.one(with_limits if die.chance(0.3) else states) for _ in range(number)}
    found: Answers = {"countries": sorted(countries)}
    if not countries or die.chance(0.05):
        found["regions"] = die.some([region.value for region in v.Region], die.below(2))
    return found


def _themes(die: Die, edition: Edition) -> list[str]:
    every = sorted(edition.themes)
    often = [theme for theme in OFTEN if theme in edition.themes]
    return sorted(
        {die.one(often if die.chance(0.5) else every) for _ in range(die.weighed({0: 3, 1: 60, 2: 27, 3: 10}))}
    )


def _what(die: Die, kind: str) -> Answers:
    many, one = v.Information.THEMES_MANY_COUNTRIES, v.Information.THEMES_ONE_COUNTRY
    information, scale = {
        "case": ({v.Information.INDIVIDUAL_CASES: 9, one: 1}, {v.Scale.SINGLE_CASE: 7, v.Scale.SEVERAL_CASES: 3}),
        "pattern": (
            {one: 5, v.Information.INDIVIDUAL_CASES: 3, v.Information.COUNTRY_OVERVIEW: 2},
            {v.Scale.CONSISTENT_PATTERN: 7, v.Scale.SEVERAL_CASES: 3},
        ),
        "law": ({one: 8, many: 2}, {v.Scale.LAW_OR_POLICY: 1}),
        "overview": ({v.Information.COUNTRY_OVERVIEW: 7, many: 3}, {v.Scale.LAW_OR_POLICY: 1}),
        "unsure": (dict.fromkeys(v.Information, 1), dict.fromkeys(v.Scale, 1)),
    }[kind]
    return {
        "information": die.weighed(information).value,
        "scale": die.weighed(scale).value,
        "evidence": die.weighed({v.Evidence.DIRECT: 7, v.Evidence.SECONDARY: 2, v.Evidence.MEDIA_ONLY: 1}).value,
    }


def _case(die: Die, day: datetime.date) -> Answers:
    urgency = die.weighed({v.Urgency.IMMINENT: 3, v.Urgency.ONGOING: 4, v.Urgency.PAST: 3})
    remedies = die.weighed(
        {v.Remedies.EXHAUSTED: 5, v.Remedies.INEFFECTIVE: 2, v.Remedies.UNDER_WAY: 2, v.Remedies.NOT_STARTED: 1}
    )
    ago = die.weighed({30: 3, 120: 3, 700: 3, 4000: 2, 12000: 1})
    happened = day - datetime.timedelta(days=die.below(ago))
    began = happened - datetime.timedelta(days=die.weighed({1: 6, 300: 2, 5000: 1}) - 1)
    decided = day - datetime.timedelta(
        days=die.weighed({20: 2, 88: 2, 180: 3, 364: 2, 1100: 2, 2200: 1}) + die.below(9)
    )
    elsewhere = die.weighed(
        {
            v.Elsewhere.NO: 14,
            v.Elsewhere.PENDING: 1,
            v.Elsewhere.EXAMINED: 1,
            v.Elsewhere.NOT_EXAMINED: 1,
            v.Elsewhere.UN_EXPERT_LETTER: 1,
            v.Elsewhere.WGAD: 1,
            v.Elsewhere.UNCLEAR: 1,
        }
    )
    found: Answers = {
        "urgency": urgency.value,
        "began_on": began.isoformat(),
        "happened_on": happened.isoformat(),
        "people": sorted({die.weighed(PEOPLE).value for _ in range(die.weighed({1: 7, 2: 3}))}),
        "consent": die.weighed(
            {
                v.Consent.VICTIM: 4,
                v.Consent.GIVEN: 5,
                v.Consent.NOT_GIVEN: 1,
                v.Consent.NOT_ASKED: 1,
                v.Consent.CANNOT_ASK: 1,
            }
        ).value,
        "identification": die.weighed(
            {v.Identification.OPEN: 5, v.Identification.NAMES_WITHHELD: 4, v.Identification.ANONYMOUS: 1}
        ).value,
        "our_name": die.weighed({v.OurName.OPEN: 2, v.OurName.UN_ONLY: 1}).value,
        "remedies": remedies.value,
        "elsewhere": elsewhere.value,
    }
    if die.chance(0.5):
        found["continues"] = die.one([answer.value for answer in v.Continues])
    if urgency is v.Urgency.IMMINENT:
        found["danger"] = die.some([danger.value for danger in v.Danger], die.weighed({1: 4, 2: 1}))
        found["remedy_stops_it"] = die.one(("yes", "no"))
    if remedies is v.Remedies.EXHAUSTED:
        found["final_decision_on"] = max(happened, decided).isoformat()
    if elsewhere in (v.Elsewhere.EXAMINED, v.Elsewhere.NOT_EXAMINED):
        found["elsewhere_ended_on"] = (day - datetime.timedelta(days=die.below(2000))).isoformat()
    return found


def _organisation(die: Die, day: datetime.date, kind: str) -> Answers:
    ready = day + datetime.timedelta(days=die.weighed({5: 3, 60: 4, 200: 3, 400: 1}) - die.below(6))
    ecosoc = die.weighed({"none": 6, "applied": 1, "roster": 1, "special": 3, "general": 1})
    return {
        "ready_on": ready.isoformat(),
        "reprisals": die.weighed({"none": 6, "feared": 3, "suffered": 1}),
        "outcomes": sorted({die.weighed(WANTED[kind]).value for _ in range(die.weighed({0: 1, 1: 5, 2: 5, 3: 2}))}),
        "effort": die.one(("days", "weeks", "months")),
        "ecosoc": ecosoc,
        "sponsor": die.one(("yes", "no")),
        "geneva": die.one(("present", "travel", "remote", "remote")),
        "coalition": die.one(("yes", "no")),
        "considered": die.some([route.value for route in v.RouteSlug], die.weighed({0: 5, 1: 3, 2: 1})),
    }
