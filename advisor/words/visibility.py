"""Who sees what on a route: the State, the public and the UN. The words are facts of the edition, each with its source."""

from typing import NamedTuple

from rules.facts.edition import Edition
from rules.vocabulary import RouteSlug

from . import fact_texts


class Visibility(NamedTuple):
    """What each side gets to see."""

    state: str
    public: str
    un: str
    source: str


def visibility(route: RouteSlug, edition: Edition) -> Visibility:
    """Who sees what on a route."""
    row = edition.display["routes"][route]
    seen = {side: fact_texts.of("routes", route.value, f"sees_{side}", text) for side, text in row["sees"].items()}
    return Visibility(**seen, source=row["source"])
