"""The editors' side of the facts. One module for each module of ``mechanisms.models``; the others have what these share."""

from . import (
    addresses,
    at_home,
    committees,
    council,
    mandates,
    proposals,
    rechecks,
    resolutions,
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
    "at_home",
    "committees",
    "council",
    "mandates",
    "proposals",
    "rechecks",
    "resolutions",
    "routes",
    "sources",
    "states",
    "supports",
    "texts",
    "themes",
    "treaties",
    "upr",
]
