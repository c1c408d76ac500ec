"""Reviews by the treaty bodies."""

import pytest

from rules.routes import treaty_body_review as route
from tests.rules import world


@pytest.mark.parametrize(
    ("answers", "result"),
    [
        ({"countries": ["AAA"], "themes": ["torture"]}, "pass"),
        ({"countries": ["CCC"], "themes": ["torture"]}, "fail"),
        ({"countries": ["CCC", "AAA"], "themes": ["torture"]}, "pass"),
        ({"countries": ["AAA"], "themes": ["uncovered"]}, "fail"),
        ({"countries": ["AAA"], "themes": []}, "pass"),
        ({"countries": ["AAA"]}, "unknown"),
        ({"themes": ["torture"]}, "unknown"),
        ({"countries": [], "themes": ["torture"]}, "fail"),
        ({"countries": [], "regions": ["african"], "themes": ["torture"]}, "unknown"),
    ],
)
def test_some_treaty_on_a_theme_must_bind_a_state(answers: dict[str, object], result: str) -> None:
    found = {gate.gate: gate.result for gate in route.gates(world.situation(**answers))}
    assert found["treaty-ratified"] == result
    assert found["domestic-remedies"] == "not-needed"


def test_the_treaties_are_named_by_state() -> None:
    s = world.situation(countries=["AAA", "BBB", "CCC"], themes=["work"])
    assert [(pair.treaty, pair.country) for pair in route.named_treaties(s)] == [("icescr", "AAA"), ("icescr", "BBB")]


def test_an_inquiry_is_for_more_than_one_case_and_where_accepted() -> None:
    def actions(**answers: object) -> set[str]:
        return {action.action for action in route.actions(world.situation(**answers), open_=True)}

    pattern = {"themes": ["torture"], "scale": "consistent-pattern"}
    assert "inquiry-request" in actions(countries=["AAA"], **pattern)
    assert "inquiry-request" not in actions(countries=["BBB"], **pattern)
    assert "inquiry-request" not in actions(countries=["AAA"], themes=["torture"], scale="single-case")
