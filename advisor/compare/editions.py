"""Two editions side by side: both opened, the facts that differ, and which of these brought a difference in advice about."""

from collections.abc import Sequence
from functools import cached_property

from advisor.editions.store import content_of, open_edition
from advisor.editions.thaw import thaw
from rules.result import Advice

from . import causes
from .differences import Difference
from .facts import Content, FactChange, Key, changed


class Between:
    """From one edition to another; facts are looked at when they are first asked for. Raises ``EditionMissing`` where one is not here."""

    def __init__(self, before_id: str, after_id: str) -> None:
        self.before, self.after = open_edition(before_id), open_edition(after_id)

    @cached_property
    def changed(self) -> tuple[FactChange, ...]:
        """Every fact that differs."""
        return changed(*self._contents)

    def because(
        self,
        ask: causes.Adviser,
        base: Advice,
        found: Sequence[Difference],
        states: Sequence[str],
        *,
        closely: bool = False,
    ) -> dict[Difference, tuple[Key, ...]]:
        """For each difference the facts that brought it about; none where several work together.

        In: what gives the advice on an edition, the advice that the differences start from, the States that the answers name, and whether
        the differences are close ones.
        """
        if not found:
            return {}
        asked = causes.Found(base, ask, states, found, closely)
        asked.ask(self._trials)
        return {one: asked.causes(one) for one in found}

    def concerns(self, states: Sequence[str]) -> bool:
        """Whether a fact that changed can matter for answers about these States; none named means that any may count."""
        moved = [change.state for change in self.changed if change.matters]
        return not states or not all(moved) or not set(states).isdisjoint(filter(None, moved))

    @cached_property
    def _contents(self) -> tuple[Content, Content]:
        return content_of(self.before.id), content_of(self.after.id)

    @cached_property
    def _trials(self) -> list[causes.Trial]:
        return causes.trials(*self._contents, thaw)
