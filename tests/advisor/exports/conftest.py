"""Advice to be exported: a shipped case on the real facts."""

import datetime
import json
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from django.conf import settings

from advisor import editions
from advisor.core.advice import advise
from advisor.core.facts import Edition
from advisor.core.result import Advice
from advisor.core.scenario import check

CASES = Path(settings.BASE_DIR) / "fixtures" / "cases"
DAY = datetime.date(2026, 11, 24)

Advised = Callable[..., Advice]


@pytest.fixture
def frozen(edition: str) -> Edition:
    """The published edition, opened."""
    return editions.open_edition(edition)


@pytest.fixture
def advised(frozen: Edition) -> Advised:
    """Advice on a case by its name, on the published edition or another."""

    def run(case: str = "nubian-children-kenya", on: Edition = frozen) -> Advice:
        read = yaml.safe_load((CASES / f"{case}.yaml").read_text(encoding="utf-8"))
        answers = json.loads(json.dumps(read["scenario"], default=str))
        return advise(check(answers, countries=on.states, themes=on.themes), on, read.get("as_of") or DAY)

    return run
