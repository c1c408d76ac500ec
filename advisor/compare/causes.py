"""Which changed fact brought a difference about: each is tried alone, and then the change is tried without it.

A fact is a cause if it alone, put into the old edition, gives the difference; or, where none does so alone, if the difference is gone once
the new edition is without it. Where neither finds one, several facts work together and none of them is named.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from rules.facts.edition import Edition
from rules.result import Advice

from .differences import Difference, close_differences, differences
from .facts import Content, FactChange, Key, changed, with_facts

Thaw = Callable[[str, Any], Edition]
Adviser = Callable[[Edition], Advice]

MOST_TRIALS = 24
"""So many facts are tried one by one, since each takes an edition in memory; of more, all facts of a kind are tried together."""


class Trial:
    """Facts that are tried together, mostly one. Its editions are made when they are first asked for, and kept."""

    def __init__(self, facts: Sequence[FactChange], before: Content, after: Content, thaw: Thaw) -> None:
        self.keys: tuple[Key, ...] = tuple(fact.key for fact in facts)
        states = [fact.state for fact in facts]
        self._states = frozenset(filter(None, states)) if all(states) else frozenset()
        self._before, self._after, self._thaw = before, after, thaw

    def concerns(self, states: Sequence[str]) -> bool:
        """Whether it can matter for answers about these States; none named means that every State may count."""
        return not self._states or not states or not self._states.isdisjoint(states)

    @cached_property
    def alone(self) -> Edition | None:
        """The old edition with these facts as they are now; ``None`` where the core can't read that."""
        return self._made(self._before, self._after)

    @cached_property
    def without(self) -> Edition | None:
        """The new edition with these facts as they were; ``None`` where the core can't read that."""
        return self._made(self._after, self._before)

    def _made(self, base: Content, other: Content) -> Edition | None:
        """A fact may lean on another that changed with it: a review on a new session. Then it can't be tried by itself."""
        try:
            return self._thaw("trial", with_facts(base, other, self.keys))
        except (LookupError, ValueError, StopIteration):
            return None


def trials(before: Content, after: Content, thaw: Thaw) -> list[Trial]:
    """Every trial. In: the contents of two editions, and what makes the core's edition of a content."""
    facts = [change for change in changed(before, after) if change.matters]
    return [Trial(group, before, after, thaw) for group in groups(facts)]


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
    closely: bool = False
    """Whether points count as well."""

    def __post_init__(self) -> None:
        self.alone: dict[Difference, list[Key]] = {one: [] for one in self.differences}
        self.needed: dict[Difference, list[Key]] = {one: [] for one in self.differences}

    def ask(self, every: Sequence[Trial]) -> None:
        """Try them all: each alone, and where that explains not everything, the whole without each."""
        concerned = [trial for trial in every if trial.concerns(self.states)]
        for trial in concerned:
            self._note(self.alone, trial.keys, self._moved(trial.alone), gone=False)
        if not all(self.alone.values()):
            for trial in concerned:
                self._note(self.needed, trial.keys, self._moved(trial.without), gone=True)

    def _note(
        self, into: dict[Difference, list[Key]], keys: Sequence[Key], moved: set[Difference] | None, *, gone: bool
    ) -> None:
        if moved is None:
            return
        for one in self.differences:
            if (one in moved) is not gone:
                into[one] += keys

    def _moved(self, edition: Edition | None) -> set[Difference] | None:
        """What differs on this edition; ``None`` where it can't be told: a fact that others lean on is missing from it."""
        if edition is None:
            return None
        try:
            return set((close_differences if self.closely else differences)(self.base, self.adviser(edition)))
        except (LookupError, ValueError):
            return None

    def causes(self, one: Difference) -> tuple[Key, ...]:
        """The facts that brought a difference about; empty where several work together."""
        return tuple(self.alone[one] or self.needed[one])
