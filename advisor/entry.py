"""How much one scenario may name when it comes in: what more would cost, no organisation could act on, and the answer would come late.

Checked where answers enter (the questionnaire, the API, the command), never for what is stored: older answers still open.
Measured: an advice with everything on 20 States and 12 themes takes a second; each State more takes a twentieth.
"""

from collections.abc import Iterator, Mapping

from rules.scenario import Fault, Scenario

MOST: Mapping[str, int] = {"countries": 20, "themes": 12}
"""How many a scenario may name, by question."""


def too_many(scenario: Scenario) -> Iterator[Fault]:
    """A fault for each question that names too many. In: a checked scenario."""
    for question, most in MOST.items():
        named = len(getattr(scenario, question) or ())
        if named > most:
            yield Fault(
                question, named, f"names {named}; one advice takes {most} at most", (f"a list of at most {most}",)
            )
