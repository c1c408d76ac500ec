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
    """Resolution 5/1, annex, para. 87(f): only what is being dealt with bars; what is over can be argued about."""
    assert results(elsewhere="no")["same-matter"] == "pass"
    assert results(elsewhere="no", countries=["DDD"])["same-matter"] == "arguable"
    assert results(elsewhere="pending", countries=["DDD"])["same-matter"] == "fail"
    assert results(elsewhere="unknown")["same-matter"] == "unknown"


@pytest.mark.parametrize(
    ("elsewhere", "result"),
    [
        ("pending", "fail"),
        ("examined", "arguable"),
        ("not-examined", "arguable"),
        ("un-expert-letter", "arguable"),
        ("wgad", "arguable"),
        ("unclear", "arguable"),
        ("yes", "arguable"),
        ("no", "pass"),
    ],
)
def test_what_is_or_was_elsewhere(elsewhere: str, result: str) -> None:
    assert results(elsewhere=elsewhere)["same-matter"] == result


def test_a_name_kept_back_passes_for_the_author_and_warns_of_names_in_the_text() -> None:
    """Para. 108."""
    assert results(identification="names-withheld")["identified-author"] == "pass"
    s = world.situation(**world.case(scale="consistent-pattern", identification="names-withheld"))
    assert [warned.code for warned in route.warnings(s)] == ["state-learns-name.complaint-procedure.victim"]


def test_it_waits_for_remedies_in_danger_too() -> None:
    """It orders no stay, so that a remedy which does not stop the harm must still be exhausted (para. 87(g))."""
    found = results(remedies="under-way", urgency="imminent", remedy_stops_it="no")
    assert found["domestic-remedies"] == "fail"


def test_it_gives_action_by_the_council_and_nothing_else() -> None:
    found = route.SELF.gives(world.situation())
    assert found.surely == found.perhaps == {"council-action"}


def test_it_asks_for_remedies_and_a_known_author_but_for_no_treaty() -> None:
    found = results(remedies="under-way", identification="anonymous", countries=["CCC"])
    assert found["domestic-remedies"] == found["identified-author"] == "fail"
    assert found["treaty-ratified"] == "not-needed"
