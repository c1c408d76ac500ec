"""The bridge between living facts and advice: an edition is an immutable snapshot, named by the digest of its content.

Advice never reads living rows. Only this package reads ``mechanisms``; everybody else asks for an edition.
"""

from .store import (
    BadFacts,
    EditionMissing,
    content_of,
    current,
    current_edition_id,
    open_edition,
    publish,
    publish_existing,
    store,
)

__all__ = [
    "BadFacts",
    "EditionMissing",
    "content_of",
    "current",
    "current_edition_id",
    "open_edition",
    "publish",
    "publish_existing",
    "store",
]
