"""What has to be known before the first step of a route."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from rules.facts.edition import Edition
from rules.result import Warned

from .names import fill

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

WARNINGS: Mapping[str, "StrPromise"] = {}


def warning_text(row: Warned, edition: Edition) -> str:
    """The warning in a sentence."""
    return fill(WARNINGS[row.code], row.params, edition) if row.code in WARNINGS else row.code
