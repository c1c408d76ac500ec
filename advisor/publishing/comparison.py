"""One draft edition against one base: what expert cases and saved advice say on each. Reads no clock and writes nothing."""

import datetime
import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from advisor.advice.assessment import scenario_of
from advisor.cases import box_words as ticking
from advisor.cases import case_files as cases
from advisor.cases.models import ExpertCase
from advisor.compare.differences import close_differences
from advisor.compare.editions import Between
from advisor.editions.freeze import canonical
from advisor.saved.assessment import draft_of
from advisor.saved.models import SavedAdvice
from advisor.words.serialise import as_json
from rules.advice import advise
from rules.facts.edition import Edition as CoreEdition
from rules.result import Advice
from rules.scenario import Scenario

Found = list[dict[str, Any]]
"""Differences as `Difference.plain` gives them, each with ``causes``: the facts behind it as pairs of section and name."""


@dataclass(frozen=True)
class Tried:
    """What one case says: where it is not as expected, before and now, and what differs."""

    broken_before: list[str]
    broken_now: list[str]
    found: Found


class Comparison:
    """The two editions, opened once for many cases. Raises ``EditionMissing`` where one is not here."""

    def __init__(self, base_id: str, draft_id: str, as_of: datetime.date) -> None:
        self._between, self.as_of = Between(base_id, draft_id), as_of

    def case(self, case: ExpertCase) -> Tried:
        """An expert case on both editions, on its own day or, where it names none, on the proposal's."""
        data, day = case.as_data(), case.as_of or self.as_of

        def scenario(edition: CoreEdition) -> Scenario:
            return cases.read(data, edition).scenario

        before, now = (broken(data, edition, day) for edition in (self._between.before, self._between.after))
        try:
            found = self._differences(scenario, day)
        except cases.BadCase:
            found = []  # it can't be read on one of the two: that is said as broken
        return Tried(before, now, found)

    def saved(self, saved: SavedAdvice) -> Found:
        """What differs in saved advice; empty where nothing does."""
        answers = draft_of(saved).answers
        return self._differences(lambda edition: scenario_of(answers, edition), self.as_of)

    def _differences(self, scenario: Callable[[CoreEdition], Scenario], day: datetime.date) -> Found:
        def ask(edition: CoreEdition) -> Advice:
            return advise(scenario(edition), edition, day, counterfactuals=False)

        states = scenario(self._between.after).countries or ()
        if not self._between.concerns(states):
            return []
        before, now = ask(self._between.before), ask(self._between.after)
        found = close_differences(before, now)
        why = self._between.because(ask, before, found, states, closely=True)
        return [{**one.plain(), "causes": [list(key) for key in why[one]]} for one in found]


def broken(data: Mapping[str, Any], edition: CoreEdition, day: datetime.date) -> list[str]:
    """What an edition does not give of what a case expects, a line each, in words; a case that can't be read says why."""
    try:
        case = cases.read(data, edition)
    except cases.BadCase as bad:
        return [str(fault) for fault in bad.faults]
    return ticking.broken(case.expect, as_json(advise(case.scenario, edition, day), edition), edition)


def digest_of(case: ExpertCase) -> str:
    """Tells whether a case says the same as when it was looked at."""
    data = case.as_data()
    wanted = {"scenario": data["scenario"], "expect": data.get("expect"), "as_of": str(data.get("as_of"))}
    return hashlib.sha256(canonical(wanted).encode()).hexdigest()
