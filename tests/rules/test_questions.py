"""Which questions there are, what they take, and when each applies: yes, no, or not known yet."""

import pytest

from rules import vocabulary as v
from rules.questions import BY_SLUG, QUESTIONS, as_now, cases, remedies_are_exhausted, without_own_status

from . import truth

CASES_ONLY = {
    *("people", "began_on", "happened_on", "continues", "urgency"),
    *("consent", "identification", "remedies", "elsewhere"),
}
ONLY_WHEN = {"danger", "our_name", "remedy_stops_it", "final_decision_on", "elsewhere_ended_on", "sponsor"}


def test_the_questions_and_their_order():
    assert [(question.slug, question.kind) for question in QUESTIONS] == [
        ("countries", "countries"),
        ("regions", "choices"),
        ("themes", "themes"),
        ("considered", "choices"),
        ("information", "choice"),
        ("scale", "choice"),
        ("evidence", "choice"),
        ("ready_on", "date"),
        ("people", "choices"),
        ("began_on", "date"),
        ("happened_on", "date"),
        ("continues", "choice"),
        ("urgency", "choice"),
        ("danger", "choices"),
        ("consent", "choice"),
        ("identification", "choice"),
        ("our_name", "choice"),
        ("remedies", "choice"),
        ("remedy_stops_it", "choice"),
        ("final_decision_on", "date"),
        ("elsewhere", "choice"),
        ("elsewhere_ended_on", "date"),
        ("reprisals", "choice"),
        ("outcomes", "choices"),
        ("effort", "choice"),
        ("ecosoc", "choice"),
        ("sponsor", "choice"),
        ("geneva", "choice"),
        ("coalition", "choice"),
    ]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.slug)
def test_a_closed_list_allows_its_slugs_and_nothing_else_has_a_list(question):
    assert bool(question.allowed) == (question.kind in ("choice", "choices"))
    assert question.allowed == tuple(question.choices or ())
    assert BY_SLUG[question.slug] is question


@pytest.mark.parametrize(
    ("information", "scale", "about"),
    [
        ("individual-cases", None, True),
        ("individual-cases", "law-or-policy", True),
        ("country-overview", "single-case", True),
        (None, "several-cases", True),
        (None, "consistent-pattern", True),
        ("country-overview", "law-or-policy", False),
        ("themes-one-country", "law-or-policy", False),
        ("themes-many-countries", "law-or-policy", False),
        ("country-overview", None, None),
        (None, "law-or-policy", None),
        (None, None, None),
    ],
)
def test_what_is_about_cases(information, scale, about):
    answers = {"information": information, "scale": scale}
    assert cases(answers) is about
    assert {slug for slug, question in BY_SLUG.items() if question.asked_when is cases} == CASES_ONLY


CASE = {"information": v.Information.INDIVIDUAL_CASES}
NO_CASE = {"information": v.Information.COUNTRY_OVERVIEW, "scale": v.Scale.LAW_OR_POLICY}


@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        ({**CASE, "remedies": "exhausted"}, True),
        ({**CASE, "remedies": "ineffective"}, False),
        ({**CASE, "remedies": "under-way"}, False),
        ({**CASE, "remedies": "not-started"}, False),
        (CASE, None),
        ({"remedies": "exhausted"}, None),
        ({"remedies": "under-way"}, False),
        ({**NO_CASE, "remedies": "exhausted"}, False),
        (NO_CASE, False),
        ({}, None),
    ],
)
def test_a_last_decision_is_asked_for_only_where_remedies_are_exhausted(answers, asked):
    assert remedies_are_exhausted(answers) is asked
    assert BY_SLUG["final_decision_on"].asked_when(answers) is asked


@pytest.mark.parametrize(
    ("ecosoc", "asked"),
    [("none", True), ("applied", True), ("roster", False), ("special", False), ("general", False), (None, None)],
)
def test_a_sponsor_matters_only_without_status_of_ones_own(ecosoc, asked):
    assert without_own_status({"ecosoc": ecosoc}) is asked
    assert BY_SLUG["sponsor"].asked_when({"ecosoc": ecosoc}) is asked


@pytest.mark.parametrize("slug", sorted(BY_SLUG.keys() - CASES_ONLY - ONLY_WHEN))
def test_every_other_question_always_applies(slug):
    assert BY_SLUG[slug].asked_when({}) is True
    assert BY_SLUG[slug].asked_when(NO_CASE) is True


@pytest.mark.parametrize("row", truth.rows("asked"))
def test_when_a_question_is_asked(row):
    asked = BY_SLUG[row["question"]].asked_when(truth.answers(row))
    assert {True: "yes", False: "no", None: "open"}[asked] == row["asked"]


def test_every_question_asked_at_times_is_in_the_table():
    assert {row.values[0]["question"] for row in truth.rows("asked")} >= ONLY_WHEN


def test_an_answer_of_version_1_is_read_as_it_is_meant_now():
    told = {"elsewhere": "yes", "consent": "not-given", "gone": "yes", "countries": ["yes"], "scale": None}
    assert as_now(told) == told | {"elsewhere": "unclear"}
