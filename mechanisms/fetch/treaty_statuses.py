"""The depositary's XML of each treaty: who has signed and who is bound since when. Read and compared as the editors' import does it.

Declarations stand in the same files as free text; they are for the editors.
"""

import datetime
from collections.abc import Mapping

from mechanisms.load.depositary.comparison import compare, number_of, subjects
from mechanisms.load.depositary.files import read as read_file
from mechanisms.load.depositary.lines import Kind, Line
from mechanisms.load.depositary.soundness import Refused
from mechanisms.models import Treaty

from .found import Adapter, Cells, ChangedForm, Found, Page

FOLDER = "https://treaties.un.org/doc/Publication/MTDSG/Volume%20I/Chapter%20IV/"


def pages() -> list[Page]:
    """A file for each treaty and protocol whose number at the depositary our source tells."""
    return [
        Page(f"{FOLDER}{number}.en.xml", (treaty.slug, instrument, number))
        for treaty, instrument, source in subjects()
        if (number := number_of(source)).startswith("IV-")
    ]


def read(body: bytes, ours: Mapping[str, Cells], page: Page, today: datetime.date) -> Found:
    """New acts as two rows, ours ended and the following one; corrections and all else in words."""
    slug, instrument, number = page.about
    treaty, found = Treaty.objects.get(slug=slug), Found()
    try:
        compared = compare(read_file(body), treaty, instrument, today, number)
    except Refused as refused:
        raise ChangedForm(str(refused)) from None
    if compared.is_another_treaty or compared.file.is_miscounted:
        raise ChangedForm("The file is about another treaty, or shows another number of parties than it states.")
    if compared.is_older:
        raise ChangedForm("The file is older than what our rows know already.")
    for line in compared.of(Kind.ACT):
        found.rows += _rows(line, slug, instrument)
    for kind in (Kind.CORRECTION, Kind.BY_HAND):
        found.notes += [_words(line) for line in compared.of(kind)]
    found.notes += compared.file.unread
    return found


def _rows(line: Line, treaty: str, instrument: str) -> list[dict[str, str]]:
    if line.row is None or line.since is None:
        return []
    names = {"state": line.state.iso3, "treaty": treaty, "instrument": instrument}
    before, row = line.since - datetime.timedelta(days=1), line.row
    began = str(row.partial("valid_from") or "")
    ended = {**names, "valid_from": began, "valid_to": before.isoformat()}
    following = {"status": line.status, "action": line.action, "valid_from": line.since.isoformat(), "valid_to": ""}
    return [ended, {**names, **following, "confidence": "high"}]


def _words(line: Line) -> str:
    since = line.since.isoformat() if line.since else ""
    return " ".join(part for part in (f"{line.state}: {line.status}", since, line.action) if part)


ADAPTER = Adapter("treaty-statuses", "treaty_statuses", pages, read, days=7)
