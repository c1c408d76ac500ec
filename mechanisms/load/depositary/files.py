"""UN Treaty Collection XML → who signed and who is bound, since when. Read with care: the file comes from outside.

The reader expects rows under `Treaty/Participants/Table/TGroup/Tbody`, columns named in `Thead`, days as "22 Apr 2016" with a letter
for the act behind them, brackets around what was withdrawn, footnote marks inside the names. Notes and declarations are not read.
`docs/editors.md` says what this was checked against.
"""

import datetime
import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

from django.utils.translation import gettext as _

from .columns import Column, Use, columns_of
from .soundness import Refused, tree

_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MONTHS = {name: number for number, name in enumerate(_NAMES, start=1)}
_DAY = re.compile(r"(\[?)\s*(\d{1,2})\s+([A-Z][a-z]{2})[a-z]*\.?\s+(\d{4})\s*([A-Za-z]{0,2})\s*(\]?)")
_CHAPTER = re.compile(r"CHAPTER\s+([IVXL]+)", re.IGNORECASE)


@dataclass(frozen=True)
class Deed:
    """A day and what was done on it. ``withdrawn``: the depositary puts it in brackets."""

    day: datetime.date
    action: str
    withdrawn: bool = False


@dataclass(frozen=True)
class Participant:
    """A line of the list, under the name that the depositary uses. Who only applies the treaty provisionally is not bound."""

    name: str
    signed: Deed | None
    bound: Deed | None
    provisional: Deed | None = None

    @property
    def is_party(self) -> bool:
        """Whether the depositary counts it among the parties."""
        return self.bound is not None and not self.bound.withdrawn


@dataclass(frozen=True)
class DepositaryFile:
    """The list with its title, its number such as "IV-9", and, where given, how many parties the depositary counts."""

    title: str
    parties: int | None
    participants: tuple[Participant, ...]
    unread: tuple[str, ...]
    """Cells that could not be read, with their line; each needs a person."""
    number: str = ""

    @property
    def bound(self) -> int:
        """How many participants the list shows as bound."""
        return sum(1 for one in self.participants if one.is_party)

    @property
    def is_miscounted(self) -> bool:
        """Whether the list shows another number of parties than the depositary states."""
        return self.parties is not None and self.parties != self.bound

    @property
    def newest(self) -> datetime.date | None:
        """The last day on which anybody did anything: the file can't be older."""
        deeds = (deed for one in self.participants for deed in (one.signed, one.bound, one.provisional))
        return max((deed.day for deed in deeds if deed), default=None)


def read(content: bytes) -> DepositaryFile:
    """The list of any treaty, an empty one too. Raises ``Refused``."""
    root: Any = tree(content)
    table = root.find(".//Participants/Table")
    if table is None:
        raise Refused(_("The file has no list of participants. Take the XML from the treaty's own page."))
    columns = columns_of([_text(cell) for cell in table.iterfind(".//Thead//Entry")])
    found: dict[str, Participant] = {}
    unread = []
    for line in table.iterfind(".//Tbody//Row"):
        cells = [_text(cell) for cell in line.iterfind("Entry")]
        if not any(cells):
            continue
        try:
            one = _participant(cells, columns)
        except ValueError:
            unread.append(" | ".join(cells)[:200])
            continue
        if one.name in found:
            unread.append(" | ".join(cells)[:200])
        found.setdefault(one.name, one)
    parties = (root.findtext(".//Status/Parties") or "").strip()
    title = _without_marks(root.findtext(".//Subtitlesect") or root.findtext(".//Titlesect") or "")
    return DepositaryFile(
        title,
        int(parties) if parties.isascii() and parties.isdigit() else None,
        tuple(found.values()),
        tuple(unread),
        _number(root),
    )


def _number(root: Any) -> str:
    """The treaty's number, as its page has it: chapter, part, number and letter. Empty where the file does not say."""
    chapter = _CHAPTER.search(root.findtext(".//Header/Chapter/Header") or "")
    number = (root.findtext(".//Numsect") or "").strip()
    if chapter is None or not number:
        return ""
    part, letter = ((root.findtext(path) or "").strip() for path in (".//Header/SubChapter/Header", ".//Subnumsect"))
    return "-".join(piece for piece in (chapter[1].upper(), part, number, letter) if piece)


def _participant(cells: list[str], columns: list[Column]) -> Participant:
    """A line. Raises ``ValueError`` where a cell is not understood, or where there are not as many as columns."""
    name, deeds = "", dict[Use, Deed]()
    for cell, column in zip(cells, columns, strict=True):
        if column.use is Use.NAME:
            name = cell
        elif column.use is not Use.OTHER and (deed := _deed(cell, column.acts)):
            known = deeds.get(column.use)
            if known is None or known.withdrawn:
                deeds[column.use] = deed if known is None or not deed.withdrawn else known
    if not name:
        raise ValueError(cells)
    return Participant(name, deeds.get(Use.SIGNATURE), deeds.get(Use.CONSENT), deeds.get(Use.PROVISIONAL))


def _deed(cell: str, acts: Mapping[str, str]) -> Deed | None:
    """A cell such as "22 Apr 2016 a" or "[20 Jan 2021 A]". Raises ``ValueError`` on anything else."""
    if not cell:
        return None
    match = _DAY.fullmatch(cell)
    if match is None or bool(match[1]) != bool(match[6]):
        raise ValueError(cell)
    if match[3] not in MONTHS or match[5] not in acts:
        raise ValueError(cell)
    day = datetime.date(int(match[4]), MONTHS[match[3]], int(match[2]))
    return Deed(day, acts[match[5]], withdrawn=bool(match[1]))


def _text(element: Element) -> str:
    """The words of a cell without marks of footnotes, which may be elements or, escaped, part of the text."""
    return _without_marks("".join(_parts(element)))


def _parts(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if str(child.tag).lower() not in ("superscript", "sup"):
            yield from _parts(child)
        yield child.tail or ""


def _without_marks(text: str) -> str:
    text = html.unescape(text)
    text = re.sub(r"<(superscript|sup)\b[^>]*>.*?</\1>", "", text, flags=re.IGNORECASE | re.DOTALL)
    text = re.sub(r"<[^<>]*>", "", text)
    return " ".join(text.split())
