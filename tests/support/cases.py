"""The shipped expert cases, read once a run, and the advice on each, worked out once an edition."""

import datetime
import json
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from rules.advice import advise
from rules.facts.edition import Edition
from rules.result import Advice
from rules.scenario import check

CASES = Path(__file__).resolve().parents[2] / "fixtures" / "cases"
DAY = datetime.date(2026, 11, 24)


def read(case: str) -> dict[str, Any]:
    """A case as JSON would hold it. A copy of one's own."""
    found: dict[str, Any] = json.loads(_text(case))
    return found


def answers_of(case: str) -> dict[str, Any]:
    """Its answers, as the wizard keeps them. A copy of one's own."""
    answers: dict[str, Any] = read(case)["scenario"]
    return answers


def day_of(case: str) -> datetime.date:
    """The day on which it is asked."""
    return datetime.date.fromisoformat(read(case).get("as_of") or str(DAY))


def advice_of(case: str, edition: Edition) -> Advice:
    """The advice on it, with what another answer would do."""
    known = _advices.get((case, edition.id))
    # An edition that a test made may bear the id of another.
    if known is None or known[0] is not edition:
        scenario = check(answers_of(case), countries=edition.states, themes=edition.themes)
        known = _advices[case, edition.id] = (edition, advise(scenario, edition, day_of(case)))
    return known[1]


_advices: dict[tuple[str, str], tuple[Edition, Advice]] = {}


@cache
def _text(case: str) -> str:
    return json.dumps(yaml.safe_load((CASES / f"{case}.yaml").read_text(encoding="utf-8")), default=str)
