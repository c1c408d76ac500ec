"""Who sees what on a route: the State, the public and the UN. The words are facts of the edition, each with its source."""

from typing import NamedTuple

from rules.facts.edition import Edition
from rules.vocabulary import RouteSlug

from . import texts


class Visibility(NamedTuple):
    """What each side gets to see."""

    state: str
    public: str
    un: str
    source: str


def visibility(route: RouteSlug, edition: Edition) -> Visibility:
    """Who sees what on a route."""
    row = texts.of(edition).routes[route]
    return Visibility(row.sees_state, row.sees_public, row.sees_un, row.source)
