"""The glossary: every acronym and term of art that the portal uses, in plain words, each with its source."""

from .council import COUNCIL
from .entry import READ_ON, Entry
from .experts import EXPERTS
from .people import PEOPLE
from .treaties import TREATIES

ENTRIES: dict[str, Entry] = {entry.slug: entry for entry in (*COUNCIL, *EXPERTS, *TREATIES, *PEOPLE)}

__all__ = ["ENTRIES", "READ_ON", "Entry"]
