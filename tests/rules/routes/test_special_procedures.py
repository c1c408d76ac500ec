"""Special procedures."""

import datetime
from dataclasses import replace

import pytest

from rules.ground import situate
from rules.routes import special_procedures as route
from rules.scoring import assess
from rules.vocabulary import ActionSlug, RouteSlug, Verdict
from tests.rules import decided, world


def actions(day: str = "2026-11-24", **changed: object) -> dict[str, str | None]:
    s = world.situation(datetime.date.fromisoformat(day), **world.case(**changed))
    return {action.action: action.by and str(action.by) for action in route.actions(s, open_=True)}


@pytest.mark.parametrize(
    ("answers", "result"),
    [
        ({"themes": ["torture"]}, "pass"),
        ({"countries": ["DDD"]}, "pass"),
        ({"themes": ["uncovered"], "countries": ["DDD"]}, "pass"),
        ({"themes": ["uncovered"], "countries": ["AAA"]}, "arguable"),
        ({"countries": ["AAA"]}, "arguable"),
        ({"themes": ["uncovered"]}, "unknown"),
        ({"themes": [], "countries": []}, "fail"),
        ({}, "unknown"),
    ],
)
def test_some_mandate_must_cover_a_theme_or_a_state(answers: dict[str, object], result: str) -> None:
    assert route.coverage(world.situation(**answers)).result == result


@pytest.mark.parametrize(
    ("day", "old", "new"),
    [("2025-09-30", True, False), ("2025-10-01", True, True), ("2025-10-31", True, True), ("2025-11-01", False, True)],
)
def test_a_mandate_counts_while_it_exists(day: str, old: bool, new: bool) -> None:
    found = route.named_mandates(world.situation(datetime.date.fromisoformat(day), themes=["work"]))
    assert (("old" in found), ("new" in found)) == (old, new)


def with_roles(*more, mandates=(), **answers: object):
    """A situation in which further experts are written to."""
    one = world.edition()
    edition = replace(one, mandate_roles=(*one.mandate_roles, *more), mandates=(*one.mandates, *mandates))
    return situate(world.scenario(**world.case(**answers)).applicable()[0], edition, world.DAY)


def test_the_theme_s_own_expert_comes_first_and_then_the_state_s() -> None:
    """Contract, section 4: the addressees are the theme's own mandate first."""
    assert route.named_mandates(world.situation(themes=["racism"], countries=["DDD"])) == ("racism", "ddd")
    assert route.named_mandates(world.situation(themes=["uncovered"], countries=["DDD"])) == ("ddd",)


def test_each_theme_named_has_its_own_expert_before_any_joins_in() -> None:
    s = with_roles(world.role("migrants", "torture", "also"), themes=["torture", "housing"], countries=["AAA"])
    found = route.named_mandates(s)
    assert (set(found[:2]), found[2:]) == ({"torture", "housing"}, ("migrants",))


def test_at_most_five_experts_are_written_to_and_the_rest_is_kept_for_the_reader() -> None:
    """A letter to many is weaker; who no longer fits is named with the theme on which it would be sent there."""
    more = [
        world.role(slug, "torture", "also") for slug in ("racism", "migrants", "housing", "new", "arbitrary-detention")
    ]
    s = with_roles(*more, countries=["DDD"])
    assert route.named_mandates(s) == ("torture", "ddd", "racism", "migrants", "housing")
    assert [(row.mandate, row.condition, row.theme) for row in route.mandates_if(s)] == [
        ("new", "", "torture"),
        ("arbitrary-detention", "", "torture"),
        ("disappearances", "if nobody knows where the person is", "torture"),
    ]


def test_who_is_written_to_under_a_condition_alone_is_no_addressee() -> None:
    s = world.situation(**world.case())
    assert route.named_mandates(s) == ("torture",)
    assert [(row.mandate, row.condition) for row in route.mandates_if(s)] == [
        ("disappearances", "if nobody knows where the person is")
    ]


def test_who_is_written_to_in_any_case_has_no_condition() -> None:
    s = world.situation(**world.case(themes=["torture", "enforced-disappearance"]))
    assert set(route.named_mandates(s)) == {"torture", "disappearances"}
    assert route.mandates_if(s) == ()


def test_a_danger_has_its_own_experts() -> None:
    removal = {"themes": ["racism"], "urgency": "imminent"}
    assert route.named_mandates(world.situation(**world.case(**removal))) == ("racism",)
    assert route.named_mandates(world.situation(**world.case(**removal, danger=["removal"]))) == ("racism", "torture")
    assert route.named_mandates(world.situation(**world.case(**removal, danger=["eviction"]))) == ("racism",)


def test_a_danger_alone_is_no_right_named() -> None:
    """Contract, section 2: some mandate covers a theme or a country named."""
    danger = {"themes": ["uncovered"], "urgency": "imminent", "danger": ["removal"]}
    s = world.situation(**world.case(**danger))
    assert (route.coverage(s).result, route.named_mandates(s)) == ("arguable", ("torture",))
    assert route.coverage(world.situation(**world.case(**danger, countries=[]))).result == "fail"


def test_an_expert_on_a_territory_is_written_to_about_the_state_that_holds_it() -> None:
    s = with_roles(world.role("migrants", state="AAA"), countries=["AAA"])
    assert route.named_mandates(s) == ("torture", "migrants")
    assert route.named_mandates(with_roles(world.role("migrants", state="AAA"), countries=["BBB"])) == ("torture",)
    s = with_roles(world.role("migrants", state="AAA"), countries=["AAA"], themes=["uncovered"])
    assert route.coverage(s).result == "pass"


@pytest.mark.parametrize(
    ("evidence", "information", "result"),
    [
        ("direct", "individual-cases", "pass"),
        ("secondary", "individual-cases", "pass"),
        ("media-only", "individual-cases", "fail"),
        ("media-only", "unknown", "fail"),
        ("media-only", "themes-one-country", "arguable"),
        ("unknown", "individual-cases", "unknown"),
        ("unknown", "themes-one-country", "pass"),
    ],
)
def test_mass_media_alone_carry_no_letter(evidence: str, information: str, result: str) -> None:
    """Code of conduct (Council resolution 5/2, annex), art. 9(e)."""
    s = world.situation(**world.case(evidence=evidence, information=information))
    assert route.own_knowledge(s).result == result


def test_in_danger_it_says_that_one_source_at_first_hand_opens_it() -> None:
    s = world.situation(**world.case(evidence="media-only", urgency="imminent"))
    assert route.own_knowledge(s).code == "own-knowledge.fail.in-danger"


@pytest.mark.parametrize("urgency", ["imminent", "ongoing", "past"])
@pytest.mark.parametrize("information", ["individual-cases", "themes-one-country"])
def test_no_letter_on_a_case_rests_on_mass_media_alone(urgency: str, information: str) -> None:
    given = {"evidence": "media-only", "information": information, "urgency": urgency}
    assert not LETTERS & set(actions(themes=["arbitrary-detention", "enforced-disappearance"], **given))


LETTERS = {"urgent-appeal", "allegation-letter", "wgad-complaint", "wgad-urgent", "wgeid-urgent", "wgeid-standard"}


def test_danger_now_is_an_urgent_appeal_and_the_past_a_letter() -> None:
    assert set(actions(urgency="imminent")) == {"urgent-appeal"}
    assert set(actions(urgency="past")) == {"allegation-letter"}
    assert set(actions(urgency="ongoing")) == {"urgent-appeal", "allegation-letter"}
    assert set(actions(urgency="ongoing", themes=["racism"])) == {"allegation-letter"}


def test_a_law_needs_no_victim() -> None:
    found = actions(scale="law-or-policy", information="themes-one-country")
    assert "legislation-letter" in found
    assert not {"urgent-appeal", "wgad-complaint"} & set(found)


@pytest.mark.parametrize(
    ("began", "action", "by"),
    [
        ("2026-08-23", "wgeid-standard", None),
        ("2026-08-24", "wgeid-urgent", "2026-11-24"),
        ("2026-08-25", "wgeid-urgent", "2026-11-25"),
        ("unknown", "wgeid-standard", None),
    ],
)
def test_three_months_for_the_urgent_procedure_on_disappearances(began: str, action: str, by: str | None) -> None:
    """Counted from the day on which the person was taken, whatever happened last."""
    found = actions(themes=["enforced-disappearance"], began_on=began, happened_on="2026-11-20")
    assert found[action] == by
    assert len({"wgeid-urgent", "wgeid-standard"} & set(found)) == 1


def test_detention_opens_the_working_groups_own_procedure() -> None:
    assert "wgad-complaint" in actions(themes=["arbitrary-detention"])
    assert "wgad-complaint" not in actions(themes=["torture"])


@pytest.mark.parametrize(
    ("answers", "urgent"),
    [
        ({"themes": ["arbitrary-detention"], "urgency": "imminent"}, True),
        ({"themes": ["torture"], "urgency": "imminent", "danger": ["detention"]}, True),
        ({"themes": ["torture"], "urgency": "imminent", "danger": ["removal"]}, False),
        ({"themes": ["arbitrary-detention"], "urgency": "ongoing"}, False),
        ({"themes": ["arbitrary-detention"], "urgency": "past"}, False),
    ],
)
def test_the_working_group_on_detention_acts_urgently_only_in_danger(answers: dict[str, object], urgent: bool) -> None:
    assert ("wgad-urgent" in actions(**answers)) is urgent


@pytest.mark.parametrize(
    ("answers", "general"),
    [
        ({"themes": ["enforced-disappearance"], "scale": "consistent-pattern"}, True),
        ({"themes": ["enforced-disappearance"], "scale": "several-cases"}, False),
        ({"themes": ["torture"], "scale": "consistent-pattern"}, False),
    ],
)
def test_a_pattern_of_disappearances_is_a_general_allegation(answers: dict[str, object], general: bool) -> None:
    assert ("wgeid-general-allegation" in actions(**answers)) is general


def test_a_threat_of_disappearance_opens_the_working_groups_procedure_whatever_the_theme() -> None:
    assert "wgeid-urgent" in actions(urgency="imminent", danger=["disappearance"], began_on="2026-11-20")


def test_who_was_not_asked_is_asked_before_a_letter() -> None:
    def code(consent: str) -> str:
        s = world.situation(**world.case(consent=consent))
        return next(one.code for one in route.actions(s, True) if one.action == "allegation-letter")

    assert code("not-asked") == "allegation-letter.ask-first"
    assert code("not-given") == "allegation-letter.no-consent"
    assert code("given") == code("cannot-ask") == "allegation-letter.plain"


@pytest.mark.parametrize(
    ("answers", "surely", "perhaps"),
    [
        ({"themes": ["arbitrary-detention"]}, True, True),
        ({"themes": ["torture"]}, False, False),
        ({"themes": ["arbitrary-detention"], "identification": "anonymous"}, False, True),
        ({"themes": ["arbitrary-detention"], "evidence": "media-only"}, False, True),
        ({"themes": "unknown"}, False, True),
        (
            {"themes": ["arbitrary-detention"], "information": "country-overview", "scale": "law-or-policy"},
            False,
            False,
        ),
    ],
)
def test_a_legal_finding_is_given_only_with_an_opinion_of_the_working_group_on_detention(
    answers: dict[str, object], surely: bool, perhaps: bool
) -> None:
    found = route.gives(world.situation(**world.case(**answers)))
    assert ("legal-finding" in found.surely, "legal-finding" in found.perhaps) == (surely, perhaps)
    assert "council-action" not in found.perhaps
    assert {"protection", "recommendations"} <= found.surely


def age(**answers: object):
    return next((one for one in route.readings(world.situation(**world.case(**answers))) if one.table == "age"), None)


@pytest.mark.parametrize(
    ("answers", "key"),
    [
        ({"happened_on": "2024-11-24"}, "recent"),
        ({"happened_on": "2024-11-23"}, "old"),
        ({"happened_on": "2000-01-01", "continues": "yes"}, "recent"),
        ({"happened_on": "2000-01-01", "continues": "effects"}, "recent"),
        ({"happened_on": "unknown", "began_on": "unknown"}, "unknown"),
        ({"happened_on": "2000-01-01", "continues": "unknown", "urgency": "ongoing"}, "recent"),
        ({"happened_on": "2000-01-01", "continues": "unknown", "urgency": "unknown"}, "unknown"),
    ],
)
def test_two_years_after_the_last_act_it_is_old_unless_it_goes_on(answers: dict[str, object], key: str) -> None:
    assert age(**answers).key == key


def test_a_disappearance_is_never_old_and_a_law_has_no_age() -> None:
    assert age(themes=["enforced-disappearance"], happened_on="2000-01-01") is None
    assert age(information="country-overview", scale="law-or-policy") is None


def test_a_call_that_is_over_is_not_offered() -> None:
    s = world.situation(themes=["housing"], information="themes-many-countries", scale="law-or-policy")
    calls = [action for action in route.actions(s, open_=True) if action.action == "call-for-input"]
    assert [str(call.by) for call in calls] == ["2026-12-15"]


def test_an_unknown_source_shuts_case_work_but_not_work_on_a_theme() -> None:
    cases = world.situation(**world.case(identification="anonymous"))
    themes = world.situation(**world.case(identification="anonymous", information="themes-one-country"))
    assert assess(RouteSlug.SPECIAL_PROCEDURES, cases).verdict is Verdict.CLOSED
    assert assess(RouteSlug.SPECIAL_PROCEDURES, themes).verdict is not Verdict.CLOSED
    assert {action.action for action in route.actions(themes, open_=True)} == {"call-for-input"}


def test_missing_consent_is_a_condition_and_closes_nothing() -> None:
    s = world.situation(**world.case(consent="not-given"))
    assert {gate.gate: gate.result for gate in route.gates(s)}["victim-consent"] == "arguable"
    assert assess(RouteSlug.SPECIAL_PROCEDURES, s).verdict is not Verdict.CLOSED


def test_neither_remedies_nor_ratification_is_asked_for() -> None:
    found = {gate.gate: gate.result for gate in route.gates(world.situation(**world.CASE))}
    assert found["domestic-remedies"] == found["treaty-ratified"] == "not-needed"


def test_research_on_many_states_goes_into_a_report_before_a_letter() -> None:
    law = {"themes": ["housing"], "scale": "law-or-policy"}
    many = world.situation(information="themes-many-countries", **law)
    one = world.situation(countries=["AAA"], information="themes-one-country", **law)
    assert [action.action for action in route.actions(many, open_=True)] == ["call-for-input", "legislation-letter"]
    assert [action.action for action in route.actions(one, open_=True)] == ["legislation-letter", "call-for-input"]


@pytest.mark.parametrize(
    ("rows", "code", "params"),
    [
        ((), "request-visit", {}),
        ((decided.invitation("BBB"),), "request-visit", {}),
        ((decided.invitation("AAA", end="2020"),), "request-visit", {}),
        ((decided.invitation("AAA", "2001"),), "request-visit.standing", {"invited": "AAA"}),
        ((decided.invitation("CCC"), decided.invitation("AAA")), "request-visit.standing", {"invited": "AAA CCC"}),
    ],
    ids=["none known", "of another State", "no longer", "standing", "in the order of the answers"],
)
def test_a_visit_says_who_has_a_standing_invitation(rows, code, params):
    s = decided.situation(
        {"invitations": rows}, countries=["AAA", "CCC"], themes=["torture"], outcomes=["country-visit"]
    )
    (found,) = [action for action in route.actions(s, True) if action.action is ActionSlug.REQUEST_VISIT]
    assert (found.code, dict(found.params)) == (code, params)
