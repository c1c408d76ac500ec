"""The Council's Complaint Procedure."""

import pytest

from rules.routes import complaint_procedure as route
from tests.rules import world


def results(**changed: object) -> dict[str, str]:
    s = world.situation(**world.case(scale="consistent-pattern", **changed))
    return {gate.gate: gate.result for gate in route.gates(s)}


@pytest.mark.parametrize(
    ("scale", "result"),
    [
        ("single-case", "fail"),
        ("several-cases", "fail"),
        ("law-or-policy", "fail"),
        ("consistent-pattern", "pass"),
        ("unknown", "unknown"),
    ],
)
def test_only_a_consistent_pattern_passes(scale: str, result: str) -> None:
    assert route.pattern(world.situation(**world.case(scale=scale))).result == result


@pytest.mark.parametrize(
    ("evidence", "result"),
    [("direct", "pass"), ("secondary", "arguable"), ("media-only", "fail"), ("unknown", "unknown")],
)
def test_direct_knowledge(evidence: str, result: str) -> None:
    assert results(evidence=evidence)["direct-knowledge"] == result


def test_another_procedure_bars_it_and_a_country_mandate_may() -> None:
    assert results(elsewhere="yes")["same-matter"] == "fail"
    assert results(elsewhere="no")["same-matter"] == "pass"
    assert results(elsewhere="no", countries=["DDD"])["same-matter"] == "arguable"
    assert results(elsewhere="unknown")["same-matter"] == "unknown"


def test_it_asks_for_remedies_and_a_known_author_but_for_no_treaty() -> None:
    found = results(remedies="under-way", identification="anonymous", countries=["CCC"])
    assert found["domestic-remedies"] == found["identified-author"] == "fail"
    assert found["treaty-ratified"] == "not-needed"
