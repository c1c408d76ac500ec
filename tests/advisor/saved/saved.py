"""Saved advice for tests: somebody's answers, kept."""

from typing import Any

from advisor.questions.drawer import Draft
from advisor.saved import actions
from advisor.saved.models import SavedAdvice
from tests.support.cases import answers_of

DAY = "2026-11-24"
NAME, NOTES = "Salt works petition", "Meet the delegate behind the bakery"
"""Words that stand nowhere else."""


def draft(case: str = "nubian-children-kenya", **more: Any) -> Draft:
    """The answers of a case, as the wizard keeps them."""
    return Draft(answers=answers_of(case) | more, no_danger="no")


def kept(by: Any, case: str = "nubian-children-kenya", notes: str = "", **more: Any) -> SavedAdvice:
    """Saved advice, with notes."""
    saved = actions.save(**{"draft": draft(case), "name": NAME, "by": by} | more)
    return actions.change_notes(saved=saved, notes=notes, revision=saved.revision, by=by) if notes else saved
