"""The shipped facts as a kept edition, read from a file: tests of the rules need no database and stay as they are when facts change."""

import gzip
import json
from functools import cache
from pathlib import Path
from typing import Any

from advisor.editions.thaw import thaw
from rules.facts.edition import Edition

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
EDITIONS = HERE / "editions"
CASES = ROOT / "fixtures" / "cases"
KEPT = "e76593f669e8770b92b8e0fd0addc159"
"""The facts and weights of 28 November 2026. The older one beside it shows that editions of a release before can still be read."""


def content(edition_id: str = KEPT) -> dict[str, Any]:
    """What a kept edition holds, as it was frozen."""
    return json.loads(gzip.decompress((EDITIONS / f"{edition_id}.json.gz").read_bytes()))


@cache
def edition(edition_id: str = KEPT) -> Edition:
    """A kept edition as the rules read it."""
    return thaw(edition_id, content(edition_id))
