"""The editors' side of the facts. One module for each module of ``mechanisms.models``; the others have what these share."""

from . import (
    addresses,
    council,
    mandates,
    proposals,
    rechecks,
    routes,
    sources,
    states,
    supports,
    texts,
    themes,
    treaties,
    upr,
)

__all__ = [
    "addresses",
    "council",
    "mandates",
    "proposals",
    "rechecks",
    "routes",
    "sources",
    "states",
    "supports",
    "texts",
    "themes",
    "treaties",
    "upr",
]
