"""What each route asks for at each gate, from when until when."""

from dataclasses import dataclass

from rules.dates import Period
from rules.vocabulary import GateSlug, RouteSlug


@dataclass(frozen=True, slots=True)
class Requirement:
    """What a route asks for at a gate: ``required``, ``not-needed`` or ``condition``, from when, on which source."""

    route: RouteSlug
    gate: GateSlug
    need: str
    span: Period
    source: str
    checked_on: str
