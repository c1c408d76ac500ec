"""UPR Info's list of sessions of the UPR, by month: “Session 53 - November 2026”. A month never replaces a day."""

import datetime
import re
from collections.abc import Mapping

from .found import Adapter, Cells, ChangedForm, Found, Page, day_of
from .markup import document, text_of

ADDRESS = "https://www.upr-info.org/en/presessions"
_SESSION = re.compile(r"Session (\d{1,3}) [-–] ([A-Z][a-z]+) (20\d\d)")


def read(body: bytes, ours: Mapping[str, Cells], page: Page, today: datetime.date) -> Found:
    """Sessions to come for which we have no month, or another one."""
    found, seen = Found(), 0
    for option in document(body).xpath("//option | //li | //a"):
        match = _SESSION.fullmatch(text_of(option))
        if match is None:
            continue
        seen += 1
        month = day_of("1", match[2], match[3]).isoformat()[:7]
        if month < today.isoformat()[:7]:
            continue
        row = ours.get(match[1])
        if row is not None and month in (row["start"][:7], row["end"][:7]):
            continue
        found.compare(row, {"number": match[1], "start": month, "end": "", "dates_status": "tentative"})
    if not seen:
        raise ChangedForm("No line such as “Session 53 - November 2026” was found on the page.")
    return found


ADAPTER = Adapter("upr-sessions", "upr_sessions", lambda: [Page(ADDRESS)], read, days=14)
