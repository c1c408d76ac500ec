"""Themes: the words in which people name the rights concerned."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme and the treaties that cover it. ``grave``: life, liberty or bodily integrity is at stake."""

    slug: str
    label: str
    treaties: tuple[str, ...]
    grave: bool
