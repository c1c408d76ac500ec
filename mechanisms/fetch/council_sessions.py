"""OHCHR's list of regular sessions of the Council: number, first and last day.

The form: “63rd session of the Human Rights Council 07 September 2026 to 09 October 2026”. The earliest sessions are written otherwise and
are left out.
"""

import datetime
import re
from collections.abc import Mapping

from .found import DAY, Adapter, Cells, ChangedForm, Found, Page, day_of
from .markup import document, text_of

ADDRESS = "https://www.ohchr.org/en/hr-bodies/hrc/regular-sessions"
_SESSION = re.compile(rf"(\d{{1,3}})(?:st|nd|rd|th) session of the Human Rights Council {DAY} to {DAY}", re.IGNORECASE)


def read(body: bytes, ours: Mapping[str, Cells], page: Page, today: datetime.date) -> Found:
    """Sessions that we have otherwise, or that are new and not over."""
    found, seen = Found(), set()
    for match in _SESSION.finditer(text_of(document(body))):
        number, start, end = match[1], day_of(*match.group(2, 3, 4)), day_of(*match.group(5, 6, 7))
        if end < start or number in seen:
            raise ChangedForm(f"Session {number} stands twice, or ends before it begins.")
        seen.add(number)
        if number not in ours and end < today:
            continue
        told = {"number": number, "start": start.isoformat(), "end": end.isoformat(), "dates_status": "confirmed"}
        new = {"status": "planned", "deadlines_status": "unknown", "confidence": "high"}
        found.compare(ours.get(number), told, new)
    if not seen:
        raise ChangedForm("No session with its days was found on the page.")
    return found


ADAPTER = Adapter("council-sessions", "council_sessions", lambda: [Page(ADDRESS)], read, days=7)
