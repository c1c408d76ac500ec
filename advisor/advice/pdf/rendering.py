"""Advice on paper. ``render`` is the only door."""

import json

from django.utils import translation

from rules.facts.edition import Edition
from rules.result import Advice

from .data import document
from .glyphs import Guard
from .typesetting import Busy, NotSet, typesetter

__all__ = ["PAPERS", "Busy", "NotSet", "render"]

PAPERS = ("a4", "letter")


def render(
    advice: Advice, edition: Edition, *, language: str, with_answers: bool, paper: str = "a4", brief: bool = False
) -> bytes:
    """The advice as a PDF: the same advice in the same language gives the same bytes.

    ``edition`` is the one that the advice was computed from, ``paper`` one of ``PAPERS``; ``brief`` gives two pages instead of all.
    Without answers neither they nor the sentences that repeat them are in it. Raises ``Busy`` where too many are asked for, ``NotSet``
    where this one can't be made.
    """
    with typesetter() as free:
        # Only now, so that those who wait hold no document in memory.
        with translation.override(language):
            shown = document(advice, edition, language=language, with_answers=with_answers, paper=paper, brief=brief)
        return free.typeset(json.dumps(Guard().clean(shown), ensure_ascii=False))
