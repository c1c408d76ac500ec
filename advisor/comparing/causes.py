"""Which changed fact brought a difference about: each is tried alone, and then the change is tried without it.

A fact is a cause if it alone, put into the old edition, gives the difference; or, where none does so alone, if the difference is gone once
the new edition is without it. Where neither finds one, several facts work together and none of them is named.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from advisor.core.facts import Edition
from advisor.core.result import Advice

from .differences import Difference, differences
from .facts import Content, FactChange, Key, changed, with_facts

Thaw = Callable[[str, Any], Edition]
Adviser = Callable[[Edition], Advice]

MOST_TRIALS = 60
"""So many facts are tried one by one; of more, all facts of a kind are tried together."""


@dataclass(frozen=True)
class Trial:
    """Facts that are tried together, mostly one; an edition that can't be read by the core is ``None``."""

    keys: tuple[Key, ...]
    states: frozenset[str]
    alone: Edition | None
    without: Edition | None

    def concerns(self, states: Sequence[str]) -> bool:
        """Whether it can matter for answers about these States; none named means that every State may count."""
        return not self.states or not states or not self.states.isdisjoint(states)


def trials(before: Content, after: Content, thaw: Thaw) -> Iterator[Trial]:
    """Every trial, one at a time: an edition takes some MB, so none is kept. ``thaw`` makes the core's edition of a content."""
    facts = [change for change in changed(before, after) if change.matters]
    for group in groups(facts):
        keys = tuple(change.key for change in group)
        states = [change.state for change in group]
        yield Trial(
            keys,
            frozenset(filter(None, states)) if all(states) else frozenset(),
            _try(thaw, with_facts(before, after, keys)),
            _try(thaw, with_facts(after, before, keys)),
        )


def groups(facts: Sequence[FactChange]) -> list[list[FactChange]]:
    """The facts that are tried together."""
    if len(facts) <= MOST_TRIALS:
        return [[fact] for fact in facts]
    by_kind: dict[str, list[FactChange]] = {}
    for fact in facts:
        by_kind.setdefault(fact.section, []).append(fact)
    return list(by_kind.values())


@dataclass
class Found:
    """What is known so far of the causes of one advice's differences."""

    base: Advice
    adviser: Adviser
    states: Sequence[str]
    differences: Sequence[Difference]

    def __post_init__(self) -> None:
        self.alone: dict[Difference, list[Key]] = {one: [] for one in self.differences}
        self.needed: dict[Difference, list[Key]] = {one: [] for one in self.differences}

    def take(self, trial: Trial) -> None:
        """Note what this trial tells."""
        if not trial.concerns(self.states):
            return
        if trial.alone is not None:
            moved = self._moved(trial.alone)
            for one in self.differences:
                if moved is not None and one in moved:
                    self.alone[one] += trial.keys
        if trial.without is not None and not all(self.alone.values()):
            still = self._moved(trial.without)
            for one in self.differences:
                if still is not None and one not in still:
                    self.needed[one] += trial.keys

    def _moved(self, edition: Edition) -> set[Difference] | None:
        """What differs on this edition; ``None`` where a fact that others lean on is missing from it."""
        try:
            return set(differences(self.base, self.adviser(edition)))
        except (LookupError, ValueError):
            return None

    def causes(self, one: Difference) -> tuple[Key, ...]:
        """The facts that brought a difference about; empty where several work together."""
        return tuple(self.alone[one] or self.needed[one])


def _try(thaw: Thaw, content: Content) -> Edition | None:
    """A fact may lean on another that changed with it: a review on a new session. Then it can't be tried by itself."""
    try:
        return thaw("trial", content)
    except (LookupError, ValueError, StopIteration):
        return None
