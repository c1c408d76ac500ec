"""Which questions there are, what they take, and when each applies: yes, no, or not known yet."""

import pytest

from rules import vocabulary as v
from rules.questions import BY_SLUG, QUESTIONS, cases, remedies_are_exhausted, without_own_status

CASES_ONLY = {"happened_on", "urgency", "consent", "identification", "remedies", "elsewhere"}


def test_the_questions_and_their_order():
    assert [(question.slug, question.kind) for question in QUESTIONS] == [
        ("countries", "countries"),
        ("regions", "choices"),
        ("themes", "themes"),
        ("information", "choice"),
        ("scale", "choice"),
        ("evidence", "choice"),
        ("ready_on", "date"),
        ("happened_on", "date"),
        ("urgency", "choice"),
        ("consent", "choice"),
        ("identification", "choice"),
        ("remedies", "choice"),
        ("final_decision_on", "date"),
        ("elsewhere", "choice"),
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


@pytest.mark.parametrize("slug", sorted(BY_SLUG.keys() - CASES_ONLY - {"final_decision_on", "sponsor"}))
def test_every_other_question_always_applies(slug):
    assert BY_SLUG[slug].asked_when({}) is True
    assert BY_SLUG[slug].asked_when(NO_CASE) is True
