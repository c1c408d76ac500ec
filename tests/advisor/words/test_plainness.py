"""How hard the pages are to read: grade 8 at most, by Flesch and Kincaid, where people have to act.

The grade comes from the length of sentences and of words. It says nothing of sense: it keeps sentences from growing unseen.
"""

import html
import re

import pyphen
import pytest
from django.test import Client

from tests.advisor.advice.reading import FIRST_SCREENS
from tests.advisor.advice.test_views import DAY, answers_of, told

HARDEST = 8.0
LEAST_WORDS = 4
"""Shorter ones are labels."""

PARTS = pyphen.Pyphen(lang="en_US", left=1, right=1)
WORD = re.compile(r"[A-Za-z’'-]+")


def sentences(page: str) -> list[str]:
    """The sentences of the main part, those behind a fold too, without names of sources and addresses."""
    main = page.split("<main", 1)[1].split("</main>", 1)[0]
    main = re.sub(
        r'<(script|svg|template|select|ol class="sources")\b.*?</(script|svg|template|select|ol)>',
        " ",
        main,
        flags=re.DOTALL,
    )
    found = []
    for _tag, block in re.findall(r"<(p|li|dd|td)\b[^>]*>(.*?)</\1>", main, re.DOTALL):
        text = " ".join(html.unescape(re.sub(r"<a .*?</a>|<[^>]+>", " ", block, flags=re.DOTALL)).split())
        for sentence in re.split(r"(?<=[.!?])\s+", text):
            if sentence.endswith((".", "!", "?")) and len(WORD.findall(sentence)) >= LEAST_WORDS:
                found.append(sentence)
    return found


def grade(found: list[str]) -> float:
    words = [word for sentence in found for word in WORD.findall(sentence)]
    syllables = sum(len(PARTS.positions(word.lower())) + 1 for word in words)
    return 0.39 * len(words) / len(found) + 11.8 * syllables / len(words) - 15.59


@pytest.mark.parametrize("path", ["/", "/start/", "/safety/", "/accessibility/"])
def test_the_pages_before_the_questions(path: str, client: Client, edition: str) -> None:
    assert grade(sentences(client.get(path).content.decode())) <= HARDEST


@pytest.mark.parametrize("path", ["/advice/", "/urgent/"])
@pytest.mark.parametrize("case", FIRST_SCREENS)
def test_an_advice(case: str, path: str, client: Client, edition: str, settings) -> None:
    settings.FIXED_DAY = DAY.isoformat()
    response = told(client, **answers_of(case)).get(path, follow=True)
    assert grade(sentences(response.content.decode())) <= HARDEST


def test_a_long_sentence_of_long_words_is_noticed() -> None:
    assert grade(["The cat sat on the mat."]) < 1
    assert (
        grade(
            ["Notwithstanding considerable jurisdictional complications, representatives unanimously reconsidered it."]
        )
        > 20
    )
