"""What differs for saved answers between two editions, or two days, and why: in codes, as `AdviceChange.said` keeps it.

Answers that are the same are compared once. Nothing of this outlives the round that it belongs to.
"""

import datetime
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from advisor.advice.assessment import content_of, digest_of, scenario_of
from advisor.compare import days as passing
from advisor.compare.differences import Difference, differences
from advisor.compare.editions import Between
from advisor.compare.facts import PROOF, FactChange, Field, Key
from rules.advice import advise
from rules.equivalence import same_ground, same_rules
from rules.facts.edition import Edition
from rules.result import Advice
from rules.scenario import Scenario
from rules.version import RULES

Json = dict[str, Any]

MOST_FACTS = 12
"""So many facts that brought a difference about are kept with what was in them; of more, how many there are."""

MOST_KEPT = 2_000
"""So many comparisons are remembered at a time."""


@dataclass(frozen=True)
class Stand:
    """What advice rests on beside the answers: an edition, a day and a version of the rules."""

    edition: str
    day: datetime.date
    rules: str = RULES


@dataclass(frozen=True)
class Change:
    """What differs, and the new advice as `GivenAdvice` keeps it."""

    said: Any
    scenario: Any
    digest: str
    kept: str


class Comparison:
    """Two stands side by side, for any answers."""

    def __init__(self, before: Stand, after: Stand) -> None:
        self.before, self.after = before, after
        self._between = Between(before.edition, after.edition)
        self.old, self.new = self._between.before, self._between.after
        self._same_rules = before.day == after.day and same_rules(self.old, self.new)
        self._same_grounds: dict[tuple[Any, Any, Any], bool] = {}
        self._kept: dict[str, Change | None] = {}

    def of(self, answers: Mapping[str, Any]) -> Change | None:
        """What differs for these answers; ``None`` where nothing does that is worth telling."""
        name = json.dumps(answers, sort_keys=True)
        if name not in self._kept:
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            self._kept[name] = self._compared(answers)
        return self._kept[name]

    def _compared(self, answers: Mapping[str, Any]) -> Change | None:
        if self._same_rules and self._same_ground(scenario_of(answers, self.new)):
            return None
        was = _advice(answers, self.old, self.before.day)
        now = _advice(answers, self.new, self.after.day)
        found = differences(was, now)
        if self.before.edition == self.after.edition:
            found = passing.that_matter(found, was, now)
        near = passing.come_near(was, now)
        if not found and not near:
            return None
        content = content_of(advise(now.given, self.new, self.after.day), self.new)
        return Change(self._said(answers, was, found, near), now.given.plain(), digest_of(content), content)

    def _same_ground(self, scenario: Scenario) -> bool:
        """Most answers are about other States than what was changed."""
        place = (scenario.countries, scenario.themes, scenario.regions)
        if place not in self._same_grounds:
            self._same_grounds[place] = same_ground(scenario, self.old, self.new, self.after.day)
        return self._same_grounds[place]

    def _said(
        self, answers: Mapping[str, Any], was: Advice, found: Sequence[Difference], near: Sequence[Difference]
    ) -> Json:
        """``differences``, each with the facts that caused it or ``by_day`` where the day alone did; ``near``, last days that have
        come near; ``facts``, what was changed in the facts named."""
        middle = was if self.before.day == self.after.day else _advice(answers, self.old, self.after.day)
        by_day = set(differences(was, middle))
        because = self._causes(answers, middle, [one for one in found if one not in by_day])
        return {
            "differences": [
                one.plain()
                | {"by_day": one in by_day, "facts": because.get(one, ())[:MOST_FACTS]}
                | {"more": max(0, len(because.get(one, ())) - MOST_FACTS)}
                for one in found
            ],
            "near": [one.plain() for one in near],
            "facts": [
                _plain(self._changed[key])
                for key in dict.fromkeys(key for keys in because.values() for key in keys[:MOST_FACTS])
            ],
        }

    def _causes(
        self, answers: Mapping[str, Any], base: Advice, found: Sequence[Difference]
    ) -> dict[Difference, tuple[Key, ...]]:
        """For each difference between the editions the facts that brought it about; none where several work together."""

        def ask(edition: Edition) -> Advice:
            return _advice(answers, edition, self.after.day)

        return self._between.because(ask, base, found, base.given.countries or ())

    @cached_property
    def _changed(self) -> dict[Key, FactChange]:
        return {one.key: one for one in self._between.changed}


def fact_of(row: Json) -> FactChange:
    """A changed fact as ``said`` keeps it."""
    fields = tuple(Field(*field) for field in row["fields"])
    return FactChange((row["key"][0], row["key"][1]), fields, is_new=row["is_new"], is_gone=row["is_gone"])


def _plain(fact: FactChange) -> Json:
    """Without where the fact comes from, which no rule looks at."""
    fields = [[one.name, one.before, one.after] for one in fact.fields if one.name.split(" ")[-1] not in PROOF]
    told = [] if fact.is_new or fact.is_gone else fields[:MOST_FACTS]
    return {"key": fact.key, "fields": told, "is_new": fact.is_new, "is_gone": fact.is_gone}


def _advice(answers: Mapping[str, Any], edition: Edition, day: datetime.date) -> Advice:
    return advise(scenario_of(answers, edition), edition, day, counterfactuals=False)
