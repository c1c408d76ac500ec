"""The content of the real edition, changed by hand, and advice on it."""

import copy
import datetime
import json
from collections.abc import Callable
from typing import Any

import pytest

from advisor.editions.thaw import thaw
from rules.advice import advise
from rules.facts.edition import Edition
from rules.result import Advice
from rules.scenario import check

DAY = datetime.date(2026, 5, 1)
MYANMAR = {"themes": ["torture"], "countries": ["MMR"], "information": "country-overview", "urgency": "ongoing"}


@pytest.fixture
def content(edition: str) -> dict[str, Any]:
    """The content of the published edition; a test may change it."""
    from advisor.editions.models import Edition as Row

    return copy.deepcopy(json.loads(Row.objects.get(pk=edition).content))


@pytest.fixture
def ask() -> Callable[..., Advice]:
    """`ask(content, answers)`: the advice on the day of these tests, without what other answers would do."""

    def advice(content: Any, answers: dict[str, Any] = MYANMAR, day: datetime.date = DAY) -> Advice:
        edition = content if isinstance(content, Edition) else thaw("e", content)
        scenario = check(answers, countries=edition.states, themes=edition.themes)
        return advise(scenario, edition, day, counterfactuals=False)

    return advice
