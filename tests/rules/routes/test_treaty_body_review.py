"""Reviews by the treaty bodies."""

from dataclasses import replace

import pytest

from rules.ground import situate
from rules.routes import treaty_body_review as route
from tests.rules import world


@pytest.mark.parametrize(
    ("answers", "result"),
    [
        ({"countries": ["AAA"], "themes": ["torture"]}, "pass"),
        ({"countries": ["CCC"], "themes": ["torture"]}, "fail"),
        ({"countries": ["CCC", "AAA"], "themes": ["torture"]}, "pass"),
        ({"countries": ["AAA"], "themes": ["uncovered"]}, "pass"),
        ({"countries": ["OBS"], "themes": ["uncovered"]}, "fail"),
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


@pytest.mark.parametrize(
    ("answers", "result", "code"),
    [
        ({"countries": ["AAA"], "themes": ["torture"]}, "pass", "pass"),
        ({"countries": ["AAA"], "themes": ["uncovered"]}, "arguable", "framed.covenant"),
        ({"countries": ["AAA"], "themes": []}, "arguable", "name-the-right"),
        ({"countries": ["AAA"], "themes": ["migrants"]}, "pass", "pass"),
        ({"countries": ["OBS"], "themes": ["torture"]}, "pass", "no-treaty"),
        ({"countries": ["AAA"]}, "pass", "unknown.committee"),
    ],
)
def test_a_theme_closes_no_review(answers: dict[str, object], result: str, code: str) -> None:
    found = route.right_covered(world.situation(**answers))
    assert (found.result, found.code) == (result, f"right-covered.{code}")


def test_framed_under_a_treaty_it_says_on_which_condition() -> None:
    one = world.edition()
    edition = replace(one, theme_treaties={**one.theme_treaties, "work": world.covered("icescr?", "iccpr?")})
    s = situate(world.scenario(countries=["AAA"], themes=["work"]), edition, world.DAY)
    found = route.right_covered(s)
    assert (found.result, found.code, found.params["condition"]) == ("arguable", "right-covered.framed", "if it is so")
    assert [pair.treaty for pair in route.named_treaties(s)] == ["icescr", "iccpr"]


def named(**answers: object) -> list[str]:
    s = world.situation(**world.case(**answers))
    return [pair.treaty for pair in route.named_treaties(s)]


def test_reports_go_to_the_committees_that_are_about_those_who_suffered_it() -> None:
    assert named(themes=["racism"]) == ["cerd", "iccpr"]
    assert named(themes=["racism"], people=["women"]) == ["iccpr"]
    assert named(themes=["racism"], people="unknown") == ["cerd", "iccpr"]
    assert named(themes=["housing"], people=["women"]) == ["icescr"]


def actions(open_: bool = True, edition=None, **answers: object) -> list[tuple[str, str]]:
    given = world.scenario(**answers).applicable()[0]
    s = situate(given, edition or world.edition(), world.DAY)
    return [(action.action.value, action.treaty) for action in route.actions(s, open_)]


def inquiries(open_: bool = True, **answers: object) -> list[str]:
    return [treaty for action, treaty in actions(open_, **answers) if action == "inquiry-request"]


@pytest.mark.parametrize(
    ("theme", "scale", "found"),
    [
        # CAT art. 20: torture systematically practised
        ("torture", "consistent-pattern", ["cat"]),
        ("torture", "several-cases", []),
        ("torture", "single-case", []),
        ("torture", "law-or-policy", []),
        # OP-ICESCR art. 11: grave or systematic
        ("work", "consistent-pattern", ["icescr"]),
        ("work", "several-cases", ["icescr"]),
        ("work", "single-case", []),
        # CED art. 33: a visit on serious violation
        ("enforced-disappearance", "several-cases", ["ced"]),
        # no inquiry under the Covenant on civil and political rights and under ICERD
        ("racism", "consistent-pattern", []),
        ("arbitrary-detention", "consistent-pattern", []),
        # named under a condition alone
        ("migrants", "consistent-pattern", []),
    ],
)
def test_what_an_inquiry_asks_for_by_committee(theme: str, scale: str, found: list[str]) -> None:
    given = {"countries": ["AAA"], "themes": [theme], "scale": scale}
    assert inquiries(**given) == found
    assert inquiries(False, **given) == found, "it does not hang on the route"


def test_an_inquiry_needs_the_states_own_acceptance() -> None:
    pattern = {"themes": ["torture"], "scale": "consistent-pattern"}
    assert inquiries(countries=["AAA"], **pattern) == ["cat"]
    assert inquiries(countries=["BBB"], **pattern) == []
    assert inquiries(countries=["CCC"], **pattern) == []


@pytest.mark.parametrize(
    ("answers", "found"),
    [
        ({"countries": ["AAA"], "themes": ["racism"]}, True),
        ({"countries": ["BBB"], "themes": ["racism"]}, True),
        ({"countries": ["CCC"], "themes": ["racism"]}, False),
        ({"countries": ["OBS"], "themes": ["racism"]}, False),
        ({"countries": ["AAA"], "themes": ["work"]}, False),
        ({"countries": ["AAA"], "themes": ["work"], "scale": "several-cases", "people": ["race-or-origin"]}, True),
        ({"countries": ["AAA"], "themes": ["work"], "scale": "several-cases", "people": ["women"]}, False),
    ],
)
def test_the_urgent_procedure_on_racial_discrimination_asks_for_a_party_alone(
    answers: dict[str, object], found: bool
) -> None:
    """No remedies, no declaration, and whether or not the route is open."""
    for open_ in (True, False):
        assert (("cerd-urgent-procedure", "cerd") in actions(open_, **answers)) is found


def test_a_closed_review_has_no_report() -> None:
    assert actions(False, countries=["AAA"], themes=["work"]) == []
    assert actions(True, countries=["AAA"], themes=["work"]) == [
        ("alternative-report", "icescr"),
        ("list-of-issues-input", "icescr"),
    ]
