"""When two editions are bound to give the same advice on a day, told without working it out.

Sound, not complete: advice is a pure function of the answers, the ground and what routes read of the edition beside it. A test watches
every read, so that a rule which looks at something new is not overlooked here.
"""

import datetime

from rules.facts.edition import Edition

from .ground import lay
from .scenario import Scenario

BESIDE_THE_GROUND = ("addresses", "calls", "cycles", "requirements", "rules", "sides", "themes", "weights")
"""What routes and scoring read of an edition itself. All else reaches them through the ground."""


def same_rules(one: Edition, other: Edition) -> bool:
    """Whether all that routes read beside the ground is the same, and the same answers are sound."""
    parts = all(getattr(one, part) == getattr(other, part) for part in BESIDE_THE_GROUND)
    return parts and one.states.keys() == other.states.keys()


def same_ground(scenario: Scenario, one: Edition, other: Edition, day: datetime.date) -> bool:
    """Whether the facts on the scenario's States, regions and themes are the same. It depends on these three answers alone."""
    return lay(scenario, one, day) == lay(scenario, other, day)
