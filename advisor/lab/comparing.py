"""One draft edition against one base: what expert cases and saved advice say on each. Reads no clock and writes nothing."""

import datetime
import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from advisor import cases
from advisor.comparing import causes
from advisor.comparing.differences import differences
from advisor.core.advice import advise
from advisor.core.facts import Edition as CoreEdition
from advisor.core.result import Advice
from advisor.core.scenario import Scenario
from advisor.editions import open_edition
from advisor.editions.freeze import canonical
from advisor.editions.thaw import thaw
from advisor.followup.assessing import draft_of, scenario_of
from advisor.models import Edition, ExpertCase, SavedAdvice
from advisor.serialise import as_json
from advisor.ticking import words as ticking

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
        self.base, self.draft, self.as_of = open_edition(base_id), open_edition(draft_id), as_of

    @cached_property
    def _trials(self) -> list[causes.Trial]:
        rows = Edition.objects.in_bulk([self.base.id, self.draft.id])
        return causes.trials(json.loads(rows[self.base.id].content), json.loads(rows[self.draft.id].content), thaw)

    def case(self, case: ExpertCase) -> Tried:
        """An expert case on both editions, on its own day or, where it names none, on the proposal's."""
        data, day = case.as_data(), case.as_of or self.as_of

        def scenario(edition: CoreEdition) -> Scenario:
            return cases.read(data, edition).scenario

        before, now = (broken(data, edition, day) for edition in (self.base, self.draft))
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

        before, now = ask(self.base), ask(self.draft)
        found = differences(before, now)
        if not found:
            return []
        states: Sequence[str] = now.given.countries or ()
        why = causes.Found(before, ask, states, found)
        why.ask(self._trials)
        return [{**one.plain(), "causes": [list(key) for key in why.causes(one)]} for one in found]


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
