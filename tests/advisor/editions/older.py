"""Editions that earlier releases made, kept as they were stored: one of each schema."""

import gzip

from tests.rules.shipped import EDITIONS

FIRST = "37645f83bc1c47c086117568a9ab1b36"
"""Of the first schema, out of the facts and weights that its last release shipped."""


def text(edition_id: str = FIRST) -> str:
    """The stored text of an older edition."""
    return gzip.decompress((EDITIONS / f"{edition_id}.json.gz").read_bytes()).decode()
