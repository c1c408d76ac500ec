"""One State and one committee: the tables in `tables/committees`, and the choice among several committees."""

import pytest

from rules import committees
from rules.committees import Filing
from rules.gates import gate
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
