"""Editions that earlier releases made, kept as they were stored: content of each schema, compressed."""

import gzip
from pathlib import Path

DATA = Path(__file__).parent / "data"

FIRST = "schema-1"
"""Made by the last release of the first schema, out of the facts and weights that it shipped."""


def text(name: str = FIRST) -> str:
    """The stored text of an older edition."""
    return gzip.decompress((DATA / f"{name}.json.gz").read_bytes()).decode()
