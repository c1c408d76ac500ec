"""What every route offers. A route tells only what it has: without dates, stages, mandates or treaties it leaves them out."""

from collections.abc import Callable
from dataclasses import dataclass

from .factors import Reading
from .ground import Situation
from .result import Action, CountryStage, CountryTreaty, GateResult, KeyDate


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
class Route:
    """One route's functions: its gates, what speaks for and against it, what to do (told whether it is open), and what goes with it."""

    reads: Reads
    gates: Callable[[Situation], tuple[GateResult, ...]]
    readings: Callable[[Situation], list[Reading]]
    actions: Callable[[Situation, bool], list[Action]]
    dates: Callable[[Situation], list[KeyDate]] = lambda s: []
    stages: Callable[[Situation], tuple[CountryStage, ...]] = lambda s: ()
    mandates: Callable[[Situation], tuple[str, ...]] = lambda s: ()
    treaties: Callable[[Situation], tuple[CountryTreaty, ...]] = lambda s: ()
