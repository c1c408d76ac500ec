"""Who sees what on a route: the State, the public and the UN. The words are facts of the edition, each with its source."""

from typing import NamedTuple

from rules.facts.edition import Edition
from rules.vocabulary import RouteSlug

from . import fact_texts, texts


class Visibility(NamedTuple):
    """What each side gets to see."""

    state: str
    public: str
    un: str
    source: str


def visibility(route: RouteSlug, edition: Edition) -> Visibility:
    """Who sees what on a route."""
    row = texts.of(edition).routes[route]

    def seen(side: str, english: str) -> str:
        return fact_texts.of("routes", route.value, f"sees_{side}", english)

    return Visibility(
        seen("state", row.sees_state), seen("public", row.sees_public), seen("un", row.sees_un), row.source
    )
