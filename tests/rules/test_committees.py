"""One State and one committee: the tables in `tables/committees`, and the choice among several committees."""

from dataclasses import replace

import pytest

from rules import committees, complaint_time
from rules.committees import bests, filings, why
from rules.routes import treaty_body_complaint
from rules.vocabulary import GateSlug

from . import truth, world

CASE = {"information": "individual-cases", "scale": "single-case"}


def says(found, slug, row):
    assert found.code == f"{slug}.{row['code']}"
    assert found.result == row["result"]
    assert truth.words(found.possible) == (row.get("possible") or row["result"])
    assert " ".join(found.questions) == row.get("asks", "")
    assert (found.odds or "") == row.get("odds", "")


@pytest.mark.parametrize("row", truth.rows("committees/same-matter"))
def test_the_same_matter_elsewhere(row):
    s, pair = truth.one_committee({**CASE, **row})
    says(committees.same_matter(s, pair), "same-matter", row)


@pytest.mark.parametrize("row", truth.rows("committees/competence"))
def test_competence(row):
    says(committees.competence(*truth.one_committee({**CASE, **row})), "competence-accepted", row)


@pytest.mark.parametrize("row", truth.rows("committees/victim-group"))
def test_who_the_victim_is(row):
    says(committees.victim_group(*truth.one_committee(row)), "victim-group", row)


def judged(**answers):
    return filings(world.situation(**world.case(**answers)))


def order(**answers):
    return " ".join(filing.pair.treaty.slug for filing in judged(**answers))


@pytest.mark.parametrize(
    ("answers", "first"),
    [
        ({"themes": ["torture"]}, "cat iccpr"),
        ({"themes": ["racism"]}, "cerd iccpr"),
        ({"themes": ["racism"], "people": ["none-of-these"]}, "iccpr cerd"),
        ({"themes": ["racism"], "final_decision_on": "2025-01-01"}, "iccpr cerd"),
        ({"themes": ["racism"], "identification": "names-withheld"}, "cerd iccpr"),
        ({"themes": ["housing"]}, "icescr cerd iccpr"),
        ({"themes": ["enforced-disappearance"], "began_on": "1999-01-01", "continues": "yes"}, "iccpr ced"),
        ({"themes": ["migrants"]}, "iccpr cmw"),
    ],
)
def test_the_best_committee_has_no_failed_gate_then_the_fewest_doubts_then_names_the_right_then_the_earliest_limit(
    answers, first
):
    assert order(**answers) == first


@pytest.mark.parametrize(
    ("answers", "first"),
    [
        ({"themes": ["racism"], "people": ["none-of-these"]}, "iccpr cerd"),
        ({"themes": ["racism"]}, "cerd iccpr"),
        ({"themes": ["housing"], "people": ["none-of-these"]}, "icescr iccpr cerd"),
    ],
)
def test_where_all_fail_the_right_group_comes_first_then_what_was_accepted_then_the_fewest_bars(answers, first):
    assert order(remedies="not-started", **answers) == first


def test_each_state_has_its_best_committee_and_one_complaint():
    s = world.situation(**world.case(countries=["AAA", "DDD"], themes=["torture"], began_on="2026-01-01"))
    assert [(f.pair.country, f.pair.treaty.slug) for f in bests(filings(s))] == [("AAA", "cat"), ("DDD", "cat")]
    sent = [a for a in treaty_body_complaint.actions(s, True) if a.action == "communication"]
    assert [(a.country, a.treaty) for a in sent] == [("AAA", "cat"), ("DDD", "cat")]


def test_naming_one_more_state_never_closes_anothers_complaint():
    alone, both = (
        treaty_body_complaint.actions(world.situation(**world.case(countries=countries)), True)
        for countries in (["AAA"], ["AAA", "CCC"])
    )
    assert [a.treaty for a in alone] == [a.treaty for a in both if a.country == "AAA"]


def test_the_gates_shown_are_those_of_one_committee():
    """Torture of before the State accepted one committee: the other one is shown, with its own time."""
    s = world.situation(**world.case(themes=["torture"]))
    shown = treaty_body_complaint.options(s)[0].gates
    assert {gate.params["treaty"] for gate in shown if "treaty" in gate.params} == {"cat"}


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        ({"themes": ["torture"]}, "second.less-close"),
        ({"themes": ["racism"], "people": ["none-of-these"]}, "second.closed"),
        ({"themes": ["racism"]}, "second.more-time"),
        ({"themes": ["housing"]}, "second.less-sure"),
    ],
)
def test_why_a_committee_comes_second(answers, code):
    ranked = judged(**answers)
    assert why(ranked[0], ranked[0])[0] == "best"
    assert why(ranked[1], ranked[0])[0] == code


def test_a_committee_cites_its_treaty_and_the_states_own_limit_where_that_decides():
    own = {**CASE, "committee": "cerd", "own_months": "3", "own_bar": "examined", "elsewhere": "examined"}
    s, pair = truth.one_committee(own)
    assert complaint_time.time_limit(s, pair)[0].source == committees.same_matter(s, pair).source == "src"
    s, pair = truth.one_committee({**CASE, "committee": "cerd", "elsewhere": "examined"})
    assert complaint_time.time_limit(s, pair)[0].source == committees.same_matter(s, pair).source == "untc-iv-2"
    assert committees.competence(s, pair).source == "src"


def test_other_declarations_of_a_state_leave_time_and_matter_alone():
    """A limit on a subject or a territory, or one without months, is told and changes no gate."""
    s, pair = truth.one_committee({**CASE, "committee": "cerd", "elsewhere": "examined", "remedies": "under-way"})
    others = tuple(
        world.limit(kind) for kind in ("subject", "territory", "inquiry", "national_body_first", "time_limit")
    )
    limited = replace(pair, limits=others)
    for judge in (complaint_time.time_limit, committees.same_matter, committees.competence):
        assert judge(s, limited) == judge(s, pair)


def test_a_limit_on_equality_claims_makes_framing_under_the_covenant_fail():
    s, pair = truth.one_committee({**CASE, "committee": "iccpr"})
    framed = replace(pair, cover=world.covered("iccpr?")[0])
    subject = replace(
        world.limit("subject"), summary="Equality claims (art. 26) only for rights the Covenant itself protects"
    )
    assert committees.right_covered(s, framed).result == "arguable"
    assert committees.right_covered(s, replace(framed, limits=(subject,))).result == "fail"
    assert committees.right_covered(s, replace(pair, limits=(subject,))).result == "pass"


def test_a_national_body_makes_the_last_day_tentative():
    s, pair = truth.one_committee(
        {**CASE, "committee": "cerd", "remedies": "exhausted", "final_decision_on": "2026-10-01"}
    )
    (filing,) = filings(s)
    assert (str(filing.limit), filing.limit_status) == ("2027-04-01", "confirmed")
    moved = replace(filing, pair=replace(pair, limits=(world.limit("national_body_first"),)))
    assert moved.limit_status == "tentative"


def test_an_acceptance_of_low_confidence_opens_the_range():
    s, pair = truth.one_committee({**CASE, "committee": "cat"})
    unsure = replace(pair, complaints=replace(pair.complaints, confidence="low"))
    assert committees.competence(s, unsure).possible == {"pass", "fail"}
    assert committees.competence(s, unsure).result == "pass"


def test_a_complaint_names_the_states_own_limits():
    s = world.situation(**world.case(countries=["DDD"], themes=["racism"]))
    named = {pair.treaty: pair.limits for pair in treaty_body_complaint.named_treaties(s)}
    assert named["cerd"] == ("limit on time_limit", "limit on same_matter_other_procedure")


def test_a_committee_is_named_only_where_none_of_its_gates_fails():
    for filing in judged(themes=["racism"], people=["none-of-these"]):
        fails = [gate.gate for gate in filing.gates if gate.result == "fail"]
        assert filing.usable == (not fails)
        assert fails == ([GateSlug.VICTIM_GROUP] if filing.pair.treaty.slug == "cerd" else [])


def test_a_reservation_on_what_was_submitted_bars_whatever_came_of_it():
    """El Salvador under OP-ICCPR: "submitted to any other international procedure"."""
    row = {**CASE, "committee": "iccpr", "own_bar": "pending-or-examined", "elsewhere": "not-examined"}
    s, pair = truth.one_committee(row)
    assert committees.same_matter(s, pair).result == "arguable"
    summary = "Excludes matters that were submitted to any other international procedure."
    own = tuple(replace(limit, summary=summary) for limit in pair.limits)
    assert committees.same_matter(s, replace(pair, limits=own)).result == "fail"
