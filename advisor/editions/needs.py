"""What subjects ask of an edition: sources by slug and numbers by key. An edition without them cannot be shown, so it is not kept.

Each subject that cites something registers in its own ``needs`` module; the loop in `advisor.apps` loads them all.
"""

from collections.abc import Iterable, Iterator

from rules.facts.edition import Edition

_sources: dict[str, frozenset[str]] = {}
_numbers: dict[str, frozenset[str]] = {}


def register(subject: str, *, sources: Iterable[str] = (), numbers: Iterable[str] = ()) -> None:
    """Take part. In: the subject's name (a second registration replaces the first), slugs of sources, keys of numbers."""
    _sources[subject], _numbers[subject] = frozenset(sources), frozenset(numbers)


def unmet(edition: Edition) -> Iterator[str]:
    """What is missing, a line each; nothing where the edition can be shown. For whoever publishes one."""
    for slug in sorted(frozenset().union(*_sources.values()) - set(edition.sources)):
        yield f"source {slug!r} is cited by a sentence or linked by a page, and is not there"
    for key in sorted(frozenset().union(*_numbers.values()) - set(edition.rules)):
        yield f"number {key!r} stands in a sentence, and is not there"
