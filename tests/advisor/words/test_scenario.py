"""Answers in words."""

import pytest

from advisor.words.scenario import spoken
from tests.rules.world import edition


@pytest.mark.parametrize(
    ("question", "answer", "words"),
    [
        ("scale", "single-case", ("One case",)),
        ("scale", "unknown", ("I do not know",)),
        ("ready_on", "2026-03-07", ("7 March 2026",)),
        ("countries", ["AAA", "BBB"], ("State AAA", "State BBB")),
        ("countries", [], ("No particular State",)),
        ("themes", ["torture"], ("Torture",)),
        ("outcomes", ["mediation"], ("Talks with the government",)),
    ],
)
def test_an_answer_is_put_into_words(question, answer, words):
    assert spoken(question, answer, edition()) == words
