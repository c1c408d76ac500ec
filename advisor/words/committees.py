"""Why a committee is the best one for a complaint, or why it comes second."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from rules.facts.edition import Edition
from rules.result import Committee

from .names import fill

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

COMMITTEES: Mapping[str, "StrPromise"] = {}


def committee_text(row: Committee, edition: Edition) -> str:
    """Why this one, or why second."""
    return fill(COMMITTEES[row.code], row.params, edition) if row.code in COMMITTEES else row.code
