"""What an adapter makes of a page. An adapter reads; it never writes."""

import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

Cells = Mapping[str, str]
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


class ChangedForm(Exception):
    """The page no longer has the form that the adapter was made for. Its words say what is missing; nothing is guessed."""


@dataclass
class Found:
    """Rows that differ from ours, as files write them; and lines that only a person can enter."""

    rows: list[dict[str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def compare(self, ours: Cells | None, told: Cells, new: Cells | None = None) -> None:
        """Keep what a page tells of a row, if it says something else than we do. ``new``: what a row needs that is not here yet; without
        it, the page does not tell enough for a new row, and a person has to enter it."""
        if ours is None and new is None:
            self.notes.append(", ".join(f"{name}: {text}" for name, text in told.items()))
        elif ours is None or any(ours.get(name) != text for name, text in told.items()):
            self.rows.append({**(new or {} if ours is None else {}), **told})


@dataclass(frozen=True)
class Page:
    """An address that an adapter reads; ``about`` is what the adapter itself needs to know of it."""

    address: str
    about: tuple[str, ...] = ()


@dataclass(frozen=True)
class Adapter:
    """A reader of one kind of page. ``read`` gets the page's bytes, our rows by key, the page and the day; it raises ``ChangedForm``."""

    name: str
    table: str
    """The file of the table that its rows are for."""
    pages: Callable[[], list[Page]]
    read: Callable[[bytes, Mapping[str, Cells], Page, datetime.date], Found]
    days: int
    """How many days lie between two looks."""


def day_of(number: str, month: str, year: str) -> datetime.date:
    """A day as pages write it: “7”, “September” or “Sep”, “2026”. Raises ``ChangedForm``."""
    names = [name for name in MONTHS if name[:3].casefold() == month[:3].casefold()]
    try:
        return datetime.date(int(year), MONTHS.index(names[0]) + 1, int(number))
    except (ValueError, IndexError):
        raise ChangedForm(f"“{number} {month} {year}” is no day.") from None


DAY = r"(\d{1,2})\s+([A-Z][a-z]{2,8})\s+(20\d\d)"
"""A day as a pattern: number, month, year."""


def plain(text: str) -> str:
    """With single spaces."""
    return re.sub(r"[\s\u00a0]+", " ", text).strip()
