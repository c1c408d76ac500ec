"""The pictures of the advice page: drawn by the server as SVG, each with a table that says the same.

Sizes across are shares of the width, so that letters keep their size on a phone; what can't wrap in a picture is wrapped here. Shape and
pattern tell things apart, and everything is drawn in the colour of the text around it.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import template
from django.utils.translation import get_language_bidi

from . import pictures
from .page import AdvicePage

register = template.Library()

LETTERS = 42
"""So many letters of normal width fit into a line on a small phone."""

LINE, BAR, GAP, AXIS = 19, 14, 14, 22
"""Heights of a line of words, of a bar, between two rows, and of the months above the time line."""

LABELLED = 2
"""Every so many of the months with a name show it: on a phone there is no room for more."""


@dataclass(frozen=True)
class Row:
    """One row of a picture: lines of words, each with its height, and from where to where the thing below them is drawn."""

    lines: tuple[tuple[int, str], ...]
    top: int
    middle: int
    bottom: int
    item: Any


@register.inclusion_tag("advice/_timeline.html")
def timeline(page: AdvicePage) -> dict[str, Any]:
    """The dates of the next months."""
    time = pictures.timeline(page.timeline, page.day)
    rows, height = _rows((((f"{mark.when}: {mark.what}",), mark) for mark in time.marks), AXIS)
    months = [tick for tick in time.ticks if tick.label][::LABELLED]
    return {"time": time, "months": months, "rows": rows, "height": height}


@register.simple_tag
def across(start: float, width: float = 0) -> str:
    """Where something stands that starts at a share of the width, as SVG writes it; counted from the side where reading starts."""
    return wide(1 - start - width if get_language_bidi() else start)


@register.simple_tag
def wide(width: float) -> str:
    """A width, as SVG writes it in every language."""
    return f"{width * 100:.2f}%"


def _rows(items: Iterable[tuple[tuple[str, ...], Any]], top: int = 0) -> tuple[list[Row], int]:
    """In: each thing to draw and the words above it. Out: the rows, and the height of the whole picture."""
    rows = []
    for words, item in items:
        wanted = [line for part in words for line in wrapped(part)]
        lines = tuple((top + LINE * (place + 1) - 5, line) for place, line in enumerate(wanted))
        below = top + LINE * len(lines)
        rows.append(Row(lines, below, below + BAR // 2, below + BAR, item))
        top = below + BAR + GAP
    return rows, top


def wrapped(words: str) -> list[str]:
    """Words in lines that fit a small phone. Chinese letters count twice; a word longer than a line is broken."""
    lines, line, used = [], "", 0
    for word in _pieces(words):
        width = _width(word)
        if used and used + width > LETTERS:
            lines.append(line.rstrip())
            line, used = "", 0
        line, used = line + word, used + width
    return [*lines, line.rstrip()]


def _pieces(words: str) -> Iterable[str]:
    """What may not be broken: words with the space after them, single letters of scripts without spaces and of endless words."""
    for word in words.split():
        if _width(word) > LETTERS // 2:
            yield from word
            yield " "
        else:
            yield f"{word} "


def _width(word: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in word)
