"""How much each reason counts, and from how many points a route is strong, good or possible."""

from collections.abc import Mapping
from dataclasses import dataclass

from rules.vocabulary import RouteSlug


@dataclass(frozen=True, slots=True)
class Weights:
    """Points and thresholds. ``tables`` is route → factor → answer → points; every table holds the key ``unknown``."""

    tables: Mapping[RouteSlug, Mapping[str, Mapping[str, int]]]
    base: Mapping[RouteSlug, int]
    thresholds: Mapping[str, int]
    tie_margin: int
    source: str
