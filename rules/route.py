"""What every route offers. A route tells only what it has: without dates, stages, mandates or treaties it leaves them out."""

from collections.abc import Callable
from dataclasses import dataclass

from .factors import Reading
from .ground import Situation
from .result import Action, CountryStage, CountryTreaty, GateResult, KeyDate


@dataclass(frozen=True, slots=True)
class Route:
    """One route's functions: its gates, what speaks for and against it, what to do (told whether it is open), and what goes with it."""

    gates: Callable[[Situation], tuple[GateResult, ...]]
    readings: Callable[[Situation], list[Reading]]
    actions: Callable[[Situation, bool], list[Action]]
    dates: Callable[[Situation], list[KeyDate]] = lambda s: []
    stages: Callable[[Situation], tuple[CountryStage, ...]] = lambda s: ()
    mandates: Callable[[Situation], tuple[str, ...]] = lambda s: ()
    treaties: Callable[[Situation], tuple[CountryTreaty, ...]] = lambda s: ()
