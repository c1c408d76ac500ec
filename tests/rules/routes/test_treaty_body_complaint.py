"""Complaints to treaty bodies: each gate at its boundary, one and the same committee through all of them, and what is to be done."""

import datetime
from dataclasses import replace

import pytest

from rules.ground import situate
from rules.routes import treaty_body_complaint as route
from rules.vocabulary import DateCode, GateSlug, Result
from tests.rules import world


def situation(day: str = "2026-11-24", **changed: object):
    return world.situation(datetime.date.fromisoformat(day), **world.case(**changed))


def best(day: str = "2026-11-24", **changed: object):
    return route.options(situation(day, **changed))[0].gates


def results(day: str = "2026-11-24", **changed: object) -> dict[str, Result]:
    return {gate.gate: gate.result for gate in best(day, **changed)}


def codes(**changed: object) -> dict[str, str]:
    return {gate.gate: gate.code for gate in best(**changed)}


def at(treaty: str, gate: str, day: str = "2026-11-24", **changed: object):
    """What one gate says of one committee, whichever is the best."""
    filing = next(found for found in route.judged(situation(day, **changed)) if found.pair.treaty.slug == treaty)
    return filing.gate(GateSlug(gate))


def test_the_complete_case_passes_every_gate() -> None:
    assert set(results().values()) == {Result.PASS}


def test_the_route_has_the_gates_of_the_contract() -> None:
    assert [*results()] == [
        "treaty-ratified",
        "right-covered",
        "competence-accepted",
        "victim-group",
        "facts-in-time",
        "domestic-remedies",
        "time-limit",
        "same-matter",
        "victim-consent",
        "identified-author",
        "is-a-case",
    ]
    assert [gate.gate for gate in route.options(world.situation())[0].gates] == [*results()]


@pytest.mark.parametrize(
    ("country", "ratified", "accepted"),
    [("AAA", "pass", "pass"), ("BBB", "pass", "fail"), ("CCC", "fail", "fail"), ("OBS", "fail", "fail")],
)
def test_a_signature_does_not_bind_and_a_party_need_not_have_accepted(
    country: str, ratified: str, accepted: str
) -> None:
    found = results(countries=[country])
    assert (found["treaty-ratified"], found["competence-accepted"]) == (ratified, accepted)


def test_the_sentence_says_that_it_was_only_signed() -> None:
    assert codes(countries=["CCC"])["treaty-ratified"] == "treaty-ratified.signed-only"


@pytest.mark.parametrize(("day", "result"), [("2010-03-31", "fail"), ("2010-04-01", "pass"), ("2010-04-02", "pass")])
def test_an_acceptance_counts_from_the_day_that_it_takes_effect(day: str, result: str) -> None:
    unknown = {"began_on": "unknown", "happened_on": "unknown"}
    assert at("cat", "competence-accepted", day, **unknown).result == result


@pytest.mark.parametrize(
    ("treaty", "theme", "began", "happened", "continues", "result", "code"),
    [
        # OP-ICCPR, CAT art. 22 and ICERD art. 14 do not say that what lies before is inadmissible
        ("cat", "torture", "2010-03-31", "2010-03-31", "no", "arguable", "before"),
        ("cat", "torture", "2010-03-31", "2010-03-31", "yes", "arguable", "goes-on"),
        ("cat", "torture", "2010-03-31", "2010-03-31", "effects", "arguable", "goes-on"),
        ("cat", "torture", "2010-03-31", "2010-04-01", "no", "arguable", "begun-before"),
        ("cat", "torture", "2010-04-01", "2010-04-01", "no", "pass", "pass"),
        # OP-ICESCR art. 3(2)(b) does
        ("icescr", "work", "2010-03-31", "2010-03-31", "no", "fail", "fail.before"),
        ("icescr", "work", "2010-03-31", "2010-03-31", "yes", "arguable", "goes-on"),
        ("icescr", "work", "2010-04-01", "2010-04-01", "no", "pass", "pass"),
        # CED art. 35: only the beginning counts, and from the Convention itself
        ("ced", "enforced-disappearance", "2000-03-31", "2026-01-01", "yes", "fail", "fail.ced"),
        ("ced", "enforced-disappearance", "2000-04-01", "2026-01-01", "yes", "pass", "pass"),
    ],
)
def test_facts_before_the_acceptance(
    treaty: str, theme: str, began: str, happened: str, continues: str, result: str, code: str
) -> None:
    found = at(treaty, "facts-in-time", themes=[theme], began_on=began, happened_on=happened, continues=continues)
    assert (found.result, found.code) == (result, f"facts-in-time.{code}")


def test_a_declaration_about_the_facts_bars_where_the_treaty_leaves_it_open() -> None:
    """DDD takes complaints to the Human Rights Committee about facts from 2025 on alone."""
    late = {"countries": ["DDD"], "themes": ["arbitrary-detention"], "continues": "no"}
    before = at("iccpr", "facts-in-time", began_on="2024-12-31", happened_on="2024-12-31", **late)
    assert (before.result, before.code) == ("fail", "facts-in-time.fail.before.declared")
    assert at("iccpr", "facts-in-time", began_on="2025-01-01", happened_on="2025-01-01", **late).result == "pass"


def test_a_procedure_that_is_not_in_force_is_closed_for_everybody_and_another_committee_may_be_open() -> None:
    migrants = {"themes": ["migrants"], "people": ["migrant-workers"]}
    assert at("cmw", "competence-accepted", **migrants).code == "competence-accepted.not-in-force"
    assert codes(**migrants)["competence-accepted"] == "competence-accepted.pass"
    assert [(pair.treaty, pair.country) for pair in route.named_treaties(situation(**migrants))] == [("iccpr", "AAA")]


@pytest.mark.parametrize(
    ("country", "theme", "treaty", "day", "result"),
    [
        ("AAA", "racism", "cerd", "2027-03-31", "pass"),
        ("AAA", "racism", "cerd", "2027-04-01", "pass"),
        ("AAA", "racism", "cerd", "2027-04-02", "fail"),
        ("DDD", "racism", "cerd", "2027-01-01", "pass"),
        ("DDD", "racism", "cerd", "2027-01-02", "fail"),
        ("AAA", "work", "icescr", "2027-09-30", "pass"),
        ("AAA", "work", "icescr", "2027-10-01", "pass"),
        ("AAA", "work", "icescr", "2027-10-02", "fail"),
        ("AAA", "torture", "cat", "2050-01-01", "pass"),
        ("DDD", "housing", "icescr", "2027-09-30", "pass"),
    ],
)
def test_time_limit_by_committee(country: str, theme: str, treaty: str, day: str, result: str) -> None:
    assert at(treaty, "time-limit", day, countries=[country], themes=[theme]).result == result


@pytest.mark.parametrize(
    ("country", "day", "left"),
    [
        ("AAA", "2027-03-31", ["2027-04-01"]),
        ("AAA", "2027-04-01", ["2027-04-01"]),
        ("AAA", "2027-04-02", []),
        ("DDD", "2026-12-31", ["2027-01-01"]),
        ("DDD", "2027-01-01", ["2027-01-01"]),
        ("DDD", "2027-01-02", []),
    ],
)
def test_six_months_under_cerd_and_three_where_the_state_said_so(country: str, day: str, left: list[str]) -> None:
    s = situation(day, countries=[country], themes=["racism"])
    cerd = [date for date in route.dates(s) if date.params["treaty"] == "cerd"]
    assert [str(date.date) for date in cerd] == left
    assert {date.code for date in cerd} <= {DateCode.PETITION_LIMIT}
    assert {date.status for date in cerd} <= {"confirmed"}


def test_guidance_of_five_years_is_no_limit() -> None:
    late = {"themes": ["arbitrary-detention"], "final_decision_on": "2021-11-23"}
    assert results(**late)["time-limit"] == "arguable"
    assert results(**{**late, "final_decision_on": "2021-11-24"})["time-limit"] == "pass"
    assert route.usable(situation(**late))


def test_three_years_from_the_end_of_another_procedure_where_that_is_later() -> None:
    """Human Rights Committee, rule 99(c)."""
    late = {"themes": ["arbitrary-detention"], "final_decision_on": "2015-01-01", "elsewhere": "not-examined"}
    assert results(**late, elsewhere_ended_on="2023-11-23")["time-limit"] == "arguable"
    assert results(**late, elsewhere_ended_on="2023-11-24")["time-limit"] == "pass"


@pytest.mark.parametrize(
    ("remedies", "result"),
    [
        ("exhausted", "pass"),
        ("ineffective", "arguable"),
        ("under-way", "fail"),
        ("not-started", "fail"),
        ("unknown", "unknown"),
    ],
)
def test_domestic_remedies(remedies: str, result: str) -> None:
    assert results(remedies=remedies)["domestic-remedies"] == result


@pytest.mark.parametrize(
    ("urgency", "remedy_stops_it", "result"),
    [
        ("imminent", "no", "arguable"),
        ("imminent", "unknown", "unknown"),
        ("imminent", "yes", "fail"),
        ("ongoing", "unknown", "fail"),
    ],
)
@pytest.mark.parametrize("remedies", ["not-started", "under-way"])
def test_a_remedy_that_does_not_stop_what_is_about_to_happen_need_not_be_exhausted(
    urgency: str, remedy_stops_it: str, result: str, remedies: str
) -> None:
    """Brada v. France, CAT/C/34/D/195/2002; Tebourski v. France, CAT/C/38/D/300/2006."""
    found = results(remedies=remedies, urgency=urgency, remedy_stops_it=remedy_stops_it)
    assert found["domestic-remedies"] == result


@pytest.mark.parametrize(
    ("country", "theme", "treaty", "pending", "examined", "not_examined"),
    [
        # CAT art. 22(5)(a), OP-ICESCR art. 3(2)(c): has been or is being examined
        ("AAA", "torture", "cat", "fail", "fail", "arguable"),
        ("AAA", "work", "icescr", "fail", "fail", "arguable"),
        # OP-ICCPR art. 5(2)(a), CED art. 31(2)(c): being examined
        ("AAA", "enforced-disappearance", "ced", "fail", "pass", "pass"),
        # ICERD has no such rule
        ("AAA", "racism", "cerd", "pass", "pass", "pass"),
        # a reservation about one procedure alone can only be argued from: which it was is not asked
        ("AAA", "arbitrary-detention", "iccpr", "fail", "arguable", "arguable"),
        # reservations add to the treaty
        ("DDD", "arbitrary-detention", "iccpr", "fail", "fail", "arguable"),
        ("DDD", "racism", "cerd", "fail", "fail", "arguable"),
    ],
)
def test_the_same_matter_elsewhere_bars_as_treaty_and_reservation_say(
    country: str, theme: str, treaty: str, pending: str, examined: str, not_examined: str
) -> None:
    given = {"countries": [country], "themes": [theme]}
    found = [
        at(treaty, "same-matter", elsewhere=kind, **given).result for kind in ("pending", "examined", "not-examined")
    ]
    assert found == [pending, examined, not_examined]


@pytest.mark.parametrize(
    ("elsewhere", "cat", "cerd"),
    [
        ("no", "pass", "pass"),
        ("un-expert-letter", "pass", "pass"),
        ("wgad", "arguable", "pass"),
        ("unclear", "arguable", "pass"),
        ("yes", "arguable", "pass"),
        ("unknown", "unknown", "pass"),
    ],
)
def test_what_is_no_other_procedure_or_not_clear(elsewhere: str, cat: str, cerd: str) -> None:
    assert at("cat", "same-matter", elsewhere=elsewhere).result == cat
    assert at("cerd", "same-matter", elsewhere=elsewhere, themes=["racism"]).result == cerd


def test_the_author_and_the_victim() -> None:
    assert results(identification="anonymous")["identified-author"] == "fail"
    assert results(consent="not-given")["victim-consent"] == "fail"
    assert results(consent="not-asked")["victim-consent"] == "unknown"
    assert results(consent="cannot-ask")["victim-consent"] == "arguable"
    assert results(consent="given")["victim-consent"] == "pass"


def test_a_name_kept_from_the_state_has_low_odds_but_not_under_cerd() -> None:
    """The State must be able to answer; ICERD art. 14(6)(a) keeps the name from it unless the person agrees."""
    kept = {"themes": ["racism"], "identification": "names-withheld"}
    cerd, iccpr = (at(treaty, "identified-author", **kept) for treaty in ("cerd", "iccpr"))
    assert (cerd.result, cerd.odds) == ("arguable", None)
    assert (iccpr.result, iccpr.odds) == ("arguable", "low")


def test_who_the_victim_is_counts_where_a_committee_asks() -> None:
    assert at("cerd", "victim-group", themes=["racism"]).result == "pass"
    assert at("cerd", "victim-group", themes=["racism"], people=["women"]).result == "fail"
    assert at("cerd", "victim-group", themes=["racism"], people="unknown").result == "unknown"
    assert at("iccpr", "victim-group", themes=["racism"], people=["women"]).result == "pass"


def test_a_law_without_a_victim_is_no_case() -> None:
    found = results(information="country-overview", scale="law-or-policy")
    assert found["is-a-case"] == "fail"
    assert found["domestic-remedies"] == "not-needed"


def test_a_pattern_without_individual_cases_needs_each_victim_named() -> None:
    assert results(information="country-overview", scale="consistent-pattern")["is-a-case"] == "arguable"
    assert results(information="individual-cases", scale="consistent-pattern")["is-a-case"] == "pass"


def test_what_passes_together_is_one_committee() -> None:
    """Under ICESCR the time is over, under CERD the same matter is barred, under ICCPR it is pending: no door is left, and the gates shown
    are those of one of them."""
    day, given = "2028-12-01", {"countries": ["DDD"], "themes": ["housing"], "elsewhere": "pending"}
    s = situation(day, **given, final_decision_on="2027-11-01")
    assert route.usable(s) == ()
    shown = route.options(s)[0].gates
    assert Result.FAIL in {gate.result for gate in shown}
    assert len({gate.params["treaty"] for gate in shown if "treaty" in gate.params}) == 1


def actions(**changed: object) -> list[str]:
    s = situation(**changed)
    shut = Result.FAIL in {gate.result for gate in route.options(s)[0].gates}
    return [action.action for action in route.actions(s, open_=not shut)]


def test_interim_measures_come_first_and_only_where_harm_is_near() -> None:
    assert actions(urgency="imminent") == ["interim-measures", "communication"]
    assert actions(urgency="imminent", danger=["removal"]) == ["interim-measures", "communication"]
    assert actions(urgency="imminent", danger=["other"]) == ["communication"]
    assert actions(urgency="ongoing") == ["communication"]


def test_interim_measures_say_what_is_not_known_of_the_court() -> None:
    left = {"urgency": "imminent", "remedies": "under-way"}
    found = {
        answer: [one.code for one in route.actions(situation(**left, remedy_stops_it=answer), True)]
        for answer in ("no", "unknown", "yes")
    }
    assert found["no"][0] == "interim-measures"
    assert found["unknown"][0] == "interim-measures.if-it-does-not-stop"
    assert found["yes"] == []


@pytest.mark.parametrize(
    ("answers", "protects"),
    [
        ({}, True),
        ({"danger": ["removal", "other"]}, True),
        ({"danger": ["other"]}, False),
        ({"urgency": "ongoing"}, False),
        ({"remedies": "ineffective"}, True),
        ({"remedies": "under-way", "remedy_stops_it": "no"}, True),
        ({"remedies": "under-way"}, False),
        ({"remedies": "unknown"}, False),
        ({"remedies": "under-way", "remedy_stops_it": "yes"}, False),
        ({"consent": "not-asked"}, True),
        ({"consent": "not-given"}, False),
        ({"countries": ["BBB"]}, False),
    ],
)
def test_when_interim_measures_come_before_everything_else(answers: dict[str, object], protects: bool) -> None:
    """Contract, section 2: in danger, a committee without a failed gate, and remedies that pass or can be argued about."""
    assert route.protects_now(situation(**{"urgency": "imminent", "danger": ["violence"], **answers})) is protects


def test_who_was_not_asked_is_asked_first() -> None:
    codes_ = [action.code for action in route.actions(situation(consent="not-asked"), True)]
    assert codes_ == ["communication.no-limit.ask-first"]


MISSING = {
    "countries": ["BBB"],
    "themes": ["enforced-disappearance"],
    "remedies": "not-started",
    "urgency": "ongoing",
    "continues": "yes",
}


def test_the_search_for_a_missing_person_needs_no_acceptance_and_no_remedies() -> None:
    """CED art. 30."""
    assert actions(**MISSING) == ["ced-urgent-action"]
    assert actions(**{**MISSING, "countries": ["CCC"]}) == []
    assert actions(**{**MISSING, "continues": "no"}) == []
    assert actions(**{**MISSING, "themes": ["torture"]}) == []


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        ({}, "ced-urgent-action.report-first"),
        ({"remedies": "under-way"}, "ced-urgent-action"),
        ({"began_on": "unknown"}, "ced-urgent-action.if-it-began-since"),
        ({"began_on": "2000-04-01"}, "ced-urgent-action.report-first"),
        ({"began_on": "2000-03-31"}, None),
        ({"began_on": "unknown", "happened_on": "2000-03-31"}, None),
    ],
)
def test_the_search_is_for_who_vanished_after_the_convention_bound_the_state(
    answers: dict[str, object], code: str | None
) -> None:
    """CED art. 35 and art. 30(2)(c): reported at home first, today."""
    found = [action.code for action in route.actions(situation(**{**MISSING, **answers}), False)]
    assert found == ([code] if code else [])


@pytest.mark.parametrize(
    ("theme", "mediation"), [("torture", False), ("work", True), ("racism", False), ("housing", True)]
)
def test_a_friendly_settlement_is_offered_by_some_committees_alone(theme: str, mediation: bool) -> None:
    """OP-ICESCR art. 7."""
    found = route.gives(situation(themes=[theme]))
    assert ("mediation" in found.surely) is mediation
    assert {"legal-finding", "law-change", "protection"} <= found.surely
    assert "council-action" not in found.perhaps


def test_while_no_committee_is_known_a_friendly_settlement_is_possible() -> None:
    found = route.gives(world.situation(**world.case(themes="unknown")))
    assert "mediation" in found.perhaps - found.surely


def test_a_date_that_a_national_body_moves_is_tentative() -> None:
    edition = replace(world.edition(), limits={("AAA", "cerd"): (world.limit("national_body_first"),)})
    s = situate(world.scenario(**world.case(themes=["racism"])), edition, world.DAY)
    assert [(date.code, date.status) for date in route.dates(s)] == [("petition-limit", "tentative")]
