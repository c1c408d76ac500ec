"""One State and one committee: the tables in `tables/committees`, and the choice among several committees."""

from dataclasses import replace

import pytest

from rules import committees
from rules import committees as petitions
from rules.committees import Filing
from rules.gates import gate
from rules.routes import treaty_body_complaint
from rules.vocabulary import GateSlug, Result, RouteSlug

from . import truth, world

CASE = {"information": "individual-cases", "scale": "single-case"}
ROUTE = RouteSlug.TREATY_BODY_COMPLAINT


def says(found, slug, row):
    assert found.code == f"{slug}.{row['code']}"
    assert found.result == row["result"]
    assert truth.words(found.possible) == (row["possible"] or row["result"])
    assert " ".join(found.questions) == row["asks"]


@pytest.mark.parametrize("row", truth.rows("committees/time-limit"))
def test_time_limit(row):
    s, pair = truth.one_committee({**CASE, **row})
    found = committees.time_limit(s, pair)
    says(found, "time-limit", row)
    assert str(found.params.get("last", "")) == row["last"]


@pytest.mark.parametrize("row", truth.rows("committees/same-matter"))
def test_the_same_matter_elsewhere(row):
    s, pair = truth.one_committee({**CASE, **row})
    says(committees.same_matter(s, pair), "same-matter", row)


@pytest.mark.parametrize("row", truth.rows("committees/competence"))
def test_competence_and_the_time_of_the_facts(row):
    found = committees.competence(*truth.one_committee(row))
    says(found, "competence-accepted", row)
    assert str(found.params.get("since", "")) == row["since"]


@pytest.mark.parametrize("row", truth.rows("committees/clock"))
def test_the_last_day_to_file_and_the_time_that_is_left(row):
    s, pair = truth.one_committee({**CASE, **row})
    filing = Filing(pair, None, None, None)
    assert str(filing.limit(s) or "") == row["limit"]
    assert (filing.clock_key(s) or "") == row["clock"]


def judged(*results):
    """Pairs of a State and a committee with a result each: `fail`, or `unknown of fail pass`."""
    pairs = world.situation(countries=["AAA"], themes=["torture", "work", "racism"]).ground.pairs
    found = []
    for pair, text in zip(pairs, results, strict=False):
        result, _, possible = text.partition(" of ")
        open_to = tuple(map(Result, possible.split()))
        params = {"treaty": pair.treaty.slug, "country": pair.country}
        made = gate(
            GateSlug.TIME_LIMIT, Result(result), result, result, open_to, questions=("elsewhere",), params=params
        )
        found.append((pair, made))
    return tuple(found)


CERTAIN = {"countries": ["AAA"], "themes": ["torture"], **CASE}


def best(results, **answers):
    return committees.best(GateSlug.TIME_LIMIT, judged(*results), world.situation(**answers), ROUTE, "fallback")


@pytest.mark.parametrize(
    ("results", "result", "possible"),
    [
        (["fail", "pass"], "pass", "pass"),
        (["pass", "fail"], "pass", "pass"),
        (["fail", "fail"], "fail", "fail"),
        (["fail", "arguable"], "arguable", "arguable"),
        (["arguable", "unknown of fail pass"], "arguable", "arguable pass"),
        (["fail", "unknown of fail pass"], "unknown", "fail pass"),
        (["unknown of arguable fail", "unknown of fail pass"], "unknown", "arguable fail pass"),
        (["pass of arguable pass", "fail"], "pass", "arguable pass"),
        (["pass of arguable pass", "pass"], "pass", "pass"),
    ],
)
def test_one_door_is_enough(results, result, possible):
    found = best(results, **CERTAIN)
    assert (found.result, truth.words(found.possible)) == (result, possible)
    assert found.source == result
    assert found.code == f"time-limit.{result}"


def test_the_sentence_is_about_the_committees_that_give_the_result():
    found = best(["fail", "pass", "pass"], **CERTAIN)
    assert found.params["treaties"] == ("cerd@AAA", "iccpr@AAA")
    assert found.params["treaty"] == "cerd"
    assert found.questions == ("elsewhere",)


@pytest.mark.parametrize(
    ("results", "answers", "result", "possible", "asks"),
    [
        (["fail"], {"countries": ["AAA"], **CASE}, "unknown", "arguable fail pass", "themes"),
        (["pass"], {"countries": ["AAA"], **CASE}, "pass", "pass", "themes elsewhere"),
        (["arguable"], {"themes": ["torture"], **CASE}, "arguable", "arguable pass", "countries elsewhere"),
        ([], CASE, "unknown", "arguable fail pass", "countries themes"),
        ([], {**CERTAIN, "countries": [], "regions": ["african"]}, "unknown", "arguable fail pass", "countries"),
        ([], {**CERTAIN, "countries": [], "regions": []}, "fail", "fail", ""),
        ([], {**CERTAIN, "countries": []}, "fail", "fail pass", ""),
        ([], {**CERTAIN, "themes": ["uncovered"]}, "fail", "fail", ""),
        (
            ["fail"],
            {**CERTAIN, "scale": "unknown", "information": "unknown"},
            "fail",
            "arguable fail pass",
            "elsewhere",
        ),
    ],
)
def test_a_state_or_theme_still_to_be_named_may_open_a_door(results, answers, result, possible, asks):
    found = best(results, **answers)
    assert (found.result, truth.words(found.possible)) == (result, possible)
    assert " ".join(found.questions) == asks


def test_a_sentence_knows_its_committee_its_state_and_its_days():
    s, pair = truth.one_committee(
        {**CASE, "committee": "cerd", "remedies": "exhausted", "final_decision_on": "2026-10-01"}
    )
    assert petitions.time_limit(s, pair).params == {
        "treaty": "cerd",
        "country": "AAA",
        "months": 6,
        "last": world.date("2027-04-01"),
    }
    assert (
        petitions.same_matter(s, pair).params
        == petitions.competence(s, pair).params
        == {"treaty": "cerd", "country": "AAA"}
    )
    s, pair = truth.one_committee({**CASE, "committee": "cerd", "remedies": "under-way"})
    assert petitions.time_limit(s, pair).params == {"treaty": "cerd", "country": "AAA", "months": 6}
    s, pair = truth.one_committee({**CASE, "committee": "cat"})
    assert petitions.time_limit(s, pair).params == {"treaty": "cat", "country": "AAA"}


def test_a_committee_cites_its_treaty_and_the_states_own_limit_where_that_decides():
    own = {**CASE, "committee": "cerd", "own_months": "3", "own_bar": "examined", "elsewhere": "yes"}
    s, pair = truth.one_committee(own)
    assert petitions.time_limit(s, pair).source == petitions.same_matter(s, pair).source == "src"
    s, pair = truth.one_committee({**CASE, "committee": "cerd", "elsewhere": "yes"})
    assert petitions.time_limit(s, pair).source == petitions.same_matter(s, pair).source == "untc-iv-2"
    assert petitions.competence(s, pair).source == "src"
    s, pair = truth.one_committee(
        {**CASE, "committee": "cat", "accepted": "nothing", "own_bar": "examined", "elsewhere": "yes"}
    )
    assert petitions.competence(s, pair).source == petitions.same_matter(s, pair).source == "untc-iv-9"


def test_other_declarations_of_a_state_leave_time_and_matter_alone():
    """A limit on a subject or a territory, or one without months, is told and changes no gate."""
    s, pair = truth.one_committee({**CASE, "committee": "cerd", "elsewhere": "yes", "remedies": "under-way"})
    others = tuple(
        world.limit(kind) for kind in ("subject", "territory", "inquiry", "national_body_first", "time_limit")
    )
    limited = replace(pair, limits=others)
    for judge in (petitions.time_limit, petitions.same_matter, petitions.competence):
        assert judge(s, limited) == judge(s, pair)
    assert Filing(limited, None, None, None).clock_key(s) == Filing(pair, None, None, None).clock_key(s)


def test_a_states_own_months_count_wherever_its_declaration_stands_in_the_list():
    s, pair = truth.one_committee(
        {**CASE, "committee": "cerd", "remedies": "exhausted", "final_decision_on": "2026-10-01"}
    )
    limited = replace(pair, limits=(world.limit("subject"), world.limit("time_limit", months=3)))
    assert petitions.time_limit(s, limited).params["last"] == world.date("2027-01-01")
    assert Filing(limited, None, None, None).limit(s) == world.date("2027-01-01")


def test_a_complaint_goes_only_where_no_gate_of_the_same_committee_fails():
    found = {
        theme: [
            pair.treaty for pair in treaty_body_complaint.named_treaties(world.situation(**world.case(themes=[theme])))
        ]
        for theme in ("torture", "racism", "housing", "enforced-disappearance", "uncovered")
    }
    assert found == {
        "torture": ["cat", "iccpr"],
        "racism": ["cerd", "iccpr"],
        "housing": ["cerd", "icescr"],
        "enforced-disappearance": ["ced", "iccpr"],
        "uncovered": [],
    }


def test_a_complaint_names_the_states_own_limits():
    s = world.situation(**world.case(countries=["DDD"], themes=["racism"], happened_on="2026-01-01"))
    named = {pair.treaty: pair.limits for pair in treaty_body_complaint.named_treaties(s)}
    assert named == {
        "cerd": ("limit on time_limit", "limit on same_matter_other_procedure"),
        "iccpr": ("limit on same_matter_other_procedure", "limit on time_of_facts"),
    }


def test_today_the_same_matter_is_judged_among_the_committees_in_time():
    """Contract v2 judges one committee; today an answer on time can change the gate on the same matter."""
    case = {**world.case(themes=["racism"]), "elsewhere": "yes"}
    early, late = ({**case, "final_decision_on": day} for day in ("2026-10-01", "2023-01-01"))
    slug = GateSlug.SAME_MATTER
    found = [
        next(gate.result for gate in treaty_body_complaint.gates(world.situation(**answers)) if gate.gate == slug)
        for answers in (early, late)
    ]
    assert found == ["pass", "arguable"]
