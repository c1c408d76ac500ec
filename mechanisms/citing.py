"""How a source is cited: by its title and symbol, with a word on whether it was read itself. The same on every page and in every file."""

import datetime

from django.utils.translation import gettext as _

from .models import Source
from .words import day

READ = Source.Read


def name(title: str, symbol: str) -> str:
    """The title with the symbol by which people cite it; the title alone where it has none, or says it already."""
    return _("%(title)s, %(symbol)s") % {"title": title, "symbol": symbol} if symbol and symbol not in title else title


def how_read(read: str, read_on: datetime.date | None = None) -> str:
    """A sentence on whether the source was read itself, and when. Empty where nobody said so."""
    if read == READ.OFFICIAL and read_on:
        return _("Read where it is published, on %(day)s.") % {"day": day(read_on)}
    said: dict[str, str] = {
        READ.OFFICIAL: _("Read where it is published."),
        READ.COPY: _("Read in a copy."),
        READ.NOT: _("Not read: only its title is known."),
    }
    return said.get(read, "")
