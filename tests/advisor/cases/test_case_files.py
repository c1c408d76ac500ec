"""Case files: read strictly, compared completely."""

from pathlib import Path

import pytest
import yaml
from django.conf import settings

from advisor.cases import case_files, expectations
from advisor.editions import store
from advisor.words import sequence, serialise
from rules.advice import advise
from rules.result import Step
from rules.vocabulary import SequenceReason
from tests.rules import world

SHIPPED = sorted((Path(settings.BASE_DIR) / "fixtures" / "cases").glob("*.yaml"))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_what_experts_expect(path: Path, edition: str) -> None:
    facts = store.open_edition(edition)
    case = case_files.read(case_files.parse(path.read_text(encoding="utf-8")), facts)
    assert case.as_of is not None
    assert case_files.differences(case.expect, serialise.as_json(advise(case.scenario, facts, case.as_of), facts)) == []


def test_there_are_expert_cases() -> None:
    assert len(SHIPPED) >= 12


def faults(text: str) -> dict[str, str]:
    with pytest.raises(case_files.BadCase) as caught:
        case_files.read(case_files.parse(text), world.edition())
    return {fault.question: str(fault) for fault in caught.value.faults}


LAUGHS = "\n".join(
    ["x0: &x0 [ha, ha]", *(f"x{n}: &x{n} [{', '.join([f'*x{n - 1}'] * 9)}]" for n in range(1, 12)), "effort: *x11"]
)
"""A nest of aliases that would be 9^11 words long if anything wrote it out."""


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("", "scenario"),
        ("[1, 2]", "scenario"),
        ("{a: [", "scenario"),
        ("\tcountries: x", "scenario"),
        ("urgency: past\nurgency: imminent", "scenario"),
        ("!!python/object/apply:os.system ['true']", "scenario"),
        ("&a [*a]", "scenario"),
        ("scenario: null", "scenario"),
        ("scenario: {}\nas_of: soon", "as_of"),
        ("scenario: {}\nas_of: 2026-02-30", "as_of"),
        ("happened_on: 2026-02-30", "happened_on"),
        ("scenario: {}\nas_of: 2026-11-24 10:00:00", "as_of"),
        ("scenario: {}\ncolour: blue", "colour"),
        ("scenario: {colour: blue}", "colour"),
        ("as_of: 2026-11-24", "as_of"),
        ("scenario: {}\nexpect: {frist: [upr]}", "expect.frist"),
        ("scenario: {}\nexpect: [upr]", "expect"),
        ("scenario: {}\nexpect: {verdicts: {up: [strong]}}", "expect.verdicts"),
        ("scenario: {}\nexpect: {mandates: [tortures]}", "expect.mandates"),
        ("scenario: {}\nexpect: {mandates: [[torture]]}", "expect.mandates"),
        ("scenario: {}\nexpect: {mandates: 5}", "expect.mandates"),
        ("scenario: {}\nexpect: {first: upr}", "expect.first"),
        ("scenario: {}\nexpect: {before: [upr]}", "expect.before"),
        ("scenario: {}\nexpect: {verdicts: {upr: strong}}", "expect.verdicts.upr"),
        ("scenario: {}\nexpect: {gates: {upr: {one-country: yes}}}", "expect.gates.upr.one-country"),
        ("scenario: {}\nexpect: {actions: {upr: [submissions]}}", "expect.actions.upr"),
        ("scenario: {}\nexpect: {by: {upr: {submission: soon}}}", "expect.by.upr.submission"),
        ("scenario: {}\nexpect: {treaties: {upr: [crc]}}", "expect.treaties.upr"),
        ("scenario: {}\nexpect: {stages: {XXX: follow-up}}", "expect.stages"),
        ("scenario: {}\nexpect: {dates: [soon]}", "expect.dates"),
        ("scenario: {}\nexpect: {changes: [{set: 1, route: upr, to: [good]}]}", "expect.changes.set"),
        ("scenario: {}\nexpect: {sequence: [upr, complaint-procedure]}", "expect.sequence"),
        ("scenario: {}\nexpect: {sequence: [{first: upr, than: regional}]}", "expect.sequence"),
        ("scenario: {}\nexpect: {sequence: [{first: police, then: upr}]}", "expect.sequence.first"),
        ("scenario: {}\nexpect: {sequence: [{first: upr}]}", "expect.sequence.then"),
        ("scenario: {}\nexpect: {sequence: [{first: upr, then: regional, why: because}]}", "expect.sequence.why"),
        ("scenario: {}\nexpect: {pointers: [police]}", "expect.pointers"),
        ("scenario: {}\nexpect: {set_aside: sponsor}", "expect.set_aside"),
        ("scenario: {}\nexpect: {1: 2}", "expect.1"),
        ("? [a]\n: b", "scenario"),
        ("ready_on: 0x" + "f" * 9000, "ready_on"),
        ("effort: " + "[" * 500 + "]" * 500, "effort"),
        (LAUGHS, "effort"),
    ],
)
def test_a_bad_file_is_named_and_nothing_is_run(text: str, question: str) -> None:
    assert question in faults(text)


def test_json_is_read_too() -> None:
    case = case_files.read(case_files.parse('{"countries": ["AAA"], "sponsor": "no"}'), world.edition())
    assert case.scenario == world.scenario(countries=["AAA"], sponsor="no")


def test_bare_yes_and_no_are_answers() -> None:
    assert case_files.read(case_files.parse("sponsor: no\ncoalition: yes"), world.edition()).scenario == world.scenario(
        sponsor="no", coalition="yes"
    )


EXPECTED = """
first: [upr]
before: [[upr, special-procedures]]
verdicts: {upr: [strong]}
gates: {upr: {one-country: pass}}
actions: {upr: [submission]}
not_actions: {upr: [lobby-states]}
by: {upr: {submission: 2027-03-31}}
mandates: [racism]
not_mandates: [torture]
treaties: {treaty-body-review: [cat@AAA]}
not_treaties: {treaty-body-review: [crc@AAA]}
warnings: {upr: [state-learns-name]}
stages: {AAA: submission}
dates: [{code: upr-review, country: AAA, date: 2027-01-01, status: confirmed}]
changes: [{set: {sponsor: "yes"}, route: council-sessions, to: [strong]}]
sequence: [{first: upr, then: treaty-body-review}]
pointers: [emergency]
set_aside: [sponsor]
"""


def test_a_condition_may_come_to_one_of_several_results() -> None:
    route = {"route": "upr", "gates": [{"gate": "one-country", "result": "arguable"}]}
    advice = {"routes": [route]}
    for results, lines in ((["pass", "arguable"], 0), (["pass", "fail"], 1), ("arguable", 0), ("pass", 1)):
        found = case_files.differences({"gates": {"upr": {"one-country": results}}}, advice)
        assert len(found) == lines
    assert case_files.differences({"gates": {"upr": {"one-country": ["pass", "fail"]}}}, advice) == [
        "gates.upr.one-country: expected pass or fail, found arguable"
    ]


@pytest.mark.parametrize("results", ["[]", "[perhaps]", "perhaps", "[[pass]]"])
def test_results_that_no_condition_has_are_refused(results: str) -> None:
    assert "expect.gates.upr.one-country" in faults(
        f"scenario: {{}}\nexpect: {{gates: {{upr: {{one-country: {results}}}}}}}"
    )


def test_every_kind_of_expectation_can_fail() -> None:
    route = {"verdict": "weak", "score": {"value": 0}, "gates": [], "actions": [{"action": "lobby-states", "by": None}]}
    advice = {
        "routes": [
            {**route, "route": slug, "rank": rank, "mandates": ["torture"], "stages": [], "dates": []}
            | {"treaties": [{"treaty": "crc", "country": "AAA"}], "warnings": []}
            for rank, slug in enumerate(
                ("special-procedures", "upr", "council-sessions", "treaty-body-review"), start=1
            )
        ],
        "changes": [],
        "sequence": [],
        "pointers": [],
        "set_aside": [],
    }
    found = case_files.differences(yaml.safe_load(EXPECTED), advice)
    assert {line.split(":")[0].split(".")[0] for line in found} == set(expectations.SHAPES)


STEP = {"first": "treaty-body-complaint", "then": "regional"}
CHOOSE = {**STEP, "why": sequence.step_text(Step(**STEP, why=SequenceReason.REGIONAL_BARS_COMMITTEE)).text}


@pytest.mark.parametrize(
    ("wanted", "found", "missing"),
    [
        ([STEP], [CHOOSE], 0),
        ([{**STEP, "why": "regional-bars-committee"}], [CHOOSE], 0),
        ([{**STEP, "why": "complaint-bars-complaint"}], [CHOOSE], 1),
        ([{"first": "regional", "then": "treaty-body-complaint"}], [CHOOSE], 1),
        ([STEP, {"first": "domestic", "then": "treaty-body-complaint"}], [CHOOSE], 1),
        ([STEP], [], 1),
        ([], [CHOOSE], 0),
    ],
)
def test_an_order_is_there_with_its_direction_and_where_asked_its_reason(wanted, found, missing):
    differences = case_files.differences({"sequence": wanted}, {"routes": [], "sequence": found})
    assert len(differences) == missing
    assert all(line.startswith("sequence: ") and "is missing; found" in line for line in differences)
