"""What a template needs to draw a question: which answers are ticked, in which group, and where an error points to."""

from typing import Any, NamedTuple

from django.forms import BoundField
from django.utils.functional import cached_property

from mechanisms.names.folding import fold
from mechanisms.names.matching import Fit, best


class Tick(NamedTuple):
    """An answer as drawn."""

    id: str
    value: str
    label: str
    hint: str
    written: str
    checked: bool


class Group(NamedTuple):
    """A part of a long list, folded away; what a search found has no name and is open."""

    label: str
    ticks: list[Tick]


class ChoicesBound(BoundField):
    """A question with answers to tick."""

    field: Any

    @cached_property
    def ticked(self) -> frozenset[str]:
        """The values that stand ticked."""
        value = self.value()
        return frozenset([value] if isinstance(value, str) else value or ())

    def _tick(self, option: Any) -> Tick:
        return Tick(
            id=f"{self.auto_id}_{option.value}",
            value=option.value,
            label=str(option.label),
            hint=str(option.hint),
            written="" if getattr(self.field, "names_url", "") else option.called.written,
            checked=option.value in self.ticked,
        )

    @property
    def ticks(self) -> list[Tick]:
        """All answers in order."""
        return [self._tick(option) for option in self.field.options]

    @property
    def alone(self) -> list[Tick]:
        """The answers that go with no other one."""
        return [self._tick(option) for option in self.field.alone]

    @property
    def target(self) -> str:
        """The id that a link to this question's error leads to."""
        return self.ticks[0].id


class FinderBound(ChoicesBound):
    """A question with a long list to search."""

    @property
    def query(self) -> str:
        """What was searched for."""
        return str(self.field.query)

    @property
    def chosen(self) -> list[Tick]:
        """The ticked ones, shown on top."""
        return [tick for tick in self.ticks if tick.checked]

    @cached_property
    def groups(self) -> list[Group]:
        """The others: by name within the groups of the field, or what fits a search, the best first."""
        others = sorted(
            (option for option in self.field.options if option.value not in self.ticked),
            key=lambda option: fold(str(option.label)),
        )
        if fold(self.query):
            fitting = self._fitting(others)
            return [Group("", [self._tick(others[place]) for _fit, place in fitting])] if fitting else []
        found: dict[str, list[Tick]] = {str(group): [] for group in self.field.groups}
        for option in others:
            found[str(option.group)].append(self._tick(option))
        return [Group(label, ticks) for label, ticks in found.items() if ticks]

    def _fitting(self, options: list[Any]) -> list[tuple[Fit, int]]:
        return best(self.query, (option.called for option in options))

    @property
    def best_fit(self) -> Fit:
        """How well the best of all answers fits the search, chosen ones too; the worst fit where none does."""
        return min((fit for fit, _place in self._fitting(self.field.options)), default=Fit.NEAR)

    @property
    def found(self) -> int:
        """How many fit the search, beside those chosen."""
        return sum(len(group.ticks) for group in self.groups)

    @property
    def target(self) -> str:
        """The first box that stands alone: errors here are about ticks that contradict each other."""
        return self.alone[0].id


class DayBound(BoundField):
    """A question for a day."""

    field: Any

    @property
    def typed(self) -> str:
        """What stands in the field."""
        return str(self.value()["typed"])

    @property
    def boxes(self) -> list[Tick]:
        """The boxes to tick instead of a date."""
        return [
            Tick(
                f"{self.auto_id}_box_{box.value}",
                box.value,
                str(box.label),
                str(box.hint),
                "",
                box.value in self.value()["boxes"],
            )
            for box in self.field.boxes
        ]

    @property
    def target(self) -> str:
        """The id that a link to this question's error leads to."""
        return f"{self.auto_id}_date"
