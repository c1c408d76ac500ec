"""What subjects ask of an edition: sources, numbers, and rows that rules name. Without them it cannot be shown, so it is not kept.

Each subject that cites something registers in its own ``needs`` module; the loop in `advisor.subjects` loads them all.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from rules.facts.edition import Edition


@dataclass(frozen=True)
class Kind:
    """A kind of row: which of them an edition has, by slug or key, and what is wrong where one is missing."""

    there: Callable[[Edition], Collection[str]]
    missing: str


KINDS: Mapping[str, Kind] = {
    "sources": Kind(
        lambda edition: edition.sources, "source {!r} is cited by a sentence or linked by a page, and is not there"
    ),
    "numbers": Kind(lambda edition: edition.rules, "number {!r} stands in a sentence, and is not there"),
    "themes": Kind(lambda edition: edition.themes, "theme {!r} is named by a rule, and is not there"),
    "mandates": Kind(
        lambda edition: {mandate.slug for mandate in edition.mandates},
        "mandate {!r} is named by a rule, and is not there",
    ),
    "treaties": Kind(lambda edition: edition.treaties, "treaty {!r} is named by a rule, and is not there"),
}


_needs: dict[str, Mapping[str, frozenset[str]]] = {}


def register(subject: str, **by_kind: Iterable[str]) -> None:
    """Take part. In: the subject's name (a second registration replaces the first), and slugs or keys for some of `KINDS`."""
    _needs[subject] = {kind: frozenset(slugs) for kind, slugs in by_kind.items()}


def unmet(edition: Edition) -> Iterator[str]:
    """What is missing, a line each; nothing where the edition can be shown. For whoever publishes one."""
    for name, kind in KINDS.items():
        wanted = frozenset[str]().union(*(asked.get(name, frozenset()) for asked in _needs.values()))
        yield from (kind.missing.format(slug) for slug in sorted(wanted - set(kind.there(edition))))
