"""Themes: the words in which people name the rights concerned, and the treaties under which each can be brought."""

from dataclasses import dataclass

from rules.vocabulary import CoverKind


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme. ``grave``: life, liberty or bodily integrity is at stake."""

    slug: str
    label: str
    grave: bool


@dataclass(frozen=True, slots=True)
class ThemeTreaty:
    """A treaty that covers a theme: it names it (``main``), or the matter can be framed under it on a ``condition`` said in words.

    The best fitting stand first, as editors put them.
    """

    treaty: str
    kind: CoverKind
    condition: str
    source: str
    checked_on: str
    position: int = 0
    """Its place among its like, as editors put them."""
