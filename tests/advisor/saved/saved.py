"""Saved advice for tests: somebody's answers, kept."""

import json
from pathlib import Path
from typing import Any

import yaml
from django.conf import settings

from advisor.questions.drawer import Draft
from advisor.saved import actions
from advisor.saved.models import SavedAdvice

CASES = Path(settings.BASE_DIR) / "fixtures" / "cases"
DAY = "2026-11-24"
NAME, NOTES = "Salt works petition", "Meet the delegate behind the bakery"
"""Words that stand nowhere else."""


def draft(case: str = "nubian-children-kenya", **more: Any) -> Draft:
    """The answers of a case, as the wizard keeps them."""
    scenario = yaml.safe_load((CASES / f"{case}.yaml").read_text(encoding="utf-8"))["scenario"]
    return Draft(answers={**json.loads(json.dumps(scenario, default=str)), **more}, no_danger="no")


def kept(by: Any, case: str = "nubian-children-kenya", notes: str = "", **more: Any) -> SavedAdvice:
    """Saved advice, with notes."""
    saved = actions.save(**{"draft": draft(case), "name": NAME, "by": by} | more)
    return actions.change_notes(saved=saved, notes=notes, revision=saved.revision, by=by) if notes else saved
