"""The drawer for drafts."""

import pytest
from django.test import RequestFactory

from advisor.questionnaire import answers
from advisor.questionnaire.answers import Draft


@pytest.fixture
def request_with_drawer():
    request = RequestFactory().get("/")
    request.session = {}
    return request


def test_what_is_put_in_comes_out(request_with_drawer):
    answers.save(request_with_drawer, {"scale": "unknown", "countries": []})
    assert answers.load(request_with_drawer) == {"scale": "unknown", "countries": []}
    assert answers.exists(request_with_drawer)


def test_saving_answers_leaves_the_rest_of_the_draft(request_with_drawer):
    answers.keep(request_with_drawer, Draft(answers={"scale": "single-case"}, at="information", owed=["events"]))
    answers.save(request_with_drawer, {})
    assert answers.open_draft(request_with_drawer) == Draft(at="information", owed=["events"])


def test_an_empty_drawer_gives_an_empty_draft(request_with_drawer):
    assert answers.load(request_with_drawer) == {}
    assert not answers.exists(request_with_drawer)


@pytest.mark.parametrize(
    "other",
    ["text", {}, {"kind": "scenario-draft", "version": 0, "answers": {"scale": "x"}}, {"kind": "other", "version": 1}],
)
def test_what_belongs_to_somebody_else_is_not_read(request_with_drawer, other):
    request_with_drawer.session[answers.KEY] = other
    assert answers.load(request_with_drawer) == {}


def test_clearing_takes_everything(request_with_drawer):
    answers.save(request_with_drawer, {"scale": "single-case"})
    answers.clear(request_with_drawer)
    assert request_with_drawer.session == {}
