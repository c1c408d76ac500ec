"""What every route offers. A route tells only what it has: without dates, stages, mandates or treaties it leaves them out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .factors import Reading
from .ground import Situation
from .result import Action, CountryStage, CountryTreaty, GateResult, KeyDate, MandateIf, Warned
from .vocabulary import Outcome


@dataclass(frozen=True, slots=True)
class Reads:
    """The questions that a route looks at, beside States, regions and themes: in its gates (its clock included), in its points, and in
    what it says to do. A test watches what is really read, so that a rule which looks at something new is declared."""

    gates: frozenset[str]
    points: frozenset[str]
    actions: frozenset[str]

    @classmethod
    def of(cls, *, gates: str = "", points: str = "", actions: str = "") -> "Reads":
        """In: the slugs of questions, with spaces between them."""
        return cls(frozenset(gates.split()), frozenset(points.split()), frozenset(actions.split()))


@dataclass(frozen=True, slots=True)
class Option:
    """One way to take a route, judged alone: its gates and what speaks for and against it."""

    gates: tuple[GateResult, ...]
    readings: Sequence[Reading]


@dataclass(frozen=True, slots=True)
class Gives:
    """Outcomes that a route can give: for sure, and at the most, as far as open answers leave it open."""

    surely: frozenset[Outcome]
    perhaps: frozenset[Outcome]


def gives(*outcomes: Outcome) -> "Callable[[Situation], Gives]":
    """A route that gives the same outcomes whatever is answered."""
    fixed = Gives(frozenset(outcomes), frozenset(outcomes))
    return lambda s: fixed


@dataclass(frozen=True, slots=True)
class Route:
    """One route's functions: the ways to take it, the best first, what it can give, what to do (told whether it is open), and what goes
    with it."""

    reads: Reads
    options: Callable[[Situation], Sequence[Option]]
    gives: Callable[[Situation], Gives]
    actions: Callable[[Situation, bool], list[Action]]
    warnings: Callable[[Situation], list[Warned]] = lambda s: []
    mandates_if: Callable[[Situation], tuple[MandateIf, ...]] = lambda s: ()
    dates: Callable[[Situation], list[KeyDate]] = lambda s: []
    stages: Callable[[Situation], tuple[CountryStage, ...]] = lambda s: ()
    mandates: Callable[[Situation], tuple[str, ...]] = lambda s: ()
    treaties: Callable[[Situation], tuple[CountryTreaty, ...]] = lambda s: ()
