"""How long the questionnaire is: nothing is asked that cannot matter, so it stays short."""

import pytest

from rules.questions import BY_SLUG, cases
from rules.relevance import Relevance
from rules.scenario import check
from tests.advisor.questions import walked
from tests.rules import sampler, shipped, world

DAY = world.DAY
QUESTIONS_AT_MOST = {True: 21, False: 12}
PAGES_AT_MOST = {True: 13, False: 9}
"""With cases, and without; the start and the check page are counted."""
QUESTIONS_IN_THE_MIDDLE = {True: 18, False: 12}
PAGES_IN_THE_MIDDLE = {True: 13, False: 9}
"""What half of all organisations are asked at most."""
WORDS_AT_MOST = 1_500


@pytest.mark.parametrize("name", walked.EXAMPLES)
def test_the_questionnaire_is_short(name):
    answers = walked.EXAMPLES[name]
    seen, about_cases = walked.pages(answers, shipped.edition(), DAY), cases(answers) is True
    asked = [slug for page in seen for slug in page.asked if slug not in walked.OPTIONAL]
    assert len(asked) == len(set(asked))
    assert len(asked) <= QUESTIONS_AT_MOST[about_cases]
    assert len(seen) + walked.START_AND_CHECK <= PAGES_AT_MOST[about_cases]
    assert sum(page.words for page in seen) <= WORDS_AT_MOST


def test_in_danger_one_page_leads_to_help():
    first = walked.pages(walked.EXAMPLES["expulsion tomorrow"], shipped.edition(), DAY)[0]
    assert (first.step.key, first.step.urgent) == ("place-and-theme", True)


def test_every_example_has_an_answer_to_whatever_is_asked():
    for name, answers in walked.EXAMPLES.items():
        for page in walked.pages(answers, shipped.edition(), DAY):
            assert {slug for slug in page.asked if slug not in answers} <= walked.OPTIONAL, name


def middle(numbers):
    return sorted(numbers)[len(numbers) // 2]


def test_it_is_as_short_for_what_most_organisations_come_with():
    found = {True: [], False: []}
    for sample in sampler.samples(shipped.edition(), 60):
        found[cases(sample.answers) is True].append(walked.pages(sample.answers, shipped.edition(), sample.day))
    for about_cases, walks in found.items():
        asked = [sum(len([*{*page.asked} - walked.OPTIONAL]) for page in walk) for walk in walks]
        # A walk in the sampler says danger on its first page, and leaves a tenth of all questions open.
        assert middle(asked) <= QUESTIONS_IN_THE_MIDDLE[about_cases] + (1 if about_cases else 0)
        assert middle([len(walk) + walked.START_AND_CHECK for walk in walks]) <= PAGES_IN_THE_MIDDLE[about_cases]
        assert max(sum(page.words for page in walk) for walk in walks) <= WORDS_AT_MOST


def test_at_the_end_every_question_was_asked_or_makes_no_difference():
    edition = shipped.edition()
    for sample in sampler.samples(edition, 40):
        seen = walked.pages(sample.answers, edition, sample.day)
        asked = {slug for page in seen for slug in page.asked}
        told = {slug: value for slug, value in sample.answers.items() if slug in asked | {"sponsor"}}
        found = Relevance(check(told, countries=edition.states, themes=edition.themes), edition, sample.day)
        left = {question.slug for question in found.open_questions()} - asked
        applies = {
            slug for slug in left if BY_SLUG[slug].asked_when(told) is True and slug not in ("regions", "considered")
        }
        assert {slug for slug in applies if found.may_matter(slug)} == set(), sample.number
