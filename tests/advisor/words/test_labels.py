"""Everything that has a slug has words, and no words are left over."""

import re

import pytest

from advisor.words import labels
from mechanisms.models import Route
from rules.questions import BY_SLUG, QUESTIONS
from rules.vocabulary import DateCode, DateStatus, RouteSlug, Side, Stage, Verdict

CLOSED = {(question.slug, value) for question in QUESTIONS for value in question.allowed}


def test_every_question_has_words_and_no_other():
    assert set(labels.QUESTIONS) == set(BY_SLUG)


def test_every_answer_has_words_and_no_other():
    assert set(labels.ANSWERS) == CLOSED


def test_every_list_says_what_an_empty_one_means():
    assert set(labels.EMPTY_LABELS) == {
        question.slug for question in QUESTIONS if question.kind not in ("choice", "date") and question.may_be_empty
    }


@pytest.mark.parametrize(
    ("words", "slugs"),
    [
        (labels.ROUTES, RouteSlug),
        (labels.ROUTE_LINES, RouteSlug),
        (labels.VERDICTS, Verdict),
        (labels.SIDES, Side),
        (labels.SIDE_LINES, Side),
        (labels.STAGES, Stage),
        (labels.DATE_STATUS, DateStatus),
        (labels.DATES, DateCode),
    ],
)
def test_every_slug_of_a_kind_has_words(words, slugs):
    assert set(words) == set(slugs)


def every_text():
    for text in labels.QUESTIONS.values():
        yield from map(str, text)
    for answer in labels.ANSWERS.values():
        yield from (str(part) for part in answer if part)


def test_questions_and_answers_are_in_short_sentences():
    sentences = [sentence for text in every_text() for sentence in re.split(r"(?<=[.?!:])\s", text)]
    assert [sentence for sentence in sentences if len(sentence.split()) > 25] == []


def test_nobody_is_asked_for_a_name():
    asking = re.compile(r"\b(your|the victim’s|their|full) names?\b", re.IGNORECASE)
    assert [text for text in every_text() if asking.search(text)] == []


def test_each_route_has_one_name_on_every_page(facts):
    """The reference pages name a route by its row, all others by our words."""
    assert {row.slug: row.label for row in Route.objects.all()} == {
        str(slug): str(name) for slug, name in labels.ROUTES.items()
    }
