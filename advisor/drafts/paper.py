"""A draft as a document of plain blocks, before it becomes a file of some kind."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.utils import translation
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from advisor.words import names
from advisor.words.sources import how_read, name
from mechanisms.words import sentences
from rules.dates import PartialDate
from rules.facts.edition import Edition
from rules.facts.sources import Source

from .counting import words
from .limits import Limit
from .outline import Outline
from .visible import lines, visible


class Style(StrEnum):
    """What a block is."""

    HEADING = "heading"
    TEXT = "text"
    NOTE = "note"
    """Our note on what belongs here."""


@dataclass(frozen=True)
class Block:
    """One line of the document. Its text holds no line end and nothing that can't be shown."""

    style: Style
    text: str


class Sheet(StrEnum):
    """The size of the page."""

    A4 = "a4"
    LETTER = "letter"

    @property
    def millimetres(self) -> tuple[float, float]:
        """Width and height."""
        return (210.0, 297.0) if self is Sheet.A4 else (215.9, 279.4)


FACE, ARABIC_FACE, CHINESE_FACE = "Noto Sans", "Noto Sans Arabic", "Noto Sans SC"
"""The typeface of the portal's PDF and pages."""

INSTEAD: Mapping[str, tuple[str, ...]] = {
    FACE: ("Liberation Sans", "Arial"),
    ARABIC_FACE: ("DejaVu Sans", "Arial"),
    CHINESE_FACE: ("Microsoft YaHei", "SimSun"),
}
"""What a program takes that has not got it, the nearest first."""


@dataclass(frozen=True)
class Paper:
    """A document: the same one gives the same bytes, in each kind of file."""

    title: str
    language: str
    blocks: tuple[Block, ...]
    sheet: Sheet = Sheet.A4

    @property
    def rtl(self) -> bool:
        """Whether its language is read from right to left."""
        return bool(get_language_info(self.language)["bidi"])


def clean(outline: Outline, title: str, texts: Mapping[str, str], *, language: str) -> Paper:
    """The text alone, to be completed and sent. Parts with nothing in them are left out."""
    with translation.override(language):
        blocks = [
            block
            for section in outline.sections
            if texts.get(section.key, "").strip()
            for block in _part(str(section.heading), texts[section.key])
        ]
        return Paper(in_one_line(title), language, tuple(blocks))


def working_copy(
    outline: Outline, title: str, texts: Mapping[str, str], found: Sequence[Limit], edition: Edition, *, language: str
) -> Paper:
    """The text with what belongs into each part, and at the end the limits, the checklist, and the sources of the rules.

    Headings and text are in ``language``, our notes in the language that is active.
    """
    with translation.override(language):
        headings = [str(section.heading) for section in outline.sections]
    blocks: list[Block] = []
    for section, heading in zip(outline.sections, headings, strict=True):
        first, *rest = _part(heading, texts.get(section.key, ""))
        blocks += [first, *_notes(str(section.guidance)), *rest]
    blocks.append(Block(Style.HEADING, _("Before you send it")))
    for limit in found:
        doubt = "" if limit.verified else _("Not verified: look it up before you rely on it.")
        blocks += _notes(sentences((_("%(limit)s.") % {"limit": limit.text}, doubt, limit.note)))
    if not found:
        blocks += _notes(_("We have found no limit with a source. Look on the page of the body itself."))
    for tick in outline.ticks:
        blocks += _notes(f"☐ {tick.label}")
    blocks += _notes(_("Nothing was sent by the portal: you send it yourselves, when you are ready."))
    blocks.append(Block(Style.HEADING, _("Sources")))
    for slug in _cited(outline, found):
        if slug in edition.sources:
            blocks += _notes(_source(edition.sources[slug]))
    return Paper(in_one_line(title), language, tuple(blocks))


def count(outline: Outline, title: str, texts: Mapping[str, str], *, language: str) -> int:
    """The words of the text alone, title and headings included: what a word processor counts in the file."""
    with translation.override(language):
        parts = [(str(section.heading), visible(texts.get(section.key, ""))) for section in outline.sections]
    return words(title) + sum(words(heading) + words(text) for heading, text in parts if text.strip())


def _part(heading: str, text: str) -> Iterator[Block]:
    yield Block(Style.HEADING, in_one_line(heading))
    yield from in_lines(text)


def in_lines(text: str, style: Style = Style.TEXT) -> list[Block]:
    """A text as blocks, one for each of its lines that holds something."""
    return [Block(style, line) for line in lines(visible(text))]


def _notes(text: str) -> list[Block]:
    return in_lines(text, Style.NOTE)


def _cited(outline: Outline, found: Sequence[Limit]) -> Iterator[str]:
    """The slugs of the sources, each once, in the order of the document."""
    slugs = [
        *(section.source for section in outline.sections),
        *(limit.source for limit in found),
        *(tick.source for tick in outline.ticks),
    ]
    return (slug for slug in dict.fromkeys(slugs) if slug)


def _source(source: Source) -> str:
    day = names.day(PartialDate.parse(source.checked_on)) if source.checked_on else ""
    checked = _("Last checked %(day)s.") % {"day": day} if day else ""
    return sentences((_("%(title)s.") % {"title": name(source)}, source.url, how_read(source), checked))


def in_one_line(text: str) -> str:
    """A text for a title or a heading."""
    return " ".join(visible(text).split())
