"""UN Treaty Collection XML → who signed and who is bound, since when. Read with care: the file comes from outside.

The reader expects rows under `Treaty/Participants/Table/TGroup/Tbody`, columns named in `Thead`, days as "22 Apr 2016" with a letter
for the act behind them, brackets around what was withdrawn, footnote marks inside the names. `docs/editors.md` says what this was
checked against.
"""

import datetime
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException
from django.utils.translation import gettext as _

ACTIONS = {
    "": "ratification",
    "a": "accession",
    "A": "acceptance",
    "AA": "approval",
    "c": "formal confirmation",
    "d": "succession",
    "s": "definitive signature",
}
"""The act, by the letter after its day; capital and small letters differ."""
_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MONTHS = {name: number for number, name in enumerate(_NAMES, start=1)}
_DAY = re.compile(r"(\[?)\s*(\d{1,2})\s+([A-Z][a-z]{2})[a-z]*\.?\s+(\d{4})\s*([A-Za-z]{0,2})\s*(\]?)")
_BINDING = re.compile(r"ratification|accession|acceptance|approval|succession|confirmation", re.IGNORECASE)


class Refused(ValueError):
    """The file can't be used; the message says why."""


@dataclass(frozen=True)
class Deed:
    """A day and what was done on it. ``withdrawn``: the depositary puts it in brackets."""

    day: datetime.date
    action: str
    withdrawn: bool = False


@dataclass(frozen=True)
class Participant:
    """A line of the list, under the name that the depositary uses."""

    name: str
    signed: Deed | None
    bound: Deed | None


@dataclass(frozen=True)
class DepositaryFile:
    """The list with its title and, where given, the number of parties that the depositary counts."""

    title: str
    parties: int | None
    participants: tuple[Participant, ...]
    unread: tuple[str, ...]
    """Cells that could not be read, with their line; each needs a person."""


def read(content: bytes) -> DepositaryFile:
    """Raises ``Refused``."""
    try:
        root: Any = ElementTree.fromstring(content, forbid_entities=True, forbid_external=True)
    except DefusedXmlException:
        raise Refused(_("The file holds entities of its own, which can do harm. It is refused.")) from None
    except (ParseError, ValueError, LookupError):
        raise Refused(
            _("This is not readable XML. Take the file from the treaty's page at the UN Treaty Collection.")
        ) from None
    table = root.find(".//Participants/Table")
    if table is None:
        raise Refused(_("The file has no list of participants. Take the XML from the treaty's own page."))
    header = [_text(cell) for cell in table.iterfind(".//Thead//Entry")]
    name, signed, bound = _columns(header)
    found, unread = [], []
    for line in table.iterfind(".//Tbody//Row"):
        cells = [_text(cell) for cell in line.iterfind("Entry")]
        if not any(cells):
            continue
        if len(cells) != len(header) or not cells[name]:
            unread.append(" | ".join(cells)[:200])
            continue
        deeds: list[Deed | None] = []
        for column in (signed, bound):
            try:
                deeds.append(next(filter(None, (_deed(cells[place]) for place in column)), None))
            except ValueError:
                unread.append(" | ".join(cells)[:200])
                break
        else:
            found.append(Participant(cells[name], *deeds))
    if not found:
        raise Refused(_("The list of participants is empty."))
    parties = (root.findtext(".//Status/Parties") or "").strip()
    title = _without_marks(root.findtext(".//Titlesect") or "")
    return DepositaryFile(
        title, int(parties) if parties.isascii() and parties.isdigit() else None, tuple(found), tuple(unread)
    )


def _columns(header: list[str]) -> tuple[int, list[int], list[int]]:
    """The columns of the names, of the day of signature and of the day of consent. Recognised by their words, since their order varies."""
    names = [place for place, text in enumerate(header) if text.lower().startswith("participant")]
    signed = [place for place, text in enumerate(header) if text.lower().startswith("signature")]
    bound = [place for place, text in enumerate(header) if place not in signed and _BINDING.search(text)]
    if len(names) != 1 or not bound:
        raise Refused(
            _("The columns of the list are not those that are known: %(columns)s.")
            % {"columns": ", ".join(header)[:200]}
        )
    return names[0], signed, bound


def _deed(cell: str) -> Deed | None:
    """A cell such as "22 Apr 2016 a" or "[20 Jan 2021 A]". Raises ``ValueError`` on anything else."""
    if not cell:
        return None
    match = _DAY.fullmatch(cell)
    if match is None or bool(match[1]) != bool(match[6]):
        raise ValueError(cell)
    if match[3] not in MONTHS or match[5] not in ACTIONS:
        raise ValueError(cell)
    day = datetime.date(int(match[4]), MONTHS[match[3]], int(match[2]))
    return Deed(day, ACTIONS[match[5]], withdrawn=bool(match[1]))


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
