"""Whatever the core may say, there are words for it, and no sentence is left with a hole in it."""

import datetime
import re
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advisor import checks
from advisor.editions import store
from advisor.words import serialise
from rules.advice import advise
from rules.questions import QUESTIONS
from rules.scenario import check

HOLE = re.compile(r"%\(|\{\w*\}|“”|\(\)|: \.| ,|  ")
STATES = ["KEN", "EGY", "TGO", "NPL", "USA", "ESP", "RUS", "FRA", "CHN", "MMR", "PSE", "VAT", "NIC", "UKR"]
THEMES = ["torture", "arbitrary-detention", "enforced-disappearance", "children", "racism", "housing", "lgbti", "women"]
DAYS = st.dates(datetime.date(2018, 1, 1), datetime.date(2028, 12, 31))


def answers(slug: str) -> st.SearchStrategy[Any]:
    question = next(question for question in QUESTIONS if question.slug == slug)
    match question.kind:
        case "date":
            return DAYS
        case "choice":
            return st.sampled_from(question.allowed)
        case "choices":
            return st.lists(st.sampled_from(question.allowed), min_size=not question.may_be_empty, max_size=3)
        case "countries":
            return st.lists(st.sampled_from(STATES), max_size=4)
        case _:
            return st.lists(st.sampled_from(THEMES), max_size=3)


SCENARIOS = st.fixed_dictionaries({}, optional={question.slug: answers(question.slug) for question in QUESTIONS})


def sentences(value: object) -> list[str]:
    """Every text that a person reads in an advice's JSON."""
    if isinstance(value, dict):
        texts = [item for key, item in value.items() if key in ("text", "why", "state", "public", "un") and item]
        return texts + [text for item in value.values() for text in sentences(item)]
    return [text for item in value for text in sentences(item)] if isinstance(value, list) else []


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(raw=SCENARIOS, day=DAYS)
def test_every_code_that_the_core_emits_has_words(edition: str, raw: dict[str, Any], day: datetime.date) -> None:
    facts = store.open_edition(edition)
    themes = [theme for theme in raw.get("themes", []) if theme in facts.themes]
    scenario = check({**raw, "themes": themes} if "themes" in raw else raw, countries=facts.states, themes=facts.themes)
    advice = advise(scenario, facts, day)
    found = sentences(serialise.as_json(advice, facts))
    assert found
    assert [text for text in found if HOLE.search(text) or text[-1] not in ".?!:”"] == []
    assert not HOLE.search(re.sub(r"^\s+", "", serialise.as_text(advice, facts), flags=re.M))


def test_the_check_is_content() -> None:
    assert checks.every_code_has_words() == []


@pytest.mark.parametrize(
    ("table", "code"),
    [
        ("GATES", "pattern.pass"),
        ("FACTORS", "urgency-imminent"),
        ("TITLES", "complaint"),
        ("SEQUENCE", "remedies-first"),
    ],
)
def test_a_code_without_words_fails_the_check(table: str, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    words = dict(getattr(checks, table))
    del words[code]
    monkeypatch.setattr(checks, table, words)
    assert any(repr(code) in error.msg for error in checks.every_code_has_words())


def test_a_sentence_that_asks_for_the_unknown_fails_the_check(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "ACTIONS", {**checks.ACTIONS, "complaint": "Write to %(whom)s."})
    assert [error.msg for error in checks.every_code_has_words()] == [
        "'complaint' asks for 'whom', which is no parameter"
    ]
